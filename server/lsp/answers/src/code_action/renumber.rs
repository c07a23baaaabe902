//! Numbers that run: those of a list of points with the decisions that name them, and those of all items.

use std::collections::HashMap;

use rules::minutes::{Marker, Point, Recommendation};
use rules::text::TextRange;
use rules::text::edit::Edit;
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Target};
use snapshot::structure::looks_like_heading;

use super::Rewrite;
use crate::carried::{Carried, Moved, carried};
use crate::numbering::number_like;

/// Numbers the points of the list at `place` from 1, and with them what answers them.
pub(super) fn points(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (i, placed) = occurrences::item_at(&snapshot.document, place.start())?;
    let inside = |recommendation: &&Recommendation| {
        let span = recommendation.points.iter().map(|point| point.text).reduce(TextRange::cover);
        span.is_some_and(|span| (span + placed.start).intersect(place).is_some())
    };
    let (n, list) = placed.item.recommendations().enumerate().find(|(_, list)| inside(list))?;
    let written = |point: &Point| point.number.map_or(point.index, |(number, _)| number);
    let numbered = |point: &&Point| point.marker == Marker::Number;
    let wrong = |point: &&Point| point.number.is_some_and(|(number, _)| number != point.index);
    let mut edits: Vec<Edit> = (list.points.iter().filter(numbered).filter(wrong))
        .filter_map(|point| Some(renumbered(snapshot.text(), point.number?.1 + placed.start, point.index)))
        .collect();
    // "2. Ny sti" below the points is the heading of an item that somebody is putting in.
    if edits.is_empty() || list.points.iter().any(|point| looks_like_heading(snapshot.text(), placed, point))
    {
        return None;
    }
    let moved = |point: &Point| Moved { target: Target::Point(i, n, written(point)), new: point.index };
    let entries: Vec<Moved> = list.points.iter().map(moved).collect();
    let Carried { edits: answers, asked } = carried(snapshot, i, &entries)?;
    edits.extend(answers);
    let title = snapshot.session.lang.pick("Nummerér listen fortløbende", "Number this list in order");
    Some(Rewrite { asked, ..Rewrite::new(title, edits) })
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
    let (edits, asked) = of_items(snapshot, &wrong);
    let title = snapshot.session.lang.pick("Nummerér alle punkter fortløbende", "Number all items in order");
    (!edits.is_empty()).then(|| Rewrite { asked, ..Rewrite::new(title, edits) })
}

/// The edits that give the items at the places of `wrong` their right numbers, with the references to them; and those of
/// places that may mean something else, or another item of the same number.
fn of_items(snapshot: &Snapshot, wrong: &HashMap<usize, u32>) -> (Vec<Edit>, Vec<Edit>) {
    let document = &snapshot.document;
    // Of several items with one number the last gives its new one to what named it: those before it were put in.
    let mut by_number: HashMap<u32, (usize, u32)> = HashMap::new();
    for (i, placed) in document.minutes().items().enumerate() {
        if let Some((number, _)) = placed.item.number {
            let right = wrong.get(&i).copied().unwrap_or(number);
            by_number
                .entry(number)
                .and_modify(|(n, last)| (*n, *last) = (*n + 1, right))
                .or_insert((1, right));
        }
    }
    let like =
        |place: TextRange, new: u32| Some(Edit::replace(place, number_like(&snapshot.text()[place], new)?));
    let (mut edits, mut asked) = (Vec::new(), Vec::new());
    for named in occurrences::items(document) {
        let (Target::Item(i), Some(place)) = (&named.target, named.number) else { continue };
        let written = snapshot.text()[place].parse().ok().and_then(|number: u32| by_number.get(&number));
        match (named.defines, written) {
            (false, Some(&(2.., right))) => asked.extend(like(place, right)),
            _ => edits.extend(wrong.get(i).and_then(|right| like(place, *right))),
        }
    }
    for (number, place) in occurrences::doubtful_items(document) {
        let right = by_number.get(&number).map(|(_, right)| *right).filter(|right| *right != number);
        asked.extend(right.and_then(|right| like(place, right)));
    }
    asked.retain(|edit| snapshot.text()[edit.range()] != *edit.text());
    for edits in [&mut edits, &mut asked] {
        edits.sort();
        edits.dedup_by_key(|edit| edit.range());
    }
    (edits, asked)
}

/// The edit that writes `right` for the digits in `place`.
fn renumbered(text: &str, place: TextRange, right: u32) -> Edit {
    let words = &text[place];
    let kept = words.trim_matches(|c: char| !c.is_ascii_digit());
    Edit::replace(rules::text::range_of(words, kept) + place.start(), right.to_string())
}
