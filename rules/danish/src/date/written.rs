//! Dates with the month's name: "tirsdag den 13. august 2024", "d. 1 december 2021", "Marts 3, 2016".
//!
//! Days often share a month: "den 8., 9. og 10. marts 2022", "den 11.-12. maj". So the reader collects a chain of
//! days as far as they are linked, and then gives out from the right what the earlier ones leave unsaid.

use std::collections::VecDeque;

use super::around::{
    Prefix, continues_date, follows_date_word, follows_number_word, is_amount, is_before_capital,
    is_year_after_comma, leads_to_day, may_start, starts_line, starts_something,
};
use super::names::{month_from, month_from_abbreviation};
use super::{DateForm, DateMention, Digits, Place, Year};
use crate::letters::{
    after_spaces, before_spaces, char_at, is_capitalised, is_word_part, range, word_before,
};

/// More linked days than any text has, so that a long row of numbers is not read again and again.
const LONGEST_CHAIN: usize = 12;

/// A day, and what stands with it.
#[derive(Clone, Copy)]
struct Part {
    prefix: Prefix,
    day: Digits,
    day_number: u8,
    has_stop: bool,
    /// The bytes of the stop: two where Markdown has a sign before it, "24\\. september".
    stop_len: usize,
    month: Option<Month>,
    year: Option<Year>,
    /// Is the year set off by a comma, as a template does?
    comma: bool,
    /// How the part is linked to the one before it.
    link: Option<Link>,
}

#[derive(Clone, Copy)]
struct Month {
    number: u8,
    start: usize,
    end: usize,
    capital: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "og", "eller", "samt", "til"
    Word,
    /// "-" or "–"
    Dash,
    Comma,
}

/// Adds the dates of the chain that starts with these digits.
pub(super) fn read(place: Place<'_>, digits: Digits, found: &mut VecDeque<DateMention>) {
    let text = place.text;
    if digits.len() > 2 {
        return;
    }
    let Some(part) = Part::read(text, digits, None) else { return };
    let starts =
        part.prefix.intro.is_some() || may_start(text, digits.start) || continues_date(place, digits.start);
    if !starts || is_time(text, part) {
        return;
    }
    if part.year.is_some() {
        found.extend(part.mention(None));
    } else {
        read_chain(text, part, found);
    }
}

/// "kl. 17-19. maj" starts with a time.
fn is_time(text: &str, part: Part) -> bool {
    let spaces = before_spaces(text, part.day.start);
    let word = word_before(text, spaces - usize::from(text[..spaces].ends_with('.')));
    word.eq_ignore_ascii_case("kl") || word.eq_ignore_ascii_case("klokken")
}

fn read_chain(text: &str, first: Part, found: &mut VecDeque<DateMention>) {
    let mut chain = vec![first];
    while let Some(last) = chain.last()
        && last.year.is_none()
        && chain.len() < LONGEST_CHAIN
        && let Some(next) = last.next(text)
    {
        chain.push(next);
    }

    let before = found.len();
    let mut later: Option<DateMention> = None;
    let mut after_word = false;
    for (index, part) in chain.iter().enumerate().rev() {
        let mention = part.mention(later.as_ref());
        if let Some(mention) = &mention {
            found.insert(before, mention.clone());
        }
        after_word |= part.link == Some(Link::Word);
        // A comma links days only in a list that goes on with "og": not in "i punkt 8., 9. marts".
        let linked = index > 0 && (part.link != Some(Link::Comma) || after_word);
        later = mention.filter(|_| linked);
    }
}

impl Part {
    fn read(text: &str, day: Digits, link: Option<Link>) -> Option<Part> {
        let day_number =
            u8::try_from(day.number(text)?).ok().filter(|number| day.len() <= 2 && *number > 0)?;
        let stop_len =
            [".", "\\."].iter().find(|stop| text[day.end..].starts_with(**stop)).map_or(0, |stop| stop.len());
        let (has_stop, end) = (stop_len > 0, day.end + stop_len);
        let month = Month::read(text, end, has_stop);
        // Nothing but a month or a link makes this a date, so the common number is left here.
        if month.is_none() && Link::read(text, end).is_none() {
            return None;
        }

        let prefix = Prefix::before(text, day.start);
        let mut part =
            Part { prefix, day, day_number, has_stop, stop_len, month, year: None, comma: false, link };
        if let Some(month) = month {
            part.read_year(text, month.end);
        }
        part.is_certain(text).then_some(part)
    }

