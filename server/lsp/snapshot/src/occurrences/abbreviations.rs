//! Abbreviations in capitals that are written out somewhere: "Teknik- og Miljøudvalget (TMU)".

use rules::danish::letters;
use rules::text::{TextSize, range, size};

use super::{Occurrence, Target};

/// The abbreviation that `at` lies in.
pub(super) fn at(text: &str, at: TextSize) -> Option<Occurrence> {
    let at = usize::from(at).min(text.len());
    let start =
        at - text[..at].chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let end = at + text[at..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let word = &text[start..end];
    let word = word.strip_suffix('s').unwrap_or(word);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || word.chars().count() > LONGEST {
        return None;
    }
    let all = places(text, word);
    let here = range(start, start + word.len());
    all.iter().any(|o| o.defines).then(|| all.into_iter().find(|o| o.place == here)).flatten()
}

/// A longer word in capitals is none, in letters.
const LONGEST: usize = 8;

/// The abbreviations that stand in parentheses behind what they stand for, in the order of the text.
pub fn written_out(text: &str) -> Vec<&str> {
    let inside = text.match_indices('(').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !c.is_alphanumeric())?;
        let before = text[..at].trim_end_matches(' ');
        let follows = before.len() < at && before.ends_with(char::is_lowercase);
        (follows && rest[end..].starts_with(')')).then(|| &rest[..end])
    });
    let is_short = |word: &&str| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        capitals > 1 && word.chars().count() <= LONGEST
    };
    inside.filter(is_short).collect()
}

/// Every occurrence of the abbreviation `word`, with or without the "s" of the genitive; the first in parentheses after
/// other words writes it out.
pub(super) fn places(text: &str, word: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut defined = false;
    for (at, _) in text.match_indices(word) {
        let end = at + word.len();
        let offset = |n: usize| size(&text[..n]);
        let genitive = text[end..].starts_with('s') && letters::border_after(text, offset(end + 1));
        if !letters::border_before(text, offset(at))
            || !(genitive || letters::border_after(text, offset(end)))
        {
            continue;
        }
        let defines = !defined && text[..at].ends_with('(') && text[end..].starts_with(')');
        defined |= defines;
        let target = Target::Abbreviation(word.to_owned());
        found.push(Occurrence { target, place: range(at, end), number: None, defines });
    }
    found
}
