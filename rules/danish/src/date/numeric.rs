//! Dates in digits only: "08-03-2021", "08.03.2021", "8/9-2020", "7/3", "2022-06-07".
//!
//! Most runs of digits with signs between them are something else. With a year in four digits the shape is proof
//! enough; with two digits or no year a word in front has to say that a date follows.

use super::around::{
    Prefix, continues_date, follows_date_word, follows_sure_date_word, is_before_af, is_before_time,
    is_before_unit, may_end, may_start, starts_something,
};
use super::{DateForm, DateMention, Digits, Place, Year, date};
use crate::letters::{after_spaces, before_spaces, range, word_before};

/// The groups of digits that a date in digits is made of.
#[derive(Clone, Copy)]
struct Groups {
    day: Digits,
    month: Digits,
    year: Option<Year>,
    form: DateForm,
    /// Is the year set apart by a space: "1/1 2000"?
    apart: bool,
}

/// The date in digits that starts with these digits, if there is one.
pub(super) fn read(place: Place<'_>, digits: Digits) -> Option<DateMention> {
    let text = place.text;
    let groups = Groups::read(text, digits)?;
    let prefix = Prefix::before(text, digits.start);
    let starts =
        prefix.intro.is_some() || may_start(text, digits.start) || continues_date(place, digits.start);
    let ends = may_end(text, groups.end()) || groups.are_followed_by_partner(text);
    if !starts || !ends || !groups.are_date_here(text, prefix) {
        return None;
    }

    Some(DateMention {
        range: range(prefix.start, groups.end()),
        weekday: prefix.weekday,
        intro: prefix.intro,
        day: groups.day.number(text)? as u8,
        day_range: groups.day.range(),
        ordinal_stop: None,
        month: groups.month.number(text)? as u8,
        month_range: groups.month.range(),
        month_capital: false,
        year: groups.year.map(|year| year.number),
        year_range: groups.year.map(|year| year.digits.range()),
        two_digit_year: groups.has_short_year(),
        form: groups.form,
        shared: false,
    })
}

impl Groups {
    fn read(text: &str, first: Digits) -> Option<Groups> {
        let groups = match first.len() {
            1..=2 => Groups::read_day_first(text, first)?,
            4 => Groups::read_iso(text, first)?,
            _ => return None,
        };
        groups.are_plausible(text).then_some(groups)
    }

    fn read_iso(text: &str, first: Digits) -> Option<Groups> {
        let year = Year::full(text, first)?;
        let month = after_sign(text, first.end, b'-').filter(|month| month.len() == 2)?;
        let day = after_sign(text, month.end, b'-').filter(|day| day.len() == 2)?;
        Some(Groups { day, month, year: Some(year), form: DateForm::Iso, apart: false })
    }

    fn read_day_first(text: &str, day: Digits) -> Option<Groups> {
        let sign = *text.as_bytes().get(day.end)?;
        let form = match sign {
            b'-' => DateForm::Dashed,
            b'.' => DateForm::Dotted,
            b'/' => DateForm::Slashed,
            _ => return None,
        };
        let month = after_sign(text, day.end, sign).filter(|month| month.len() <= 2)?;
        let groups = Groups { day, month, year: None, form, apart: false };

        let year = after_sign(text, month.end, sign).or_else(|| match form {
            DateForm::Slashed => after_sign(text, month.end, b'-'),
            _ => None,
        });
        let year = year.and_then(|digits| Year::full(text, digits).or_else(|| Year::short(text, digits)));
        match (year, form) {
            (Some(_), _) => Some(Groups { year, ..groups }),
            (None, DateForm::Slashed) => Some(groups.with_year_apart(text)),
            (None, _) => None,
        }
    }

    fn with_year_apart(self, text: &str) -> Groups {
        let start = after_spaces(text, self.month.end);
        let year = Digits::at(text, start).and_then(|digits| Year::full(text, digits));
        let year = year.filter(|year| start > self.month.end && may_end(text, year.digits.end));
        match year {
            Some(year) if !is_before_unit(text, year.digits.end) => {
                Groups { year: Some(year), apart: true, ..self }
            }
            _ => self,
        }
    }

