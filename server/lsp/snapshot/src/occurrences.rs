//! What in a document refers to what: at-points and the decisions that answer them, attachments, items, abbreviations.
//!
//! Definition, references, highlight, rename and linked editing all ask this one module.

mod abbreviations;
mod attachments;
mod crossing;
mod elsewhere;
mod names;
mod points;
mod unmoved;
mod unread;

use std::collections::HashMap;

use rules::document::Document;
use rules::minutes::{ItemReference, Mark, Placed, item_references, item_references_where, ordinal_word};
use rules::text::{TextRange, TextSize, range, range_of, size};

pub use abbreviations::written_out as abbreviations;
pub use attachments::named_in as attachments_named_in;
use crossing::Crossing;
use elsewhere::{Elsewhere, likely_items};
pub use names::{adapted, listed, people, shortened, surnames};
use unmoved::Unmoved;
pub use unread::unread;

/// Something that can be referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A point: the item's place in the row, the recommendation's place in the item, the point's number.
    Point(usize, usize, u32),
    /// An attachment: the place in the row of the item that lists it, and what it is called by.
    Attachment(usize, Mark),
    /// An item, by its place in the row.
    Item(usize),
    /// An abbreviation in capitals, as written.
    Abbreviation(String),
    /// The committee or a person of the head, as named there.
    Name(String),
}

/// A place where a target is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What is named.
    pub target: Target,
    /// The words that name it, in bytes of the document.
    pub place: TextRange,
    /// Its number there, when it is written out.
    pub number: Option<TextRange>,
    /// Is this where it stands, and not a reference to it?
    pub defines: bool,
}

/// The occurrences at `at`; several when one reference names several points.
pub fn at(document: &Document, at: TextSize) -> Vec<Occurrence> {
    let wanted = Wanted::Near(at);
    let crossing = Crossing::of(document, wanted);
    let mut found = items_but(document, &crossing, wanted);
    let here = item_at(document, at);
    if let Some((i, placed)) = here {
        within(document, i, placed, &crossing, &mut found);
        found.extend(attachments::likely(document, i));
    }
    found.extend(crossing.occurrences);
    found.retain(|occurrence| occurrence.place.contains_inclusive(at));
    Unmoved::of(document).left_out(&mut found);
    // "jf. lovens bilag 2" in a point is not about the point.
    if found.iter().all(|o| o.defines)
        && here.is_some_and(|(_, placed)| attachments::is_named(document, placed, at))
    {
        found.clear();
    }
    // "jf. bilag 2" in a point is about the attachment.
    if let Some(inner) = found.iter().filter(|o| !o.defines).map(|o| o.place.len()).min() {
        found.retain(|o| o.place.len() <= inner);
    }
    if found.is_empty() {
        found.extend(word_at(document, at));
    }
    // A number in "1. og 3. at-punkt" means that point alone.
    if found.iter().any(|o| o.number.is_some_and(|number| number.contains_inclusive(at))) {
        found.retain(|o| o.number.is_some_and(|number| number.contains_inclusive(at)));
    }
    found
}

/// The abbreviation, the committee or the person of the head that is named at `at`, whatever else stands there.
pub fn word_at(document: &Document, at: TextSize) -> Option<Occurrence> {
    abbreviations::at(document.text(), at).or_else(|| names::at(document, at))
}

