//! What in a document refers to what: at-points and the decisions that answer them, attachments, items, abbreviations.
//!
//! Definition, references, highlight, rename and linked editing all ask this one module.

mod names;

use std::collections::HashMap;

use rules::danish::letters;
use rules::document::Document;
use rules::minutes::{Attachment, Content, Placed, Recommendation, item_references, point_references};
use rules::text::{TextRange, TextSize, range, range_of, size};

/// Something that can be referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A point: the item's place in the row, the recommendation's place in the item, the point's number.
    Point(usize, usize, u32),
    /// An attachment of an item: the item's place in the row, the attachment's number.
    Attachment(usize, u32),
    /// An item, by its place in the row.
    Item(usize),
    /// An abbreviation in capitals, as written.
    Abbreviation(String),
    /// The committee or a person of the head, as named there.
    Name(String),
}

/// A place where a target is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// What is named.
    pub(crate) target: Target,
    /// The words that name it, in bytes of the document.
    pub(crate) place: TextRange,
    /// Its number there, when it is written out.
    pub(crate) number: Option<TextRange>,
    /// Is this where it stands, and not a reference to it?
    pub(crate) defines: bool,
}

/// The occurrences at `at`; several when one reference names several points.
pub(crate) fn at(document: &Document, at: TextSize) -> Vec<Occurrence> {
    let touches = |occurrence: &Occurrence| occurrence.place.contains_inclusive(at);
    let mut found = items(document);
    if let Some((i, placed)) = item_at(document, at) {
        within(document, i, placed, &mut found);
    }
    found.retain(touches);
    // "jf. bilag 2" in a point is about the attachment.
    if let Some(inner) = found.iter().filter(|o| !o.defines).map(|o| o.place.len()).min() {
        found.retain(|o| o.place.len() <= inner);
    }
    if found.is_empty() {
        found.extend(abbreviation_at(document.text(), at));
    }
    if found.is_empty() {
        found.extend(names::at(document, at));
    }
    // A number in "1. og 3. at-punkt" means that point alone.
    if found.iter().any(|o| o.number.is_some_and(|number| number.contains_inclusive(at))) {
        found.retain(|o| o.number.is_some_and(|number| number.contains_inclusive(at)));
    }
    found
}

/// The committee or the person of the head that is named at `at`, whatever else stands there.
pub(crate) fn name_at(document: &Document, at: TextSize) -> Option<Occurrence> {
    names::at(document, at)
}

/// Every occurrence of `target`, in the order of the text.
pub(crate) fn of(document: &Document, target: &Target) -> Vec<Occurrence> {
    let mut found;
    match target {
        Target::Point(i, ..) | Target::Attachment(i, _) => found = in_item(document, *i),
        Target::Item(_) => found = items(document),
        Target::Abbreviation(word) => found = abbreviations(document.text(), word),
        Target::Name(name) => found = names::places(document, name),
    }
    found.retain(|occurrence| occurrence.target == *target);
    found.sort_by_key(|occurrence| occurrence.place.start());
    found
}

/// Every point and attachment that is named in the item at place `i`.
pub(crate) fn in_item(document: &Document, i: usize) -> Vec<Occurrence> {
    let mut found = Vec::new();
    if let Some(placed) = document.minutes().items().nth(i) {
        within(document, i, placed, &mut found);
    }
    found
}

/// The item that `at` lies in, with its place in the row.
pub(crate) fn item_at(document: &Document, at: TextSize) -> Option<(usize, Placed<'_>)> {
    let end = size(document.text());
    document
        .minutes()
        .items()
        .enumerate()
        .find(|(_, placed)| placed.range().contains(at) || at == end && placed.range().end() == end)
}

