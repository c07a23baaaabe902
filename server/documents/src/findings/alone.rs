//! Numbers that stand alone where no words are: in the name of a file, at the end of a link.
//!
//! Around a number in a text stand words that say whose it is, or what it is instead. A name has hardly any, so that a number is
//! suspected by its form: the hyphen, or the check digit that nine numbers of ten given out by chance would fail.

use rules::privacy::{Number, weighed};

/// A personal number has so many digits.
const DIGITS: usize = 10;

/// Does `name` hold what may be a personal number by its form alone?
pub(super) fn is_suspected(name: &str) -> bool {
    weighed(name, &|_| false).iter().any(|(number, _)| is_number(name, number) && !number.is_moment())
}

/// "010203-1234", "010203_1234" or ten digits that fit each other.
fn is_number(name: &str, number: &Number) -> bool {
    let words = &name[number.range];
    match words.len() - words.bytes().filter(u8::is_ascii_digit).count() {
        0 => number.is_checked(name),
        1 => words.len() == DIGITS + 1 && matches!(words.as_bytes()[6], b'-' | b'_'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_suspected;

    #[test]
    fn numbers_in_names_are_told_by_their_form() {
        for name in ["Referat 0101901009 april.docx", "x010190-1234.docx", "Filnavn 010190-1234.docx"] {
            assert!(is_suspected(name), "{name}");
        }
        for name in
            ["Referat 0101901008.docx", "Referat 2026-04-14.docx", "20260414-1530.docx", "Sag 26-001234"]
        {
            assert!(!is_suspected(name), "{name}");
        }
    }
}
