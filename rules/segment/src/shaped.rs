//! Items that only the shape of the whole document tells: every paragraph begins with a title, or all that stands below "Dagsorden"
//! is a list of titles.
//!
//! Where no number, rank or known title says so, one line proves nothing. So all of the text must be of one shape from the first
//! title to the end, and its first lines must say that there was a meeting, or is to be.

use super::kinds::is_section;
use super::lone::{self, runs_in};
use super::plain::Plain;
use syntax::block::{Block, Class, Flag, MarkKind};
use syntax::sign::Sign;
use syntax::vocabulary::Vocabulary;
use syntax::{body_name, says_meeting, says_over};
use text::{TextSize, is_space};
use zones::ends_letter;

/// So many titles at least.
const MANY: usize = 3;
/// A title is no longer, in bytes.
const SHORT: u32 = 42;
/// A row of an agenda is no longer, in bytes.
const LONGEST_ROW: u32 = 70;
/// The first lines, one of which says that there was a meeting.
const FIRST: usize = 6;

/// A shorter word is the name of no body, in bytes.
const SHORTEST_BODY: usize = 8;
/// At least so many rows of an agenda must be titles that meetings have.
const KNOWN: usize = 2;
/// Behind the rows may stand so many lines: "Vel mødt".
const BEHIND: usize = 4;

/// The blocks of a text, and where each begins.
pub(super) struct Shape<'t> {
    text: &'t str,
    blocks: &'t [Block],
    vocabulary: &'t Vocabulary,
    starts: Vec<TextSize>,
}

