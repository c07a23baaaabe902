//! Dates as some templates print them: with the month first, "Marts 3, 2016", or with hyphens, "07-marts-2002".

use super::around::{Prefix, is_amount, may_start};
use super::names::month_from;
use super::{DateForm, DateMention, Digits, Year};
use crate::letters::{after_spaces, before_spaces, is_capitalised, range, word_before};

/// "Marts 3, 2016": the month before these digits, the year after them; "07-marts-2002".
pub(super) fn read(text: &str, day: Digits) -> Option<DateMention> {
    month_first(text, day).or_else(|| hyphenated(text, day))
}

/// "07-marts-2002"
fn hyphenated(text: &str, day: Digits) -> Option<DateMention> {
    let month_start = day.end + 1;
    let rest = text[day.end..].strip_prefix('-')?;
    let month_end = month_start + rest.find('-')?;
    let year = Digits::at(text, month_end + 1).and_then(|digits| Year::full(text, digits))?;
    let prefix = Prefix::before(text, day.start);
    let starts = prefix.is_some() || may_start(text, day.start);
    mention(text, &prefix, day, (month_start, month_end), year).filter(|_| starts)
}

fn month_first(text: &str, day: Digits) -> Option<DateMention> {
    if !text[day.end..].starts_with(',') {
        return None;
    }
    let year_start = after_spaces(text, day.end + 1);
    let year = Digits::at(text, year_start).and_then(|digits| Year::full(text, digits))?;
    let month_end = before_spaces(text, day.start);
    if year_start == day.end + 1 || month_end == day.start || is_amount(text, year.digits.end) {
        return None;
    }
    let month_start = month_end - word_before(text, month_end).len();
    let prefix = Prefix::before(text, month_start);
    let starts = may_start(text, month_start);
    mention(text, &prefix, day, (month_start, month_end), year).filter(|_| starts)
}

/// The date of these parts, when there are such a day and such a month; the month is told by the bytes it lies between.
fn mention(
    text: &str,
    prefix: &Prefix,
    day: Digits,
    (month_start, month_end): (usize, usize),
    year: Year,
) -> Option<DateMention> {
    let name = &text[month_start..month_end];
    let month = month_from(name)?;
    let number = u8::try_from(day.number(text)?).ok().filter(|number| (1..=31).contains(number))?;
    Some(DateMention {
        range: range(prefix.start, year.digits.end),
        weekday: prefix.weekday,
        intro: prefix.intro,
        day: number,
        day_range: day.range(),
        ordinal_stop: None,
        month,
        month_range: range(month_start, month_end),
        month_capital: is_capitalised(name),
        year: Some(year.number),
        year_range: Some(year.digits.range()),
        two_digit_year: false,
        form: DateForm::Template,
        shared: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{DateForm, DateMention, dates};
    use jiff::civil::date;

    fn only(text: &str) -> DateMention {
        dates(text).next().expect("there is one")
    }

    #[test]
    fn the_forms_of_a_template_are_told_apart() {
        let found = only("Mandag, 14 september, 2020 - 17:30");
        assert_eq!((found.form, found.date()), (DateForm::Template, Some(date(2020, 9, 14))));
        assert!(found.weekday.is_some());
        let text = "Torsdag, Marts 3, 2016 - 08:00";
        let found = only(text);
        assert_eq!((found.form, found.date()), (DateForm::Template, Some(date(2016, 3, 3))));
        assert_eq!(&text[found.range], "Torsdag, Marts 3, 2016");
        assert!(found.month_capital);
        let found = only("Torsdag den 07-marts-2002");
        assert_eq!((found.form, found.date()), (DateForm::Template, Some(date(2002, 3, 7))));
        assert_eq!(dates("7-marts-møde og 07-marts-20021 og nr-07-martsen-2002").count(), 0);
    }

    #[test]
    fn a_month_before_a_number_is_no_date_without_the_comma_and_year() {
        for text in
            ["marts 3 2016", "i marts 3, 4 og 5", "i marts 3,2016", "xmarts 3, 2016", "juni 12, 2000 kr."]
        {
            assert_eq!(dates(text).count(), 0, "in {text:?}");
        }
    }
}
