//! Where "punkt 2" names no item after all, and what may name one without saying so surely.

use rules::document::Document;
use rules::minutes::{ContentsEntry, Placed};
use rules::text::TextRange;

use super::{Crossing, Occurrence, Wanted, by_number, occurrences_of, points};

/// Where "punkt 2" means no item: headings, the table of contents, the answers to at-points, and points that name another
/// of their list.
pub(super) struct Elsewhere {
    /// In the order of the text, none over another.
    ranges: Vec<TextRange>,
}

impl Elsewhere {
    pub(super) fn of(document: &Document, crossing: &Crossing) -> Self {
        let (text, minutes) = (document.text(), document.minutes());
        let mut all: Vec<TextRange> =
            minutes.head().contents.iter().map(|entry: &ContentsEntry| entry.line).collect();
        for placed in minutes.items() {
            let answers = points::answered(document, placed).into_iter().map(|(place, _)| place);
            all.extend(answers.filter(|answer| !crossing.covers(*answer)));
            all.extend(points::doubtful(document, placed));
            all.push(placed.item.heading + placed.start);
            all.extend(points::conditions(text, placed).into_iter().map(|(place, ..)| place));
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
        Self { ranges: all }
    }

    pub(super) fn has(&self, place: TextRange) -> bool {
        let first = self.ranges.partition_point(|range| range.end() <= place.start());
        let other = self.ranges.get(first).and_then(|range| range.intersect(place));
        other.is_some_and(|other| !other.is_empty())
    }
}

/// What most likely names an item, and is not certain: "Sag 3", "pkt. 3a".
pub(super) fn likely_items(document: &Document, wanted: Wanted) -> Vec<Occurrence> {
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let by_number = by_number(&items);
    let mut named = wanted.references(document);
    named.retain(|named| named.likely && !named.certain);
    if named.is_empty() {
        return Vec::new();
    }
    let elsewhere = Elsewhere::of(document, &Crossing::of(document, wanted));
    let named = named.into_iter().filter(|named| !elsewhere.has(named.range));
    named.flat_map(|named| occurrences_of(named, &by_number)).collect()
}
