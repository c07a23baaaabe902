//! Numbers that run: those of a list of points with the decisions that name them, and those of all items.

use rules::minutes::{Marker, Recommendation};
use rules::text::TextRange;
use rules::text::edit::Edit;

use super::Rewrite;
use crate::lsp::document::Snapshot;
use crate::lsp::occurrences;

/// Numbers the points of the list at `place` from 1.
pub(super) fn points(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (_, placed) = occurrences::item_at(&snapshot.document, place.start())?;
    let inside = |recommendation: &&Recommendation| {
        let span = recommendation.points.iter().map(|point| point.text).reduce(TextRange::cover);
        span.is_some_and(|span| (span + placed.start).intersect(place).is_some())
    };
    let list = placed.item.recommendations().find(inside)?;
    let mut edits = Vec::new();
    for point in list.points.iter().filter(|point| point.marker == Marker::Number) {
        if let Some((number, range)) = point.number
            && number != point.index
        {
            edits.push(renumbered(snapshot.text(), range + placed.start, point.index));
        }
    }
    let title = snapshot.session.lang.pick("Nummerér listen fortløbende", "Number this list in order");
    (!edits.is_empty()).then(|| Rewrite { title: title.to_owned(), edits })
}

/// Numbers all items from the number of the first, and with them the references to them.
pub(super) fn items(snapshot: &Snapshot) -> Option<Rewrite> {
    let document = &snapshot.document;
    let items: Vec<_> = document.minutes().items().collect();
    let first = items.iter().find_map(|placed| placed.item.number.map(|(number, _)| number))?;
    let mut next = first;
    let mut wrong = Vec::new();
    for (i, placed) in items.iter().enumerate() {
        if let Some((number, _)) = placed.item.number {
            if number != next {
                wrong.push((i, next));
            }
            next += 1;
        }
    }
    let mut edits = Vec::new();
    for (i, right) in wrong {
        let places = occurrences::of(document, &occurrences::Target::Item(i));
        edits.extend(
            places.iter().filter_map(|o| o.number).map(|number| Edit::replace(number, right.to_string())),
        );
    }
    edits.sort();
    edits.dedup_by_key(|edit| edit.range());
    let title = snapshot.session.lang.pick("Nummerér alle punkter fortløbende", "Number all items in order");
    (!edits.is_empty()).then(|| Rewrite { title: title.to_owned(), edits })
}

/// The edit that writes `right` for the digits in `place`.
fn renumbered(text: &str, place: TextRange, right: u32) -> Edit {
    let words = &text[place];
    let kept = words.trim_matches(|c: char| !c.is_ascii_digit());
    Edit::replace(rules::text::range_of(words, kept) + place.start(), right.to_string())
}
