//! What a document says of its lines beside their words: which are headings, and of what rank; which lie in tables.
//!
//! Markdown writes the rank of a heading in the line itself. Word, LibreOffice and HTML keep it in a style or an
//! element, which is gone when only the text is left; so whoever reads such a document hands a side table along
//! (`Document::with_ranks`). A line that the table calls a heading is read as if "##" stood before it, and what a
//! document says outweighs what its lines look like.

use crate::text::edit::Edit;
use crate::text::{TextRange, TextSize};

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
    pub(crate) fn of(&self, start: TextSize) -> Option<Rank> {
        let at = self.lines.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        Some(self.lines[at].1)
    }

    /// The table of the text after `edits`, sorted and apart: a line that was taken out is in it no more.
    pub(crate) fn after(&self, edits: &[Edit]) -> Self {
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
    pub(crate) fn edit(&mut self, range: TextRange, inserted: TextSize) {
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
    use super::{Rank, Ranks};
    use crate::document::{Document, Engine};
    use crate::text::edit::Edit;
    use crate::text::range;

    /// Three items, in the second of which a decision has a number; "#" stands for what the document calls a heading.
    fn ranked() -> Document {
        let written = "Byrådet\nMandag den 6. oktober 2025 kl. 17.00\n\n#1. Dagsorden\nGodkendt.\n\n\
            #2. Beredskab\nPlanen er klar.\n3. Planen sendes ud\nDet sker i maj.\n\n\
            #3. Havnen\nBroen er ny.\n\n#4. Eventuelt\nIntet.\n";
        let (mut text, mut lines) = (String::new(), Vec::new());
        for line in written.split_inclusive('\n') {
            if line.starts_with('#') {
                lines.push((crate::text::size(&text), Rank::Heading(2)));
            }
            text.push_str(line.trim_start_matches('#'));
        }
        Document::with_ranks(Engine::default().into(), text, Ranks::new(lines))
    }

    fn titles(document: &Document) -> Vec<&str> {
        let title = |placed: crate::minutes::Placed<'_>| {
            placed.item.title.map(|title| &document.text()[title + placed.start])
        };
        document.minutes().items().filter_map(title).collect()
    }

    #[test]
    fn a_line_that_the_document_calls_no_heading_is_no_item() {
        assert_eq!(titles(&ranked()), ["Dagsorden", "Beredskab", "Havnen", "Eventuelt"]);
    }

    #[test]
    fn what_a_table_is_called_heads_nothing() {
        let head = "Kulturudvalget\n\nReferat af møde tirsdag den 7. april 2026 kl. 17.00\n\n";
        let told = "1. Havnebus\n\nBussen er dyr.\n\nBudget\n\nBus\t4\n\nØkonomi\n\nTog\t5\n\nBeslutning\nGodkendt.\n";
        let text = format!("{head}{told}");
        let at = |words: &str| crate::text::size(&text[..text.find(words).unwrap_or(0)]);
        let captions = ["Budget", "Økonomi"].map(|words| (at(words), Rank::Caption));
        let ranks = Ranks::new(captions.into_iter().chain([(at("1. Hav"), Rank::Heading(2))]));
        let document = Document::with_ranks(Engine::default().into(), text.clone(), ranks);
        assert_eq!(titles(&document), ["Havnebus"]);
        let item = document.minutes().items().next().expect("one item").item.clone();
        assert_eq!(item.sections.len(), 1, "{:?}", item.sections);
    }

    #[test]
    fn an_edit_takes_the_ranks_along() {
        let mut document = ranked();
        for (at, words) in [("klar", "næsten "), ("Byrådet", "Referat\n\n"), ("Godkendt", "Punktet er ")] {
            let at = crate::text::size(&document.text()[..document.text().find(at).unwrap_or(0)]);
            document.edit(&Edit::insert(at, words)).expect("the place is in the text");
        }
        let mut read = ranked();
        let whole = crate::text::size(read.text());
        assert_eq!(titles(&document), ["Dagsorden", "Beredskab", "Havnen", "Eventuelt"]);
        read.edit(&Edit::replace(range(0, whole.into()), "Byrådet\n\n1. Skole\n2. Havn\n"))
            .expect("it is whole");
        assert_eq!(read.minutes(), Document::new(Engine::default().into(), read.text().to_owned()).minutes());
    }

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
