//! Characters: what is a letter, where a word ends, what counts as a space.
//!
//! Minutes are pasted together from many programs. They hold no-break spaces, and letters in two parts (`a` and
//! U+030A for `å`); a border between words must be right beside both.

use std::borrow::Cow;

use text::{TextRange, TextSize};

/// Is this a letter of any alphabet? Marks that combine with a letter are not.
pub fn is_letter(char: char) -> bool {
    match char {
        // æ, ø, å and their like, without a look into the tables of Unicode.
        '\u{c0}'..='\u{ff}' => !matches!(char, '×' | '÷'),
        _ => char.is_alphabetic(),
    }
}

/// Is this a small letter of any alphabet?
pub(crate) fn is_small(char: char) -> bool {
    match char {
        '\u{c0}'..='\u{ff}' => char >= '\u{df}' && char != '÷',
        _ => char.is_lowercase(),
    }
}

/// Does this combine with the letter before it, like the ring of an `å` in two parts?
pub fn is_mark(char: char) -> bool {
    matches!(char,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The number that a letter is where letters count: 1 for "a" and "A".
pub fn number_of(letter: u8) -> Option<u32> {
    letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_lowercase() - b'a') + 1)
}

/// May this stand inside a word: a letter, a digit or a combining mark?
pub fn is_word_part(char: char) -> bool {
    match char {
        '\0'..='\u{7f}' => char.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{ff}' => is_letter(char),
        // Spaces, dashes and quotation marks, without a look into the tables of Unicode.
        '\u{2000}'..='\u{203e}' => false,
        _ => char.is_alphanumeric() || is_mark(char),
    }
}

/// Is this a space inside a line: a common, no-break, narrow no-break, figure or thin space?
pub fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}')
}

/// Can a word start at `offset`, that is: does no letter, digit or mark stand before it?
pub fn border_before(text: &str, offset: TextSize) -> bool {
    text.get(..offset.into()).is_some_and(|before| !before.chars().next_back().is_some_and(is_word_part))
}

/// Can a word end at `offset`, that is: does no letter, digit or mark stand after it?
pub fn border_after(text: &str, offset: TextSize) -> bool {
    text.get(offset.into()..).is_some_and(|after| !after.chars().next().is_some_and(is_word_part))
}

/// The word in small letters, letters in two parts put together: the form to compare or look up.
///
/// Covers the letters that occur in Danish text; it is not a full normalisation.
pub fn fold(word: &str) -> Cow<'_, str> {
    match Written::of(word) {
        Written::Small => return Cow::Borrowed(word),
        Written::Latin => return Cow::Owned(small(word)),
        Written::Other => {}
    }
    let mut folded = String::with_capacity(word.len());
    for char in word.chars().flat_map(char::to_lowercase) {
        let composed = folded.chars().next_back().and_then(|base| compose(base, char));
        match composed {
            Some(letter) => {
                folded.pop();
                folded.push(letter);
            }
            None => folded.push(char),
        }
    }
    Cow::Owned(folded)
}

/// With what letters a word is written.
enum Written {
    /// Small ones of ASCII and Latin-1.
    Small,
    /// Those, and capitals.
    Latin,
    /// Others as well, perhaps marks that belong to the letter before.
    Other,
}

impl Written {
    fn of(word: &str) -> Self {
        let mut written = Self::Small;
        let mut former = 0;
        for byte in word.bytes() {
            match byte {
                b'A'..=b'Z' => written = Self::Latin,
                0..=0x7f | 0xc3 => {}
                0x80..=0x9e if former == 0xc3 => written = Self::Latin,
                0x9f..=0xbf if former == 0xc3 => {}
                _ => return Self::Other,
            }
            former = byte;
        }
        written
    }
}

