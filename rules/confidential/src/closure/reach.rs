//! How far closed matter reaches: from the line that says so to the one that surely opens again.
//!
//! A line with a mark closes what stands under it, wherever it stands: over an item, in a table of contents, where a heading
//! is printed once more. Nothing but the heading of another item opens again. What looks like one and may be a point of the
//! closed case is a doubt, and so is a mark that may belong to the item that follows.

use super::marked::{is_empty_in_contents, items};
use super::trust::{Ground, Trust};
use super::{
    Line, Numbered, Passages, Place, Reach, Reading, closed_letter, is_heading, is_telling, tells_more,
};
use crate::closed::{ends_meeting, is_signature, is_tail};
use crate::closed_signs::{before_any_mark, reopens, says_none};
use minutes::Placed;
use syntax::{Class, Flag};
use text::{TextRange, TextSize};

/// What is closed in `document`; headings on lines that are `allowed` open again.
pub fn reach(
    document: Reading<'_>,
    lines: &[Line<'_>],
    passages: &Passages,
    allowed: &dyn Fn(TextRange) -> bool,
) -> Reach {
    let all: Vec<Placed<'_>> = document.minutes().items().collect();
    let numbered = Numbered::of(document);
    let closed = items(document, lines, (&all, &numbered), passages);
    let ground = Ground::of(document, lines, &all, &closed);
    let last = lines.iter().rposition(|line| line.heads.is_some());
    let walk =
        Walk { document, lines, last, numbered: &numbered, closed: &closed, passages, ground, allowed };
    let reach = walk.reach();
    Reach { closed, ..reach }
}

/// What a line does to those under it.
enum Turn {
    /// Nothing.
    Stay,
    /// Closes them, as the heading of an item or by itself.
    Closes(Option<usize>),
    Opens,
    /// It may open, and stays closed.
    Doubt,
}

struct Walk<'w, 'd> {
    document: Reading<'d>,
    lines: &'w [Line<'d>],
    /// The heading of the last item.
    last: Option<usize>,
    numbered: &'w Numbered<'d>,
    closed: &'w [bool],
    passages: &'w Passages,
    ground: Ground<'w, 'd>,
    allowed: &'w dyn Fn(TextRange) -> bool,
}

impl Walk<'_, '_> {
    fn reach(&self) -> Reach {
        let mut reach = Reach::default();
        let mut by: Option<(usize, Option<usize>)> = None;
        for at in 0..self.lines.len() {
            match self.turn(at, by) {
                Turn::Stay => {}
                Turn::Doubt => reach.doubts.push(self.lines[at].place()),
                Turn::Opens => {
                    if let Some(by) = by.take() {
                        reach.doubts.extend(self.mark_before(by.0, at));
                        reach.places.push(self.place(by, at));
                    }
                }
                Turn::Closes(item) => {
                    if item.is_none()
                        && (tells_more(self.lines[at].words)
                            || self.closes_nothing(at)
                            || self.is_mark_inside(at)
                            || self.is_point_inside(at)
                            || self.is_told_before_mark(at))
                    {
                        reach.doubts.push(self.lines[at].place());
                    }
                    if let Some(by) = by.replace((at, item)) {
                        reach.places.push(self.place(by, at));
                    }
                }
            }
        }
        if let Some(by) = by {
            reach.places.push(self.place(by, self.lines.len()));
        }
        reach
    }

    fn place(&self, (by, item): (usize, Option<usize>), end: usize) -> Place {
        let until =
            |at: usize| self.lines.get(at).map_or(TextSize::of(self.document.text()), |line| line.start);
        Place { item, start: self.lines[by].start, under: TextRange::new(until(by + 1), until(end)) }
    }

