//! Which lines of a part a sentence goes on over: the one answer for all rules that look past the end of a line.
//!
//! What reads on needs to be sure, and asks whether it does; what keeps silent when a sentence could have begun further up, or
//! could end further down, asks whether it may.

use danish::sentences::may_go_on;
use syntax::{Block, Class, Flag, MarkKind};
use text::{TextRange, TextSize};

use super::view::PartView;

impl<'a> PartView<'a> {
    /// The words at `range`, with a space for each line end inside a sentence; as long as they are.
    pub fn read_on(&self, range: TextRange) -> &'a str {
        &self.reading()[range]
    }

    /// Does the sentence of the line above go on in the line that begins at `start`?
    pub fn goes_on_at(&self, start: TextSize) -> bool {
        let end = usize::from(start).checked_sub(1);
        end.is_some_and(|end| self.reading().as_bytes()[end] != self.text.as_bytes()[end])
    }

    /// May it? No blank line, heading or list mark stands between, and nothing shows that it ended.
    pub fn may_go_on_at(&self, start: TextSize) -> bool {
        let above = start.checked_sub(TextSize::new(1)).and_then(|end| self.block_at(end));
        let (Some((at, above)), Some((_, line))) = (above, self.block_at(start)) else { return false };
        let words = above.words() + at;
        is_text(above)
            && above.mark.heading == 0
            && !above.is(Flag::BlankAfter)
            && !self.is_heading(words)
            && line.mark.kind == MarkKind::None
            && may_go_on(&self.text[words], &self.text[line.words() + start])
    }

    /// The line at `at` up to there, with the lines above that may go on up to it; no more than `reach` bytes.
    pub fn before(&self, at: TextSize, reach: TextSize) -> TextRange {
        let first = at.checked_sub(reach).unwrap_or_default();
        let mut start = self.block_at(at).map_or(at, |(start, _)| start);
        while start > first && self.may_go_on_at(start) {
            let above = start - TextSize::new(1);
            start = self.block_at(above).map_or(above, |(start, _)| start);
        }
        let mut start = start.max(first);
        while !self.text.is_char_boundary(start.into()) {
            start += TextSize::new(1);
        }
        TextRange::new(start, at)
    }
}

/// Is `block` a line of running text, with or without a label before it?
pub(super) fn is_text(block: &Block) -> bool {
    matches!(block.class, Class::Text | Class::At | Class::Label(_))
}
