//! Dates in running text, in every form that minutes hold, right or wrong.
//!
//! [`dates`] is driven by digits: it jumps from one run of digits to the next and looks at what stands around it.
//! What only resembles a date (case and subject numbers, amounts, decimals, fractions, personal numbers, file names,
//! addresses) is passed over; where a text does not allow certainty, the scanner stays silent, because a rule would
//! turn the mistake into a false alarm.

mod around;
mod names;
mod numeric;
mod template;
mod written;

use std::collections::VecDeque;

use jiff::civil::{Date, Weekday};
use text::TextRange;

use crate::letters;

pub use names::is_month;
pub use names::{
    month_from, month_name, weekday_from, weekday_in_english, weekday_name, write_long, write_weekday,
};

/// A day mentioned in a text, together with how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The whole mention, from the weekday or "den" on, if they are there.
    pub range: TextRange,
    /// The weekday in front: "tirsdag den 13. august".
    pub weekday: Option<WeekdayMention>,
    /// The "den" or "d." in front.
    pub intro: Option<Intro>,
    /// The day of the month, 1 to 39 (the text may be wrong).
    pub day: u8,
    /// The digits of the day.
    pub day_range: TextRange,
    /// The stop after the day of a written date.
    pub ordinal_stop: Option<TextRange>,
    /// The month, 1 to 19 (the text may be wrong).
    pub month: u8,
    /// The month's name, with the stop of an abbreviation, or its digits. Outside `range` if it is shared.
    pub month_range: TextRange,
    /// Is the month's name written with a capital ("4. November")? A name all in capitals does not count.
    pub month_capital: bool,
    /// The year; two digits are read as 1970 to 2069.
    pub year: Option<i16>,
    /// The digits of the year. Outside `range` if it is shared.
    pub year_range: Option<TextRange>,
    /// Is the year written with two digits?
    pub two_digit_year: bool,
    /// How the date is written.
    pub form: DateForm,
    /// Is the month or the year taken from a later date of the same list, as in "den 15. og 16. marts 2022"?
    pub shared: bool,
}

/// The weekday in front of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekdayMention {
    /// Which day.
    pub weekday: Weekday,
    /// The name.
    pub range: TextRange,
    /// Is it written with a capital? A name all in capitals does not count.
    pub capital: bool,
}

/// What introduces a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intro {
    /// Which word.
    pub form: IntroForm,
    /// The word, with its stop.
    pub range: TextRange,
}

/// The words that introduce a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntroForm {
    /// "den"
    Den,
    /// "d."
    DWithStop,
    /// "d", which lacks its stop
    DWithoutStop,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// "8. marts 2021"
    Written,
    /// "08-03-2021"
    Dashed,
    /// "08.03.2021"
    Dotted,
    /// "7/3", "07/06/2022", "8/9-2020", "1/1 2000"
    Slashed,
    /// "2022-06-07"
    Iso,
    /// What a template prints: "14 september, 2020", "Marts 3, 2016"
    Template,
}

impl DateMention {
    /// The date, if the year is known and the day exists.
    pub fn date(&self) -> Option<Date> {
        date(self.year?, self.month, self.day)
    }

    /// Is there such a day? Without a year, the 29th of February exists.
    pub fn exists(&self) -> bool {
        const LEAP_YEAR: i16 = 2000;
        date(self.year.unwrap_or(LEAP_YEAR), self.month, self.day).is_some()
    }
}

/// All dates of a text, in order; none overlaps another.
pub fn dates(text: &str) -> Dates<'_> {
    Dates { text: letters::clip(text), offset: 0, last_end: 0, found: VecDeque::new() }
}

/// Iterator over the dates of a text, made by [`dates`].
#[derive(Clone, Debug)]
pub struct Dates<'t> {
    text: &'t str,
    offset: usize,
    /// Where the latest date ends: only there may a hyphen be glued to the next.
    last_end: usize,
    found: VecDeque<DateMention>,
}

impl Iterator for Dates<'_> {
    type Item = DateMention;

    fn next(&mut self) -> Option<DateMention> {
        while self.found.is_empty() {
            let digits = Digits::next(self.text, self.offset)?;
            self.offset = digits.end;
            self.read(digits);
        }
        self.found.pop_front()
    }
}

