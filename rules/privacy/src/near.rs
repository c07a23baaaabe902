//! What stands near before a number, as a reader has just read it.

use super::signs::is_unseen;

/// Do a hyphen before byte `at` and a line end there part a word?
fn is_within_word(text: &str, at: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at..]);
    let stem = before.strip_suffix('-').unwrap_or_default();
    let rest = behind.strip_prefix('\n').unwrap_or_default();
    stem.ends_with(char::is_alphabetic) && rest.starts_with(char::is_lowercase)
}

/// What a reader has just read at byte `at`, in small letters and without signs that nobody sees.
pub fn near_before(text: &str, at: usize) -> String {
    /// In bytes.
    const NEAR: usize = 80;
    let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
    let paragraph = before.rfind("\n\n").map_or(before, |end| &before[end + 2..]);
    let mut read = String::with_capacity(paragraph.len());
    for (at, c) in paragraph.char_indices() {
        match c {
            // "person-\nnummer" is one word.
            '-' | '\n' if is_within_word(paragraph, at + usize::from(c == '-')) => {}
            ' '..='~' => read.push(c.to_ascii_lowercase()),
            _ if is_unseen(c) => {}
            _ => read.extend(c.to_lowercase()),
        }
    }
    read
}
