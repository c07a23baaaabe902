//! What a document says of its lines beside their words: which are headings, and of what rank; which lie in tables.
//!
//! Markdown writes the rank of a heading in the line itself. Word, LibreOffice and HTML keep it in a style or an
//! element, which is gone when only the text is left; so whoever reads such a document hands a side table along
//! (`Document::with_ranks`). A line that the table calls a heading is read as if "##" stood before it, and what a
//! document says outweighs what its lines look like.

use text::edit::Edit;
use text::{TextRange, TextSize};

/// What one line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// A heading of this level, from 1; those below the sixth count as the sixth.
    Heading(u8),
    /// A whole row of a table.
    Row,
    /// A paragraph inside a cell of a table.
    Cell,
    /// What a table or a picture is called: it heads nothing.
    Caption,
}

/// A side table: what the lines of a text are, by where they begin. Of lines that are not in it nothing is known, but
/// where it has headings, a line that it does not call one is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// In the order of the text.
    lines: Vec<(TextSize, Rank)>,
}

/// The deepest level that Markdown has.
const DEEPEST: u8 = 6;

impl Ranks {
    /// The table of `lines`, each with the byte of the text at which it begins; of two at one place the first counts.
    pub fn new(lines: impl IntoIterator<Item = (TextSize, Rank)>) -> Self {
        let mut lines: Vec<(TextSize, Rank)> = lines.into_iter().collect();
        lines.sort_by_key(|(start, _)| *start);
        lines.dedup_by_key(|(start, _)| *start);
        Self { lines }
    }

    /// What the line that begins at `start` is, where the document tells.
    pub fn of(&self, start: TextSize) -> Option<Rank> {
        let at = self.lines.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        Some(self.lines[at].1)
    }

    /// The table of the text after `edits`, sorted and apart: a line that was taken out is in it no more.
    pub fn after(&self, edits: &[Edit]) -> Self {
        let gone = |start: TextSize| {
            let mut over =
                edits.iter().filter(|edit| edit.range().start() <= start && start < edit.range().end());
            over.any(|edit| edit.text().is_empty() || edit.range().start() < start)
        };
        let moved = |start: TextSize| {
            let before = edits.iter().take_while(|edit| edit.range().end() <= start);
            before.fold(start, |start, edit| start + TextSize::of(edit.text()) - edit.range().len())
        };
        let left = self.lines.iter().filter(|(start, _)| !gone(*start));
        Self { lines: left.map(|(start, rank)| (moved(*start), *rank)).collect() }
    }

    /// Follows an edit: `range` of the old text was replaced by `inserted` bytes. A line whose start was taken out is
    /// forgotten.
    pub fn edit(&mut self, range: TextRange, inserted: TextSize) {
        let gone = |start: TextSize| range.start() < start && start < range.end();
        self.lines.retain(|(start, _)| !gone(*start));
        for (start, _) in self.lines.iter_mut().rev().take_while(|(start, _)| *start >= range.end()) {
            if *start > range.start() {
                *start = *start + inserted - range.len();
            }
        }
    }
}

impl Rank {
    /// The level of a heading as Markdown has it.
    pub(crate) fn level(self) -> Option<u8> {
        match self {
            Self::Heading(level) => Some(level.clamp(1, DEEPEST)),
            Self::Row | Self::Cell | Self::Caption => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use text::range;

    use super::{Rank, Ranks};

    #[test]
    fn ranks_move_with_their_lines() {
        let mut ranks =
            Ranks::new([(30.into(), Rank::Row), (0.into(), Rank::Heading(9)), (10.into(), Rank::Cell)]);
        ranks.edit(range(4, 6), 5.into());
        assert_eq!(
            ranks,
            Ranks::new([(0.into(), Rank::Heading(9)), (13.into(), Rank::Cell), (33.into(), Rank::Row)])
        );
        ranks.edit(range(12, 20), 0.into());
        assert_eq!(ranks, Ranks::new([(0.into(), Rank::Heading(9)), (25.into(), Rank::Row)]));
        assert_eq!(ranks.of(0.into()).and_then(Rank::level), Some(6));
    }
}
