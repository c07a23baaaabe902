//! Lines that say that there was closed matter, of which the text holds none: a number that no item has, a count at the end, the two
//! states of a form.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Guard, Line};
use crate::closed::{is_private, is_reopening, is_signature, is_tail, tells_of_duty};
use crate::closed_signs::{
    are_states, count_told, item_numbers, leading_number, may_go_on_as_mark, open_numbers, speaks_of_own,
    tells_of_some,
};
use crate::closure::title;
use danish::letters::small;
use syntax::Flag;
use text::is_space;

impl Guard<'_, '_> {
    /// Does line `at`, which heads no item, only say that something closed was treated, and does the text hold nothing that it may be?
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.heads.is_some() || is_private(line.words) {
            return false;
        }
        let numbers = item_numbers(line.words);
        if !numbers.is_empty() {
            return self.has_none_of(&numbers, line);
        }
        tells_of_some(line.words)
            && (self.is_below_all(at)
                || self.is_alone_in_item(at)
                || count_told(line.words) <= self.ground().n_left_out)
    }

    /// "Punkt 6 og 7 var lukkede punkter", which is `line`: has no line of the text one of those `numbers`?
    fn has_none_of(&self, numbers: &[u32], line: &Line<'_>) -> bool {
        let written = self.ground().written.get_or_init(|| {
            let mut written: FxHashMap<u32, usize> = FxHashMap::default();
            for number in self.lines.iter().filter_map(|line| self.leading_number(line)) {
                *written.entry(number).or_default() += 1;
            }
            written
        });
        let own = self.leading_number(line);
        let has = |number: &u32| {
            written.get(number).copied().unwrap_or_default() > usize::from(own == Some(*number))
        };
        !line.words.contains(':') && self.ground().last.is_some() && !numbers.iter().any(has)
    }

    /// Does no other item follow but such as are open nearly everywhere, and no more text of this one?
    fn is_below_all(&self, at: usize) -> bool {
        let next = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        let ends = |line: &Line<'_>| line.heads.is_some() || is_signature(line.words) || is_tail(line.words);
        self.ground().last_open.is_none_or(|last| last < at)
            && next.is_none_or(ends)
            && self.is_below_first(at)
    }

    /// The number that `line` begins with as it is written.
    fn leading_number(&self, line: &Line<'_>) -> Option<u32> {
        leading_number(&self.document.text()[line.block.line() + line.start])
    }

    fn is_below_first(&self, at: usize) -> bool {
        self.items.first().is_some_and(|first| first.start < self.lines[at].start)
    }

    fn ground(&self) -> &Ground {
        self.apart.get_or_init(|| {
            let is_late = |item: usize| title(self.document, &self.items[item]).is_some_and(is_reopening);
            let last_open = self.lines.iter().rposition(|line| line.heads.is_some_and(|item| !is_late(item)));
            let mut numbers: Vec<u32> =
                self.items.iter().filter_map(|placed| placed.item.number).map(|own| own.0).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let last = numbers.last().copied();
            let n_left_out =
                usize::try_from(last.unwrap_or_default()).unwrap_or_default().saturating_sub(numbers.len());
            Ground { last_open, last, n_left_out, written: OnceCell::new() }
        })
    }

    /// "10. Ny provst", "Overføres til lukket del": is the line all that stands under the heading?
    fn is_alone_in_item(&self, at: usize) -> bool {
        let above = self.lines[..at].iter().rfind(|line| !line.is_silent() && !super::is_label(line));
        let below = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        above.is_some_and(|line| line.heads.is_some()) && below.is_none_or(|line| line.heads.is_some())
    }

    /// "Luk-" above "ningen af broen": a word cut in two that is no mark.
    pub(super) fn is_cut_in_two(&self, at: usize) -> bool {
        let next = self.lines[at + 1..].iter().find(|line| !line.is_silent()).map_or("", |next| next.words);
        !may_go_on_as_mark(self.lines[at].words, next)
    }

    /// "Åbent punkt", "Lukket punkt" one below the other: the two states that a form asks for.
    pub(super) fn is_state_of_form(&self, at: usize) -> bool {
        let own = state(self.lines[at].words);
        let others = [
            self.lines[..at].iter().rfind(|line| !line.is_silent()),
            self.lines[at + 1..].iter().find(|line| !line.is_silent()),
        ];
        let is_pair = |line: &Line<'_>| {
            let other = state(line.words);
            line.heads.is_none() && (are_states(&other, &own) || are_states(&own, &other))
        };
        let leads = others[1].is_some_and(|line| line.heads.is_some());
        self.lines[at].heads.is_none() && !leads && others.into_iter().flatten().any(is_pair)
    }

    /// "Status: lukket" below what is said of a task: it is done with. Right below the title it is a mark.
    pub(super) fn is_state_of_task(&self, at: usize) -> bool {
        const LABELS: [&str; 3] = ["status", "tilstand", "stade"];
        let lower = small(self.lines[at].words);
        let is_state = lower.split_once(':').is_some_and(|(label, state)| {
            let state = state.trim_start_matches(is_space);
            let rest = state.strip_prefix("lukket").or_else(|| state.strip_prefix("afsluttet"));
            LABELS.contains(&label.trim_matches(|c: char| !c.is_alphanumeric()))
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ',']))
        });
        is_state && self.lines[at].heads.is_none() && self.is_below_prose(at)
    }

    /// Does a sentence stand right above line `at`?
    fn is_below_prose(&self, at: usize) -> bool {
        let above = self.lines[..at].iter().rfind(|line| !line.is_silent());
        above.is_some_and(|line| line.heads.is_none() && line.block.is(Flag::FullStop))
    }

    /// "Medlemmerne har tavshedspligt, jf. § 27": a duty of theirs, told below other things and not of this case.
    pub(super) fn is_duty(&self, at: usize) -> bool {
        let line = &self.lines[at];
        line.heads.is_none()
            && tells_of_duty(line.words)
            && !speaks_of_own(line.words)
            && !self.is_below_heading(at)
    }

    /// The numbers of the items that a list of the open ones at the head leaves out: "Offentlige punkter: 1 og 3".
    pub(super) fn left_out_of_open(&self, at: usize) -> Vec<u32> {
        /// No more of them are named.
        const MOST: usize = 20;
        let line = &self.lines[at];
        let open = if line.heads.is_some() || self.is_below_first(at) {
            Vec::new()
        } else {
            open_numbers(line.words)
        };
        if open.is_empty() {
            return open;
        }
        let open: FxHashSet<u32> = open.into_iter().collect();
        let own = self.items.iter().zip(&self.reach.closed).filter(|(_, closed)| !**closed);
        let own = own.filter_map(|(placed, _)| placed.item.number).map(|own| own.0);
        own.filter(|number| !open.contains(number)).take(MOST).collect()
    }
}

/// What is asked of the whole document.
#[derive(Debug)]
pub(super) struct Ground {
    /// The last line that heads an item which may be closed.
    last_open: Option<usize>,
    /// The highest number of an item.
    last: Option<u32>,
    /// How many numbers up to that no item has.
    n_left_out: usize,
    /// How many lines begin with each number.
    written: OnceCell<FxHashMap<u32, usize>>,
}

/// "Åbent punkt", in small letters.
fn state(words: &str) -> String {
    let lower = small(words);
    lower.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