/// `text` in small letters with every byte in its place: ASCII and the letters of Latin-1, Æ, Ø and Å among them.
pub fn small(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    // The lead byte of all letters of Latin-1: what lies between them is taken over as it is, and not looked at again.
    while let Some(at) = memchr::memchr(0xc3, rest.as_bytes()) {
        folded.push_str(&rest[..at]);
        let letter = rest[at..].chars().next().unwrap_or_default();
        folded.push(match letter {
            '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' => char::from(letter as u8 + 0x20),
            _ => letter,
        });
        rest = &rest[at + letter.len_utf8()..];
    }
    folded.push_str(rest);
    folded.make_ascii_lowercase();
    folded
}

/// What `read` says of `text` in small letters, which take no room of their own where they are few.
pub fn with_small<R>(text: &str, read: impl FnOnce(&str) -> R) -> R {
    const FEW: usize = 128;
    let mut room = [0; FEW];
    let Some(letters) = room.get_mut(..text.len()) else { return read(&small(text)) };
    letters.copy_from_slice(text.as_bytes());
    make_small(letters);
    // Of other letters the bytes stay, so it is a text.
    read(str::from_utf8(letters).unwrap_or(text))
}

/// The same for the bytes of a text.
pub fn make_small(bytes: &mut [u8]) {
    bytes.make_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = memchr::memchr(0xc3, &bytes[at..]) {
        at += found + 1;
        if let Some(second) = bytes.get_mut(at).filter(|second| matches!(second, 0x80..=0x96 | 0x98..=0x9e)) {
            *second += 0x20;
        }
    }
}

fn compose(base: char, mark: char) -> Option<char> {
    let (bases, letters) = match mark {
        '\u{300}' => ("aeiou", "àèìòù"),
        '\u{301}' => ("aeiouyæø", "áéíóúýǽǿ"),
        '\u{302}' => ("aeiou", "âêîôû"),
        '\u{303}' => ("ano", "ãñõ"),
        '\u{308}' => ("aeiouy", "äëïöüÿ"),
        '\u{30a}' => ("au", "åů"),
        '\u{30c}' => ("cesz", "čěšž"),
        '\u{327}' => ("cs", "çş"),
        _ => return None,
    };
    let index = bases.chars().position(|candidate| candidate == base)?;
    letters.chars().nth(index)
}

/// The range of two offsets into a text that went through [`clip`].
pub(super) fn range(start: usize, end: usize) -> TextRange {
    let size = |offset: usize| TextSize::new(u32::try_from(offset).unwrap_or(u32::MAX));
    TextRange::new(size(start.min(end)), size(end))
}

/// The part of the text that 32-bit offsets reach: nearly always all of it.
pub(super) fn clip(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The character before this byte offset, which is a border between characters.
pub(super) fn char_before(text: &str, offset: usize) -> Option<char> {
    text[..offset].chars().next_back()
}

/// The character at this byte offset, which is a border between characters.
pub(super) fn char_at(text: &str, offset: usize) -> Option<char> {
    text[offset..].chars().next()
}

/// Where the spaces from `offset` on end.
pub(super) fn after_spaces(text: &str, mut offset: usize) -> usize {
    loop {
        offset += match text.as_bytes()[offset..] {
            [b' ', ..] => 1,
            [0xc2, 0xa0, ..] => 2,
            [0xe2, 0x80, 0xaf | 0x87 | 0x89, ..] => 3,
            _ => return offset,
        };
    }
}

/// Where the spaces before `offset` start.
pub(super) fn before_spaces(text: &str, mut offset: usize) -> usize {
    loop {
        offset -= match text.as_bytes()[..offset] {
            [.., b' '] => 1,
            [.., 0xc2, 0xa0] => 2,
            [.., 0xe2, 0x80, 0xaf | 0x87 | 0x89] => 3,
            _ => return offset,
        };
    }
}

/// The next ASCII digit at or after `offset`.
pub fn next_digit(bytes: &[u8], offset: usize) -> Option<usize> {
    next_where(bytes, offset, |byte| byte.is_ascii_digit())
}

/// The next byte at or after `offset` that is wanted. For bytes that are rare: whole strides without one are passed
/// in a few instructions.
pub fn next_where(bytes: &[u8], offset: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const STRIDE: usize = 32;
    let mut at = offset;
    while let Some(stride) = bytes.get(at..at + STRIDE) {
        if stride.iter().fold(false, |found, byte| found | wanted(*byte)) {
            break;
        }
        at += STRIDE;
    }
    bytes.get(at..)?.iter().position(|byte| wanted(*byte)).map(|index| at + index)
}

/// Where the run of ASCII digits from `offset` on ends.
pub(super) fn after_digits(bytes: &[u8], offset: usize) -> usize {
    let rest = &bytes[offset..];
    offset + rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len())
}