/// Points and attachments of one item.
fn within(document: &Document, i: usize, placed: Placed<'_>, found: &mut Vec<Occurrence>) {
    let (text, start) = (document.text(), placed.start);
    let mut recommendations = 0;
    for section in &placed.item.sections {
        match &section.content {
            Content::Recommendation(recommendation) => {
                points(text, start, (i, recommendations), recommendation, found);
                recommendations += 1;
            }
            Content::Decision(decision) => {
                let list = (i, recommendations.saturating_sub(1));
                for answer in decision.answers() {
                    named_points(text, answer.points.range + start, &answer.points.points, list, found);
                }
            }
            Content::Attachments(list) => attachments(text, start, i, list, found),
            Content::Prose if recommendations > 0 => {
                let body = &text[section.body + start];
                for reference in point_references(body) {
                    let place = reference.range + section.body.start() + start;
                    named_points(text, place, &reference.points, (i, recommendations - 1), found);
                }
            }
            Content::Prose => {}
        }
    }
    for reference in &placed.item.attachment_references {
        let place = reference.range + start;
        let is_listed =
            |o: &Occurrence| matches!(o.target, Target::Attachment(..)) && o.place.contains_range(place);
        // The line of the list itself is no reference.
        if found.iter().any(|o| o.defines && is_listed(o)) {
            continue;
        }
        for &number in &reference.numbers {
            let target = Target::Attachment(i, number);
            found.push(Occurrence { target, place, number: written(text, place, number), defines: false });
        }
    }
}

/// The points of a recommendation, which is the `list.1`th of the item at place `list.0`.
fn points(
    text: &str,
    start: TextSize,
    list: (usize, usize),
    recommendation: &Recommendation,
    found: &mut Vec<Occurrence>,
) {
    for point in &recommendation.points {
        let number = point.number.map(|(_, range)| digits(text, range + start));
        let words = point.text + start;
        let place = number.map_or(words, |number| number.cover(words));
        let target = Target::Point(list.0, list.1, point.index);
        found.push(Occurrence { target, place, number, defines: true });
    }
}

/// A place that names points of a recommendation.
fn named_points(
    text: &str,
    place: TextRange,
    points: &[u32],
    list: (usize, usize),
    found: &mut Vec<Occurrence>,
) {
    for &point in points {
        let target = Target::Point(list.0, list.1, point);
        found.push(Occurrence { target, place, number: written(text, place, point), defines: false });
    }
}

/// The attachments that the item at place `i` lists.
fn attachments(text: &str, start: TextSize, i: usize, list: &[Attachment], found: &mut Vec<Occurrence>) {
    for attachment in list {
        if let Some(number) = attachment.number {
            let own = attachment.range + start;
            let written = written(text, own, number).or_else(|| mark_before(text, own, number));
            let place = written.map_or(own, |mark| mark.cover(own));
            let target = Target::Attachment(i, number);
            found.push(Occurrence { target, place, number: written, defines: true });
        }
    }
}

/// Items: their headings, their lines in the table of contents, and "punkt 12" in the text.
pub(crate) fn items(document: &Document) -> Vec<Occurrence> {
    let (text, minutes) = (document.text(), document.minutes());
    let mut found = Vec::new();
    let items: Vec<Placed<'_>> = minutes.items().collect();
    for (i, placed) in items.iter().enumerate() {
        let number = placed.item.number.map(|(_, range)| digits(text, range + placed.start));
        let place = placed.item.heading + placed.start;
        found.push(Occurrence { target: Target::Item(i), place, number, defines: true });
    }
    // Where a number or a title is given twice, the first item is meant.
    let numbered = items.iter().enumerate().rev().filter_map(|(i, p)| Some((p.item.number?.0, i)));
    let by_number: HashMap<u32, usize> = numbered.collect();
    let titled =
        items.iter().enumerate().rev().filter_map(|(i, p)| Some((&text[p.item.title? + p.start], i)));
    let by_title: HashMap<&str, usize> = titled.collect();
    for entry in &minutes.head().contents {
        let by_number = entry.number.and_then(|number| by_number.get(&number));
        if let Some(&i) = by_number.or_else(|| by_title.get(&text[entry.title])) {
            let number = entry.number.and_then(|number| written(text, entry.line, number));
            found.push(Occurrence { target: Target::Item(i), place: entry.line, number, defines: false });
        }
    }
    let elsewhere = something_else(&items, &minutes.head().contents);
    for reference in item_references(text) {
        let first = elsewhere.partition_point(|range| range.end() <= reference.range.start());
        let other = elsewhere.get(first).and_then(|range| range.intersect(reference.range));
        if other.is_some_and(|other| !other.is_empty()) {
            continue;
        }
        for (number, digits) in reference.numbers {
            if let Some(&i) = by_number.get(&number) {
                let target = Target::Item(i);
                found.push(Occurrence { target, place: reference.range, number: digits, defines: false });
            }
        }
    }
    found
}

