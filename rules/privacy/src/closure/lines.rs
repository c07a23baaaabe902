//! The lines of a document, each with the item that it heads.

use super::Reading;
use crate::closed_signs::is_possible;
use minutes::Placed;
use syntax::{Block, Class};
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
    /// May the words speak of closed matter?
    pub is_possible: bool,
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
        lines.push(Line { start, block, words, is_possible: is_possible(words), heads });
        start = end;
    }
    lines
}

/// The words of the title of `placed`.
pub fn title<'d>(document: Reading<'d>, placed: &Placed<'_>) -> Option<&'d str> {
    placed.item.title.map(|title| &document.text()[title + placed.start])
}

/// Letters and digits of `words`, small.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
