//! Tokens: a stretch of text as words, numbers and signs, the one place that says which is which.
//!
//! A word is what [`words`](super::words) says: letters, perhaps with hyphens, apostrophes or the stops of a known
//! abbreviation. A word without letters is a number, everything else but white space is a sign of one character. White
//! space is no token: a token knows whether any stands before it. Each word carries the classes of function words that
//! it belongs to, so that a rule finds its places with a glance at bits.

mod function_words;

use text::TextRange;

use super::letters::{char_at, clip, is_mark, is_small, is_word_part, range};
use super::words::{Word, word_at};

pub use function_words::Classes;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, perhaps with digits, hyphens, apostrophes, or the stops of an abbreviation: "budget", "A-skat", "bl.a.".
    Word,
    /// Digits and the signs within them: "15,68".
    Number,
    /// One character that is neither: ",".
    Sign,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    start: u32,
    len: u16,
    /// What it is.
    pub kind: Kind,
    flags: u8,
    /// The function words that it may be.
    pub classes: Classes,
}

const SPACED: u8 = 1;
const SMALL: u8 = 2;
const PLAIN: u8 = 4;

impl Token {
    /// Where it stands in the text.
    pub fn range(&self) -> TextRange {
        range(self.start as usize, self.start as usize + usize::from(self.len))
    }

    /// Does white space stand before it?
    pub fn is_spaced(&self) -> bool {
        self.flags & SPACED != 0
    }

    /// Is it a word that begins with a small letter?
    pub fn is_small(&self) -> bool {
        self.flags & SMALL != 0
    }

    /// Is it a word of nothing but letters?
    pub fn is_plain(&self) -> bool {
        self.flags & PLAIN != 0
    }
}

/// The tokens of `part` of `text`, which begins and ends between characters; offsets are those of `text`.
pub fn tokens(text: &str, part: TextRange) -> Vec<Token> {
    let text = &clip(text)[..usize::from(part.end())];
    let mut at = usize::from(part.start());
    let mut tokens = Vec::with_capacity((text.len() - at) / 5);
    let mut spaced = false;
    while let Some(char) = first_char(text, at) {
        if char.is_whitespace() {
            spaced = true;
            at += char.len_utf8();
            continue;
        }
        let begins_word =
            char.is_ascii_alphanumeric() || !char.is_ascii() && is_word_part(char) && !is_mark(char);
        let token = match begins_word {
            true => word(text, &word_at(text, at)),
            false => sign(at, char),
        };
        at = usize::from(token.range().end());
        tokens.push(Token { flags: token.flags | u8::from(spaced), ..token });
        spaced = false;
    }
    tokens
}

/// The character at `at`, quickly if it is ASCII.
fn first_char(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => char_at(text, at),
        None => None,
    }
}

fn sign(at: usize, char: char) -> Token {
    // A part has 32-bit offsets, see `clip`.
    Token {
        start: at as u32,
        len: char.len_utf8() as u16,
        kind: Kind::Sign,
        flags: 0,
        classes: Classes::of_sign(char),
    }
}

fn word(text: &str, word: &Word<'_>) -> Token {
    // What is longer than a token can be is cut: it is no word of any language.
    let mut len = word.text.len().min(usize::from(u16::MAX));
    let start = usize::from(word.range.start());
    while !text.is_char_boundary(start + len) {
        len -= 1;
    }
    let first = word.text.as_bytes().first().copied().unwrap_or_default();
    let digits = !first.is_ascii_alphabetic()
        && word.text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_punctuation());
    let mut flags = 0;
    if first.is_ascii_lowercase() || !first.is_ascii() && word.text.starts_with(is_small) {
        flags |= SMALL;
    }
    if word.plain {
        flags |= PLAIN;
    }
    Token {
        start: start as u32,
        len: len as u16,
        kind: if digits { Kind::Number } else { Kind::Word },
        flags,
        classes: Classes::of(word.text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, Kind, tokens};
    use text::range;

    fn read(text: &str) -> Vec<(&str, Kind)> {
        tokens(text, range(0, text.len())).iter().map(|token| (&text[token.range()], token.kind)).collect()
    }

    #[test]
    fn a_text_is_words_numbers_and_signs() {
        use Kind::{Number, Sign, Word};
        assert_eq!(
            read("Den 3. A-skat, bl.a. 15,68 %\u{a0}(ÆØÅ)"),
            [
                ("Den", Word),
                ("3", Number),
                (".", Sign),
                ("A-skat", Word),
                (",", Sign),
                ("bl.a.", Word),
                ("15,68", Number),
                ("%", Sign),
                ("(", Sign),
                ("ÆØÅ", Word),
                (")", Sign),
            ]
        );
        assert!(read(" \n\u{a0}").is_empty());
    }

    #[test]
    fn a_token_knows_what_stands_before_it_and_how_it_is_written() {
        let text = "At drøfte,\nKL-møde";
        let all = tokens(text, range(0, text.len()));
        assert_eq!(all.iter().map(|token| token.is_spaced()).collect::<Vec<_>>(), [false, true, false, true]);
        assert_eq!(all.iter().map(|token| token.is_small()).collect::<Vec<_>>(), [false, true, false, false]);
        assert_eq!(all.iter().map(|token| token.is_plain()).collect::<Vec<_>>(), [true, true, false, false]);
        assert!(all[0].classes.any(Classes::AT));
    }

    #[test]
    fn only_the_part_is_read() {
        let text = "ja og nej";
        let all = tokens(text, range(3, 5));
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].range(), range(3, 5));
    }

    #[test]
    fn a_word_without_an_end_is_read_in_pieces() {
        let text = "å".repeat(70_000);
        let all = tokens(&text, range(0, text.len()));
        assert_eq!(all.iter().map(|token| usize::from(token.range().len())).sum::<usize>(), text.len());
    }
}
