//! Headings over groups of items: "Beslutningssager", "Tillægsdagsorden". Below each the numbers may begin at 1 again.

use super::candidate::may_number;
use super::kinds::is_aside;
use syntax::block::{Block, Flag};
use syntax::numbered::Numbering;

/// Does block `at` stand apart over a group of items, the first of which is a number 1 right below it?
pub(super) fn heads_group(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    block.is(Flag::Group) && stands_apart(blocks, at) && {
        let below = blocks[at + 1..].iter().find(|block| !is_aside(block));
        let counts =
            |own: Numbering| !own.form.is_rare() || block.is(Flag::AddedGroup) && may_number(own.form);
        below.and_then(|below| below.numbering).is_some_and(|own| own.value == 1 && counts(own))
    }
}

/// Does it stand as a heading does: of a rank, in bold, or with a blank line above it?
fn stands_apart(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    let parted = above.is_none_or(|above| above.is(Flag::BlankAfter));
    blocks[at].mark.heading > 0 || parted
}
