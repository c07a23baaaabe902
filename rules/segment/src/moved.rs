//! Items that a meeting took in another order than that of their numbers: "1, 2, 5, 3, 4, 6".
//!
//! A series never runs backwards. But a number that it lacks, on a line that stands as its items do and in no list, is
//! that of an item which was moved.

use super::candidate::{AGAINST, Candidate, follows};
use syntax::sign::Sign;

/// So many items show how the others look.
const FEWEST: usize = 3;

/// Puts into the series `lines` the candidates that stand out of their order.
pub(super) fn insert(lines: &mut Vec<usize>, candidates: &[Candidate]) {
    if lines.len() < FEWEST {
        return;
    }
    let own = |at: usize| &candidates[at];
    let model = own(lines[0]);
    let mut numbers: Vec<u16> = lines.iter().map(|&at| own(at).numbering.value).collect();
    numbers.sort_unstable();
    let (least, most) = (numbers[0], numbers[numbers.len() - 1]);
    // Several meetings, or a closed part that counts anew, have each number more than once.
    if numbers.windows(2).any(|pair| pair[0] == pair[1]) {
        return;
    }
    let parted = lines.iter().filter(|&&at| own(at).signs.has(Sign::BlankBefore)).count() * 2 > lines.len();
    let lacks = |value: u16| {
        value + 1 >= least && value > 0 && value <= most + 1 && numbers.binary_search(&value).is_err()
    };
    let like = |candidate: &Candidate| {
        candidate.numbering.form == model.numbering.form
            && (candidate.rank, candidate.indent, candidate.bold) == (model.rank, model.indent, model.bold)
            && (!parted || candidate.signs.has(Sign::BlankBefore))
            && lacks(candidate.numbering.value)
    };
    let moved: Vec<usize> = (0..candidates.len())
        .filter(|&at| like(own(at)) && stands(candidates, at) && is_out_of_order(own(at), lines, candidates))
        .collect();
    let alone =
        |&&at: &&usize| moved.iter().filter(|&&other| own(other).numbering == own(at).numbering).count() == 1;
    lines.extend(moved.iter().filter(alone));
    lines.sort_unstable();
}

/// Does nothing on the line at `at`, or around it, say that it is the row of a list?
fn stands(candidates: &[Candidate], at: usize) -> bool {
    let own = &candidates[at];
    let row = |pair: Option<&[Candidate]>| {
        pair.is_some_and(|pair| {
            follows(&pair[0], &pair[1]) && pair[1].numbering.form == pair[0].numbering.form
        })
    };
    let before = at.checked_sub(1).and_then(|before| candidates.get(before..=at));
    let listed = row(before) || row(candidates.get(at..at + 2));
    let told = candidates.get(at + 1).is_none_or(|next| next.block > own.end + 1);
    let sure = own.signs.has(Sign::WordMarker) || own.signs.has(Sign::SectionFollows);
    own.row_of.is_none() && told && (sure || !listed) && !AGAINST.iter().any(|sign| own.signs.has(*sign))
}

/// Stands `own` between items of which the former has a larger number, or the next a smaller one?
fn is_out_of_order(own: &Candidate, lines: &[usize], candidates: &[Candidate]) -> bool {
    let place = lines.partition_point(|&at| candidates[at].block < own.block);
    let number = |at: usize| lines.get(at).map(|&at| candidates[at].numbering.value);
    place.checked_sub(1).and_then(number).is_some_and(|former| former > own.numbering.value)
        || number(place).is_some_and(|next| next < own.numbering.value)
}