impl Dates<'_> {
    fn read(&mut self, digits: Digits) {
        let place = Place { text: self.text, last_end: self.last_end };
        match numeric::read(place, digits).or_else(|| template::read(self.text, digits)) {
            Some(mention) => self.found.push_back(mention),
            None => written::read(place, digits, &mut self.found),
        }
        if let Some(mention) = self.found.back() {
            self.last_end = mention.range.end().into();
            self.offset = self.offset.max(self.last_end);
        }
    }
}

/// Where the scanner is: what both readers need besides the digits they start from.
#[derive(Clone, Copy)]
struct Place<'t> {
    text: &'t str,
    last_end: usize,
}

/// A run of ASCII digits, with no digit on either side.
#[derive(Clone, Copy)]
struct Digits {
    start: usize,
    end: usize,
}

impl Digits {
    fn next(text: &str, offset: usize) -> Option<Digits> {
        let start = letters::next_digit(text.as_bytes(), offset)?;
        Some(Digits::starting(text, start))
    }

    /// The digits that start exactly here.
    fn at(text: &str, start: usize) -> Option<Digits> {
        let digits = Digits::starting(text, start);
        (digits.end > start).then_some(digits)
    }

    fn starting(text: &str, start: usize) -> Digits {
        Digits { start, end: letters::after_digits(text.as_bytes(), start) }
    }

    fn len(self) -> usize {
        self.end - self.start
    }

    fn number(self, text: &str) -> Option<u16> {
        letters::number(&text[self.start..self.end])
    }

    fn range(self) -> TextRange {
        letters::range(self.start, self.end)
    }
}

#[derive(Clone, Copy)]
struct Year {
    number: i16,
    digits: Digits,
}

impl Year {
    /// Four digits that look like a year of our time.
    fn full(text: &str, digits: Digits) -> Option<Year> {
        let number = digits.number(text)?;
        (digits.len() == 4 && (1800..2200).contains(&number))
            .then_some(Year { number: number as i16, digits })
    }

    /// Two digits: 00 to 69 mean this century.
    fn short(text: &str, digits: Digits) -> Option<Year> {
        let number = digits.number(text)? as i16;
        let century = if number < 70 { 2000 } else { 1900 };
        (digits.len() == 2).then_some(Year { number: century + number, digits })
    }
}

fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> DateMention {
        let mut found = dates(text);
        let mention = found.next().unwrap_or_else(|| panic!("no date in {text:?}"));
        assert_eq!(found.next(), None, "a second date in {text:?}");
        mention
    }

    #[test]
    fn a_day_that_the_month_lacks_does_not_exist() {
        assert!(!only("den 31. april").exists());
        assert!(!only("den 29. februar 2023").exists());
        assert!(!only("32. marts").exists());
        assert!(!only("31-02-2021").exists());
        assert!(only("den 31. maj").exists());
    }

    #[test]
    fn the_leap_day_exists_where_no_year_denies_it() {
        assert!(only("den 29. februar").exists());
        assert!(only("den 29. februar 2024").exists());
        assert_eq!(only("den 29. februar").date(), None);
    }

    #[test]
    fn two_digits_of_a_year_mean_this_century_up_to_69() {
        assert_eq!(only("d. 31/3-22").year, Some(2022));
        assert_eq!(only("d. 31/3-69").year, Some(2069));
        assert_eq!(only("d. 31/3-70").year, Some(1970));
        assert!(only("d. 31/3-22").two_digit_year);
    }

    #[test]
    fn a_date_can_be_computed_with() {
        let mention = only("mandag den 8. marts 2021");
        let date = mention.date().expect("that day exists");
        assert_eq!(date.weekday(), mention.weekday.expect("it is named").weekday);
    }

    #[test]
    fn dates_follow_in_order_and_never_overlap() {
        let text = "fra den 7. marts til 08-04-2022, 9/5-2022, 2022-06-07 og den 1. og 2. juli";
        let found: Vec<_> = dates(text).map(|mention| &text[mention.range]).collect();
        assert_eq!(found, ["den 7. marts", "08-04-2022", "9/5-2022", "2022-06-07", "den 1.", "2. juli"]);
    }
}
