//! Lines of a text that speak of closed matter and that nothing closed explains: they keep the copy from being written.

mod apart;
mod doubt;
mod explained;
mod meant;
mod past;
mod rows;

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::Reach;
use super::Reading;
use super::known::Question;
use super::legend::{closed_letter, has_other_star, is_note};
use super::lines::{Line, title};
use super::marked;
use super::passages::Passages;
use super::says_open;
use crate::closed_signs::{
    behind_mark, is_about_closed, is_about_doors, is_about_rules, is_lone_section, is_of_meetings,
    is_possible, is_topic, is_word_named, names_place, says_surely, speaks_in_general, tells_of_others,
    tells_of_some,
};
use danish::letters::small;
use data::closed::closed;
use minutes::Placed;
use syntax::{Class, Flag, Label, LineMark};
use text::TextRange;

/// A line that speaks of closed matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexplained {
    /// The line.
    pub place: TextRange,
    /// Is it a heading with a mark that can mean nothing else?
    pub is_sure: bool,
    /// Is it numbered as an item is, and was read as none?
    pub is_missed: bool,
    /// May it speak of a place that one comes into?
    pub is_of_place: bool,
    /// The numbers of the items that it speaks of.
    pub items: Vec<u32>,
}

impl Unexplained {
    /// Can nothing else be meant, and is the line no item that was missed?
    pub(super) fn is_surely_told(&self) -> bool {
        self.is_sure && !self.is_missed && !self.is_of_place
    }
}

/// A line that says of its item that it is open is one of the first below the heading.
const NEAR_HEADING: usize = 4;
/// No more lines stand below the end of a meeting.
const AFTER_MEETING: usize = 4;
/// A shorter title says too little to be known again, in letters.
const SHORTEST: usize = 6;

/// Those of `document`, of which `reach` is closed.
pub fn unexplained(
    document: Reading<'_>,
    lines: &[Line<'_>],
    reach: &Reach,
    passages: &Passages,
) -> Vec<Unexplained> {
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let closed = || items.iter().zip(&reach.closed).filter(|(_, closed)| **closed).map(|(placed, _)| placed);
    let titles = closed().filter_map(|placed| title(document, placed)).map(small);
    let titles: FxHashSet<String> = titles.collect();
    let guard = Guard {
        document,
        lines,
        items: &items,
        reach,
        passages,
        titles: titles
            .into_iter()
            .filter(|title| title.chars().count() >= SHORTEST && !is_of_meetings(title))
            .collect(),
        has_other_star: OnceCell::new(),
        has_parties: doubt::has_parties(lines),
        tops: OnceCell::new(),
        apart: OnceCell::new(),
        numbers: closed().filter_map(|placed| placed.item.number).map(|(number, _)| number).collect(),
    };
    let speaks = |at: &usize| guard.speaks(*at) && !guard.is_explained(*at);
    let found = (0..lines.len()).filter(speaks);
    found.map(|at| guard.unexplained(at)).collect()
}

fn is_sure(line: &Line<'_>) -> bool {
    says_surely(line.words) && !doubt::may_be_else(line) && !tells_of_some(line.words) || has_sure_mark(line)
}

/// Is it a heading with a mark?
fn has_sure_mark(line: &Line<'_>) -> bool {
    matches!(line.block.class, Class::Part { closed: true })
        || line.block.is(Flag::Closed) && (marked::is_heading(line) || line.block.mark.heading > 0)
}

/// "Offentlighed: Åben", "Åbent punkt": does a line say of its item that it is open?
fn says_of_itself_open(line: &Line<'_>) -> bool {
    let lower = small(line.words);
    let value = lower.rsplit([':', '|', '\t']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let is_label = lower.contains([':', '|', '\t']);
    line.block.class == Class::LineMark(LineMark::Open)
        || is_label
            && matches!(value.trim().trim_end_matches('.'), "åben" | "åbent" | "åben sag" | "åbent punkt")
}

fn is_label(line: &Line<'_>) -> bool {
    matches!(line.block.class, Class::LineMark(_) | Class::Label(_) | Class::CaseNumber)
}

fn is_open_part(line: &Line<'_>) -> bool {
    matches!(line.block.class, Class::Part { closed: false })
}

/// Does the heading of `placed` itself say that it is closed?
fn bears_mark(placed: &Placed<'_>, document: Reading<'_>) -> bool {
    is_possible(&document.text()[placed.item.heading + placed.start])
}

/// "Lukkede døre i byrådet": may a title be about what is closed everywhere?
fn is_wide(title: &str) -> bool {
    let lower = small(title);
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next() == Some("lukkede") && words.count() > 1 && !title.contains(['(', '[', ':'])
}

struct Guard<'g, 'd> {
    document: Reading<'d>,
    lines: &'g [Line<'d>],
    items: &'g [Placed<'d>],
    reach: &'g Reach,
    passages: &'g Passages,
    /// The titles of the closed items, in small letters.
    titles: Vec<String>,
    /// Is a star the sign of something else?
    has_other_star: OnceCell<bool>,
    /// Have names a letter behind them, so that "(L)" is that of a list?
    has_parties: bool,
    /// For each line of a table where that begins, for each other line itself.
    tops: OnceCell<Vec<usize>>,
    /// What lines that only say that there was closed matter are weighed by.
    apart: OnceCell<apart::Ground>,
    /// Their numbers.
    numbers: Vec<u32>,
}

