//! Whether a heading below closed matter is that of another item, or a point of the closed case.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::known::Question;
use super::{Line, Reading, letters, says_open, title};
use crate::closed::is_reopening;
use minutes::Placed;
use syntax::{Class, Flag, NumberForm, Numbering};

/// Does a heading open again?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    Surely,
    Perhaps,
    No,
}

/// How a heading is written: the form of its number, and its level.
type Form = (Option<NumberForm>, u8);

/// Numbers may be left out between two items, so many.
const LEFT_OUT: u32 = 2;
/// A shorter title is too little to know it by, in letters.
const SHORTEST: usize = 5;

/// A line with a number.
struct Numbered {
    /// Its place among the lines.
    at: usize,
    form: Form,
    letters: String,
}

/// What a document's headings are known by.
pub(super) struct Ground<'w, 'd> {
    document: Reading<'d>,
    lines: &'w [Line<'d>],
    items: &'w [Placed<'d>],
    /// The form of most headings.
    usual: Option<Form>,
    /// The lines above the first item, as letters.
    above: OnceCell<Vec<String>>,
    /// The lines by their numbers, each with its letters; read when a heading is judged.
    numbered: OnceCell<FxHashMap<Numbering, Vec<Numbered>>>,
    /// Do most open items have a decision under a heading?
    decides: bool,
    /// Do most headings end as sentences do, with what was said on the same line?
    stops: bool,
}

