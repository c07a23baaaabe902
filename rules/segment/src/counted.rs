//! Headings below a long line that lacks its full stop: "… at indlede et samarbejde med naboerne" over "3. Eventuelt".
//!
//! Such a line may go on in a number: "Vi mødes den" over "3. maj". But a number that counts on from the item above, where no
//! other line bears it before the next, is that of an item.

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use syntax::block::Block;
use syntax::numbered::NumberForm;
use syntax::sign::{self, Sign};
use syntax::title;
use text::TextSize;

/// What the heading of an item does not show.
const AGAINST: [Sign; 9] = [
    Sign::InList,
    Sign::SmallLetter,
    Sign::Sentence,
    Sign::CommaEnd,
    Sign::Long,
    Sign::VeryLong,
    Sign::Outcome,
    Sign::DateOrAmount,
    Sign::AtPoint,
];

/// Takes the sign of a sentence that goes on from those of `candidates` that count on.
pub(super) fn settle(text: &str, blocks: &[Block], candidates: &mut [Candidate]) {
    if !candidates.iter().any(|own| own.signs.has(Sign::Continuation)) {
        return;
    }
    let alike = |own: &Candidate| (own.numbering.form, own.rank, own.indent, own.bold);
    let mut last: FxHashMap<_, usize> = FxHashMap::default();
    let mut next: Vec<Option<u16>> = vec![None; candidates.len()];
    let mut former = next.clone();
    for (at, own) in candidates.iter().enumerate().filter(|(_, own)| !own.signs.has(Sign::InList)) {
        if let Some(before) = last.insert(alike(own), at) {
            next[before] = Some(own.numbering.value);
            former[at] = Some(candidates[before].numbering.value);
        }
    }
    let mut ends = Ends { text, blocks, block: 0, start: TextSize::new(0) };
    for (at, own) in candidates.iter_mut().enumerate().filter(|(_, own)| own.signs.has(Sign::Continuation)) {
        let value = own.numbering.value;
        let counts_on = former[at].is_some_and(|former| former + 1 == value)
            && next[at].is_none_or(|next| next == value + 1 || next == 1);
        let titled = matches!(own.numbering.form, NumberForm::Stop | NumberForm::Paren | NumberForm::Colon)
            && own.signs.has(Sign::Capital)
            && !AGAINST.iter().any(|sign| own.signs.has(*sign));
        if counts_on && titled && ends.may_end(own.block) {
            own.signs = own.signs.without(Sign::Continuation);
        }
    }
}

/// The lines above the candidates, asked for in their order.
struct Ends<'t> {
    text: &'t str,
    blocks: &'t [Block],
    block: usize,
    start: TextSize,
}

impl Ends<'_> {
    /// May the line above the block at place `at` be the last of its sentence, and is that one no line of it?
    fn may_end(&mut self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else { return true };
        self.start += self.blocks[self.block..above].iter().map(|block| block.len).sum::<TextSize>();
        self.block = above;
        let words = &self.text[self.blocks[above].words() + self.start];
        let own = &self.text[self.blocks[at].words() + self.start + self.blocks[above].len];
        // In a paragraph that is filled to its width only the last line is shorter, and that has its stop.
        let len = |at: usize| u32::from(self.blocks[at].words().len());
        let shorter = len(at) * 4 < len(above) * 3;
        shorter
            && !own.ends_with('.')
            && !words.ends_with('/')
            && !sign::leads_number(words)
            && !title::goes_on(words)
    }
}
