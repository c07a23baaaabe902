//! The lines of a document, each with the item that it heads.

use std::sync::Arc;

use super::Reading;
use crate::closed_signs::{Speech, is_unticked};
use minutes::Placed;
use syntax::{Block, Class, Flag};
use text::{TextRange, TextSize};

/// A line that says something.
#[derive(Clone, Copy, Debug)]
pub struct Line<'d> {
    /// Where its block begins.
    pub start: TextSize,
    /// What the line is.
    pub block: &'d Block,
    /// The line without its mark.
    pub words: &'d str,
    /// What the words may say of closed matter.
    pub says: Speech,
    /// What they may say of it with the mark before them.
    pub written: Speech,
    /// The item, counted from 0, whose heading it is.
    pub heads: Option<usize>,
}

impl Line<'_> {
    /// The block with the blank lines behind it.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.start, self.block.len)
    }

    /// The line itself.
    pub fn place(&self) -> TextRange {
        self.block.words() + self.start
    }

    /// The number that it begins with.
    pub fn number(&self) -> Option<u32> {
        self.block.numbering.map(|numbering| numbering.value.into())
    }

    /// May it close an item, or a part of one, whatever else it says?
    pub(super) fn bears_on_closed(&self) -> bool {
        self.says.may_be
            || self.written.may_be
            || self.block.is(Flag::Closed)
            || matches!(self.block.class, Class::Part { closed: true })
    }

    /// Does it say nothing that a reader sees?
    pub fn is_silent(&self) -> bool {
        self.words.is_empty() || matches!(self.block.class, Class::Blank | Class::Comment | Class::Furniture)
    }
}

/// The lines of `document`.
pub fn lines(document: Reading<'_>) -> Vec<Line<'_>> {
    let minutes = document.minutes();
    let head = |placed: Placed<'_>| placed.start + placed.item.heading.start();
    let heads: Vec<TextSize> = minutes.items().map(head).collect();
    let (mut start, mut item) = (TextSize::new(0), 0);
    let mut lines = Vec::with_capacity(minutes.blocks().len());
    for block in minutes.blocks() {
        let end = start + block.len;
        while heads.get(item).is_some_and(|head| *head < start) {
            item += 1;
        }
        let heads = heads.get(item).filter(|head| **head < end).map(|_| item);
        let words = &document.text()[block.words() + start];
        let (says, written) = match document.told.get(lines.len()) {
            Some(told) => (Speech::from_bits(*told), Speech::from_bits(*told >> Speech::BITS)),
            None => told_of(document.text(), start, block),
        };
        lines.push(Line { start, block, words, says, written, heads });
        start = end;
    }
    lines
}

/// What the words of a block, and those with the mark before them, may say of closed matter.
fn told_of(text: &str, start: TextSize, block: &Block) -> (Speech, Speech) {
    let (words, written) = (&text[block.words() + start], &text[block.line() + start]);
    let says = Speech::of(words);
    // "- [ ] Lukket": the box may be the mark of a point.
    if says.may_be && is_unticked(written) {
        return Default::default();
    }
    (says, says.with_mark(written, written.len() - words.len()))
}

/// What each of `blocks`, which begin where `text` does, may say of closed matter: a byte each, to be kept as long as they are.
pub fn told_of_blocks(text: &str, blocks: &[Block]) -> Arc<[u8]> {
    let mut start = TextSize::new(0);
    let mut told = Vec::with_capacity(blocks.len());
    for block in blocks {
        let (says, written) = told_of(text, start, block);
        told.push(says.bits() | written.bits() << Speech::BITS);
        start += block.len;
    }
    told.into()
}

/// The words of the title of `placed`.
pub fn title<'d>(document: Reading<'d>, placed: &Placed<'_>) -> Option<&'d str> {
    placed.item.title.map(|title| &document.text()[title + placed.start])
}

/// Do `words` say `title`? One of a single word is said by itself alone: "Kiosken er dyr" does not say "Kiosk".
pub(super) fn says_title(words: &str, title: &str) -> bool {
    let own = letters(title);
    if title.trim().contains(' ') {
        return letters(words).contains(&own);
    }
    // "Kiosk ….. 5" has the page behind it.
    let is_own = |part: &str| letters(part).trim_matches(|c: char| c.is_ascii_digit()) == own;
    is_own(words) || words.split(['(', '[', '|', '\t', ':', '-', '–', '.', ',']).any(is_own)
}

/// Letters and digits of `words`, small.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
