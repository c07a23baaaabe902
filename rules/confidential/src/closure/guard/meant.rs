//! Which items a line that speaks of closed matter is about.

use super::super::lines::{Line, title};
use super::{Guard, is_open_part};
use crate::closed::is_reopening;
use crate::closed_signs::{is_of_meetings, is_possible, named, reopens};
use danish::letters::small;
use data::closed::closed;
use minutes::Placed;
use syntax::{Class, Flag};
use text::is_space;

/// "Lukket – 3. Ejendomskøb", "🔒 2. Personsag": the number of what `line`, which was read as no item, heads.
fn number_behind_mark(line: &Line<'_>) -> Option<u32> {
    if line.heads.is_some() || line.block.numbering.is_some() {
        return None;
    }
    let at = line.words.find(|c: char| c.is_ascii_digit())?;
    let (mark, numbered) = line.words.split_at(at);
    let end = numbered.find(|c: char| !c.is_ascii_digit())?;
    let title = numbered[end..].strip_prefix(['.', ')', ':'])?.trim_start();
    // "MÅ IKKE OFFENTLIGGØRES FØR 1. JANUAR 2027" gives a day.
    let first = title.split(' ').next().map(small).unwrap_or_default();
    let is_day = closed().signs.months.contains(&first);
    let is_heading = !is_day && is_of_meetings(mark) && title.starts_with(char::is_uppercase);
    is_heading.then(|| numbered[..end].parse().ok()).flatten()
}

/// "Dagsorden: 1. Valg. 2. Personalesag (lukket). 3. Eventuelt.": the numbers of the entries in a line of some that bear a mark.
fn entries_with_mark(line: &Line<'_>) -> Vec<u32> {
    const LEAST: usize = 2;
    let words = line.words;
    let begins = |(at, _): (usize, &str)| {
        let is_apart = words[..at].chars().next_back().is_none_or(|before| is_space(before) || before == ':');
        let digits = words[at..].len() - words[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let behind = words[at + digits..].trim_start_matches(['.', ')', ':']).trim_start_matches(is_space);
        let number = words[at..at + digits].parse::<u32>().ok()?;
        (is_apart && behind.starts_with(char::is_uppercase)).then_some((at, number))
    };
    let digits = words.match_indices(|c: char| c.is_ascii_digit());
    let all: Vec<(usize, u32)> = digits.filter_map(begins).collect();
    let counts_up = all.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    if all.len() < LEAST || !counts_up {
        return Vec::new();
    }
    let ends = all.iter().skip(1).map(|(at, _)| *at).chain([words.len()]);
    let entries = all.iter().zip(ends).filter(|((at, _), end)| is_possible(words[*at..*end].trim()));
    entries.map(|((_, number), _)| *number).collect()
}

impl Guard<'_, '_> {
    /// The numbers of the items that line `at` speaks of: those that it names, that of its row, those below doors that are
    /// shut, or the item that it stands in.
    pub(super) fn meant(&self, at: usize) -> Vec<u32> {
        let line = &self.lines[at];
        let number = |item: usize| self.items[item].item.number.map(|(number, _)| number);
        let left_out = self.left_out_of_open(at);
        if !left_out.is_empty() {
            return left_out;
        }
        let own = line.phrase().map(|phrase| phrase.numbers).unwrap_or_default();
        let named = if own.is_empty() { named(line.words) } else { own };
        if !named.is_empty() {
            return named;
        }
        let entries = entries_with_mark(line);
        if !entries.is_empty() {
            return entries;
        }
        if let Some(number) = number_behind_mark(line).or_else(|| self.number_of_row(line)) {
            return vec![number];
        }
        let below = self.lines[at + 1..].iter();
        let is_last = below.clone().find(|line| !line.is_silent()).is_some_and(|line| line.heads.is_some());
        if is_last && self.may_lead(at) {
            let until = below.take_while(|line| !reopens(line.words) && !is_open_part(line));
            let items = until.filter_map(|line| line.heads);
            let is_late = |item: &usize| title(self.document, &self.items[*item]).is_some_and(is_reopening);
            return items.take_while(|item| !is_late(item)).filter_map(number).collect();
        }
        self.lines[..=at].iter().rev().find_map(|line| line.heads).and_then(number).into_iter().collect()
    }

    /// May line `at` speak of what follows it, and not of the item that it ends: a heading, "Herefter lukkede døre", a mark that
    /// stands right above the next item and apart from this one?
    pub(super) fn may_lead(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let above = self.lines[..at].iter().rfind(|line| !line.is_silent());
        let is_title = line.block.mark.heading > 0 || matches!(line.block.class, Class::Part { .. });
        if is_title || !self.lines[..at].iter().any(|line| line.heads.is_some()) {
            return true;
        }
        let phrases = &closed().phrases;
        let lower = small(line.words);
        let words = || lower.split(|c: char| !c.is_alphanumeric());
        // "Til behandling - for lukkede døre"
        let leads = || {
            lower.starts_with("til ")
                || words().any(|word| phrases.leading.contains(word) || phrases.following.contains(word))
        };
        let is_set_apart =
            || above.is_none_or(|above| above.block.is(Flag::BlankAfter)) && !line.block.is(Flag::BlankAfter);
        match line.phrase() {
            Some(phrase) if phrase.of_own => false,
            Some(phrase) => !phrase.numbers.is_empty() || phrase.of_next || leads() || is_set_apart(),
            None => leads() && !words().any(|word| phrases.own.contains(word)),
        }
    }

    /// Does `line`, which is no heading, say of an item that is not closed that it is: "punkt 3 er lukket" in item 4?
    pub(super) fn closes_another(&self, line: &Line<'_>) -> bool {
        let is_open = |number: u32| {
            let mut all = self.items.iter().zip(&self.reach.closed);
            all.any(|(placed, closed)| !closed && placed.item.number.is_some_and(|(own, _)| own == number))
        };
        line.heads.is_none()
            && line.says.is_possible
            && line.words.contains(|c: char| c.is_ascii_digit())
            && named(line.words).into_iter().any(is_open)
    }

    /// "| 3 | Køb | Lukket |", "3. Køb – lukket": the number of an item that `line`, which heads none, begins with.
    fn number_of_row(&self, line: &Line<'_>) -> Option<u32> {
        let cells = || line.words.split(['|', '\t']).map(|cell| cell.trim().trim_end_matches('.'));
        let first = || cells().find(|cell| !cell.is_empty())?.parse().ok();
        let number = line.number().or_else(first).filter(|_| line.heads.is_none())?;
        let has = |placed: &Placed<'_>| placed.item.number.is_some_and(|(own, _)| own == number);
        self.items.iter().any(has).then_some(number)
    }
}
