//! Lists that lie in lists: "1. Kontingent" and "2. Regnskab", farther in below "3. Kassereren" and above "4. Eventuelt".
//!
//! Such rows count from 1 as items do. But what stands at the edge counts on around them, so they are points of one item.

use super::candidate::{Candidate, follows};
use syntax::sign::Sign;

/// Rows that lie in another stand so many columns farther in at least.
const DEEPER: u8 = 2;

/// Marks the rows among `candidates` that lie in a row of the list around them.
pub(super) fn mark(candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        let outer = candidates[at - 1];
        if !begins(&outer, &candidates[at]) {
            continue;
        }
        let n = candidates[at..].iter().take_while(|row| is_deeper(&outer, row)).count();
        let goes_on = candidates.get(at + n).is_some_and(|next| counts_on(&outer, next));
        let rows = &mut candidates[at..at + n];
        if goes_on && !rows.iter().any(|row| row.signs.has(Sign::SectionFollows)) {
            rows.iter_mut().for_each(|row| row.signs.set(Sign::InList, true));
            candidates[at + n].row_of = Some(at as u32 - 1);
        }
    }
}

/// Does `row`, right after `outer`, begin a list of its own that counts as that does?
fn begins(outer: &Candidate, row: &Candidate) -> bool {
    row.numbering.value == 1 && row.numbering.form == outer.numbering.form && is_deeper(outer, row)
}

fn is_deeper(outer: &Candidate, row: &Candidate) -> bool {
    row.indent >= outer.indent.saturating_add(DEEPER) && row.rank == 0 && outer.rank == 0
}

/// Is `next` the row after `outer` in its list?
fn counts_on(outer: &Candidate, next: &Candidate) -> bool {
    next.indent == outer.indent
        && next.rank == outer.rank
        && next.numbering.form == outer.numbering.form
        && follows(outer, next)
}
