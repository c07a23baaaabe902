//! Titles in small letters behind a number that no sign parts from them: "3 besøg på plejehjemmet".
//!
//! A line that begins so may count anything, so none is a candidate by itself. It is one where exactly its number is missing
//! between "2 Økonomi" and "4 Eventuelt", or behind the last where others have small letters too.

use super::candidate::Candidate;
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, Numbering, in_small};
use syntax::sign::Sign;
use text::TextSize;

/// A longer line is a sentence, in bytes.
const LONGEST: u32 = 60;
/// So many titles behind such numbers stand already.
const FEWEST: usize = 2;

/// The lines among `blocks` that bear the numbers missing among `candidates`: their places, with what each is.
pub(super) fn missing(text: &str, blocks: &[Block], candidates: &[Candidate]) -> Vec<(usize, Numbering)> {
    let bare: Vec<&Candidate> =
        candidates.iter().filter(|own| own.numbering.form == NumberForm::Bare).collect();
    let holes = || bare.windows(2).any(|pair| pair[0].numbering.value + 1 < pair[1].numbering.value);
    let small = bare.iter().any(|own| own.signs.has(Sign::SmallLetter));
    if bare.len() < FEWEST || !(small || holes()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut next, mut wanted, mut start) = (0, None, TextSize::new(0));
    for (at, block) in blocks.iter().enumerate() {
        if bare.get(next).is_some_and(|own| own.block == at) {
            wanted = bare[next].numbering.value.checked_add(1);
            next += 1;
        } else if let Some(value) = wanted.filter(|_| stands(blocks, at)) {
            let line = &text[block.words() + start];
            let below = bare.get(next).map_or(small, |own| own.numbering.value > value);
            if let Some(own) = in_small(line).filter(|own| below && own.numbering.value == value) {
                wanted = value.checked_add(1);
                found.push((at, own.numbering));
            }
        }
        start += block.len;
    }
    found
}

/// Does block `at` stand apart as a title does?
fn stands(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    block.class == Class::Text
        && block.numbering.is_none()
        && !block.is(Flag::Stopped)
        && !block.mark.kind.is_list()
        && u32::from(block.words().len()) <= LONGEST
        && at.checked_sub(1).is_some_and(|above| blocks[above].is(Flag::BlankAfter))
}