    /// Could this be a day and a month? Where the shape is sure, a wrong date is read too.
    fn are_plausible(self, text: &str) -> bool {
        let (Some(day), Some(month)) = (self.day.number(text), self.month.number(text)) else { return false };
        if day == 0 || month == 0 {
            return false;
        }

        let sure = self.year.is_some() && !self.has_short_year() && !self.apart;
        // "32/5-2026" is meant for a day as well as "32-05-2026".
        let padded = self.day.len() == 2 && (self.month.len() == 2 || self.form == DateForm::Slashed);
        match self.form {
            DateForm::Iso => day <= 31 && month <= 12,
            _ if sure && padded => day <= 39 && month <= 19,
            _ if self.has_short_year() => {
                self.year.is_some_and(|year| date(year.number, month as u8, day as u8).is_some())
            }
            _ => day <= 31 && month <= 12,
        }
    }

    /// Do the words around say that this is a date, as far as the shape leaves a doubt?
    fn are_date_here(self, text: &str, prefix: Prefix) -> bool {
        let start = self.day.start;
        if prefix.is_some() {
            return self.year.is_some() || !is_before_af(text, self.end());
        }

        match (self.form, self.year) {
            (DateForm::Slashed, None) => follows_from_or_to(text, start) && !is_before_af(text, self.end()),
            (DateForm::Slashed, Some(_)) if self.apart || self.has_short_year() => {
                starts_something(text, start) || follows_date_word(text, start)
            }
            (_, Some(_)) if self.has_short_year() => {
                follows_sure_date_word(text, start) || is_before_time(text, self.end())
            }
            _ => true,
        }
    }

    /// Is this the first half of "01.01.2022-31.12.2022"?
    fn are_followed_by_partner(self, text: &str) -> bool {
        let rest = &text[self.end()..];
        let Some(partner) = rest.strip_prefix('-').or_else(|| rest.strip_prefix('–')) else { return false };
        let start = text.len() - partner.len();
        let groups = Digits::at(text, start).and_then(|digits| Groups::read(text, digits));
        groups.is_some_and(|groups| {
            groups.form == self.form
                && groups.year.is_some()
                && self.year.is_some()
                && may_end(text, groups.end())
        })
    }

    fn end(self) -> usize {
        match (self.form, self.year) {
            (DateForm::Iso, _) => self.day.end,
            (_, Some(year)) => year.digits.end,
            (_, None) => self.month.end,
        }
    }

    fn has_short_year(self) -> bool {
        self.year.is_some_and(|year| year.digits.len() == 2)
    }
}

fn after_sign(text: &str, offset: usize, sign: u8) -> Option<Digits> {
    if text.as_bytes().get(offset) != Some(&sign) {
        return None;
    }
    Digits::at(text, offset + 1)
}

fn follows_from_or_to(text: &str, offset: usize) -> bool {
    let end = before_spaces(text, offset);
    let word = word_before(text, end);
    end < offset && (word.eq_ignore_ascii_case("fra") || word.eq_ignore_ascii_case("til"))
}

#[cfg(test)]
mod tests {
    use super::super::{DateForm, IntroForm, dates};
    use jiff::civil::date;

    fn read(text: &str) -> Vec<(&str, DateForm, Option<i16>, u8, u8)> {
        dates(text)
            .map(|found| (&text[found.range], found.form, found.year, found.month, found.day))
            .collect()
    }

    fn is_read(text: &str, written: &str, form: DateForm) {
        let found: Vec<_> = read(text).iter().map(|found| (found.0, found.1)).collect();
        assert_eq!(found, [(written, form)], "in {text:?}");
    }

    fn none(text: &str) {
        assert_eq!(read(text), [], "in {text:?}");
    }

    #[test]
    fn each_form_is_told_apart() {
        is_read("Referat den 08-03-2021", "den 08-03-2021", DateForm::Dashed);
        is_read("Mødedato: 27.04.2022, kl. 16:00", "27.04.2022", DateForm::Dotted);
        is_read("siden 11.9.2001.", "11.9.2001", DateForm::Dotted);
        is_read("LBK nr. 823 af 15/08/2019, §41", "15/08/2019", DateForm::Slashed);
        is_read("LBK nr. 1877 af 27/09-2021 - Lov", "27/09-2021", DateForm::Slashed);
        is_read("frist 2022-06-07.", "2022-06-07", DateForm::Iso);
    }