/// Where "punkt 2" means no item: headings, the table of contents, and the answers to at-points, in the order of the text.
fn something_else(items: &[Placed<'_>], contents: &[rules::minutes::ContentsEntry]) -> Vec<TextRange> {
    let mut all: Vec<TextRange> = contents.iter().map(|entry| entry.line).collect();
    for placed in items {
        let answers = placed.item.decisions().flat_map(|(_, decision)| decision.answers());
        let within = answers.map(|answer| answer.points.range).chain([placed.item.heading]);
        all.extend(within.map(|range| range + placed.start));
    }
    all.sort_by_key(|range| (range.start(), range.end()));
    // One range that holds another would hide what follows it from a search.
    all.dedup_by(|next, last| {
        let joins = next.start() < last.end();
        if joins {
            *last = last.cover(*next);
        }
        joins
    });
    all
}

/// Where `number` is written in `place`: "3" in "1. og 3. at-punkt".
fn written(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let words = &text[place];
    let wanted = number.to_string();
    words.match_indices(&wanted).map(|(at, _)| at).find_map(|at| {
        let (before, after) = (words[..at].chars().next_back(), words[at + wanted.len()..].chars().next());
        let alone = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_digit());
        (alone(before) && alone(after)).then(|| range(at, at + wanted.len()) + place.start())
    })
}

/// The `number` that stands as a mark of a list before `place`: the "2" in "2. Tidsplan".
fn mark_before(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let line = &text[..usize::from(place.start())];
    let lead = &line[line.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
    let mark = lead.trim().trim_end_matches(['.', ')', ':']);
    (mark == number.to_string()).then(|| range_of(text, mark))
}

/// The digits or the letter in `place`, without the stop.
fn digits(text: &str, place: TextRange) -> TextRange {
    let words = &text[place];
    let kept = words.trim_matches(|c: char| !c.is_alphanumeric());
    range_of(words, kept) + place.start()
}

/// The abbreviation in capitals that `at` lies in, when it is written out somewhere: "(SAU)".
fn abbreviation_at(text: &str, at: TextSize) -> Option<Occurrence> {
    let at = usize::from(at).min(text.len());
    let start =
        at - text[..at].chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let end = at + text[at..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let word = &text[start..end];
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || word.chars().count() > 8 {
        return None;
    }
    let all = abbreviations(text, word);
    all.iter().any(|o| o.defines).then(|| all.into_iter().find(|o| o.place == range(start, end))).flatten()
}

/// Every occurrence of the abbreviation `word`; the first in parentheses after other words writes it out.
fn abbreviations(text: &str, word: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut defined = false;
    for (at, _) in text.match_indices(word) {
        let end = at + word.len();
        let offset = |n: usize| size(&text[..n]);
        if !letters::border_before(text, offset(at)) || !letters::border_after(text, offset(end)) {
            continue;
        }
        let defines = !defined && text[..at].ends_with('(') && text[end..].starts_with(')');
        defined |= defines;
        let target = Target::Abbreviation(word.to_owned());
        found.push(Occurrence { target, place: range(at, end), number: None, defines });
    }
    found
}
