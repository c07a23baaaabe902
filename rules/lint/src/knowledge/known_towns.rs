//! The municipalities that the document knows, and the seldom names that are slips for one of them.

use super::super::names::Names;
use super::tally::{Entry, Tally};
use super::towns::{is_slip, town};

/// A municipality is known when the document says its name this often.
const KNOWN_FROM: u32 = 10;

/// The towns that the settings name and those that the document names often, with how often; at most `most` of them.
pub(super) fn known_towns<'k>(people: &'k Tally, names: &'k Names, most: usize) -> Vec<(&'k str, u32)> {
    let mut towns: Vec<(&str, u32)> =
        names.municipality.iter().filter_map(|name| Some((town(name)?, u32::MAX))).collect();
    for (_, entry) in people.iter().filter(|(_, entry)| entry.all() >= KNOWN_FROM) {
        towns.extend(town(&entry.name).map(|town| (town, entry.all())));
    }
    towns.sort_unstable_by_key(|(town, mentions)| std::cmp::Reverse((*mentions, *town)));
    towns.truncate(most);
    towns
}

/// The town that begins the name of `entry`, which is seldom, and the known one that it is a slip for.
pub(super) fn slip_for<'k>(
    entry: &Entry,
    known: &[(&'k str, u32)],
) -> Option<(std::ops::Range<usize>, &'k str)> {
    let found = town(&entry.name)?;
    let rare = entry.all().saturating_mul(KNOWN_FROM);
    let slips = known.iter().filter(|(town, mentions)| *mentions >= rare && is_slip(found, town));
    let (right, _) = slips.max_by_key(|(town, mentions)| (*mentions, *town))?;
    Some((0..found.len(), *right))
}