    fn turn(&self, at: usize, by: Option<(usize, Option<usize>)>) -> Turn {
        let line = &self.lines[at];
        if let Some(item) = line.heads {
            return match by {
                _ if self.closed[item] => Turn::Closes(Some(item)),
                None => Turn::Stay,
                Some((by, _)) if self.was_reopened(by, at) => Turn::Opens,
                Some((by, None)) if self.is_in_contents(by) => Turn::Opens,
                Some((by, _)) => match self.ground.judge(by, at) {
                    Trust::Surely => Turn::Opens,
                    Trust::Perhaps if (self.allowed)(line.place()) => Turn::Opens,
                    Trust::Perhaps => Turn::Doubt,
                    Trust::No => Turn::Stay,
                },
            };
        }
        if self.closes(at) {
            return Turn::Closes(None);
        }
        match by {
            Some((by, item)) if self.opens(at, by, item) => Turn::Opens,
            _ => Turn::Stay,
        }
    }

    /// Is line `by` a row of the contents, above all items, that bears the number of one of them? What follows is read anew.
    fn is_in_contents(&self, by: usize) -> bool {
        let line = &self.lines[by];
        let is_above = self.first().is_some_and(|first| line.start < first);
        is_above && self.repeats(line, true)
    }

    /// Does a line that heads no item close what stands under it?
    fn closes(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let mut own = line.number().into_iter().flat_map(|number| self.numbered.with(number));
        // Few lines speak of closed matter, or bear the number of a closed item.
        if !line.bears() && !own.any(|item| self.closed[*item]) {
            return false;
        }
        let passed = matches!(line.block.class, Class::Code | Class::Comment) || line.words.is_empty();
        let is_legend = closed_letter(self.document, line).is_some();
        if passed || is_legend || self.passages.cut(line.place()) {
            return false;
        }
        let may_head = !(line.block.is(Flag::Long)
            || line.block.is(Flag::FullStop) && line.words.split(' ').count() > 5);
        match line.block.class {
            Class::Part { closed } => closed && !self.says_none(at),
            _ => {
                may_head
                    && (line.block.is(Flag::Closed) && is_heading(line)
                        || self.repeats(line, true)
                        || line.says.may_be
                            && line
                                .phrase()
                                .is_some_and(|phrase| !phrase.of_place && (phrase.of_rest || phrase.of_next)))
            }
        }
    }

    /// Does a line with a mark and no number close nothing, as the heading of an open item follows? Then it may speak of what
    /// stands above it: "Sagsnr. 26/1234 (Lukket)".
    fn closes_nothing(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let below = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        let is_part = matches!(line.block.class, Class::Part { .. });
        let is_open = |below: &Line<'_>| below.heads.is_some_and(|item| !self.closed[item]);
        line.block.numbering.is_none() && !is_part && below.is_none_or(is_open)
    }

    /// "[Fortroligt: Hun er syg.]", "(Lukket)": a line inside an item of which nobody can say how far it reaches.
    fn is_mark_inside(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let inside = self.document.minutes().item_at(line.start).is_some();
        let is_passage = line.words.starts_with(['(', '[']) && line.block.numbering.is_none();
        inside && is_passage && !matches!(line.block.class, Class::Part { .. }) && !self.repeats(line, true)
    }

    /// "2. Prisen er 3 mio. kr. (fortroligt)" inside an item: the point of a list, or an item that was missed?
    fn is_point_inside(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let inside = self.document.minutes().item_at(line.start).is_some();
        let is_plain = line.block.numbering.is_some() && line.block.mark.heading == 0;
        inside && is_plain && !matches!(line.block.class, Class::Part { .. }) && !self.repeats(line, true)
    }

    /// "Hun er syg. Hun er opsagt. (fortroligt)": what is closed stands on the line itself, and nobody can say from where on.
    fn is_told_before_mark(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let told = before_any_mark(line.words).map(|told| &line.words[..told]);
        told.is_some_and(|told| told.ends_with('.') || is_telling(told))
            && line.block.numbering.is_none()
            && line.block.mark.heading == 0
            && self.first().is_some_and(|first| first < line.start)
    }

    /// Does the line say the number and the title of an item that is closed, or that is open?
    fn repeats(&self, line: &Line<'_>, closed: bool) -> bool {
        self.numbered.said_by(line, |item| self.closed[item] == closed).next().is_some()
    }

