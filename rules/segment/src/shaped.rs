//! Items that only the shape of the whole document tells: every paragraph begins with a title, or all that stands below "Dagsorden"
//! is a list of titles.
//!
//! Where no number, rank or known title says so, one line proves nothing. So all of the text must be of one shape from the first
//! title to the end, and its first lines must say that there was a meeting, or is to be.

use super::kinds::is_section;
use super::lone::runs_in;
use super::plain::Plain;
use syntax::block::{Block, Class, Flag, MarkKind};
use syntax::sign::Sign;
use syntax::title;
use syntax::vocabulary::Vocabulary;
use syntax::{body_name, says_meeting, says_over};
use text::{TextSize, is_space};
use zones::ends_letter;

/// So many titles at least.
pub(super) const MANY: usize = 3;
/// A row of an agenda is no longer, in bytes.
pub(super) const LONGEST_ROW: u32 = 70;
/// The first lines, one of which says that there was a meeting.
pub(super) const FIRST: usize = 6;

/// A shorter word is the name of no body, in bytes.
const SHORTEST_BODY: usize = 8;
/// At least so many rows of an agenda must be titles that meetings have.
const KNOWN: usize = 2;
/// Behind the rows may stand so many lines: "Vel mødt".
const BEHIND: usize = 4;

/// The blocks of a text, and where each begins.
pub(super) struct Shape<'t> {
    text: &'t str,
    pub(super) blocks: &'t [Block],
    vocabulary: &'t Vocabulary,
    starts: Vec<TextSize>,
}

impl<'t> Shape<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t [Block], vocabulary: &'t Vocabulary) -> Self {
        let next = |start: &mut TextSize, block: &Block| Some(std::mem::replace(start, *start + block.len));
        Self { text, blocks, vocabulary, starts: blocks.iter().scan(TextSize::new(0), next).collect() }
    }

    pub(super) fn words(&self, at: usize) -> &'t str {
        &self.text[self.blocks[at].words() + self.starts[at]]
    }

    pub(super) fn line(&self, at: usize) -> &'t str {
        &self.text[self.blocks[at].line() + self.starts[at]]
    }

    /// Does one of the first lines say that the text is of a meeting?
    pub(super) fn meets(&self) -> bool {
        let said = (0..self.blocks.len()).filter(|&at| self.blocks[at].class != Class::Blank).take(FIRST);
        let mut said = said.filter(|&at| !self.blocks[at].words().is_empty());
        said.any(|at| {
            let block = &self.blocks[at];
            let first = self.words(at).split(is_space).next().unwrap_or("");
            let named = || first.len() >= SHORTEST_BODY && body_name(first, self.vocabulary).is_some();
            block.shows(Sign::Agenda) || block.shows(Sign::OfHead) || says_meeting(self.words(at)) || named()
        })
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
        self.whole(|at| runs_in(&self.blocks[at]), |_| false, 0).filter(sentences)
    }

    /// The lines that `heads` says are titles, where from the first on each paragraph begins with one, or `goes_on` with the
    /// text of the one above, up to the end of the text or of a letter. One paragraph in `loose` titles may do neither; 0 for none.
    pub(super) fn whole(
        &self,
        heads: impl Fn(usize) -> bool,
        goes_on: impl Fn(usize) -> bool,
        loose: usize,
    ) -> Option<Plain> {
        if !self.meets() {
            return None;
        }
        let parted = |at: usize| self.is_parted(at);
        let first = (1..self.blocks.len()).find(|&at| parted(at) && heads(at))?;
        let end = (first..self.blocks.len()).find(|&at| self.closes(at)).unwrap_or(self.blocks.len());
        let (mut titles, mut other) = (Vec::new(), 0);
        for at in first..end {
            let block = &self.blocks[at];
            if heads(at) {
                titles.push(at);
            } else if block.numbering.is_some() || block.mark.heading > 0 || is_section(block) {
                return None;
            } else if parted(at) && !goes_on(at) {
                other += 1;
            }
        }
        (titles.len() >= MANY && other * loose <= titles.len() && (loose > 0 || other == 0))
            .then_some(Plain { blocks: titles, score: 0.0, rank: None })
    }

    /// Does block `at` stand behind a blank line?
    pub(super) fn is_parted(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|above| self.blocks[above].is(Flag::BlankAfter))
    }

    /// Does block `at` end what is told of the meeting: "Mvh. Bo", "Referent: Bo Dal"?
    pub(super) fn closes(&self, at: usize) -> bool {
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
        // "Dagsorden" alone says by itself what the rows below it are.
        let named = || rows.iter().all(|&at| !self.blocks[at].is(Flag::FullStop) || known(at));
        let heads =
            title::names_agenda(self.words(head)) || bulleted(model) && title::heads_agenda(self.words(head));
        let known = if heads && named() { 0 } else { KNOWN };
        (rows.len() >= MANY && n_known >= known && whole).then_some(Plain {
            blocks: rows,
            score: 0.0,
            rank: None,
        })
    }
}