impl<'w, 'd> Ground<'w, 'd> {
    pub(super) fn of(
        document: Reading<'d>,
        lines: &'w [Line<'d>],
        items: &'w [Placed<'d>],
        closed: &[bool],
    ) -> Self {
        let heads: Vec<&Line<'_>> = lines.iter().filter(|line| line.heads.is_some()).collect();
        let mut forms: FxHashMap<Form, usize> = FxHashMap::default();
        for line in &heads {
            *forms.entry(form(line)).or_default() += 1;
        }
        let usual = forms.into_iter().max_by_key(|(form, n)| (*n, form.1)).map(|(form, _)| form);
        // What stands below closed matter may be a part of it.
        let before =
            closed.iter().position(|closed| *closed).filter(|first| *first > 0).unwrap_or(items.len());
        let open =
            items[..before].iter().zip(closed).filter(|(_, closed)| !**closed).map(|(placed, _)| placed);
        let (n_open, n_decided) = open.fold((0, 0), |(n, decided), placed| {
            (n + 1, decided + usize::from(placed.item.decisions().next().is_some()))
        });
        let stops = heads.iter().filter(|line| line.block.is(Flag::FullStop)).count() * 2 > heads.len();
        let decides = n_decided * 2 >= n_open && n_decided > 0;
        let (above, numbered) = Default::default();
        Self { document, lines, items, usual, above, numbered, decides, stops }
    }

    /// Does line `at`, the heading of an item, open again what line `by` closed?
    pub(super) fn judge(&self, by: usize, at: usize) -> Trust {
        let (line, former) = (&self.lines[at], &self.lines[by]);
        if line.asked(Question::SaysOpen, says_open) {
            return Trust::Surely;
        }
        let own = form(line);
        let as_usual = self.usual == Some(own);
        let as_former = own == form(former) && former.heads.is_some();
        if !as_usual && !as_former {
            return Trust::No;
        }
        let goes_on = match (self.number(former), self.number(line)) {
            (Some(former), Some(number)) => number > former,
            (None, _) | (_, None) => true,
        };
        if !goes_on {
            return if self.is_listed(line) { Trust::Perhaps } else { Trust::No };
        }
        let reopens = || {
            self.title(line).is_some_and(is_reopening) && !self.has_rival(at) && !self.is_passed_by(by, at)
        };
        if (self.is_known(line) || reopens()) && !self.comes_again(by, at) {
            return Trust::Surely;
        }
        if self.speaks_against(by, at) { Trust::Perhaps } else { Trust::Surely }
    }

    fn number(&self, line: &Line<'_>) -> Option<u32> {
        let own = line.heads.and_then(|item| self.items[item].item.number).map(|(number, _)| number);
        own.or_else(|| line.number())
    }

    fn title(&self, line: &Line<'_>) -> Option<&'d str> {
        title(self.document, &self.items[line.heads?])
    }

    /// Is the heading known by more than its number: its level, the table of contents, the table that it is a row of?
    fn is_known(&self, line: &Line<'_>) -> bool {
        line.block.mark.heading > 0 || self.is_listed(line) || is_row(line)
    }

    fn is_listed(&self, line: &Line<'_>) -> bool {
        let Some(title) = self.title(line).map(letters) else { return false };
        title.chars().count() >= SHORTEST && self.above().iter().any(|above| above.contains(&title))
    }

    fn above(&self) -> &[String] {
        self.above.get_or_init(|| {
            let first = self.items.first().map(|first| first.start);
            let above = self.lines.iter().take_while(|line| first.is_none_or(|first| line.start < first));
            above.map(|line| letters(line.words)).collect()
        })
    }

    /// The lines below line `at` that bear `numbering`.
    fn numbered_below(&self, numbering: Numbering, at: usize) -> &[Numbered] {
        let all = self.numbered.get_or_init(|| {
            let mut all: FxHashMap<Numbering, Vec<Numbered>> = FxHashMap::default();
            for (at, line) in self.lines.iter().enumerate() {
                if let Some(numbering) = line.block.numbering {
                    let numbered = Numbered { at, form: form(line), letters: letters(line.words) };
                    all.entry(numbering).or_default().push(numbered);
                }
            }
            all
        });
        let own = all.get(&numbering).map_or(&[][..], Vec::as_slice);
        &own[own.partition_point(|line| line.at <= at)..]
    }

    /// Does something speak for a point of the closed case?
    fn speaks_against(&self, by: usize, at: usize) -> bool {
        let (line, former) = (&self.lines[at], &self.lines[by]);
        let (number, before) = (self.number(line), self.number(former));
        let far = number.zip(before).is_some_and(|(number, before)| number > before + 1 + LEFT_OUT);
        let unnumbered = number.is_none();
        far || unnumbered
            || self.goes_on_a_list(by, at)
            || self.has_rival(at)
            || self.comes_again(by, at)
            || self.is_passed_by(by, at)
            || self.lacks_decision(by, at)
            || line.block.is(Flag::FullStop) && !self.stops
    }

    /// Does the line before lead in to a list, or a number right before this one stand in between?
    fn goes_on_a_list(&self, by: usize, at: usize) -> bool {
        let line = &self.lines[at];
        let between = &self.lines[by + 1..at];
        let led_in =
            between.iter().rev().find(|line| !line.is_silent()).is_some_and(|last| last.words.ends_with(':'));
        let counted = |other: &Line<'_>| {
            other.block.numbering.zip(line.block.numbering).is_some_and(|(other, own)| {
                other.form == own.form && own.value.checked_sub(1) == Some(other.value)
            })
        };
        led_in || between.iter().any(counted)
    }

    /// Does another line below have the same number and other words?
    fn has_rival(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let Some(numbering) = line.block.numbering else { return false };
        let own = letters(line.words);
        let is_rival = |other: &Numbered| other.form == form(line) && other.letters != own;
        self.numbered_below(numbering, at).iter().any(is_rival)
    }

    /// Does the same heading stand once more below, and that of the closed item does not? Then the case quotes it.
    fn comes_again(&self, by: usize, at: usize) -> bool {
        let again = |from: usize, line: &Line<'_>| {
            let Some(numbering) = line.block.numbering else { return false };
            let own = letters(line.words);
            self.numbered_below(numbering, from).iter().any(|other| other.letters == own)
        };
        again(at, &self.lines[at]) && !again(at, &self.lines[by])
    }

    /// Does a heading of the same form with a number between the two stand below?
    fn is_passed_by(&self, by: usize, at: usize) -> bool {
        let Some((number, former)) = self.number(&self.lines[at]).zip(self.number(&self.lines[by])) else {
            return false;
        };
        if number <= former + 1 {
            return false;
        }
        let own = form(&self.lines[at]);
        let headings =
            self.lines[at + 1..].iter().filter(|line| line.block.numbering.is_some() && form(line) == own);
        headings.filter_map(|line| self.number(line)).any(|other| former < other && other < number)
    }

    /// Where other items have decisions: has this one none, or has the closed one sections and no decision before it?
    fn lacks_decision(&self, by: usize, at: usize) -> bool {
        let item = |line: usize| self.lines[line].heads.map(|item| self.items[item].item);
        let decides = |line: usize| {
            item(line).is_some_and(|item| item.decisions().next().is_some() || item.decided_in_prose)
        };
        let unfinished =
            item(by).is_some_and(|closed| !closed.sections.is_empty() && closed.decisions().next().is_none());
        self.decides && (!decides(at) || unfinished)
    }
}

fn is_row(line: &Line<'_>) -> bool {
    line.block.class == Class::Table
        || line.block.numbering.is_some_and(|numbering| numbering.form == NumberForm::Row)
}

fn form(line: &Line<'_>) -> Form {
    (line.block.numbering.map(|numbering| numbering.form), line.block.mark.heading)
}
