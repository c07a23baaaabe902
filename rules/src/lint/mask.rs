//! Masks what must not be repeated: the findings of `privacy/*` show where a number stands, never the number.

/// `text` with every digit hidden behind "•", so that a report can show the words around it.
pub fn mask_digits(text: &str) -> String {
    text.chars().map(|c| if c.is_numeric() { '•' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::mask_digits;

    #[test]
    fn digits_are_hidden_and_words_stay() {
        assert_eq!(mask_digits("Ansøger (010203-1234), Ærø"), "Ansøger (••••••-••••), Ærø");
        assert_eq!(mask_digits("konto ١٢٣"), "konto •••");
    }

    #[test]
    fn nothing_to_hide_is_left_as_it_is() {
        assert_eq!(mask_digits("Godkendt."), "Godkendt.");
    }
}