impl Guard<'_, '_> {
    fn has_other_star(&self) -> bool {
        *self
            .has_other_star
            .get_or_init(|| has_other_star(self.document, self.lines) || self.is_general_assembly())
    }

    /// Does the meeting elect who leads it? None of its members is shut out of that, and a star says that papers are enclosed.
    fn is_general_assembly(&self) -> bool {
        let elects = |title: &str| {
            let lower = small(title);
            closed().signs.assembly.iter().any(|words| lower.starts_with(words.as_str()))
        };
        self.items.iter().any(|placed| title(self.document, placed).is_some_and(elects))
    }

    fn unexplained(&self, at: usize) -> Unexplained {
        let line = &self.lines[at];
        let is_part = matches!(line.block.class, Class::Part { .. });
        Unexplained {
            place: line.place(),
            is_sure: is_sure(line) || self.says_no(at) || self.bears_letter_of_column(at),
            is_missed: line.heads.is_none() && line.number().is_some() && !is_part,
            is_of_place: line.phrase().is_some_and(|phrase| phrase.of_place),
            items: self.meant(at),
        }
    }

    /// Does the line, which is not closed itself, speak of closed matter?
    fn speaks(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let passed = matches!(
            line.block.class,
            Class::Blank | Class::Label(Label::Absent | Label::Participants | Label::Officer)
        );
        // Few lines speak of it at all, and what is asked of those looks at the lines around them. A row may answer under a head
        // that does.
        let may_be = line.bears() || has_sure_mark(line) || line.block.class == Class::Table;
        if passed || !may_be || !self.may_speak(at) {
            return false;
        }
        let is_closed = self.reach.holds(line.place()) && !self.is_between(at) && !self.closes_another(line);
        !is_closed && !self.passages.hold(line.place()) && !self.means_else(at)
    }

    /// Do its words, as far as they are not taken out, or a cell beside them speak of closed matter?
    fn may_speak(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let written = self.passages.left(self.document.text(), line.block.line() + line.start);
        let is_possible = || {
            // What was asked of the line is not asked again.
            let may_be = match &written {
                Cow::Borrowed(_) => line.written.is_possible,
                Cow::Owned(left) => is_possible(left),
            };
            let has_note = || self.has_note(at);
            let is_other_star = || written.contains('*') && (self.has_other_star() || has_note());
            may_be && (!is_other_star() || is_possible(&written.replace('*', "")))
        };
        match line.block.class {
            // A comment may have many lines.
            Class::Comment => self.document.text()[line.range()].lines().any(self::is_possible),
            Class::Code => self.is_told_in_code(line),
            Class::Table => {
                (is_possible() || has_sure_mark(line) || self.says_no(at))
                    && !self.is_head_of_column(at, &written)
                    && !self.is_of_hours(at)
                    && !self.is_of_tasks(at)
            }
            _ => {
                is_possible()
                    || has_sure_mark(line) && !self.passages.cut(line.place())
                    || self.may_mark(at)
                    || !self.left_out_of_open(at).is_empty()
            }
        }
    }

