//! Telephone numbers, and those that stand beside a personal number.

use super::number::Number;
use text::{TextRange, is_space, range};

/// Eight digits in groups right after the word, "nr." and "+45".
pub fn eight_digits(text: &str, from: usize) -> Option<TextRange> {
    let rest = &text[from..];
    let filler = |c: char| is_space(c) || matches!(c, '.' | ':' | '(' | ')' | '+');
    let mut after = rest.trim_start_matches(filler);
    for word in ["nr", "nummer"] {
        after = after.strip_prefix(word).map_or(after, |after| after.trim_start_matches(filler));
    }
    if rest[..rest.len() - after.len()].contains('+') {
        after = after.strip_prefix("45").map_or(after, |after| after.trim_start_matches(filler));
    }
    let start = from + rest.len() - after.len();
    let mut end = start;
    let mut digits = 0;
    for c in text[start..].chars().take(14) {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' | '.' | '\u{a0}' if digits > 0 => {}
            _ => break,
        }
        end += c.len_utf8();
        if digits == 8 {
            break;
        }
    }
    let longer = text[end..].trim_start_matches(['-', ' ']).starts_with(|c: char| c.is_ascii_digit());
    (digits == 8 && !longer).then(|| range(start, end))
}

/// The telephone numbers on the same line as `number` and near it: "(cpr. 010203-1234, tlf. 12 34 56 78)".
pub fn phones_beside(text: &str, number: &Number) -> Vec<TextRange> {
    /// In bytes.
    const NEAR: usize = 60;
    let (start, end) = (usize::from(number.range.start()), usize::from(number.range.end()));
    let from = text.floor_char_boundary(start.saturating_sub(NEAR));
    let from = text[from..start].rfind('\n').map_or(from, |line| from + line + 1);
    let to = text.floor_char_boundary((end + NEAR).min(text.len()));
    let to = text[end..to].find('\n').map_or(to, |line| end + line);
    let mut found = Vec::new();
    for (i, _) in text[from..to].char_indices() {
        let word = &text[from + i..to];
        let label = ["lf", "lefon", "obil"].into_iter().find(|part| word.starts_with(part));
        let Some(label) = label else { continue };
        let end = from + i + label.len();
        let letters = text[end..].len() - text[end..].trim_start_matches(char::is_alphabetic).len();
        let beside = eight_digits(text, end + letters)
            .filter(|phone| phone.intersect(number.range).is_none_or(|both| both.is_empty()));
        found.extend(beside);
    }
    found
}