    fn read_year(&mut self, text: &str, month_end: usize) {
        let comma = text[month_end..].starts_with(',');
        let end = month_end + usize::from(comma);
        let start = after_spaces(text, end);
        let year = Digits::at(text, start)
            .filter(|_| start > end || !comma)
            .and_then(|digits| Year::full(text, digits));
        let Some(year) = year else { return };
        let certain = !(comma && self.has_stop) || is_year_after_comma(text, year.digits.end);
        if certain && !is_amount(text, year.digits.end) {
            self.year = Some(year);
            self.comma = comma;
        }
    }

    /// The next part of the chain, if a link leads to one.
    fn next(&self, text: &str) -> Option<Part> {
        let (link, start) = Link::read(text, self.end())?;
        let start = after_introduction(text, start);
        let next = Part::read(text, Digits::at(text, start)?, Some(link))?;
        // "Møde nr. 9 - mandag den 21. oktober": the nine is no day.
        let is_bare = self.month.is_none() && !self.has_stop && !self.prefix.is_some();
        if is_bare && next.prefix.is_some() {
            return None;
        }
        // Only a dash links a day without its stop, and not two of them: "den 24-25. maj", not "10-20 maj".
        let linked = self.month.is_some() || self.has_stop || link == Link::Dash;
        let one_is_sure = [*self, next].iter().any(|part| part.has_stop || part.prefix.is_some());
        (linked && one_is_sure).then_some(next)
    }

    /// The mention, with what it lacks taken from the later part of the list.
    fn mention(&self, later: Option<&DateMention>) -> Option<DateMention> {
        let own = self.month;
        let lender = later.filter(|later| self.comes_before(later));
        let (month, month_range) = match own {
            Some(month) => (month.number, range(month.start, month.end)),
            None => lender.map(|later| (later.month, later.month_range))?,
        };
        let own_year = self.year.map(|year| (year.number, year.digits.range()));
        let year = own_year.or_else(|| lender.and_then(|later| later.year.zip(later.year_range)));

        Some(DateMention {
            range: range(self.prefix.start, self.end()),
            weekday: self.prefix.weekday,
            intro: self.prefix.intro,
            day: self.day_number,
            day_range: self.day.range(),
            ordinal_stop: self.has_stop.then(|| range(self.day.end, self.day.end + self.stop_len)),
            month,
            month_range,
            month_capital: own.is_some_and(|month| month.capital),
            year: year.map(|(number, _)| number),
            year_range: year.map(|(_, range)| range),
            two_digit_year: false,
            form: if self.comma { DateForm::Template } else { DateForm::Written },
            shared: own.is_none() || (own_year.is_none() && year.is_some()),
        })
    }

    /// A list runs forwards in time; where it does not, nothing is shared: "den 12. december og 3. januar 2022".
    fn comes_before(&self, later: &DateMention) -> bool {
        let month = self.month.map_or(later.month, |month| month.number);
        (month, self.day_number) <= (later.month, later.day)
            && (self.month.is_some() || self.day_number < later.day)
    }

    fn end(&self) -> usize {
        match (self.year, self.month) {
            (Some(year), _) => year.digits.end,
            (None, Some(month)) => month.end,
            (None, None) => self.day.end + self.stop_len,
        }
    }

    /// Leaves out what is more likely a sentence that ends in a number, or a list number: silence is better.
    fn is_certain(&self, text: &str) -> bool {
        let Some(month) = self.month else { return self.day_number <= 31 };
        let introduced = self.prefix.is_some() || self.link.is_some();
        if self.year.is_some_and(|year| char_at(text, year.digits.end).is_some_and(is_word_part)) {
            return false;
        }
        if self.day_number > 39 || (self.day_number > 31 && month.capital) {
            return false;
        }
        if !self.has_stop {
            return self.day_number <= 31 && (introduced || self.comma || self.stands_as_date(text));
        }
        introduced || !month.capital || self.has_certain_capital(text, month)
    }

