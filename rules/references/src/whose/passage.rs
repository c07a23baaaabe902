//! The passage around a reference: the lines that go together, with single spaces.

use text::{TextRange, is_space, range};

/// The paragraph around `place`, as far as a sentence may reach.
pub(super) fn passage(text: &str, place: TextRange) -> TextRange {
    /// In bytes; a sentence is rarely longer.
    const NEAR: usize = 240;
    let (start, end) = (usize::from(place.start()), usize::from(place.end()));
    let from = text.floor_char_boundary(start.saturating_sub(NEAR));
    let to = text.ceil_char_boundary((end + NEAR).min(text.len()));
    range(last_break(text, from, start), first_break(text, end, to))
}

/// Where a sentence surely ends in `text`: at a stop before a capital.
pub(super) fn sentence_end(text: &str) -> usize {
    let mut stops = text.match_indices(['.', '?', '!']).map(|(at, _)| at);
    let ends = |at: &usize| {
        let rest = &text[at + 1..];
        let next = rest.trim_start_matches(|c: char| is_space(c) || c.is_whitespace());
        next.len() < rest.len() && next.starts_with(char::is_uppercase)
    };
    stops.find(ends).unwrap_or(text.len())
}

/// `text` with single spaces, and one at either end where there is one; marks of Markdown are left out.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !matches!(c, '*' | '_' | '`')) {
        if !(is_space(c) || c.is_whitespace()) {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// Where the paragraph or the line that goes up to `end` begins, not before `from`; lines that somebody broke by hand go
/// together.
fn last_break(text: &str, from: usize, end: usize) -> usize {
    let next = line_ends(&text[from..end]).map(|(_, next)| from + next);
    next.filter(|&next| !goes_on(&text[next..])).last().unwrap_or(from)
}

/// Where the paragraph or the line that begins at `from` ends, not behind `to`.
fn first_break(text: &str, from: usize, to: usize) -> usize {
    let mut ends = line_ends(&text[from..to]).filter(|&(_, next)| !goes_on(&text[from + next..]));
    ends.next().map_or(to, |(end, _)| from + end)
}

/// Each end of a line in `text`, with where the next line begins.
fn line_ends(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let ends = text.match_indices(['\n', '\r']).filter(|&(at, _)| !text[at..].starts_with("\r\n"));
    ends.map(|(at, _)| (text[..at].strip_suffix('\r').map_or(at, str::len), at + 1))
}

/// Does a line go on the one above: with a small letter or a figure, and no mark of a list?
fn goes_on(line: &str) -> bool {
    let line = line.trim_start_matches(is_space);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let entry = |rest: &str| {
        let words = rest.trim_start_matches(is_space);
        // "1. godkender planen" goes on from "at udvalget", and "12. maj" and "2. behandling" from a line that somebody broke.
        let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let present = word.ends_with("er") && !word.ends_with("ber");
        words.starts_with("at ") || words.starts_with(char::is_uppercase) || present
    };
    let is_entry = digits > 0 && line[digits..].strip_prefix(['.', ')']).is_some_and(entry);
    !is_entry && line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '(' | '§'))
}

/// Does `text` start with the words `phrase`?
pub(super) fn starts_word(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// "5", "5a", "2-3", "a": what a law counts by.
pub(super) fn is_count(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[digits..];
    (digits > 0 || rest.len() == 1) && rest.chars().count() < 5 && !rest.contains(char::is_whitespace)
}
