//! Headings over groups of items: "Beslutningssager", "Tillægsdagsorden". Below each the numbers may begin at 1 again.

use rustc_hash::FxHashSet;

use super::candidate::{Candidate, may_number};
use super::kinds::is_aside;
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::Sign;

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

/// What the numbered headings of one rank have shown so far.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    /// Does the first stand right below a heading of a higher rank? `None` before there is one.
    first_below: Option<bool>,
    known: bool,
    keys: FxHashSet<u32>,
}

impl Numbered {
    /// Takes note of `own`, which is of the rank.
    pub(super) fn add(&mut self, own: &Candidate, blocks: &[Block]) {
        let above = own.block.checked_sub(1).map_or(0, |above| blocks[above].mark.heading);
        self.first_below.get_or_insert((1..own.rank).contains(&above));
        self.known |= own.signs.has(Sign::KnownTitle);
        self.keys.insert(own.key);
    }
}

/// Does the document rank block `at`, a heading with no number of an item, over numbered headings that begin at 1 again, as it did one
/// over those `before` them? Below an item of the agenda numbered headings are those of its text: they bear no title that
/// items have, or the same ones each time.
pub(super) fn heads_rank(blocks: &[Block], at: usize, before: &[Numbered]) -> bool {
    let block = &blocks[at];
    // "II. Økonomi" and "B. Økonomi" stand over "1. Budget".
    let counts = |own: Numbering| !own.form.is_rare() && own.form != NumberForm::Roman;
    let is_own = |block: &Block| block.numbering.is_some() || block.class == Class::Text;
    if block.mark.heading == 0 || !is_own(block) || block.numbering.is_some_and(counts) {
        return false;
    }
    let below = blocks[at + 1..].iter().find(|block| !is_aside(block));
    let Some(below) = below.filter(|below| below.mark.heading > block.mark.heading) else { return false };
    before.get(usize::from(below.mark.heading)).is_some_and(|before| {
        below.numbering.is_some_and(|own| own.value == 1 && counts(own))
            && before.first_below == Some(true)
            && before.known
            && !before.keys.contains(&below.key)
    })
}

/// Does it stand as a heading does: of a rank, in bold, or with a blank line above it?
fn stands_apart(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    let parted = above.is_none_or(|above| above.is(Flag::BlankAfter));
    blocks[at].mark.heading > 0 || parted
}
