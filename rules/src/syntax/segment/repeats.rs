//! Headings that stand twice: an agenda or a table of contents first, the items afterwards.

use super::candidates::{Candidate, Found};
use crate::syntax::sign::Sign;

/// So many repetitions before and after a line are looked at, which keeps the walk linear.
const NEAR: usize = 3;
/// Two lines so near each other are one heading printed twice, in blocks.
const TWICE: usize = 4;

/// Marks the candidates whose number and title come again, or came before.
pub(super) fn mark(found: &mut Found) {
    let candidates = &mut found.candidates;
    let mut places: Vec<(u32, u16, usize)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.key != 0)
        .map(|(at, candidate)| (candidate.key, candidate.numbering.value, at))
        .collect();
    places.sort_unstable();
    let mut again = vec![false; candidates.len()];
    for (i, &(key, value, at)) in places.iter().enumerate() {
        let near = &places[i.saturating_sub(NEAR)..(i + NEAR + 1).min(places.len())];
        for &(_, _, other) in near.iter().filter(|place| (place.0, place.1) == (key, value) && place.2 != at)
        {
            // Each meeting approves its agenda.
            if candidates[at].meeting != candidates[other].meeting {
                continue;
            }
            let twice = is_twice(candidates, at, other);
            match (other > at, twice) {
                (true, false) => again[at] = true,
                (true, true) => {}
                (false, true) => candidates[at].signs.set(Sign::PrintedTwice, true),
                (false, false) => candidates[at].signs.set(Sign::ListedBefore, true),
            }
        }
    }
    for candidate in candidates.iter_mut() {
        let listed = found.entries.get(&candidate.key).is_some_and(|entry| *entry < candidate.block);
        if candidate.key != 0 && listed {
            candidate.signs.set(Sign::ListedBefore, true);
        }
    }
    mark_runs(candidates, &again);
}

/// Are the two one heading, printed twice, with none of another number between?
fn is_twice(candidates: &[Candidate], at: usize, other: usize) -> bool {
    let (first, second) = (at.min(other), at.max(other));
    let own = &candidates[at].numbering;
    let forms = [own.form, candidates[other].numbering.form];
    let listed = |at: usize| candidates[at].signs.has(Sign::InList) || candidates[at].row_of.is_some();
    // The last row of an agenda for another meeting may be the next item's title.
    listed(first) == listed(second)
        && candidates[second].block - candidates[first].block <= TWICE
        && !candidates[first + 1..second]
            .iter()
            .any(|between| between.numbering.value != own.value && forms.contains(&between.numbering.form))
}

/// One row that comes again makes its whole list one of items to come.
fn mark_runs(candidates: &mut [Candidate], again: &[bool]) {
    let mut start = 0;
    for end in 1..=candidates.len() {
        let ends = candidates.get(end).is_none_or(|candidate| {
            let former = &candidates[end - 1];
            candidate.block != former.end + 1
                || candidate.rank > 0
                || !super::candidates::follows(former, candidate)
                || candidate.signs.has(Sign::SectionFollows)
        });
        if !ends {
            continue;
        }
        let hit = again[start..end].iter().any(|again| *again);
        for at in start..end {
            let listed = again[at] || hit && end - start > 1;
            candidates[at].signs.set(Sign::AgainLater, listed);
        }
        start = end;
    }
}
