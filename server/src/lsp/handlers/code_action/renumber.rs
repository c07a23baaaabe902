//! Numbers that run: those of a list of points with the decisions that name them, and those of all items.

use std::collections::HashMap;

use rules::minutes::{Marker, Point, Recommendation};
use rules::text::TextRange;
use rules::text::edit::Edit;

use super::Rewrite;
use crate::lsp::document::Snapshot;
use crate::lsp::occurrences::{self, Occurrence, Target};

/// Numbers the points of the list at `place` from 1, and with them what answers them.
pub(super) fn points(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (i, placed) = occurrences::item_at(&snapshot.document, place.start())?;
    let inside = |recommendation: &&Recommendation| {
        let span = recommendation.points.iter().map(|point| point.text).reduce(TextRange::cover);
        span.is_some_and(|span| (span + placed.start).intersect(place).is_some())
    };
    let (n, list) = placed.item.recommendations().enumerate().find(|(_, list)| inside(list))?;
    let mut edits = Vec::new();
    for point in list.points.iter().filter(|point| point.marker == Marker::Number) {
        if let Some((number, range)) = point.number
            && number != point.index
        {
            edits.push(renumbered(snapshot.text(), range + placed.start, point.index));
        }
    }
    if !edits.is_empty() {
        edits.extend(answers(snapshot, (i, n), list));
    }
    let title = snapshot.session.lang.pick("Nummerér listen fortløbende", "Number this list in order");
    (!edits.is_empty()).then(|| Rewrite { title: title.to_owned(), edits })
}

/// The edits that let what names a point of `list` by the number it had name it by its new one; none where two points had
/// the same, since nobody can tell which is meant.
fn answers(snapshot: &Snapshot, of: (usize, usize), list: &Recommendation) -> Vec<Edit> {
    let written = |point: &Point| point.number.map_or(point.index, |(number, _)| number);
    let new: HashMap<u32, u32> = list.points.iter().map(|point| (written(point), point.index)).collect();
    if new.len() < list.points.len() {
        return Vec::new();
    }
    let named = occurrences::in_item(&snapshot.document, of.0).into_iter().filter(|named| !named.defines);
    let edit = |named: Occurrence| match named.target {
        Target::Point(i, n, number) if (i, n) == of => {
            let right = new.get(&number).filter(|right| **right != number)?;
            Some(Edit::replace(named.number?, right.to_string()))
        }
        _ => None,
    };
    named.filter_map(edit).collect()
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
