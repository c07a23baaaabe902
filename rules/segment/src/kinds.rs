//! What a block is to the headings of items: a section below one, or nothing of the text.

use syntax::block::{Block, Class};
use syntax::sign::Sign;
use syntax::vocabulary::Label;

/// Is a block the heading of a section, or a lead-in that stands for one?
pub(super) fn is_section(block: &Block) -> bool {
    block.numbering.is_none() && (block.begins_section() || block.shows(Sign::LeadIn))
}

/// "Konklusion:" is no longer, in bytes.
const LONGEST_LABEL: u32 = 12;

/// Is a block the heading of a section with nothing behind it, and no lead-in?
pub(super) fn is_bare_heading(block: &Block) -> bool {
    let label = || block.shows(Sign::LabelsDecision) && u32::from(block.words().len()) <= LONGEST_LABEL;
    block.numbering.is_none() && (block.begins_section() || label()) && !block.shows(Sign::LeadIn)
}

/// Does `block` only stand below the heading of an item: a section, a line that says what kind of item it is?
pub(super) fn is_below_heading(block: &Block) -> bool {
    is_section(block)
        || block.numbering.is_none()
            && matches!(
                block.class,
                Class::LineMark(_) | Class::ItemBelow(_) | Class::Label(Label::Officer | Label::ItemType)
            )
}

/// Is block `at`, "Dagsorden", the item by which the agenda is approved, with "Godkendt." below it?
pub(super) fn is_item_of_agenda(blocks: &[Block], at: usize) -> bool {
    blocks[at].class == Class::Contents
        && blocks[at].shows(Sign::KnownTitle)
        && blocks
            .get(at + 1)
            .is_some_and(|below| below.shows(Sign::SaysOutcome) || below.shows(Sign::LabelsDecision))
}

/// What a page prints around the text, comments and code.
pub(super) fn is_aside(block: &Block) -> bool {
    matches!(block.class, Class::Furniture | Class::Comment | Class::Code) && block.numbering.is_none()
}