/// Every occurrence of `target`, in the order of the text.
pub fn of(document: &Document, target: &Target) -> Vec<Occurrence> {
    let mut found;
    match target {
        Target::Point(i, ..) | Target::Attachment(i, _) => {
            let placed = document.minutes().items().nth(*i);
            let crossing = Crossing::of(document, placed.map_or(Wanted::All, Wanted::of_item));
            found = Vec::new();
            if let Some(placed) = placed {
                within(document, *i, placed, &crossing, &mut found);
            }
            found.extend(crossing.occurrences);
            found.extend(attachments::from_others(document, target));
        }
        Target::Item(i) => {
            let number = document.minutes().items().nth(*i).and_then(|placed| placed.item.number);
            let wanted = number.map_or(Wanted::All, |(number, _)| Wanted::Numbered(number));
            found = items_but(document, &Crossing::of(document, wanted), wanted);
        }
        Target::Abbreviation(word) => found = abbreviations::places(document.text(), word),
        Target::Name(name) => found = names::places(document, name),
    }
    found.retain(|occurrence| occurrence.target == *target);
    Unmoved::of(document).left_out(&mut found);
    found.sort_by_key(|occurrence| occurrence.place.start());
    found
}

/// The same for a reader: what most likely names `target` as well.
pub fn likely_of(document: &Document, target: &Target) -> Vec<Occurrence> {
    let mut found = of(document, target);
    found.extend(attachments::likely_of(document, target));
    if let Target::Item(i) = target {
        let number = document.minutes().items().nth(*i).and_then(|placed| placed.item.number);
        let likely = number.map(|(number, _)| likely_items(document, Wanted::Numbered(number)));
        found.extend(likely.into_iter().flatten().filter(|occurrence| occurrence.target == *target));
    }
    found.sort_by_key(|occurrence| occurrence.place.start());
    if let Target::Point(i, ..) = target
        && let Some(placed) = document.minutes().items().nth(*i)
    {
        let likely: Vec<Occurrence> = points::likely(document, *i, placed);
        // "De to første at-punkter" holds "første at-punkter".
        found.retain(|one| !likely.iter().any(|whole| whole.place.contains_range(one.place)));
        found.extend(likely.into_iter().filter(|occurrence| occurrence.target == *target));
        found.sort_by_key(|occurrence| occurrence.place.start());
    }
    if let Target::Name(name) = target {
        let alone = names::surnames(document, name).into_iter();
        let named = |place| Occurrence { target: target.clone(), place, number: None, defines: false };
        found.extend(alone.map(named));
        found.sort_by_key(|occurrence| occurrence.place.start());
    }
    found
}

/// The same, and what may name `target` and may mean something else: all that a rename changes or asks about.
pub fn all_of(document: &Document, target: &Target) -> Vec<Occurrence> {
    let mut found = likely_of(document, target);
    let mut unsure = doubtful(document, target);
    unsure.retain(|place| !found.iter().any(|known| known.place.contains_range(*place)));
    let named = |place| Occurrence { target: target.clone(), place, number: Some(place), defines: false };
    found.extend(unsure.into_iter().map(named));
    found.sort_by_key(|occurrence| occurrence.place.start());
    found
}

/// What may be named at `at`, and something else may be meant.
pub fn doubtful_at(document: &Document, at: TextSize) -> Vec<Occurrence> {
    let Some((i, _)) = item_at(document, at) else { return Vec::new() };
    let mut found = attachments::perhaps(document, i);
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let by_number = by_number(&items);
    let near = |(_, place): &(u32, TextRange)| place.contains_inclusive(at);
    found.extend(doubtful_items(document).into_iter().filter(near).filter_map(|(number, place)| {
        let target = Target::Item(*by_number.get(&number)?);
        Some(Occurrence { target, place, number: Some(place), defines: false })
    }));
    found.retain(|named| named.place.contains_inclusive(at));
    found
}

/// What is named at `place` for a reader, who is led to the last point of the list, and to whoever a last name alone is most
/// likely that of.
pub fn likely_at(document: &Document, place: TextSize) -> Vec<Occurrence> {
    let by_place = item_at(document, place).map(|(i, placed)| points::likely(document, i, placed));
    let by_place = by_place.into_iter().flatten().filter(|named| named.place.contains_inclusive(place));
    let mut found: Vec<Occurrence> = by_place.collect();
    if found.is_empty() {
        found = at(document, place);
    }
    if found.is_empty() {
        let likely = likely_items(document, Wanted::Near(place)).into_iter();
        found.extend(likely.filter(|named| named.place.contains_inclusive(place)).take(1));
    }
    if found.is_empty() {
        found.extend(names::surname_at(document, place));
    }
    found
}

