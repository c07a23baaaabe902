//! Headings that stand twice: an agenda or a table of contents first, the items afterwards.

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, follows};
use super::candidates::Found;
use syntax::block::Block;
use syntax::sign::Sign;

/// At most this many repetitions before and after a line are looked at, which keeps the walk linear.
const NEAR: usize = 3;
/// Two lines so near each other are one heading printed twice, in blocks.
const TWICE: usize = 4;

/// Marks the candidates whose number and title come again, or came before.
pub(super) fn mark(found: &mut Found, blocks: &[Block]) {
    mark_among(&mut found.candidates, &found.entries, blocks);
    mark_among(&mut found.rare, &found.entries, blocks);
}

fn mark_among(candidates: &mut [Candidate], entries: &FxHashMap<u32, usize>, blocks: &[Block]) {
    let keyed = candidates.iter().enumerate().filter(|(_, candidate)| candidate.key != 0);
    let mut places: Vec<u128> = keyed.map(|(at, candidate)| place(candidate, at)).collect();
    places.sort_unstable();
    let mut again = vec![false; candidates.len()];
    for (i, &own) in places.iter().enumerate() {
        let near = &places[i.saturating_sub(NEAR)..(i + NEAR + 1).min(places.len())];
        let at = at_of(own);
        for other in near.iter().filter(|&&other| other >> 64 == own >> 64 && other != own) {
            let other = at_of(*other);
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
        let listed = entries.get(&candidate.key).is_some_and(|entry| *entry < candidate.block);
        if candidate.key != 0 && listed {
            candidate.signs.set(Sign::ListedBefore, true);
        }
    }
    mark_runs(candidates, &again);
    mark_agendas(candidates, blocks);
}

/// Title, number and place of the candidate at `at` as one number, which sorts quicker than three.
fn place(candidate: &Candidate, at: usize) -> u128 {
    u128::from(candidate.key) << 80 | u128::from(candidate.numbering.value) << 64 | at as u128
}

/// The place of a candidate in what [`place`] made of it.
fn at_of(place: u128) -> usize {
    (place & u128::from(u64::MAX)) as usize
}

/// At most this many lists of items to come stand at the top of a text.
const AGENDAS: usize = 4;

/// A list of items to come of which only the numbers come again: "Ad 1 Kassereren orienterede", or "1. Kassereren
/// orienterede" below "Referat:".
fn mark_agendas(candidates: &mut [Candidate], blocks: &[Block]) {
    let mut start = 0;
    for _ in 0..AGENDAS {
        let end = start + rows(&candidates[start..]);
        let listed = candidates.get(start).is_some_and(|first| first.numbering.value <= 1 && first.rank == 0);
        if end < start + 2 || !listed {
            return;
        }
        if let Some(later) = told_later(candidates, blocks, start..end) {
            candidates[start..end].iter_mut().for_each(|row| row.signs.set(Sign::AgainLater, true));
            candidates[later].iter_mut().for_each(|told| told.signs.set(Sign::ListedBefore, true));
        }
        start = end;
    }
}

/// How many of `candidates` are rows of the list that the first begins.
fn rows(candidates: &[Candidate]) -> usize {
    let goes_on = |pair: &&[Candidate]| {
        let [former, next] = pair else { return false };
        next.block == former.end + 1 && follows(former, next) && former.numbering.form == next.numbering.form
    };
    1 + candidates.windows(2).take_while(|pair| goes_on(pair)).count()
}

/// The lines that tell of the items in `list` by their numbers.
fn told_later(
    candidates: &[Candidate],
    blocks: &[Block],
    list: std::ops::Range<usize>,
) -> Option<std::ops::Range<usize>> {
    let rows = &candidates[list.clone()];
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    let behind = &candidates[list.end..];
    let is_told = |candidate: &Candidate| {
        let worded = candidate.numbering.form.has_word() && !first.numbering.form.has_word();
        candidate.numbering.value <= 1 && (worded || is_headed(blocks, last.end, candidate))
    };
    let from = list.end + behind.iter().position(is_told)?;
    let told = &candidates[from..];
    let counts_on = |pair: &&[Candidate]| {
        let [former, next] = pair else { return false };
        next.numbering.form == former.numbering.form && next.numbering.value > former.numbering.value
    };
    let n = 1 + told.windows(2).take_while(|pair| counts_on(pair)).count();
    let numbers = || told[..n].iter().map(|candidate| candidate.numbering.value);
    let fits = n >= 2 && n * 2 >= rows.len() && numbers().all(|value| value <= last.numbering.value + 1);
    let told_of = |sign: Sign| told[..n].iter().filter(|candidate| candidate.signs.has(sign)).count() * 2 > n;
    (fits && !told_of(Sign::AtPoint) && !told_of(Sign::SmallLetter)).then_some(from..from + n)
}

/// Does "Referat:" stand right above `candidate`, behind block `after`?
fn is_headed(blocks: &[Block], after: usize, candidate: &Candidate) -> bool {
    const LONGEST: u32 = 60;
    let above = blocks[after + 1..candidate.block].iter().rev().take(4);
    let names = |block: &Block| {
        let short = u32::from(block.words().len()) <= LONGEST;
        block.numbering.is_none() && short && block.shows(Sign::Agenda) && block.shows(Sign::OfHead)
    };
    above.into_iter().any(names)
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
                || !follows(former, candidate)
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
