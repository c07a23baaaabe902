//! Titles of any words that stand above their text: "Cykelskur" above "Skuret er fyldt.", with or without a bullet before each.
//!
//! A line of few words is a title because something is told right below it, and because all others of the document that look
//! as it does have the same below them. So nothing is looked at but the shape: what a title says is of no matter.

use super::plain::Plain;
use super::shaped::{FIRST, LONGEST_ROW, MANY, Shape};
use super::{kinds::is_section, lone};
use syntax::block::{Block, Class, Flag, MarkKind};
use syntax::sign::Sign;
use syntax::{says_meeting, title};
use text::is_space;

/// A title without a bullet is no longer, in bytes.
const SHORT: u32 = 42;
/// One paragraph in so many titles may be no text of an item: "Onsdag den 4. juni".
const LOOSE: usize = 3;

/// What makes a line a point or an outcome, and no title.
const AGAINST: [Sign; 5] =
    [Sign::SaysOutcome, Sign::LeadIn, Sign::LabelsDecision, Sign::LabelsRecommendation, Sign::AtPoint];

/// How titles above their text look.
#[derive(Clone, Copy)]
struct Look {
    colon: bool,
    /// Does a blank line part them from the text?
    apart: bool,
}

impl Shape<'_> {
    /// Titles right above their text, a blank line before each, whatever their words.
    pub(super) fn titles(&self) -> Option<Plain> {
        let goes_on = |at: usize| self.is_ended(at) || self.blocks[at].mark.kind.is_list();
        let looks = |look: Look| self.whole(|at| self.heads_paragraph(at, look), goes_on, LOOSE);
        let right_above = || looks(Look { colon: false, apart: false });
        // Apart from their text they look as any line alone does.
        let says = || (0..self.blocks.len()).take(FIRST).any(|at| says_meeting(self.words(at)));
        right_above().or_else(|| {
            let apart = || looks(Look { colon: false, apart: true });
            says().then(|| looks(Look { colon: true, apart: false }).or_else(apart)).flatten()
        })
    }

    /// Does block `at` stand alone as a title does, above a paragraph of sentences or a list?
    fn heads_paragraph(&self, at: usize, look: Look) -> bool {
        let block = &self.blocks[at];
        let stopped = block.is(Flag::Stopped) && !self.words(at).ends_with('?');
        let listed = || self.blocks.get(at + 1).is_some_and(|below| below.mark.kind == MarkKind::Bullet);
        lone::stands_alone(self.blocks, at)
            && block.is(Flag::BlankAfter) == look.apart
            && block.is(Flag::Colon) == look.colon
            && stopped == look.colon
            && block.class == Class::Text
            && u32::from(block.words().len()) <= SHORT
            && !AGAINST.iter().any(|sign| block.shows(*sign))
            && (self.is_told(at + 1, |_| false) || !look.apart && listed())
    }

    /// Does a paragraph of sentences begin at block `at`, which goes on to a blank line or to what `ends` it?
    fn is_told(&self, at: usize, ends: impl Fn(usize) -> bool) -> bool {
        let begins = |below: &Block| {
            matches!(below.class, Class::Text | Class::At)
                && below.numbering.is_none()
                && !below.mark.kind.is_list()
                && below.is(Flag::Capital)
        };
        if !self.blocks.get(at).is_some_and(begins) {
            return false;
        }
        let mut last = at;
        while !self.blocks[last].is(Flag::BlankAfter)
            && self
                .blocks
                .get(last + 1)
                .is_some_and(|next| next.class == Class::Text && !next.mark.kind.is_list())
            && !ends(last + 1)
        {
            last += 1;
        }
        self.blocks[last].is(Flag::Stopped)
    }

    /// Does the paragraph of block `at` end as sentences do?
    fn is_ended(&self, at: usize) -> bool {
        let last = (at..self.blocks.len()).find(|&at| self.blocks[at].is(Flag::BlankAfter));
        self.blocks[last.unwrap_or(self.blocks.len() - 1)].is(Flag::FullStop)
    }

    /// Bullets that are titles: of all that look alike two in three have sentences right below them.
    pub(super) fn told_bullets(&self) -> Option<Plain> {
        if !self.meets() {
            return None;
        }
        let first =
            (0..self.blocks.len()).find(|&at| self.is_title_of_list(at) && self.tells_below(at, at))?;
        // "Referat" may stand between the agenda and what was said of it.
        let of_head =
            |block: &Block| block.numbering.is_some() || is_section(block) && !block.shows(Sign::Agenda);
        if self.blocks[..first].iter().any(of_head) {
            return None;
        }
        let titles: Vec<usize> = (first..self.blocks.len()).filter(|&at| self.is_alike(at, first)).collect();
        let all = titles.iter().all(|&at| self.is_title_of_list(at));
        let told = titles.iter().filter(|&&at| self.tells_below(at, first)).count();
        let numbered =
            self.blocks[first..].iter().any(|block| block.numbering.is_some() && block.mark.heading > 0);
        (titles.len() >= MANY && all && told * 3 >= titles.len() * 2 && !numbered).then_some(Plain {
            blocks: titles,
            score: 0.0,
            rank: None,
        })
    }

    /// Bullets that begin with titles, each with its text behind a colon: "- Økonomi: Der er penge i kassen."
    pub(super) fn run_in_bullets(&self) -> Option<Plain> {
        let named = |at: &usize| title::run_in(self.words(*at)).is_some();
        let known = |at: &usize| title::run_in(self.words(*at)).is_some_and(title::is_known);
        let first = (0..self.blocks.len()).find(|at| self.is_bullet(*at) && named(at))?;
        let rows: Vec<usize> = (first..self.blocks.len()).filter(|&at| self.is_alike(at, first)).collect();
        // "- Bo: køber kaffe" says who does what.
        let n_known = rows.iter().filter(|at| known(at)).count();
        let bold = rows.iter().all(|at| self.words(*at).starts_with("**"));
        let whole = rows.iter().all(named) && rows.len() >= MANY && (n_known > 0 || bold);
        let apart = self.blocks[..first].iter().all(|block| block.numbering.is_none() && !is_section(block));
        (whole && apart && self.meets()).then_some(Plain { blocks: rows, score: 0.0, rank: None })
    }

    fn is_bullet(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        block.mark.kind == MarkKind::Bullet && block.mark.heading == 0 && block.numbering.is_none()
    }

    /// Does block `at` have the same bullet, as far out, as block `model`?
    fn is_alike(&self, at: usize, model: usize) -> bool {
        self.is_bullet(at)
            && self.blocks[at].mark.indent == self.blocks[model].mark.indent
            && self.sign(at) == self.sign(model)
    }

    /// The bullet of block `at`.
    fn sign(&self, at: usize) -> Option<char> {
        self.line(at).trim_start_matches(is_space).chars().next()
    }

    /// Does a bullet have the words of a title?
    fn is_title_of_list(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let known = block.shows(Sign::KnownTitle);
        self.is_bullet(at)
            && block.class == Class::Text
            && block.is(Flag::Capital)
            && (!block.is(Flag::Stopped) || known || block.is(Flag::Colon))
            && u32::from(block.words().len()) <= LONGEST_ROW
            && !AGAINST.iter().any(|sign| block.shows(*sign))
    }

    /// Do sentences, or what came of it, stand below bullet `at`, up to the next that is like `model`?
    fn tells_below(&self, at: usize, model: usize) -> bool {
        let below = self.blocks.get(at + 1);
        below.is_some_and(|below| {
            !below.shows(Sign::Agenda) && (is_section(below) || below.shows(Sign::LabelsDecision))
        }) || self.is_told(at + 1, |next| self.is_alike(next, model))
    }
}
