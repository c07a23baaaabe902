//! Lines that speak of closed matter which something closed explains: its title, its number, a heading over it, its end.

use super::super::legend::{bears_letter, closed_letter, closed_sign};
use super::super::lines::{Line, title};
use super::super::marked;
use super::{AFTER_MEETING, Guard};
use crate::closed::{is_private, is_reopening};
use crate::closed_signs::{ends_closed_part, is_of_meetings, says_none, shuts_out};
use danish::letters::small;
use syntax::{Class, Flag};

impl Guard<'_, '_> {
    /// Does something that is read as closed already explain line `at`?
    pub(super) fn is_explained(&self, at: usize) -> bool {
        if self.is_between(at) {
            return false;
        }
        let line = &self.lines[at];
        let lower = small(line.words);
        // The title of a closed item, and nothing that tells of it.
        let repeats = |title: &String| {
            lower.split(title.as_str()).count() > 1 && lower.split(title.as_str()).all(is_of_meetings)
        };
        self.titles.iter().any(repeats)
            || self.ends_meeting(at)
            || self.names_closed(line) && !is_private(line.words)
            || self.says_none(at)
            || self.heads_closed(at)
            || self.heads_closed_rows(at)
            || self.is_legend(line)
            || self.ends_closed(line)
    }

    /// "Lukket møde sluttede kl. 18", above which something was read as closed.
    fn ends_closed(&self, line: &Line<'_>) -> bool {
        let places = &self.reach.places;
        places.first().is_some_and(|place| place.start < line.start) && ends_closed_part(line.words)
    }

    /// "Punkt 3 og 4 behandles for lukkede døre", where 3 and 4 are closed.
    fn names_closed(&self, line: &Line<'_>) -> bool {
        let numbers = line.phrase().map(|phrase| phrase.numbers).unwrap_or_default();
        if !numbers.is_empty() && numbers.iter().all(|number| self.numbers.contains(number)) {
            return true;
        }
        let lower = line.words.to_lowercase();
        let named = ["punkterne", "punkter", "punkt", "pkt.", "pkt", "sagerne", "sager", "sag"];
        let Some(behind) = named.iter().find_map(|word| lower.find(word).map(|at| &lower[at + word.len()..]))
        else {
            return false;
        };
        let list = behind.trim_start_matches([' ', ':']);
        let end = list
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ' ' | ',' | '-' | '–' | 'o' | 'g'))
            .unwrap_or(list.len());
        let mut numbers = list[..end]
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .peekable();
        numbers.peek().is_some() && numbers.all(|number: u32| self.numbers.contains(&number))
    }

    /// "Lukkede sager" with "Ingen" under it, or in it; or with nothing under it at all.
    fn says_none(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let own = line.words.split_once(':').map_or(line.words, |(_, behind)| behind);
        let below = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        says_none(own) && !shuts_out(line.words)
            || matches!(line.block.class, Class::Part { .. })
                && below.is_none_or(|below| says_none(below.words))
            || marked::says_none_under(self.lines, at)
            || marked::is_empty_in_contents(self.lines, at)
    }

    /// "Mødet blev lukket kl. 21", below which no item stands but such as are open nearly everywhere: "Eventuelt".
    fn ends_meeting(&self, at: usize) -> bool {
        let says_so = || self.lines[at].phrase().is_some_and(|phrase| phrase.of_meeting);
        let below = || self.lines[at + 1..].iter();
        let is_late = |item: usize| title(self.document, &self.items[item]).is_some_and(is_reopening);
        let n_below =
            || below().filter(|line| !line.is_silent()).take_while(|line| line.heads.is_none()).count();
        says_so() && n_below() <= AFTER_MEETING && below().filter_map(|line| line.heads).all(is_late)
    }

    /// "Til behandling - for lukkede døre … 15" in the contents: does it stand above the rows of closed items, and of no other?
    fn heads_closed_rows(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let is_above = self.items.first().is_none_or(|first| line.start < first.start);
        if !is_above || line.number().is_some() || line.block.is(Flag::FullStop) {
            return false;
        }
        let below = self.lines[at + 1..].iter().filter(|line| !line.is_silent());
        let rows = below.take_while(|line| line.heads.is_none()).map_while(Line::number);
        let mut rows = rows.peekable();
        rows.peek().is_some() && rows.all(|number| self.numbers.contains(&number))
    }

    /// Does the line stand right above closed items, and above no other up to what opens again?
    fn heads_closed(&self, at: usize) -> bool {
        let Some(below) = (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_silent()) else {
            return false;
        };
        let start = self.lines[below].start;
        if !self.may_lead(at) || self.reach.places.binary_search_by_key(&start, |place| place.start).is_err()
        {
            return false;
        }
        let ends = |line: &&Line<'_>| matches!(line.block.class, Class::Part { closed: false });
        let headings =
            self.lines[below..].iter().take_while(|line| !ends(line)).filter_map(|line| line.heads);
        let is_late = |item: usize| title(self.document, &self.items[item]).is_some_and(is_reopening);
        let mut headings = headings.take_while(|item| !is_late(*item));
        headings.all(|item| self.reach.closed[item])
    }

    /// "* = lukket punkt", where the closed items bear their own marks; an open one that bears the star is told by itself.
    fn is_legend(&self, line: &Line<'_>) -> bool {
        let has_closed = self.reach.closed.contains(&true);
        let is_open = |letter: &str| {
            let mut open = self.items.iter().zip(&self.reach.closed).filter(|(_, closed)| !**closed);
            open.any(|(placed, _)| {
                bears_letter(&self.document.text()[placed.item.heading + placed.start], letter)
            })
        };
        has_closed
            && (closed_sign(self.document, line).is_some()
                || closed_letter(self.document, line).is_some_and(|letter| !is_open(letter)))
    }
}
