//! Words: what a reader counts as one, with its place in the text.
//!
//! A word is a run of letters, digits and combining marks. It may hold a hyphen or an apostrophe ("A-skat", "20'er"),
//! a number its own signs ("1.283.980", "15,68"), and a known abbreviation its stops ("bl.a."). The hyphen of a
//! shortened word ("øre-, næse-") is not part of it.

use text::TextRange;

use crate::abbreviations::{Abbreviation, abbreviations};
use crate::letters::{char_at, clip, is_letter, is_mark, is_word_part, range};

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// The word as it is written.
    pub text: &'t str,
    /// Where it stands.
    pub range: TextRange,
    /// The abbreviation that it is, if it is a known one; its stops are then part of the word.
    pub abbreviation: Option<&'static Abbreviation>,
    /// Is it nothing but letters?
    pub plain: bool,
}

/// All words of a text, in order.
pub fn words(text: &str) -> Words<'_> {
    Words { text: clip(text), offset: 0 }
}

/// Iterator over the words of a text, made by [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    offset: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let start = self.next_start()?;
        let word = word_at(self.text, start);
        self.offset = usize::from(word.range.end());
        Some(word)
    }
}

/// The word that begins at `start`, where a letter or digit stands.
pub(super) fn word_at(text: &str, start: usize) -> Word<'_> {
    let (run, letters) = after_run(text, start);
    let abbreviation = match text.as_bytes().get(run) {
        Some(b'.') => abbreviations().at(text, start),
        _ => None,
    };
    let end = match abbreviation {
        Some(abbreviation) => start + abbreviation.form.len(),
        None => after_word(text, run),
    };
    Word { text: &text[start..end], range: range(start, end), abbreviation, plain: letters && end == run }
}

impl Words<'_> {
    fn next_start(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.offset;
        loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() {
                    return Some(at);
                }
                at += 1;
                continue;
            }
            let char = char_at(self.text, at)?;
            // A mark without a letter, as after a space, starts no word.
            if is_word_part(char) && !is_mark(char) {
                return Some(at);
            }
            at += char.len_utf8();
        }
    }
}

/// Where the run of letters, digits and marks from `start` on ends, and whether it is letters alone.
fn after_run(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut letters = true;
    loop {
        // Nearly all of a word are letters of ASCII.
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_digit() => {
                letters = false;
                at += 1;
            }
            // æ, ø, å and their like, without decoding them; but "×" and "÷" are no letters.
            Some(0xc3) if !matches!(bytes[at + 1], 0x97 | 0xb7) => at += 2,
            Some(byte) if !byte.is_ascii() => match char_at(text, at) {
                Some(char) if is_word_part(char) => {
                    letters &= is_letter(char);
                    at += char.len_utf8();
                }
                _ => break,
            },
            _ => break,
        }
    }
    (at, letters)
}

/// Where a word ends whose first run ends at `run`.
fn after_word(text: &str, run: usize) -> usize {
    let mut end = run;
    while let Some(start) = after_joint(text, end) {
        (end, _) = after_run(text, start);
    }
    end
}

/// Past a hyphen or apostrophe between two parts of a word, or a stop or comma between digits.
fn after_joint(text: &str, end: usize) -> Option<usize> {
    let length = match text.as_bytes()[end..] {
        [b'-' | b'\'' | b'.' | b',', ..] => 1,
        // A no-break hyphen or a typographic apostrophe.
        [0xe2, 0x80, 0x91 | 0x99, ..] => 3,
        _ => return None,
    };
    let start = end + length;
    let next = char_at(text, start)?;
    let between_digits =
        next.is_ascii_digit() && text.as_bytes()[..end].last().is_some_and(u8::is_ascii_digit);
    let joins = match text.as_bytes()[end] {
        b'.' | b',' => between_digits,
        _ => is_word_part(next) && !is_mark(next),
    };
    joins.then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn marks_and_spaces_stand_between_words() {
        assert_eq!(read("På Ærø, (og)\u{a0}Læsø: ”ja!”"), ["På", "Ærø", "og", "Læsø", "ja"]);
        assert_eq!(read(""), Vec::<&str>::new());
        assert_eq!(read(" – \u{30a} "), Vec::<&str>::new());
    }

    #[test]
    fn a_word_has_its_range() {
        let text = "på Ærø";
        let last = words(text).last().expect("there are two");
        assert_eq!(&text[last.range], "Ærø");
        assert_eq!(usize::from(last.range.start()), 4);
    }

    #[test]
    fn letters_in_two_parts_are_one_word() {
        assert_eq!(read("A\u{30a}rhus by"), ["A\u{30a}rhus", "by"]);
    }

    #[test]
    fn hyphens_and_apostrophes_join() {
        assert_eq!(read("A-skat, 1970'erne og Greve’s"), ["A-skat", "1970'erne", "og", "Greve’s"]);
        assert_eq!(read("øre-, næse- og halslæge"), ["øre", "næse", "og", "halslæge"]);
        assert_eq!(read("”'citat'”"), ["citat"]);
    }

    #[test]
    fn a_number_is_one_word() {
        assert_eq!(read("1.283.980 kr."), ["1.283.980", "kr."]);
        assert_eq!(read("15,68 i 2022."), ["15,68", "i", "2022"]);
        assert_eq!(read("00.22.04-P35-12-22"), ["00.22.04-P35-12-22"]);
        assert_eq!(read("1.-3. Anbefales"), ["1", "3", "Anbefales"]);
    }

    #[test]
    fn known_abbreviations_keep_their_stops() {
        assert_eq!(
            read("Det er bl.a. cand.scient.pol. Hansen"),
            ["Det", "er", "bl.a.", "cand.scient.pol.", "Hansen"]
        );
        assert_eq!(read("F.eks. matr.nr. 7, stk.1"), ["F.eks.", "matr.nr.", "7", "stk.", "1"]);
        assert!(words("ca. 7").next().is_some_and(|word| word.abbreviation.is_some()));
        assert!(words("cirka 7").next().is_some_and(|word| word.abbreviation.is_none()));
    }

    #[test]
    fn other_stops_are_no_part_of_a_word() {
        assert_eq!(read("Det er vedtaget.Byrådet"), ["Det", "er", "vedtaget", "Byrådet"]);
        assert_eq!(read("www.kl.dk"), ["www", "kl", "dk"]);
        assert_eq!(read("Ifølge KL."), ["Ifølge", "KL"]);
    }
}
