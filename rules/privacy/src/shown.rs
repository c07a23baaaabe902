//! Text that may leave the program: nothing private in it, and no sign that could rewrite what shows it.

use std::fmt;

use serde::Serialize;

/// A text in which what is private is hidden. Only a mask makes one, so that what is not masked cannot be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Shown(String);

impl Shown {
    pub(super) fn new(hidden: &str) -> Self {
        // Only these bytes begin a sign that is not printed as it is; the letters of Danish begin with another.
        let may_change = |byte: u8| (byte < b' ') | (byte == 0x7f) | matches!(byte, 0xc2 | 0xd8 | 0xe2);
        match hidden.bytes().fold(false, |found, byte| found | may_change(byte)) {
            true => Self(printed(hidden)),
            false => Self(hidden.to_owned()),
        }
    }

    /// Without spaces around it.
    pub fn trimmed(&self) -> Self {
        Self(text::trim(&self.0).to_owned())
    }

    /// On one line: each row of spaces and line ends is one space.
    pub fn on_one_line(&self) -> Self {
        Self(self.0.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Its first `most` characters, and a sign where more follows.
    pub fn cut(&self, most: usize) -> Self {
        match self.0.char_indices().nth(most) {
            Some((at, _)) => Self(format!("{}…", self.0[..at].trim_end())),
            None => self.clone(),
        }
    }

    /// Its first line.
    pub fn first_line(&self) -> Self {
        Self(self.0.lines().next().unwrap_or_default().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl std::ops::Deref for Shown {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Words of the program itself, which hold nothing of a document.
impl From<&'static str> for Shown {
    fn from(words: &'static str) -> Self {
        Self(words.to_owned())
    }
}

impl From<Shown> for String {
    fn from(shown: Shown) -> Self {
        shown.0
    }
}

/// `text` without signs that could rewrite what shows it; a line end of two signs stays one.
fn printed(text: &str) -> String {
    let mut signs = text.chars().peekable();
    let mut printed = String::with_capacity(text.len());
    while let Some(c) = signs.next() {
        let ends_line = c == '\r' && signs.peek() == Some(&'\n');
        printed.push(if ends_line { c } else { printable(c) });
    }
    printed
}

/// `c`, unless it could rewrite the terminal that shows it or turn the direction of what follows.
pub fn printable(c: char) -> char {
    let control = c.is_control() && !matches!(c, '\t' | '\n');
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let ends_line = matches!(c, '\u{2028}' | '\u{2029}');
    if control || turns || ends_line { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use crate::shown;

    #[test]
    fn a_number_in_a_name_is_hidden() {
        assert_eq!(&*shown("ansøgning_010203-1234 (2022).txt"), "ansøgning_••••••-•••• (2022).txt");
        assert_eq!(&*shown("21-014448"), "21-014448");
    }

    #[test]
    fn every_sign_that_is_replaced_is_looked_for() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(super::Shown::new(&c.to_string()).as_str(), super::printable(c).to_string(), "{c:?}");
        }
    }

    #[test]
    fn signs_that_rewrite_a_terminal_are_replaced() {
        assert_eq!(&*shown("a\u{1b}[2J\u{9b}\u{202e}b\tc"), "a\u{fffd}[2J\u{fffd}\u{fffd}b\tc");
    }
}