/// Every point and attachment of the item at place `i`, and all that names them.
pub fn in_item(document: &Document, i: usize) -> Vec<Occurrence> {
    let placed = document.minutes().items().nth(i);
    let crossing = Crossing::of(document, placed.map_or(Wanted::All, Wanted::of_item));
    let mut found = Vec::new();
    if let Some(placed) = placed {
        within(document, i, placed, &crossing, &mut found);
    }
    found.extend(crossing.occurrences);
    Unmoved::of(document).left_out(&mut found);
    found
}

/// The item that `at` lies in, with its place in the row.
pub fn item_at(document: &Document, at: TextSize) -> Option<(usize, Placed<'_>)> {
    let end = size(document.text());
    document
        .minutes()
        .items()
        .enumerate()
        .find(|(_, placed)| placed.range().contains(at) || at == end && placed.range().end() == end)
}

/// Points and attachments of one item, and what names them there.
fn within(
    document: &Document,
    i: usize,
    placed: Placed<'_>,
    crossing: &Crossing,
    found: &mut Vec<Occurrence>,
) {
    points::within(document, i, placed, crossing, found);
    attachments::within(document, i, found);
}

/// The body that meets, empty where nobody knows.
fn body(document: &Document) -> &str {
    document.context().meeting.committee.as_deref().unwrap_or_default()
}

/// The places that may name `target` and may mean something else.
pub fn doubtful(document: &Document, target: &Target) -> Vec<TextRange> {
    let mut places = may_name(document, target);
    let mut unmoved = Unmoved::of(document);
    places.retain(|place| !unmoved.has(*place));
    places
}

fn may_name(document: &Document, target: &Target) -> Vec<TextRange> {
    let (text, minutes) = (document.text(), document.minutes());
    match *target {
        Target::Item(i) => {
            let number = minutes.items().nth(i).and_then(|placed| placed.item.number);
            let places = number.map(|_| doubtful_items(document)).unwrap_or_default().into_iter();
            let own = |(named, place)| (Some(named) == number.map(|(number, _)| number)).then_some(place);
            places.filter_map(own).collect()
        }
        Target::Attachment(..) => attachments::doubtful(document, target),
        Target::Point(i, _, number) => {
            let placed = minutes.items().nth(i);
            let places =
                placed.map(|placed| points::doubtful(document, placed)).unwrap_or_default().into_iter();
            places.filter_map(|place| written(text, place, number)).collect()
        }
        Target::Abbreviation(_) | Target::Name(_) => Vec::new(),
    }
}

/// The numbers that may be those of items, each where it stands.
pub fn doubtful_items(document: &Document) -> Vec<(u32, TextRange)> {
    let elsewhere = Elsewhere::of(document, &Crossing::of(document, Wanted::All));
    let items = document.minutes().items();
    let of_points: Vec<TextRange> = items.flat_map(|placed| points::doubtful(document, placed)).collect();
    let both = |place: TextRange| of_points.iter().any(|point| point.intersect(place).is_some());
    let doubtful = item_references(document.text(), body(document)).into_iter();
    let doubtful = doubtful
        .filter(|reference| both(reference.range) || !reference.certain && !elsewhere.has(reference.range));
    let mut unmoved = Unmoved::of(document);
    let written = |(number, place): (u32, Option<TextRange>)| Some((number, place?));
    let places = doubtful.flat_map(|reference| reference.numbers.into_iter().filter_map(written));
    places.filter(|(_, place)| !unmoved.has(*place)).collect()
}

