//! The names of months and weekdays, and dates written out as Danish prose writes them.

use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// Abbreviations that nothing else is written as after a day. Not "jul.", which is also Christmas.
const SHORT_MONTHS: &str = "jan feb mar apr - jun - aug sep okt nov dec";

/// The Danish name of a weekday, in small letters as inside a sentence.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.to_monday_zero_offset().rem_euclid(7) as usize]
}

/// The Danish name of a month, in small letters; none outside 1 to 12.
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The weekday in English, with its Danish name as the minutes have it: "Tuesday ("tirsdag")".
pub fn weekday_in_english(weekday: Weekday) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let name = names[weekday.to_monday_zero_offset().rem_euclid(7) as usize];
    format!("{name} (\"{}\")", weekday_name(weekday))
}

/// The weekday with this full name, in small or capital letters.
pub fn weekday_from(name: &str) -> Option<Weekday> {
    let index = WEEKDAYS.iter().position(|weekday| equals(weekday, name))?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

/// The month (1 to 12) with this full name, in small or capital letters.
pub fn month_from(name: &str) -> Option<u8> {
    // Most words are ruled out by their length, before any letter is compared.
    if !(3..=9).contains(&name.len()) {
        return None;
    }
    let months = MONTHS.iter().zip(1..);
    months.into_iter().find_map(|(month, number)| month.eq_ignore_ascii_case(name).then_some(number))
}

/// The month with this abbreviated name, without its stop.
pub(super) fn month_from_abbreviation(name: &str) -> Option<u8> {
    match name.len() {
        3 => {}
        4 if name.eq_ignore_ascii_case("sept") => return Some(9),
        _ => return None,
    }
    let months = SHORT_MONTHS.split(' ').zip(1..);
    months.into_iter().find_map(|(month, number)| month.eq_ignore_ascii_case(name).then_some(number))
}

/// Is this the name of a month, in full or abbreviated without its stop?
pub fn is_month(name: &str) -> bool {
    month_from(name).or_else(|| month_from_abbreviation(name)).is_some()
}

/// The date as prose has it: "8. marts 2021".
pub fn write_long(date: Date) -> String {
    let month = MONTHS[(date.month() as usize).clamp(1, 12) - 1];
    format!("{}. {month} {}", date.day(), date.year())
}

/// The date with its weekday: "mandag den 8. marts 2021".
pub fn write_weekday(date: Date) -> String {
    format!("{} den {}", weekday_name(date.weekday()), write_long(date))
}

fn equals(weekday: &str, name: &str) -> bool {
    let same_size = weekday.len() == name.len();
    same_size
        && weekday
            .chars()
            .eq(name.chars().map(|char| if char == 'Ø' { 'ø' } else { char.to_ascii_lowercase() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_are_read_in_small_and_capital_letters() {
        assert_eq!(weekday_from("Lørdag"), Some(Weekday::Saturday));
        assert_eq!(weekday_from("SØNDAG"), Some(Weekday::Sunday));
        assert_eq!(month_from("Marts"), Some(3));
        assert_eq!(month_from("DECEMBER"), Some(12));
    }

    #[test]
    fn other_words_are_no_names() {
        assert_eq!(weekday_from("mandage"), None);
        assert_eq!(weekday_from("lordag"), None);
        assert_eq!(month_from("majs"), None);
        assert_eq!(month_from(""), None);
        assert_eq!(month_from_abbreviation("jul"), None);
    }

    #[test]
    fn every_name_is_read_back() {
        for month in 1..=12 {
            assert_eq!(month_name(month).and_then(month_from), Some(month));
        }
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            assert_eq!(weekday_from(weekday_name(weekday)), Some(weekday));
        }
        assert_eq!(month_name(0), None);
        assert_eq!(month_name(13), None);
    }

    #[test]
    fn dates_are_written_without_leading_zero() {
        assert_eq!(write_long(date(2021, 3, 8)), "8. marts 2021");
        assert_eq!(write_weekday(date(2021, 3, 8)), "mandag den 8. marts 2021");
        assert_eq!(write_weekday(date(2024, 5, 4)), "lørdag den 4. maj 2024");
    }
}