    /// Does what stands around the line show that it speaks of something else?
    fn means_else(&self, at: usize) -> bool {
        let line = &self.lines[at];
        // "2. Tavshedspligt" is what an item is about.
        let title = line.heads.and_then(|item| title(self.document, &self.items[item]));
        let is_topic = title.is_some_and(|title| {
            is_topic(title)
                || is_about_doors(title)
                || is_about_closed(title)
                || is_wide(title) && self.is_told_in_general(at)
        });
        let of_place = || line.phrase().is_some_and(|phrase| phrase.of_place);
        is_topic
            || self.is_party(line)
            || is_lone_section(line.words.trim()) && !self.is_below_heading(at)
            || line.says.is_possible && of_place() && self.is_about_place(at)
            || doubt::is_name_in_quotes(line.words)
            || is_word_named(line.words, is_possible)
            || self.is_introduced(at)
            || self.is_settled(at) && self.is_told_of_others(at)
            || self.is_finished(line)
            || line.heads.is_none() && doubt::is_title_in_capitals(line.words)
            || self.is_done_with(at)
            || self.is_state_of_form(at)
            || self.is_state_of_task(at)
            || self.is_duty(at)
            || self.is_apart(at)
            || self.is_cut_in_two(at)
            || self.is_of_another_day(line)
            || line.heads.is_none() && doubt::is_shut_road(line.words)
    }

    /// "Sag nr. 14 er lukket", where no item has that number.
    fn is_finished(&self, line: &Line<'_>) -> bool {
        let Some(phrase) = line.phrase().filter(|phrase| phrase.is_done) else { return false };
        let own = |number: u32| {
            self.items.iter().any(|placed| placed.item.number.is_some_and(|(own, _)| own == number))
        };
        let mut numbers = phrase.numbers.iter().copied().chain(line.number()).peekable();
        numbers.peek().is_some() && !numbers.any(own)
    }

    /// Does a line between fences say by a mark that it is closed? Words alone may be those of a program.
    fn is_told_in_code(&self, line: &Line<'_>) -> bool {
        let mut written = self.document.text()[line.range()].lines();
        // "port: lukket"
        let is_value = |line: &str| line.starts_with(char::is_lowercase) && behind_mark(line).is_none();
        written.any(|line| is_possible(line) && says_surely(line) && !is_value(line.trim_start()))
    }

    /// Does the heading of the item, or a line right below it, say that it is open, or is it about rules or about closedness as
    /// such: "Ny forretningsorden", "Tavshedspligt"?
    fn is_settled(&self, at: usize) -> bool {
        let Some(head) = self.lines[..=at].iter().rposition(|line| line.heads.is_some()) else {
            return false;
        };
        let heading = self.lines[head].words;
        let is_open = || self.lines[head].asked(Question::SaysOpen, says_open);
        let mut below = self.lines[head + 1..].iter().filter(|line| !line.is_silent()).take(NEAR_HEADING);
        let is_about = || is_about_rules(heading) || is_about_closed(heading) || is_topic(heading);
        is_open() || is_about() || below.any(|line| says_of_itself_open(line))
    }

    /// Does the line say nothing of the item that it stands in: a sentence without a word for that, a quotation, a rule?
    fn is_told_of_others(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let is_rule = line.words.starts_with(['§', '"', '”', '“', '»']);
        let of_open_heading = line.heads.is_some() && line.asked(Question::SaysOpen, says_open);
        of_open_heading || is_rule || tells_of_others(line.words) || doubt::is_said_in_quotes(line.words)
    }

    /// "Adgang: begrænset": does the line stand in an item about a place that one comes into?
    fn is_about_place(&self, at: usize) -> bool {
        let head = self.lines[..at].iter().rposition(|line| line.heads.is_some());
        head.is_some_and(|head| self.lines[head..at].iter().any(|line| names_place(line.words)))
    }

    /// Does the text under the heading at `at` speak of closedness as such?
    fn is_told_in_general(&self, at: usize) -> bool {
        let under = self.lines[at + 1..].iter().take_while(|line| line.heads.is_none());
        under.into_iter().any(|line| line.asked(Question::SpeaksInGeneral, speaks_in_general))
    }

    /// Does a mark stand by itself between two items, of which it may mean either, and the lower one has none of its own?
    fn is_between(&self, at: usize) -> bool {
        let is_mark = matches!(self.lines[at].block.class, Class::LineMark(LineMark::Closed));
        let below = || self.lines[at + 1..].iter().find(|line| !line.is_silent())?.heads;
        let heads_item =
            self.lines[..at].iter().rfind(|line| !line.is_silent()).is_none_or(|line| line.heads.is_some());
        is_mark && !heads_item && below().is_some_and(|below| !bears_mark(&self.items[below], self.document))
    }
}
