//! Where no items were found: the lines without numbers that came nearest to a heading, and what spoke against all.

use super::kinds::is_section;
use super::weights::weights;
use super::{Evidence, Segments, foreign};
use syntax::block::{Block, Class, Flag};
use syntax::sign::Sign;
use syntax::vocabulary::Vocabulary;

/// At most this many lines are told of.
const MOST: usize = 40;
/// A longer line is no title, in bytes.
const LONGEST: u32 = 60;

/// The lines of `blocks` that a title without a number could be.
pub(super) fn titles(blocks: &[Block]) -> Vec<Evidence> {
    let near = |at: &usize| is_near(&blocks[*at]);
    (0..blocks.len()).filter(near).take(MOST).map(|at| evidence(&blocks[at], at)).collect()
}

/// Could `block` be a title without a number?
pub fn is_near(block: &Block) -> bool {
    let shaped = block.shows(Sign::TitleLike) && u32::from(block.words().len()) <= LONGEST;
    let words = matches!(block.class, Class::Text | Class::Label(_) | Class::Table);
    words
        && block.numbering.is_none()
        && !is_section(block)
        && (block.shows(Sign::KnownTitle)
            || shaped && !block.shows(Sign::OfHead) && !block.shows(Sign::Agenda))
}

/// What the heading without a number at place `at` shows, which is that of an item.
pub(super) fn chosen(blocks: &[Block], at: usize) -> Evidence {
    Evidence { chosen: true, ..evidence(&blocks[at], at) }
}

fn evidence(block: &Block, at: usize) -> Evidence {
    let weights = weights();
    let heading = block.mark.heading > 0;
    let around = [
        (Sign::Base, true),
        (Sign::KnownTitle, block.shows(Sign::KnownTitle)),
        (Sign::MarkdownHeading, heading),
        (Sign::Bold, !heading && block.is(Flag::Bold)),
        (Sign::BlankAfter, block.is(Flag::BlankAfter)),
    ];
    let shown = around.into_iter().filter(|(_, on)| *on).map(|(sign, _)| (sign.name(), weights.of(sign)));
    let signs = shown.chain([("without-number".to_owned(), 0.0)]).collect();
    Evidence { block: at, numbering: None, signs, chosen: false }
}

/// Tells of each line that the document is of no meeting, where the items that were `found` fell for that.
pub(super) fn tell(
    text: &str,
    evidence: &mut [Evidence],
    blocks: &[Block],
    found: &Segments,
    vocabulary: &Vocabulary,
) {
    if foreign::are_of_other(text, blocks, found, true, vocabulary) {
        for own in evidence {
            own.signs.push(("other-document".to_owned(), weights().choice.other_document));
        }
    }
}