/// The run of letters, digits and marks that ends at `offset`; of a very long one only the end.
pub(super) fn word_before(text: &str, offset: usize) -> &str {
    const LIMIT: usize = 20;
    let before = &text[..offset];
    let ascii = before.bytes().rev().take(LIMIT).take_while(u8::is_ascii_alphanumeric).count();
    let start = offset - ascii;
    if ascii == LIMIT || before.as_bytes()[..start].last().is_none_or(u8::is_ascii) {
        return &before[start..];
    }
    let chars = before.char_indices().rev().take(LIMIT).take_while(|(_, char)| is_word_part(*char));
    let start = chars.last().map_or(offset, |(index, _)| index);
    &before[start..]
}

/// The number that a short run of ASCII digits means.
pub(super) fn number(digits: &str) -> Option<u16> {
    match digits.len() {
        1..=4 => digits.parse().ok(),
        _ => None,
    }
}

/// Is the first letter a capital and the rest small? All capitals are typography, and not meant here.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && !chars.any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_are_no_border() {
        let text = "på Ærø";
        assert!(!border_before(text, 1.into()));
        assert!(border_after(text, 3.into()));
        assert!(border_before(text, 4.into()));
        assert!(!border_after(text, 4.into()));
        assert!(border_after(text, TextSize::of(text)));
    }

    #[test]
    fn a_mark_belongs_to_its_letter() {
        let text = "a\u{30a} b";
        assert!(!border_after(text, 1.into()));
        assert!(!border_before(text, 3.into()));
        assert!(border_after(text, 3.into()));
    }

    #[test]
    fn an_offset_inside_a_character_or_outside_the_text_is_no_border() {
        assert!(!border_before("ø", 1.into()));
        assert!(!border_after("ø", 1.into()));
        assert!(!border_before("a", 9.into()));
        assert!(!border_after("a", 9.into()));
    }

    #[test]
    fn folding_makes_small_letters_in_one_part() {
        assert_eq!(fold("Århus"), "århus");
        assert_eq!(fold("A\u{30a}rhus"), "århus");
        assert_eq!(fold("RESUME\u{301}"), "resumé");
        assert!(matches!(fold("budget"), Cow::Borrowed(_)));
    }

    #[test]
    fn small_letters_are_the_same_with_room_and_without() {
        for n in [0, 1, 7, 200] {
            let text = "ÅRHUS Ÿ×÷ Én Œ–ñÑ".repeat(n);
            assert_eq!(with_small(&text, str::to_owned), small(&text));
        }
    }

    #[test]
    fn no_break_spaces_are_spaces() {
        let text = "8. \u{a0}\u{202f}marts";
        assert_eq!(after_spaces(text, 2), 8);
        assert_eq!(before_spaces(text, 8), 2);
        assert_eq!(after_spaces(text, 8), 8);
    }

    #[test]
    fn a_digit_is_found_behind_any_number_of_letters() {
        for length in 0..100 {
            let text = format!("{}7", "x".repeat(length));
            assert_eq!(next_digit(text.as_bytes(), 0), Some(length));
            assert_eq!(next_digit(text.as_bytes(), length + 1), None);
        }
    }

    #[test]
    fn all_capitals_are_not_capitalised() {
        assert!(is_capitalised("Marts"));
        assert!(is_capitalised("Ærø"));
        assert!(!is_capitalised("MARTS"));
        assert!(!is_capitalised("marts"));
    }
}
