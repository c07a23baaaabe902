//! A line as it is read and not as it is written: without markup and signs that show nothing, and with letters of our own alphabet.

use std::borrow::Cow;

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

fn plain_letters(line: &str) -> Cow<'_, str> {
    // "æ", "ø" and "å" begin with none of these bytes.
    let may_be_odd = |byte: u8| {
        (byte == 0xc2) | (byte == 0xc4) | (byte == 0xe2) | (byte == 0xef) | (byte.wrapping_sub(0xcd) < 5)
    };
    // No early end, so that many bytes are looked at in one step.
    let odd = line.bytes().fold(0, |odd, byte| odd | u8::from(may_be_odd(byte)));
    if odd == 0 || !line.chars().any(|c| !c.is_ascii() && is_odd(c)) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.chars().filter(|c| !shows_nothing(*c)).map(own_letter).collect())
}

fn is_odd(c: char) -> bool {
    shows_nothing(c) || own_letter(c) != c
}

/// Does `c` show nothing, whatever stands around it?
fn shows_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The letter that `c` looks like.
fn own_letter(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'к' | 'ĸ' | 'κ' => 'k',
        'т' | 'τ' => 't',
        'р' => 'p',
        'с' => 'c',
        'υ' => 'u',
        'К' | 'Κ' => 'K',
        'Е' | 'Ε' => 'E',
        'Т' | 'Τ' => 'T',
        'І' => 'I',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        _ => c,
    }
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
