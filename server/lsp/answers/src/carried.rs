//! What goes along when the entries of a list get other numbers: the decisions and references that name them.

use std::collections::HashMap;

use rules::text::TextRange;
use rules::text::edit::Edit;
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Target};

use super::numbering::{is_of, number, number_like};
use super::rename::is_range;

/// An entry of a list that gets a number.
pub(super) struct Moved {
    pub(super) target: Target,
    pub(super) new: u32,
}

/// The edits that let what named an entry by its old number name it by the new one.
#[derive(Default)]
pub(super) struct Carried {
    pub(super) edits: Vec<Edit>,
    /// Where two entries had the number, or something else may be meant.
    pub(super) asked: Vec<Edit>,
}

/// What goes along with `entries`, which are all of a list of the item at place `i`; nothing where it cannot be done: a
/// range would name others, or what named no entry would name one.
pub(super) fn carried(snapshot: &Snapshot, i: usize, entries: &[Moved]) -> Option<Carried> {
    let (text, document) = (snapshot.text(), &snapshot.document);
    let mut new: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in entries {
        new.entry(number(&entry.target)?).or_default().push(entry.new);
    }
    let like = |place: TextRange, new: u32| Some(Edit::replace(place, number_like(&text[place], new)?));
    let mut carried = Carried::default();
    let list = &entries.first()?.target;
    for named in occurrences::in_item(document, i) {
        let Some(old) = number(&named.target).filter(|_| !named.defines && is_of(&named.target, list)) else {
            continue;
        };
        match new.get(&old).map(Vec::as_slice) {
            None if entries.iter().any(|entry| entry.new == old) => return None,
            Some([right]) if *right != old => {
                let place = named.number.filter(|_| !is_range(snapshot, &named))?;
                carried.edits.push(like(place, *right)?);
            }
            Some([_, .., last]) if *last != old => carried.asked.push(like(named.number?, *last)?),
            None | Some(_) => {}
        }
    }
    let moved = || entries.iter().filter(|entry| number(&entry.target) != Some(entry.new));
    let points: Vec<u32> = moved().filter_map(|entry| number(&entry.target)).collect();
    if matches!(list, Target::Point(..)) && !occurrences::unread(document, i, &points).is_empty() {
        return None;
    }
    for entry in moved() {
        let unsure = occurrences::doubtful(document, &entry.target).into_iter();
        carried.asked.extend(unsure.filter_map(|place| like(place, entry.new)));
    }
    for edits in [&mut carried.edits, &mut carried.asked] {
        edits.sort();
        edits.dedup_by_key(|edit| edit.range());
    }
    Some(carried)
}
