//! Headings over groups of items: "Beslutningssager", "Tillægsdagsorden", "I. Formalia". Below each the numbers may begin at 1 again.
//!
//! Some say by their words what they are. Others do by their company: "A. Drift" and "B. Økonomi" count on while the numbers below
//! each begin at 1, and where "Beslutningspunkter" heads a group, "Drøftelse" does as well.

use rustc_hash::FxHashSet;

use super::Segment;
use super::candidate::{Candidate, may_number};
use super::kinds::is_aside;
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::Sign;

/// At least so many headings count on.
const COUNTED: usize = 2;
/// A heading without a number is no longer, in bytes.
const LONGEST: u32 = 40;

/// The places of all headings of groups among `blocks`, in their order.
pub(super) fn heads(blocks: &[Block]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..blocks.len()).filter(|&at| heads_group(blocks, at)).collect();
    let worded =
        heads.iter().copied().find(|&at| !blocks[at].is(Flag::AddedGroup) && blocks[at].numbering.is_none());
    if let Some(model) = worded {
        let look =
            |at: usize| (blocks[at].mark.heading, blocks[at].is(Flag::Bold), blocks[at].is(Flag::Capitals));
        let alike = |&at: &usize| look(at) == look(model) && could_head(blocks, at);
        let like: Vec<usize> = (model + 1..blocks.len()).filter(alike).collect();
        // What stands above several lists is a section of items.
        let mut keys: Vec<u32> = like.iter().map(|at| blocks[*at].key).collect();
        keys.sort_unstable();
        let once = |at: &usize| {
            let from = keys.partition_point(|key| *key < blocks[*at].key);
            // Headings with a colon have no key.
            blocks[*at].key == 0 && blocks[*at].class == Class::Text
                || keys.get(from + 1) != Some(&blocks[*at].key)
        };
        heads.extend(like.iter().copied().filter(once));
    }
    heads.extend(counted(blocks));
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// Cuts off each of `items` the heading of the next group, which would be a section of it: "Beslutninger".
pub(super) fn cut_off(heads: &[usize], blocks: &[Block], items: &mut [Segment]) {
    for at in 1..items.len() {
        let Some(above) = items[at].first.checked_sub(1) else { continue };
        if heads.binary_search(&above).is_ok() && matches!(blocks[above].class, Class::Section(_)) {
            items[at - 1].tail = items[at - 1].tail.max(1);
        }
    }
}

/// Does block `at` stand apart over a group of items, the first of which is a number 1 right below it?
pub(super) fn heads_group(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    block.is(Flag::Group) && stands_apart(blocks, at) && {
        let counts =
            |own: Numbering| !own.form.is_rare() || block.is(Flag::AddedGroup) && may_number(own.form);
        below(blocks, at).and_then(|below| below.numbering).is_some_and(|own| own.value == 1 && counts(own))
    }
}

/// Could a line of few words, which names nothing, head a group where others do?
fn could_head(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    block.numbering.is_none()
        && matches!(block.class, Class::Text | Class::Section(_))
        && !block.mark.kind.is_list()
        && u32::from(block.words().len()) <= LONGEST
        && (!block.is(Flag::Stopped) || block.is(Flag::Colon))
        && !block.shows(Sign::LeadIn)
        && !block.shows(Sign::LeadsList)
        && stands_apart(blocks, at)
        && begins(blocks, at)
}

/// Does an item begin below block `at`: a number 1, with no other number right below that?
fn begins(blocks: &[Block], at: usize) -> bool {
    let first = below(blocks, at);
    let one = |own: Numbering| own.value == 1 && own.form.is_plain();
    first.and_then(|first| first.numbering).is_some_and(one) && {
        let place = (at + 1..blocks.len()).find(|&at| !is_aside(&blocks[at])).unwrap_or(at);
        let said = [Sign::Outcome, Sign::AtPoint, Sign::SmallLetter, Sign::Sentence];
        if said.iter().any(|sign| blocks[place].shows(*sign)) {
            return false;
        }
        let next = blocks.get(place + 1);
        blocks[place].is(Flag::BlankAfter) && next.is_some()
            || next.is_some_and(|next| next.numbering.is_none())
    }
}

/// Letters and Roman numbers that count on from the first, below each of which, but for the last, numbers begin at 1.
fn counted(blocks: &[Block]) -> Vec<usize> {
    let counts =
        |form: NumberForm| matches!(form, NumberForm::Letter | NumberForm::Roman | NumberForm::RomanBare);
    let all =
        (0..blocks.len()).filter_map(|at| Some((at, blocks[at].numbering.filter(|own| counts(own.form))?)));
    let mut heads: Vec<(usize, Numbering)> = Vec::new();
    for (at, own) in all {
        let next = heads.last().map_or(1, |(_, last)| last.value + 1);
        let like = heads.first().is_none_or(|(_, first)| first.form == own.form);
        if own.value != next || !like || !stands_apart(blocks, at) {
            return Vec::new();
        }
        heads.push((at, own));
    }
    let first_none = heads.iter().position(|(at, _)| !begins(blocks, *at)).unwrap_or(heads.len());
    // "C. Eventuelt" behind them has its text right below, and is an item.
    let rest = heads.len() - first_none;
    let whole = first_none >= COUNTED && rest <= 1;
    heads.truncate(first_none);
    if whole { heads.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
}

/// Is block `at` "II. LUKKEDE PUNKTER", over items and none itself: apart from what it stands over, which begins as items do?
pub(super) fn heads_part(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let title =
        |below: &Block| below.numbering.is_some() || below.shows(Sign::TitleLike) && !below.is(Flag::Stopped);
    matches!(block.class, Class::Part { .. })
        && (block.is(Flag::BlankAfter) || block.mark.heading > 0)
        && below(blocks, at).is_some_and(title)
}

/// What stands right below block `at`.
fn below(blocks: &[Block], at: usize) -> Option<&Block> {
    blocks[at + 1..].iter().find(|block| !is_aside(block))
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
    let Some(below) = below(blocks, at).filter(|below| below.mark.heading > block.mark.heading) else {
        return false;
    };
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
