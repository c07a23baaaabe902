//! Titles that stand alone, without number, rank or agenda: "Godkendelse af referat", a blank line before it and text below.
//!
//! Nothing in such a line says that it is a heading, so the words must: at least two of them are titles that meetings
//! everywhere have, and the lines that look as these do are the others. What comes after the last known title, or
//! before the end of the head, is none.

use super::candidates::is_section;
use super::plain::Plain;
use super::weights::weights;
use crate::syntax::block::{Block, Class, Flag};
use crate::syntax::sign::Sign;

/// A longer line is a sentence, in bytes.
const LONGEST: usize = 90;
/// A longer line that ends in a colon leads to a list, in bytes.
const LONGEST_LABEL: usize = 40;
/// So many titles must be known, and at least one in so many.
const KNOWN: usize = 2;
const ONE_IN: usize = 4;

/// The titles that stand alone among `blocks`.
pub(super) fn best(blocks: &[Block]) -> Plain {
    // The first paragraph names who meets, and when.
    let opening = blocks.iter().position(|block| block.is(Flag::BlankAfter) && block.class != Class::Blank);
    let body = opening.map_or(blocks.len(), |at| at + 1);
    let lone: Vec<usize> = (body..blocks.len()).filter(|&at| stands_alone(blocks, at)).collect();
    let known = |at: &usize| blocks[*at].shows(Sign::KnownTitle);
    let looks = [Flag::BlankAfter, Flag::Capitals, Flag::Colon];
    let alike = |a: usize, b: usize| looks.iter().all(|flag| blocks[a].is(*flag) == blocks[b].is(*flag));
    let titles: Vec<usize> = lone.iter().copied().filter(known).collect();
    let usual = |model: &usize| titles.iter().filter(|at| alike(**at, *model)).count();
    let Some(model) = titles.iter().copied().max_by_key(|at| usual(at)).filter(|at| usual(at) >= KNOWN)
    else {
        return Plain::default();
    };
    let like: Vec<usize> = titles.into_iter().filter(|&at| alike(at, model)).collect();
    let (first, last) = (like[0], like[like.len() - 1]);
    let head = (0..first).rev().find(|&at| is_of_head(&blocks[at])).map_or(0, |at| at + 1);
    let mut plain = Plain::default();
    for at in lone.into_iter().filter(|&at| at >= head && at <= last && alike(at, model)) {
        // Two lines in a row with nothing between are no two items.
        let empty = blocks.get(at + 1).is_none_or(|_| stands_alone(blocks, at + 1));
        if !(empty && at < last) {
            plain.score += worth(blocks, at, plain.blocks.is_empty());
            plain.blocks.push(at);
        }
    }
    if like.len() * ONE_IN < plain.blocks.len() { Plain::default() } else { plain }
}

fn stands_alone(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let known = block.shows(Sign::KnownTitle);
    let above = at.checked_sub(1).map(|at| &blocks[at]);
    let parted = above.is_none_or(|above| above.is(Flag::BlankAfter) || above.class == Class::Blank);
    // "Økonomi" is an item among others where it is no section of them.
    let text = matches!(block.class, Class::Text | Class::Label(_) | Class::Section(_));
    // "Kloak:" is a title among "Referat:" and "Eventuelt:".
    let labelled =
        block.is(Flag::Colon) && block.is(Flag::Capital) && usize::from(block.words().len()) <= LONGEST_LABEL;
    let words = text && (known || block.shows(Sign::TitleLike) || labelled);
    let plain = block.numbering.is_none() && block.mark.heading == 0 && !block.mark.kind.is_list();
    parted
        && words
        && plain
        && (known || !block.shows(Sign::OfHead))
        && !block.shows(Sign::LeadIn)
        && u32::from(block.words().len()) as usize <= LONGEST
}

fn is_of_head(block: &Block) -> bool {
    !block.shows(Sign::KnownTitle) && (block.shows(Sign::OfHead) || matches!(block.class, Class::Label(_)))
}

fn worth(blocks: &[Block], at: usize, is_first: bool) -> f32 {
    let weights = weights();
    let below = blocks[at + 1..].iter().take(2).any(is_section);
    let signs = [
        (true, Sign::Base),
        (blocks[at].shows(Sign::KnownTitle), Sign::KnownTitle),
        (below, Sign::SectionFollows),
    ];
    let shown: f32 = signs.iter().filter(|(on, _)| *on).map(|(_, sign)| weights.of(*sign)).sum();
    shown + if is_first { 0.0 } else { weights.choice.plain_pair }
}
