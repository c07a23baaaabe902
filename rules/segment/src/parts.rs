//! Items of a part of the meeting that numbers its own: "L1" and "L2" below "LUKKET DAGSORDEN", "T1" below
//! "Tillægsdagsorden", "Ekstrapunkt 7".
//!
//! The series of the meeting does not count on in them. Lost, they would lie in its last item, and what was decided
//! behind closed doors would be told of that.

use super::candidate::{Candidate, follows, may_number};
use super::{Segment, lone};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// What is no heading, whatever its number.
const AGAINST: [Sign; 8] = [
    Sign::AgainLater,
    Sign::PrintedTwice,
    Sign::ContentsLine,
    Sign::Continuation,
    Sign::SmallLetter,
    Sign::DateOrAmount,
    Sign::AtPoint,
    Sign::Outcome,
];

/// The places in `others` of the items of parts of the meeting in which the series `lines` of `candidates` has none.
pub(super) fn put_in(lines: &[usize], candidates: &[Candidate], others: &[Candidate]) -> Vec<usize> {
    let series = || lines.iter().map(|&line| &candidates[line]);
    let Some(model) = series().next() else { return Vec::new() };
    let parted = series().filter(|own| own.signs.has(Sign::BlankBefore)).count() * 2 > lines.len();
    let mut found: Vec<usize> = Vec::new();
    for (at, own) in others.iter().enumerate() {
        let form = own.numbering.form;
        let of_part = own.part > 0
            && !series().any(|item| item.part == own.part)
            && form != NumberForm::Lettered
            && may_number(form);
        let former = found.last().map(|&last| &others[last]).filter(|last| last.part == own.part);
        let last = || series().take_while(|item| item.block < own.block).last();
        let counts_on = match former {
            Some(former) => follows(former, own) && form.is_like(former.numbering.form),
            // The numbers of the part may go on with those before it: "5L" behind "4".
            None => {
                let next = last().map(|last| last.numbering.value.saturating_add(1));
                (own.numbering.value == 1 || Some(own.numbering.value) == next)
                    && is_first_of_part(own, candidates, others)
            }
        };
        let stands = (own.rank, own.in_cell) == (model.rank, model.in_cell)
            && own.indent.abs_diff(model.indent) <= 1
            && (!parted || own.signs.has(Sign::BlankBefore))
            && !AGAINST.iter().any(|sign| own.signs.has(*sign));
        if of_part && counts_on && stands {
            found.push(at);
        }
    }
    found
}

/// Is no other numbered line between `own` and the heading of its part?
fn is_first_of_part(own: &Candidate, candidates: &[Candidate], others: &[Candidate]) -> bool {
    let before = |other: &Candidate| other.part == own.part && other.block < own.block;
    !candidates.iter().chain(others).any(before)
}

/// The titles without numbers in the closed parts of the meeting, among `parts`, in which no line has a number.
pub(super) fn untitled(
    items: &[Segment],
    parts: &[(usize, bool)],
    (candidates, others): (&[Candidate], &[Candidate]),
    blocks: &[Block],
) -> Vec<Segment> {
    let Some(first) = items.first().map(|item| item.first) else { return Vec::new() };
    let numbered = |at: &usize| {
        let holds = |row: &[Candidate]| row.binary_search_by_key(at, |own| own.block).is_ok();
        holds(candidates) || holds(others)
    };
    let mut found = Vec::new();
    for (i, &(head, closed)) in parts.iter().enumerate() {
        let end = parts.get(i + 1).map_or(blocks.len(), |(next, _)| *next);
        let apart = head.checked_sub(1).is_some_and(|above| blocks[above].is(Flag::BlankAfter));
        if !closed || head < first || !apart || (head + 1..end).any(|at| numbered(&at)) {
            continue;
        }
        let heads = |at: usize| {
            lone::stands_alone(blocks, at)
                && blocks[at].class == Class::Text
                && !blocks[at].shows(Sign::SaysOutcome)
                && !blocks[at].is(Flag::Stopped)
                && at + 1 < end
        };
        let told = |at: usize| !heads(at + 1);
        let titles = (head + 1..end).filter(|&at| heads(at) && told(at));
        // What stands first below the heading says whether titles do.
        let titles: Vec<usize> = titles.collect();
        if titles.first() == Some(&(head + 1)) && blocks[head].is(Flag::BlankAfter) {
            found.extend(titles.into_iter().map(Segment::new));
        }
    }
    found
}

/// Puts into the series `lines` the items that came later: "Ekstrapunkt 5. Salg af grund".
pub(super) fn insert_added(lines: &mut Vec<usize>, candidates: &[Candidate]) {
    let (Some(&first), Some(own)) = (lines.first(), lines.first().map(|&at| &candidates[at])) else { return };
    if own.numbering.form.is_added() {
        return;
    }
    let stands = |candidate: &Candidate| {
        candidate.numbering.form.is_added()
            && candidate.rank == own.rank
            && candidate.signs.has(Sign::BlankBefore)
            && !candidate.signs.has(Sign::InList)
            && !candidate.signs.has(Sign::Sentence)
            && !AGAINST.iter().any(|sign| candidate.signs.has(*sign))
    };
    let added: Vec<usize> = (first..candidates.len()).filter(|&at| stands(&candidates[at])).collect();
    lines.extend(added.into_iter().filter(|at| lines.binary_search(at).is_err()).collect::<Vec<_>>());
    lines.sort_unstable();
}
