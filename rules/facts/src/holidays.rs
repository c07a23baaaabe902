//! Danish public holidays, computed.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The name of a day in Danish and English.
pub type Name = (&'static str, &'static str);

/// Store bededag was a holiday up to and with this year.
const LAST_STORE_BEDEDAG: i16 = 2023;

/// The days of the church year by their distance from Easter Sunday.
const MOVABLE: &[(i32, Name)] = &[
    (-3, ("skærtorsdag", "Maundy Thursday")),
    (-2, ("langfredag", "Good Friday")),
    (0, ("påskedag", "Easter Sunday")),
    (1, ("anden påskedag", "Easter Monday")),
    (39, ("Kristi himmelfartsdag", "Ascension Day")),
    (49, ("pinsedag", "Whit Sunday")),
    (50, ("anden pinsedag", "Whit Monday")),
];

const FIXED: &[(i8, i8, Name)] = &[
    (1, 1, ("nytårsdag", "New Year's Day")),
    (12, 25, ("juledag", "Christmas Day")),
    (12, 26, ("anden juledag", "Boxing Day")),
];

/// The public holiday that `day` is.
pub fn holiday(day: Date) -> Option<Name> {
    if let Some((_, _, name)) = FIXED.iter().find(|(month, of, _)| (*month, *of) == (day.month(), day.day()))
    {
        return Some(*name);
    }
    let easter = easter(day.year())?;
    let is = |after: i32| easter.checked_add(after.days()).is_ok_and(|date| date == day);
    if day.year() <= LAST_STORE_BEDEDAG && is(26) {
        return Some(("store bededag", "Great Prayer Day"));
    }
    MOVABLE.iter().find(|(after, _)| is(*after)).map(|(_, name)| *name)
}

/// The weekend day that `day` is.
pub fn weekend(day: Date) -> Option<Name> {
    match day.weekday() {
        Weekday::Saturday => Some(("en lørdag", "a Saturday")),
        Weekday::Sunday => Some(("en søndag", "a Sunday")),
        _ => None,
    }
}

/// Easter Sunday by the Gregorian rule, in the form of Meeus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{easter, holiday};

    #[test]
    fn easter_is_known() {
        for (year, month, day) in [
            (2000, 4, 23),
            (2008, 3, 23),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn store_bededag_was_abolished() {
        assert_eq!(holiday(date(2023, 5, 5)).map(|name| name.0), Some("store bededag"));
        assert_eq!(holiday(date(2024, 4, 26)), None);
    }

    #[test]
    fn other_days_are_working_days() {
        assert_eq!(holiday(date(2026, 5, 14)).map(|name| name.0), Some("Kristi himmelfartsdag"));
        assert_eq!(holiday(date(2026, 12, 26)).map(|name| name.1), Some("Boxing Day"));
        assert_eq!(holiday(date(2026, 6, 5)), None);
    }
}
