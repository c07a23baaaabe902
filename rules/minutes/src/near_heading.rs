//! Lines of an item that stand as a heading and are a letter or two from a title.
//!
//! The parser takes them for text, so the section that each should begin is part of the one before. Which titles a
//! document can mean is a question for its house and its other items.

use super::Section;
use syntax::{Block, Class, Flag, MarkKind, TitleId, Vocabulary};
use text::{TextRange, TextSize};

/// A line that is nearly a title; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearHeading {
    /// The words that are misspelt; a colon after them, or the body and date of a decision, is not among them.
    pub range: TextRange,
    /// The titles that may be meant, each with the number of letters that differ.
    pub titles: Vec<(TitleId, u8)>,
}

/// No heading is longer, in bytes.
const LONGEST: usize = 160;

/// The lines of the item `text` that are nearly a title, from `start` on.
pub(super) fn near_headings(
    text: &str,
    blocks: &[Block],
    start: TextSize,
    sections: &[Section],
    vocabulary: &Vocabulary,
) -> Vec<NearHeading> {
    let mut found = Vec::new();
    let dense = is_dense(blocks, sections);
    let mut at = TextSize::new(0);
    let mut parted = true;
    for block in blocks {
        if parted && at >= start && stands_as_heading(block) {
            let words = block.words() + at;
            if let Some((len, titles)) = vocabulary.near_titles(&text[words]) {
                found.push(NearHeading { range: TextRange::at(words.start(), len), titles });
            }
        }
        parted = dense || block.is(Flag::BlankAfter) || block.begins_section();
        at += block.len;
    }
    found
}

/// Is a block a line of few words without a mark, as a heading is?
fn stands_as_heading(block: &Block) -> bool {
    let marked = block.mark.kind != MarkKind::None && block.mark.heading == 0;
    let stopped = block.is(Flag::Stopped) && !block.is(Flag::Colon);
    let short = usize::from(block.words().len()) <= LONGEST;
    short && block.class == Class::Text && block.is(Flag::Capital) && !marked && !stopped
}

/// Do most headings of the item follow the line before without a blank one?
fn is_dense(blocks: &[Block], sections: &[Section]) -> bool {
    let before = sections.iter().filter_map(|section| blocks.get(section.blocks.start.checked_sub(2)?));
    let (mut glued, mut all) = (0, 0);
    for block in before {
        all += 1;
        glued += usize::from(!block.is(Flag::BlankAfter));
    }
    glued * 2 > all
}