    /// "31 juli 2022" without any "den", or "inden 15 februar": not in "budgetopfølgning 2 august 2022".
    fn stands_as_date(&self, text: &str) -> bool {
        let start = self.day.start;
        let full = |month: Month| !month.capital && month_from(&text[month.start..month.end]).is_some();
        let plain = self.year.is_none() && self.month.is_some_and(full) && leads_to_day(text, start);
        plain || self.year.is_some() && (starts_something(text, start) || follows_date_word(text, start))
    }

    /// "Se bilag 4. Maj måned …" and "3. August Jensen" are no dates; "4. November 2021" is one.
    fn has_certain_capital(&self, text: &str, month: Month) -> bool {
        let start = self.day.start;
        if follows_number_word(text, start) {
            return false;
        }
        self.year.is_some() || !(starts_line(text, start) || is_before_capital(text, month.end))
    }
}

impl Month {
    fn read(text: &str, after_day: usize, has_stop: bool) -> Option<Month> {
        let start = after_spaces(text, after_day);
        let bytes = text.as_bytes();
        let length = bytes[start..].iter().take(10).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let end = start + length;
        // "8marts" is glued; "8.marts" and "8. juni2021" are only badly spaced.
        if length < 3 || (start == after_day && !has_stop) {
            return None;
        }
        let name = &text[start..end];
        let glued = || month_from(name).is_some() && is_year(text, end);
        if char_at(text, end).is_some_and(is_word_part) && !glued() {
            return None;
        }

        let capital = is_capitalised(name);
        if let Some(number) = month_from(name) {
            return Some(Month { number, start, end, capital });
        }
        let stop = bytes.get(end) == Some(&b'.');
        // "30. aug 2022": a program prints no stop, and the year tells that this is a month; "1.okt" is a slip, for behind an
        // ordinal no other word is so short.
        let abbreviated = match has_stop {
            true => stop || !capital || is_before_year(text, end),
            false => !capital && is_before_year(text, end),
        };
        let number = month_from_abbreviation(name).filter(|_| abbreviated)?;
        Some(Month { number, start, end: end + usize::from(stop), capital })
    }
}

/// Do a space and four digits follow?
fn is_before_year(text: &str, end: usize) -> bool {
    let start = after_spaces(text, end);
    start > end && Digits::at(text, start).is_some_and(|digits| digits.len() == 4)
}

/// Do four digits begin here that are a year?
fn is_year(text: &str, at: usize) -> bool {
    Digits::at(text, at).and_then(|digits| Year::full(text, digits)).is_some()
}

impl Link {
    /// The link after a part, and where the next part starts.
    fn read(text: &str, end: usize) -> Option<(Link, usize)> {
        const WORDS: [&str; 5] = ["og", "eller", "samt", "til og med", "til"];
        let start = after_spaces(text, end);
        let rest = &text[start..];
        let (link, length) = match rest.as_bytes() {
            [b'-', ..] => (Link::Dash, 1),
            [0xe2, 0x80, 0x93, ..] => (Link::Dash, 3),
            [b',', ..] if start == end => (Link::Comma, 1),
            [b'o' | b'e' | b's' | b't', ..] if start > end => {
                (Link::Word, WORDS.iter().find(|word| rest.starts_with(**word))?.len())
            }
            _ => return None,
        };
        let next = after_spaces(text, start + length);
        (link == Link::Dash || next > start + length).then_some((link, next))
    }
}

/// Where the digits start behind "onsdag den", "den", "d.": the words are read again, backwards, as a prefix.
fn after_introduction(text: &str, start: usize) -> usize {
    let mut at = start;
    for _ in 0..2 {
        let rest = &text[at..];
        let length = rest.find(|char| !is_word_part(char)).unwrap_or(rest.len());
        let word = &rest[..length];
        let is_introduction = matches!(word, "den" | "d") || super::weekday_from(word).is_some();
        if !is_introduction {
            break;
        }
        let end = at + length;
        at = after_spaces(text, end + usize::from(text[end..].starts_with(['.', ','])));
    }
    at
}

#[cfg(test)]
mod tests;