    /// Where the first item begins.
    fn first(&self) -> Option<TextSize> {
        self.document.minutes().items().next().map(|first| first.start)
    }

    /// "Lukkede sager" with "Ingen" under it, or nothing at all.
    fn says_none(&self, at: usize) -> bool {
        let below = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        below.is_none_or(|line| says_none(line.words)) || is_empty_in_contents(self.lines, at)
    }

    /// Does a line that heads no item end what line `by` closed?
    fn opens(&self, at: usize, by: usize, item: Option<usize>) -> bool {
        let line = &self.lines[at];
        match line.block.class {
            Class::Part { closed } => self.follows_heading(at, by).is_some_and(|open| open != closed),
            _ if item.is_none() && (self.repeats(line, false) || reopens_by(line)) => true,
            // The rows of a table of contents.
            _ if item.is_none() && at == by + 1 && self.is_next_row(at, by) => true,
            class => (ends_meeting(class, line.words) || self.begins_tail(at)) && self.only_signatures(at),
        }
    }

    /// Does the last line before the heading at `at` say that the doors are open again?
    fn was_reopened(&self, by: usize, at: usize) -> bool {
        let last = self.lines[by + 1..at].iter().rfind(|line| !line.is_silent());
        last.is_some_and(reopens_by)
    }

    /// Is the heading of an item right below, and does it open again?
    fn follows_heading(&self, at: usize, by: usize) -> Option<bool> {
        let below = (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_silent())?;
        let item = self.lines[below].heads?;
        let is_open = !self.closed[item];
        // "Åbne punkter:" leads in to a list.
        let least = if self.lines[at].block.is(Flag::Colon) {
            [Trust::Surely; 2]
        } else {
            [Trust::Surely, Trust::Perhaps]
        };
        (!is_open || least.contains(&self.ground.judge(by, below))).then_some(is_open)
    }

    /// Does a row with the next number follow at once, before the first item?
    fn is_next_row(&self, at: usize, by: usize) -> bool {
        let (line, former) = (&self.lines[at], &self.lines[by]);
        let before = self.first().is_none_or(|first| line.start < first);
        let next = line.number().zip(former.number()).is_some_and(|(next, number)| next == number + 1);
        before && next && !line.block.is(Flag::FullStop)
    }

    /// "Referent: Lis Olesen" below a blank line, and below the last item: do the minutes end there?
    fn begins_tail(&self, at: usize) -> bool {
        let is_apart = at > 0 && self.lines[at - 1].block.is(Flag::BlankAfter);
        is_apart && self.last.is_none_or(|last| last < at) && is_tail(self.lines[at].words)
    }

    /// Do nothing but names follow, up to the next item?
    fn only_signatures(&self, at: usize) -> bool {
        let below = self.lines[at..].iter().take_while(|line| line.heads.is_none());
        below.into_iter().all(|line| line.is_silent() || is_signature(line.words))
    }

    /// A mark by itself that stands last before a heading which opens again may be the mark of that one.
    fn mark_before(&self, by: usize, at: usize) -> Option<TextRange> {
        const FEW_WORDS: usize = 6;
        let last = self.lines[by + 1..at].iter().rposition(|line| !line.is_silent())? + by + 1;
        let line = &self.lines[last];
        let is_part = matches!(line.block.class, Class::Part { closed: true });
        // "Punktet er lukket." that follows the text at once is said of that.
        let is_own = !self.lines[last - 1].block.is(Flag::BlankAfter)
            && line.phrase().is_some_and(|phrase| phrase.of_own);
        let is_mark = line.words.split(' ').count() <= FEW_WORDS && line.says.is_possible && !is_own;
        (is_part || is_mark && last > by + 1).then(|| line.place())
    }
}

/// Does `line` say that the doors are open again? Few lines hold a word for it.
fn reopens_by(line: &Line<'_>) -> bool {
    line.says.may_open && reopens(line.words)
}
