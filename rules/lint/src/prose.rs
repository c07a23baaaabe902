//! What a part's own running text is, for rules that look at signs and words one by one.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::view::PartView;
use minutes::Section;
use syntax::{Block, Class, SectionKind};
use text::lines::floor_boundary;
use text::needle::Needle;
use text::{TextRange, TextSize};

/// Small words of other languages that are no Danish ones.
static FOREIGN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        words: FxHashSet<String>,
    }
    data::read::<File>("foreign_words").words
});

/// Three spaces stand in columns, and so do tabs.
pub(super) fn stands_in_columns(words: &str) -> bool {
    static COLUMN: Needle = Needle::new("   ");
    COLUMN.is_in(words)
}

impl<'a> PartView<'a> {
    /// The block that holds the byte `at`, with the place where it begins.
    pub fn block_at(&self, at: TextSize) -> Option<(TextSize, &'a Block)> {
        let starts = self.starts.get_or_init(|| self.placed_blocks().map(|(start, _)| start).collect());
        let i = starts.partition_point(|start| *start <= at).checked_sub(1)?;
        Some((starts[i], &self.blocks[i]))
    }

    /// The words of the block that holds `range`, when the block is a line of text.
    pub fn line_of(&self, range: TextRange) -> Option<TextRange> {
        let (start, block) = self.block_at(range.start())?;
        let words = block.words() + start;
        let text = matches!(
            block.class,
            Class::Text
                | Class::At
                | Class::Label(_)
                | Class::Section(_)
                | Class::Decision
                | Class::BodyDate
                | Class::Part { .. }
        );
        (text && words.contains_range(range)).then_some(words)
    }

    /// Is `range` among words of another language, of which those beside it tell: "the line type of"?
    pub fn is_foreign(&self, range: TextRange) -> bool {
        /// So many words before and behind are looked at.
        const BESIDE: usize = 4;
        let Some(line) = self.line_of(range) else { return false };
        let near = self.near(line, range);
        let before = &self.text[near.start().into()..range.start().into()];
        let behind = &self.text[range.end().into()..near.end().into()];
        let foreign = |word: &str| !word.is_empty() && FOREIGN.contains(&*word.to_ascii_lowercase());
        let words = |c: char| !c.is_alphanumeric();
        let no_gap = |word: &&str| !word.is_empty();
        before.rsplit(words).filter(no_gap).take(BESIDE).any(foreign)
            || behind.split(words).filter(no_gap).take(BESIDE).any(foreign)
    }

    /// Is `range` the secretary's own running text: in no table, list of attachments, quotation or address?
    pub fn is_prose(&self, range: TextRange) -> bool {
        let Some(line) = self.line_of(range) else { return false };
        let columns = stands_in_columns(&self.text[self.near(line, range)]);
        !columns && !self.is_attachment(range) && !self.is_opaque(range) && !self.is_quoted(range)
    }

    /// Does `range` lie in a row of a table, and in nothing else that the secretary did not write?
    pub fn is_cell(&self, range: TextRange) -> bool {
        let row = self.block_at(range.start()).is_some_and(|(start, block)| {
            block.class == Class::Table && (block.words() + start).contains_range(range)
        });
        row && !self.is_attachment(range) && !self.is_opaque(range) && !self.is_quoted(range)
    }

    /// The part of `line` that lies near `range`, so that a line of any length is quickly looked at.
    pub fn near(&self, line: TextRange, range: TextRange) -> TextRange {
        const REACH: usize = 400;
        let start = floor_boundary(self.text, usize::from(range.start()).saturating_sub(REACH));
        let end =
            floor_boundary(self.text, usize::from(range.end()).saturating_add(REACH).min(self.text.len()));
        let near = text::range(start, end);
        near.intersect(line).unwrap_or(range)
    }

    /// Does `range` lie in a list of attachments, whose lines are the names of files?
    pub fn is_attachment(&self, range: TextRange) -> bool {
        self.section_at(range).is_some_and(|section| section.kind == SectionKind::Attachments)
    }

    /// The section whose body holds `range`.
    pub fn section_at(&self, range: TextRange) -> Option<&'a Section> {
        self.item?.section_at(range.start()).filter(|section| section.body.contains_range(range))
    }

    /// The character that ends at byte `at`.
    pub fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The character that begins at byte `at`.
    pub fn char_after(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }
}

#[cfg(test)]
mod tests {
    use super::PartView;
    use crate::{Asked, Context, Frame};
    use house::Houses;
    use minutes::{Meeting, Stage};
    use syntax::{Vocabulary, scan};
    use text::{TextRange, range};

    /// Is the first place of `words` in `text` prose?
    fn is_prose(text: &str, words: &str) -> bool {
        asked(text, words, |view, place| view.is_prose(place))
    }

    /// Does the first place of `words` in `text` stand among foreign words?
    fn is_foreign(text: &str, words: &str) -> bool {
        asked(text, words, |view, place| view.is_foreign(place))
    }

    fn asked(text: &str, words: &str, ask: impl Fn(&PartView<'_>, TextRange) -> bool) -> bool {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < text.len() {
            blocks.push(scan::block(text, at, Vocabulary::common()));
            at += usize::from(blocks[blocks.len() - 1].len);
        }
        let house = Houses::standard().general().clone();
        let (names, options, dictionary) = Default::default();
        let meeting = Meeting::default();
        let frame = Frame { house, markdown: false, names, options, dictionary };
        let context = Context { frame, stage: Stage::Minutes, is_named: true, meeting };
        let start = text.find(words).expect("words of the text");
        ask(&PartView::new(text, None, &blocks, &Asked::new(&context)), range(start, start + words.len()))
    }

    #[test]
    fn words_beside_tell_of_another_language() {
        let text = "Ordet document og the application of rules.\n";
        assert!(is_foreign(text, "application") && !is_foreign("Rådet har set planen.\n", "set"));
        assert!(!is_foreign("The plan is, som rådet skrev i sin plan fra maj, document.\n", "document"));
    }

    #[test]
    fn running_text_is_prose() {
        assert!(is_prose("Resume\n\n- Skolen på Ærø er ny.\n", "Ærø"));
    }

    #[test]
    fn tables_quotations_and_addresses_are_none() {
        for (text, words) in [
            ("Skole\tElever\n", "Elever"),
            ("Skole   Elever\n", "Elever"),
            ("Han skrev ”skolen” til os.\n", "skolen"),
            ("Se www.skolen.dk nu.\n", "skolen"),
            ("Skolen .....\t3\n", "Skolen"),
            ("  - Skolen\n", "-"),
        ] {
            assert!(!is_prose(text, words), "{text}");
        }
    }
}