    #[test]
    fn the_parts_are_where_they_should_be() {
        let text = "i rådet d. 8/9-2020.";
        let found = dates(text).next().expect("there is one");
        assert_eq!(found.date(), Some(date(2020, 9, 8)));
        assert_eq!((&text[found.day_range], &text[found.month_range]), ("8", "9"));
        assert_eq!(found.year_range.map(|range| &text[range]), Some("2020"));
        assert_eq!(found.intro.map(|intro| intro.form), Some(IntroForm::DWithStop));
        assert!(!found.two_digit_year);

        let found = dates("2022-06-07").next().expect("there is one");
        assert_eq!(found.date(), Some(date(2022, 6, 7)));
    }

    #[test]
    fn a_year_may_stand_apart_after_a_slash() {
        is_read("gælder fra 1/1 2000", "1/1 2000", DateForm::Slashed);
        is_read("pr. 1/1\u{a0}2000", "1/1\u{a0}2000", DateForm::Slashed);
        none("andelen er 1/3 2000 gange");
        is_read("gælder fra 1/1 2000 kr.", "1/1", DateForm::Slashed);
    }

    #[test]
    fn two_digits_of_a_year_need_a_word_that_promises_a_date() {
        is_read("tilbudsfrist d. 31/3-22, derefter", "d. 31/3-22", DateForm::Slashed);
        is_read("24/1-22\tØkonomiudvalget", "24/1-22", DateForm::Slashed);
        is_read("senest 10.11.22", "10.11.22", DateForm::Dotted);
        is_read("den 07.03.22", "den 07.03.22", DateForm::Dotted);
        is_read("Møde 10.11.22 kl. 16", "10.11.22", DateForm::Dotted);
        none("KLE 17.01.04");
        none("emnerne 17.01.04 og 17.01.05");
        none("modellen 3/4-12");
    }

    #[test]
    fn day_and_month_alone_need_a_word_that_promises_a_date() {
        is_read("onsdag 7/3 kl. 12", "onsdag 7/3", DateForm::Slashed);
        is_read("den 7/3", "den 7/3", DateForm::Slashed);
        assert_eq!(read("fra 7/3 til 8/3").len(), 2);
        none("7/3");
        none("vægtes 40/60");
        none("udgør 1/3 til almen undervisning, 5/7 til instrumenter");
        none("fra 1/3 af eleverne");
        none("den 1/3 af");
        none("den 1/25-del");
        none("skoleåret 2020/21");
    }

    #[test]
    fn a_full_date_may_be_wrong() {
        let exists = |text: &str| dates(text).next().map(|found| found.exists());
        assert_eq!(exists("31.04.2021"), Some(false));
        assert_eq!(exists("31-13-2021"), Some(false));
        assert_eq!(exists("10/15/2021"), Some(false));
        assert_eq!(exists("2022-02-30"), Some(false));
        assert_eq!(exists("29.02.2024"), Some(true));
    }

    #[test]
    fn two_dates_may_be_joined_by_a_dash() {
        for text in ["01.01.2022-31.12.2022", "01-01-2022–31-12-2022", "26.08.2022 - 13.10.2022"] {
            assert_eq!(read(text).len(), 2, "in {text:?}");
        }
    }

    #[test]
    fn numbers_of_cases_and_subjects_are_no_dates() {
        none("21-014448");
        none("85.02.02-P35-12-22");
        none("330-2018-3619");
        none("00.22.04");
        none("2020-016062");
        none("15.20.00-A26-1-23");
        none("2008/98/EF");
        none("15-10-2020-1234");
    }

    #[test]
    fn sums_versions_and_sections_are_no_dates() {
        none("1.283.980 kr.");
        none("15.68 %");
        none("1.-3. Anbefales");
        none("§ 7.4");
        none("version 10.12.2021.3");
        none("version 2.10.2021b");
        none("i 2022-25");
        none("lokalplan 14.55");
    }

    #[test]
    fn personal_phone_and_network_numbers_are_no_dates() {
        none("010203-1234");
        none("tlf. 20 12 20 22");
        none("20-12-20-22");
        none("10.11.12.13");
        none("10.11.2012.13");
    }

    #[test]
    fn file_names_and_addresses_are_no_dates() {
        none("2020-06-07_notat.pdf");
        none("notat_07-06-2020");
        none("notat-07-06-2020");
        none("2020-06-07.pdf");
        none("https://www.example.dk/2020/06/07/referat");
        none("https://www.example.dk/07-06-2020");
        none("https://www.example.dk/?dato=07-06-2020");
        none("2022-06-07T10:00");
    }

    #[test]
    fn only_years_of_our_time_are_years() {
        none("01-01-0022");
        none("01-01-2922");
        none("22/06/202 om");
        none("01-01-20222");
    }
}
