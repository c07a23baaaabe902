//! Amounts and dates that differ in the text of the case, and attachments that came or went.

use rustc_hash::FxHashMap;

use super::{Change, Kind, Side, likeness, plain};
use crate::danish::date::dates;
use crate::facts::amounts::amounts;
use crate::facts::quantity::Quantity;
use crate::minutes::Content;
use crate::text::{TextRange, range, range_of};

/// Less alike than this, two lines are two lines.
const SAME: f64 = 0.6;

/// So many changed lines of an item are compared with each other; more is another text.
const MOST: usize = 200;

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

/// The lines of an item that are neither its decisions, its at-points nor its attachments.
fn lines(side: &Side<'_>) -> Vec<TextRange> {
    let prose = side
        .item
        .sections
        .iter()
        .filter(|section| matches!(section.content, Content::Prose | Content::Recommendation(_)));
    let bodies = std::iter::once(side.item.intro).chain(prose.map(|section| section.body));
    let text = &side.document.text()[TextRange::at(side.start, side.item.len)];
    let mut found = Vec::new();
    for body in bodies {
        let lines = text[body].split(['\n', '\r']).filter(|line| !line.trim().is_empty());
        found.extend(lines.map(|line| range_of(text, line.trim())));
    }
    // The points are compared as such.
    found.retain(|line| {
        !side.item.points().any(|point| point.text.intersect(*line).is_some_and(|both| !both.is_empty()))
    });
    found
}

/// Is the line part of the recommendation: in its section, or a sentence that recommends?
fn recommends(side: &Side<'_>, line: TextRange) -> bool {
    let within = side.item.section_at(line.start()).is_some_and(|section| {
        matches!(section.content, Content::Recommendation(_)) && section.body.contains_range(line)
    });
    let lower = side.words(line).to_lowercase();
    within
        || ["indstiller, at", "foreslår, at", "anbefaler, at", "indstiller at", "foreslår at", "anbefaler at"]
            .iter()
            .any(|words| lower.contains(words))
}

pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (lines(before), lines(after));
    let words = |side: &Side<'_>, lines: &[TextRange]| -> Vec<String> {
        lines.iter().map(|line| plain(side.words(*line))).collect()
    };
    let (old_words, new_words) = (words(before, &old), words(after, &new));
    let come = surplus(&new_words, &old_words, &[]);
    let gone = surplus(&old_words, &new_words, &come);
    if gone.len() > MOST || come.len() > MOST {
        return;
    }
    let mut taken = vec![false; new.len()];
    for at in gone {
        let alike = come
            .iter()
            .filter(|other| !taken[**other])
            .map(|&other| (likeness(&old_words[at], &new_words[other]), other));
        // Of two rows of a table the one with the same label.
        let label = |other: usize| first_word(&old_words[at]) == first_word(&new_words[other]);
        let Some((_, other)) = alike
            .filter(|(likeness, _)| *likeness >= SAME)
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| label(a.1).cmp(&label(b.1))))
        else {
            continue;
        };
        taken[other] = true;
        let (values, others) = (Values::of(before.words(old[at])), Values::of(after.words(new[other])));
        let mut push = |kind: Kind| {
            changes.push(Change {
                kind,
                agenda: Some(before.line(old[at])),
                minutes: Some(after.line(new[other])),
            });
        };
        if values != others && recommends(before, old[at]) {
            push(Kind::AtPointChanged);
        }
        if values.amounts != others.amounts {
            push(Kind::Amount);
        }
        if values.dates != others.dates {
            push(Kind::Date);
        }
        if values.numbers != others.numbers
            && values.amounts == others.amounts
            && values.dates == others.dates
        {
            push(Kind::Figure);
        }
    }
}

fn first_word(line: &str) -> Option<&str> {
    line.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())
}

/// The lines that `words` has more often than `others`; of equal ones those that stand nearest to one of `near`.
fn surplus(words: &[String], others: &[String], near: &[usize]) -> Vec<usize> {
    let mut places: FxHashMap<&str, (Vec<usize>, usize)> = FxHashMap::default();
    for (at, line) in words.iter().enumerate() {
        places.entry(line).or_default().0.push(at);
    }
    for line in others {
        if let Some((_, known)) = places.get_mut(line.as_str()) {
            *known += 1;
        }
    }
    let mut found = Vec::new();
    for (mut places, known) in places.into_values().filter(|(places, known)| places.len() > *known) {
        let far = |at: usize| near.iter().map(|other| other.abs_diff(at)).min().unwrap_or(0);
        places.sort_by_key(|&at| (far(at), at));
        found.extend(&places[..places.len() - known]);
    }
    found.sort_unstable();
    found
}

/// Attachments by their names; a name that is only spelt otherwise is the same.
pub(super) fn attachments(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let names = |side: &Side<'_>| -> Vec<(String, TextRange)> {
        let lists = side.item.sections.iter().filter_map(|section| match &section.content {
            Content::Attachments(list) => Some(list),
            _ => None,
        });
        lists.flatten().map(|attachment| (plain(side.words(attachment.range)), attachment.range)).collect()
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
