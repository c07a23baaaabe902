//! The lines of a document, each with the item that it heads.

use std::sync::Arc;

use super::Reading;
use super::known::{Answers, Question};
use crate::closed_signs::{Phrase, Speech, is_unticked, whole};
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
    /// What was asked of its words before.
    pub(super) answers: Option<&'d Answers>,
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

    /// May it close an item or a part of one, or speak of it?
    pub fn bears(&self) -> bool {
        bears(self.block, self.says, self.written)
    }

    /// The answer to `question`; `read` finds it in the words, and must look at nothing else.
    pub(super) fn asked(&self, question: Question, read: impl FnOnce(&str) -> bool) -> bool {
        let Some(answers) = self.answers else { return read(self.words) };
        answers.to(question).unwrap_or_else(|| {
            let answer = read(self.words);
            answers.keep(question, answer);
            answer
        })
    }

    /// What it says of items where it says nothing else.
    pub(super) fn phrase(&self) -> Option<Phrase> {
        let mut said = None;
        let is_phrase = self.asked(Question::IsPhrase, |words| {
            said = whole(words);
            said.is_some()
        });
        if is_phrase { said.or_else(|| whole(self.words)) } else { None }
    }

    /// Does it say nothing that a reader sees?
    pub fn is_silent(&self) -> bool {
        self.words.is_empty() || matches!(self.block.class, Class::Blank | Class::Comment | Class::Furniture)
    }
}

/// The lines of `document`, of whose parts `said` is known what their lines may say of closed matter.
pub fn lines<'d>(document: Reading<'d>, said: &[&'d SaidOfClosed]) -> Vec<Line<'d>> {
    let mut said = said.iter().flat_map(|part| part.lines());
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
        let ((says, written), answers) = match said.next() {
            Some((said, answers)) => (said, Some(answers)),
            None => (told_of(document.text(), start, block), None),
        };
        lines.push(Line { start, block, words, says, written, heads, answers });
        start = end;
    }
    lines
}

/// What the words of a block, and those with the mark before them, may say of closed matter.
fn told_of(text: &str, start: TextSize, block: &Block) -> (Speech, Speech) {
    let (words, written) = (&text[block.words() + start], &text[block.line() + start]);
    let says = Speech::of(words);
    // "- [ ] Lukket": the box may be the mark of a point. "☐ = lukket punkt" tells what it means.
    if says.may_be && is_unticked(written) && !written.contains('=') {
        return Default::default();
    }
    (says, says.with_mark(written, written.len() - words.len()))
}

/// What each line of a part may say of closed matter, to be kept as long as its blocks are.
#[derive(Clone, Debug)]
pub struct SaidOfClosed {
    /// A byte for each block.
    lines: Arc<[u8]>,
    /// What has been asked of each since.
    answers: Arc<[Answers]>,
    bears: bool,
}

impl SaidOfClosed {
    /// That of `blocks`, which begin where `text` does.
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut start = TextSize::new(0);
        let mut lines = Vec::with_capacity(blocks.len());
        let mut bears = false;
        for block in blocks {
            let (says, written) = told_of(text, start, block);
            lines.push(says.bits() | written.bits() << Speech::BITS);
            bears |= self::bears(block, says, written);
            start += block.len;
        }
        let answers = blocks.iter().map(|_| Answers::default()).collect();
        Self { lines: lines.into(), answers, bears }
    }

    /// May any of the lines bear on what is closed in the document?
    pub fn bears(&self) -> bool {
        self.bears
    }

    fn lines(&self) -> impl Iterator<Item = ((Speech, Speech), &Answers)> {
        let said = |bits: &u8| (Speech::from_bits(*bits), Speech::from_bits(*bits >> Speech::BITS));
        self.lines.iter().map(said).zip(self.answers.iter())
    }
}

/// May a line close an item or a part of one, or speak of it?
fn bears(block: &Block, says: Speech, written: Speech) -> bool {
    says.may_be
        || written.may_be
        || block.is(Flag::Closed)
        || matches!(block.class, Class::Part { closed: true } | Class::Comment | Class::Code)
}

/// The words of the title of `placed`.
pub fn title<'d>(document: Reading<'d>, placed: &Placed<'_>) -> Option<&'d str> {
    placed.item.title.map(|title| &document.text()[title + placed.start])
}

/// Letters and digits of `words`, small.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
