//! Numbers that run: those of a list of points with the decisions that name them, and those of all items.

use std::collections::HashMap;

use rules::minutes::{Marker, Recommendation};
use rules::text::TextRange;
use rules::text::edit::Edit;

use super::Rewrite;
use crate::lsp::document::Snapshot;
use crate::lsp::occurrences::{self, Occurrence, Target};

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

/// Numbers all items from the number of the first, and with them the references to them; offered at the heading of an item
/// with a wrong number, and of the one before it: that is where the writer stands who has just put one in.
pub(super) fn items(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let document = &snapshot.document;
    let items = document.minutes().items().enumerate();
    let numbered = items.filter_map(|(i, placed)| Some((i, placed, placed.item.number?.0)));
    let mut next = None;
    let (mut here, mut stands) = (false, false);
    let mut wrong = HashMap::new();
    for (i, placed, number) in numbered {
        let right = *next.get_or_insert(number);
        next = right.checked_add(1);
        let stood =
            std::mem::replace(&mut stands, (placed.item.heading + placed.start).intersect(place).is_some());
        if number != right {
            wrong.insert(i, right);
            here |= stands || stood;
        }
    }
    if !here {
        return None;
    }
    let edit = |named: &Occurrence| match named.target {
        Target::Item(i) => Some(Edit::replace(named.number?, wrong.get(&i)?.to_string())),
        _ => None,
    };
    let mut edits: Vec<Edit> = occurrences::items(document).iter().filter_map(edit).collect();
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
