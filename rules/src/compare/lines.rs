//! What a text says in figures and dates, and attachments that came or went.

use super::said::valued;
use super::{Change, Kind, Side};
use crate::danish::date::dates;
use crate::facts::amounts::amounts;
use crate::facts::quantity::Quantity;
use crate::minutes::Content;
use crate::text::{TextRange, range};

/// What a text says in figures and dates, as values in rising order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) amounts: Vec<i64>,
    /// Year, month and day in one number.
    pub(super) dates: Vec<i64>,
    /// All other numbers but the one that the line begins with.
    pub(super) numbers: Vec<i64>,
}

impl Values {
    pub(super) fn of(words: &str) -> Self {
        let found = amounts(words);
        let mut taken: Vec<TextRange> = found.iter().map(|amount| amount.range).collect();
        taken.extend(dates(words).map(|date| date.range));
        let mut amounts: Vec<i64> = found.iter().map(|amount| amount.kroner.value).collect();
        let mut numbers = numbers(words, &taken);
        let mut dates: Vec<i64> = dates(words)
            .map(|date| {
                i64::from(date.year.unwrap_or(0)) * 10_000 + i64::from(date.month) * 100 + i64::from(date.day)
            })
            .collect();
        amounts.sort_unstable();
        dates.sort_unstable();
        numbers.sort_unstable();
        Self { amounts, dates, numbers }
    }
}

/// The numbers of `words` that lie in none of `taken`.
fn numbers(words: &str, taken: &[TextRange]) -> Vec<i64> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let (number, len) =
            Quantity::read(&words[start..]).map_or((None, 1), |(number, len)| (Some(number), len));
        at = start + len;
        let place = range(start, at);
        let free = !taken.iter().any(|taken| taken.intersect(place).is_some_and(|both| !both.is_empty()));
        let glued = words[..start].ends_with(|c: char| c.is_alphanumeric());
        if start > 0 && free && !glued {
            found.extend(number.map(|number| number.value));
        }
    }
    found
}

/// Does the item list attachments?
pub(super) fn lists_attachments(side: &Side<'_>) -> bool {
    let list = |content: &Content| matches!(content, Content::Attachments(list) if !list.is_empty());
    side.item.sections.iter().any(|section| list(&section.content))
}

/// Attachments by their names; a name that is only spelt otherwise is the same.
pub(super) fn attachments(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let names = |side: &Side<'_>| -> Vec<(String, TextRange)> {
        let lists = side.item.sections.iter().filter_map(|section| match &section.content {
            Content::Attachments(list) => Some(list),
            _ => None,
        });
        lists.flatten().map(|attachment| (name(side.words(attachment.range)), attachment.range)).collect()
    };
    let (old, new) = (names(before), names(after));
    let has = |list: &[(String, TextRange)], name: &str| list.iter().any(|(other, _)| other == name);
    for (_, place) in old.iter().filter(|(name, _)| !has(&new, name)) {
        changes.push(Change {
            kind: Kind::AttachmentRemoved,
            agenda: Some(before.line(*place)),
            minutes: None,
        });
    }
    for (_, place) in new.iter().filter(|(name, _)| !has(&old, name)) {
        changes.push(Change { kind: Kind::AttachmentAdded, agenda: None, minutes: Some(after.line(*place)) });
    }
}

/// An attachment's name without its number and the kind of its file: "Bilag 1: Kort.pdf", "1. Kort".
fn name(words: &str) -> String {
    let all = words.trim().to_lowercase();
    let number = |words: &str| -> Option<String> {
        let rest = words.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.trim_start_matches([' ', '.', ':', ')', '-', '–']);
        (rest.len() < words.trim_start().len()).then(|| rest.to_owned())
    };
    let bare = all.strip_prefix("bilag ").and_then(number).or_else(|| {
        let ordered = all.trim_start_matches(|c: char| c.is_ascii_digit());
        (ordered.len() < all.len() && ordered.starts_with(['.', ')', ':'])).then(|| number(&all)).flatten()
    });
    let bare = bare.filter(|bare| !bare.is_empty()).unwrap_or(all);
    let is_ending = |ending: &str| {
        (3..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let stem = bare.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && is_ending(ending));
    valued(stem.map_or(&*bare, |(stem, _)| stem))
}