/// Items: their headings, their lines in the table of contents, and "punkt 12" in the text.
pub fn items(document: &Document) -> Vec<Occurrence> {
    let mut found = items_but(document, &Crossing::of(document, Wanted::All), Wanted::All);
    Unmoved::of(document).left_out(&mut found);
    found
}

/// Which references are asked for; whose one is takes long to tell, and a long text has many.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    All,
    /// Those at a place, with what is named beside them.
    Near(TextSize),
    /// Those that name the item with this number.
    Numbered(u32),
    /// Those in a stretch of the text, and those that name the item with the number, if it has one.
    Within(TextRange, Option<u32>),
}

impl Wanted {
    fn of_item(placed: Placed<'_>) -> Self {
        Self::Within(placed.range(), placed.item.number.map(|(number, _)| number))
    }

    fn has(self, place: TextRange, mut numbers: impl Iterator<Item = u32>) -> bool {
        /// More than what is named beside an item is away from it.
        const NEAR: u32 = 200;
        match self {
            Self::All => true,
            Self::Near(at) => {
                let (from, to) = (u32::from(place.start()), u32::from(place.end()));
                let at = u32::from(at);
                from.saturating_sub(NEAR) <= at && at <= to.saturating_add(NEAR)
            }
            Self::Numbered(wanted) => numbers.any(|number| number == wanted),
            Self::Within(range, wanted) => {
                range.contains_range(place) || numbers.any(|number| Some(number) == wanted)
            }
        }
    }

    /// The references to items that are asked for.
    fn references(self, document: &Document) -> Vec<ItemReference> {
        let wanted =
            |named: &ItemReference| self.has(named.range, named.numbers.iter().map(|(number, _)| *number));
        item_references_where(document.text(), body(document), &wanted)
    }
}

fn items_but(document: &Document, crossing: &Crossing, wanted: Wanted) -> Vec<Occurrence> {
    let (text, minutes) = (document.text(), document.minutes());
    let mut found = Vec::new();
    let items: Vec<Placed<'_>> = minutes.items().collect();
    for (i, placed) in items.iter().enumerate() {
        let number = placed.item.number.map(|(_, range)| digits(text, range + placed.start));
        let place = placed.item.heading + placed.start;
        found.push(Occurrence { target: Target::Item(i), place, number, defines: true });
    }
    let by_number = by_number(&items);
    // Where a title is given twice, the first item is meant.
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
    let elsewhere = Elsewhere::of(document, crossing);
    let named = wanted.references(document).into_iter().filter(|named| named.certain);
    let named = named.filter(|named| !elsewhere.has(named.range));
    found.extend(named.flat_map(|named| occurrences_of(named, &by_number)));
    found
}

/// The items that `named` names.
fn occurrences_of(named: ItemReference, by_number: &HashMap<u32, usize>) -> Vec<Occurrence> {
    let ItemReference { range: place, numbers, .. } = named;
    let known = numbers.into_iter().filter_map(|(number, digits)| Some((*by_number.get(&number)?, digits)));
    known.map(|(i, number)| Occurrence { target: Target::Item(i), place, number, defines: false }).collect()
}

/// The items by their numbers; of two with one number the first is meant.
fn by_number(items: &[Placed<'_>]) -> HashMap<u32, usize> {
    items.iter().enumerate().rev().filter_map(|(i, p)| Some((p.item.number?.0, i))).collect()
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

/// Where the word for `number` stands in `place`: "tredje" in "tredje at-punkt".
fn ordinal(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let wanted = ordinal_word(number)?;
    let mut words = text[place].split(|c: char| !c.is_alphabetic());
    let found = words.find(|word| word.to_lowercase() == wanted)?;
    Some(range_of(&text[place], found) + place.start())
}

/// The digits or the letter in `place`, without the stop.
fn digits(text: &str, place: TextRange) -> TextRange {
    let words = &text[place];
    let kept = words.trim_matches(|c: char| !c.is_alphanumeric());
    range_of(words, kept) + place.start()
}
