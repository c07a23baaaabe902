//! A line as it is read and not as it is written: without markup and signs that show nothing, and with letters of our own alphabet.

use std::borrow::Cow;

use super::letters::plain_letters;
use super::markup::without_markup;

/// `line` without markup, soft hyphens and spaces of no width, and with "е" of the Cyrillic alphabet and wide letters as ours.
pub(super) fn plain(line: &str) -> Cow<'_, str> {
    match without_markup(line) {
        Cow::Borrowed(line) => plain_words(line),
        Cow::Owned(line) => Cow::Owned(plain_words(&line).into_owned()),
    }
}

fn plain_words(line: &str) -> Cow<'_, str> {
    match without_emphasis(line) {
        Some(bare) => Cow::Owned(plain_letters(&bare).into_owned()),
        None => plain_letters(line),
    }
}

/// "**Offentlig:** Nej" without the signs of Markdown that make words bold; `None` where no pair of them is.
fn without_emphasis(line: &str) -> Option<String> {
    const BOLD: &str = "**";
    // Few lines hold a star.
    memchr::memchr(b'*', line.as_bytes())?;
    let n = line.matches(BOLD).count();
    let opens = || line.split(BOLD).skip(1).any(|behind| behind.starts_with(char::is_alphabetic));
    (n > 0 && n.is_multiple_of(2) && opens()).then(|| line.replace(BOLD, ""))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_looks_the_same_is_read_the_same() {
        for written in ["(Luk\u{ad}ket)", "(Lukk\u{200b}et)", "(Lukk\u{435}t)", "（Ｌｕｋｋｅｔ）"] {
            assert_eq!(plain(written), "(Lukket)", "{written}");
        }
        assert_eq!(plain("Æblegård – på øen"), "Æblegård – på øen");
    }

    #[test]
    fn bold_words_are_read_as_others_and_stars_as_stars() {
        for (written, bare) in [
            ("**Offentlig:** Nej", "Offentlig: Nej"),
            ("* **Åbent punkt**: Nej", "* Åbent punkt: Nej"),
            ("Punkt 2: Køb **", "Punkt 2: Køb **"),
            ("** = lukket punkt", "** = lukket punkt"),
        ] {
            assert_eq!(plain(written), bare);
        }
    }
}