impl<'t> Shape<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t [Block], vocabulary: &'t Vocabulary) -> Self {
        let next = |start: &mut TextSize, block: &Block| Some(std::mem::replace(start, *start + block.len));
        Self { text, blocks, vocabulary, starts: blocks.iter().scan(TextSize::new(0), next).collect() }
    }

    fn words(&self, at: usize) -> &'t str {
        &self.text[self.blocks[at].words() + self.starts[at]]
    }

    /// Does one of the first lines say that the text is of a meeting?
    fn meets(&self) -> bool {
        let said = (0..self.blocks.len()).filter(|&at| self.blocks[at].class != Class::Blank).take(FIRST);
        let mut said = said.filter(|&at| !self.blocks[at].words().is_empty());
        said.any(|at| {
            let block = &self.blocks[at];
            let first = self.words(at).split(is_space).next().unwrap_or("");
            let named = || first.len() >= SHORTEST_BODY && body_name(first, self.vocabulary).is_some();
            block.shows(Sign::Agenda) || block.shows(Sign::OfHead) || says_meeting(self.words(at)) || named()
        })
    }

    /// Titles right above their text, a blank line before each: "Cykelskur" above "Skuret er fyldt.", whatever their words.
    pub(super) fn titles(&self) -> Option<Plain> {
        let heads = |at: usize| {
            let block = &self.blocks[at];
            let told = |below: &Block| {
                matches!(below.class, Class::Text | Class::At)
                    && below.numbering.is_none()
                    && below.is(Flag::Capital)
                    && below.is(Flag::Stopped)
            };
            lone::stands_alone(self.blocks, at)
                && !block.is(Flag::BlankAfter)
                && !block.is(Flag::Stopped)
                && block.class == Class::Text
                && u32::from(block.words().len()) <= SHORT
                && !block.shows(Sign::SaysOutcome)
                && self.blocks.get(at + 1).is_some_and(told)
        };
        self.whole(heads, |at| self.blocks[at].is(Flag::FullStop))
    }

    /// Titles with their text behind them: "Vedr. hækken: klippes i uge 36.", where every line is one.
    pub(super) fn run_in(&self) -> Option<Plain> {
        let sentences = |plain: &Plain| {
            let (first, last) = (plain.blocks[0], plain.blocks[plain.blocks.len() - 1]);
            let parted = |at: &usize| self.blocks[*at - 1].is(Flag::BlankAfter);
            let apart = plain.blocks.iter().all(parted) || last - first + 1 == plain.blocks.len();
            let stopped = plain.blocks.iter().filter(|at| self.blocks[**at].is(Flag::FullStop)).count();
            apart && stopped * 3 >= plain.blocks.len() * 2
        };
        self.whole(|at| runs_in(&self.blocks[at]), |_| false).filter(sentences)
    }

    /// The lines that `heads` says are titles, where from the first on each paragraph begins with one, or `goes_on` with the
    /// text of the one above, up to the end of the text or of a letter.
    fn whole(&self, heads: impl Fn(usize) -> bool, goes_on: impl Fn(usize) -> bool) -> Option<Plain> {
        if !self.meets() {
            return None;
        }
        let parted =
            |at: usize| at.checked_sub(1).is_none_or(|above| self.blocks[above].is(Flag::BlankAfter));
        let first = (1..self.blocks.len()).find(|&at| parted(at) && heads(at))?;
        let end = (first..self.blocks.len()).find(|&at| self.closes(at)).unwrap_or(self.blocks.len());
        let mut titles = Vec::new();
        for at in first..end {
            let block = &self.blocks[at];
            let other = block.numbering.is_some() || block.mark.heading > 0 || is_section(block);
            if heads(at) {
                titles.push(at);
            } else if other || parted(at) && !goes_on(at) {
                return None;
            }
        }
        (titles.len() >= MANY).then_some(Plain { blocks: titles, score: 0.0, rank: None })
    }

    /// Does block `at` end what is told of the meeting: "Mvh. Bo", "Referent: Bo Dal"?
    fn closes(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        matches!(block.class, Class::Label(_)) || says_over(self.words(at)) || ends_letter(self.words(at))
    }

    /// The rows of an agenda without numbers, which nothing tells of: all that stands below "Dagsorden".
    pub(super) fn agenda(&self) -> Option<Plain> {
        let heads = |&at: &usize| {
            let block = &self.blocks[at];
            let titled = block.is(Flag::BlankAfter) || block.is(Flag::Colon) || block.mark.heading > 0;
            block.shows(Sign::Agenda) && (titled || block.shows(Sign::Short)) && block.numbering.is_none()
        };
        let mut places = (0..self.blocks.len()).take(FIRST * 2).filter(heads);
        places.find_map(|head| self.agenda_below(head))
    }

    /// The rows of an agenda below block `head`, which names it.
    fn agenda_below(&self, head: usize) -> Option<Plain> {
        let topic = |block: &Block| matches!(block.class, Class::Section(id) if self.vocabulary.is_topic(id));
        let known = |at: usize| self.blocks[at].shows(Sign::KnownTitle) || topic(&self.blocks[at]);
        let bulleted = |block: &Block| block.mark.kind == MarkKind::Bullet;
        let model = self.blocks.get(head + 1)?;
        let is_row = |at: usize| {
            let block = &self.blocks[at];
            let begins = block.is(Flag::Capital) || bulleted(block);
            let words = block.class == Class::Text || topic(block) || known(at);
            let alike = bulleted(block) == bulleted(model)
                && block.mark.indent == model.mark.indent
                && (block.mark.heading, block.is(Flag::Bold)) == (model.mark.heading, model.is(Flag::Bold));
            let says = [Sign::SaysOutcome, Sign::LeadIn, Sign::LabelsDecision, Sign::AtPoint];
            begins
                && words
                && alike
                && block.numbering.is_none()
                && u32::from(block.words().len()) <= LONGEST_ROW
                && (!block.is(Flag::Stopped) || known(at) || block.is(Flag::StoppedTitle))
                && (!block.shows(Sign::OfHead) || known(at))
                && !says.iter().any(|sign| block.shows(*sign))
        };
        let mut rows: Vec<usize> = (head + 1..self.blocks.len()).take_while(|&at| is_row(at)).collect();
        // "Vel mødt" behind a blank line that no other row has above it.
        let gap = |at: usize| self.blocks[at].is(Flag::BlankAfter);
        if let Some(last) = rows.iter().position(|&at| gap(at) != gap(head + 1)).filter(|_| !gap(head + 1)) {
            rows.truncate(last + 1);
        }
        let n_known = rows.iter().filter(|at| known(**at)).count();
        let behind = &self.blocks[rows.last()? + 1..];
        let whole = behind.len() <= BEHIND
            && !behind.iter().any(|block| is_section(block) || block.numbering.is_some());
        (rows.len() >= MANY && n_known >= KNOWN && whole).then_some(Plain {
            blocks: rows,
            score: 0.0,
            rank: None,
        })
    }
}
