//! Dates as people write them over minutes, which are no dates anywhere else: "28/10 2009", "17/2 -09", "07.10.20".

use danish::date::{self, weekday_from};
use jiff::civil::{Date, Weekday};

use text::{TextRange, is_space, range};

/// The first such date of `line`, and where it stands.
pub(super) fn loose_date(line: &str) -> Option<(TextRange, Date)> {
    let bytes = line.as_bytes();
    let begins = |at: &usize| {
        bytes[*at].is_ascii_digit()
            && at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric())
    };
    let written =
        (0..bytes.len()).filter(begins).find_map(|at| date_at(line, at).or_else(|| year_first(line, at)));
    written.or_else(|| year_before(line))
}

/// "Aar 2022, den 30. marts", as old books of minutes begin.
fn year_before(line: &str) -> Option<(TextRange, Date)> {
    const BEGINS: [&str; 4] = ["Aar ", "År ", "Anno ", "AAR "];
    let behind = BEGINS.iter().find_map(|word| line.strip_prefix(word))?;
    let (year, end) = number(behind, 0, 4).filter(|(_, end)| *end == 4)?;
    let day = date::dates(&behind[end..]).next().filter(|day| day.year.is_none())?;
    let written = Date::new(year, day.month.try_into().ok()?, day.day.try_into().ok()?).ok()?;
    let start = text::size(&line[..line.len() - behind.len() + end]);
    (FIRST..LAST).contains(&year).then_some((day.range + start, written))
}

/// "2021.11.09", "2014/03/24".
fn year_first(line: &str, start: usize) -> Option<(TextRange, Date)> {
    let (year, at) = number(line, start, 4).filter(|(_, end)| end - start == 4)?;
    let (first, at) = sign(line, at)?;
    let (month, at) = number(line, at, 2)?;
    let (second, at) = sign(line, at)?;
    let (day, end) = number(line, at, 2)?;
    let apart = !line[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (first == second && apart && (FIRST..LAST).contains(&year)).then(|| (range(start, end), date))
}

/// Signs that may stand between day, month and year.
const SIGNS: [char; 4] = ['/', '.', '-', '–'];

fn date_at(line: &str, start: usize) -> Option<(TextRange, Date)> {
    let (day, at) = number(line, start, 2)?;
    let (sign, at) = sign(line, at)?;
    let (month, at) = number(line, at, 2).filter(|_| sign != '–')?;
    let behind = &line[at..];
    let at = at + (behind.len() - behind.trim_start_matches(is_space).trim_start_matches(SIGNS).len());
    let at = at + (line[at..].len() - line[at..].trim_start_matches(is_space).len());
    let (year, end) = number(line, at, 4).filter(|(_, end)| matches!(end - at, 2 | 4))?;
    // "kl. 19.30-20.15" and "19.30 20" are times.
    let parted = at > start && line[..at].ends_with(|c| is_space(c) || SIGNS.contains(&c));
    let year = if end - at == 2 { CENTURY + year } else { year };
    let written = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    // "torsdag 14.03.20" is the twentieth, and so is "98.03.20": years may stand first.
    let turned = || turned(line, start, (day, month, year)).filter(|_| end - at == 2);
    let date = written.filter(|own| is_weekday(line, start, *own)).or_else(turned).or(written)?;
    let known = (FIRST..LAST).contains(&year) && parted && !is_time(line, start);
    known.then(|| (range(start, end), date))
}

/// "14.03.20" as the twentieth of March 2014, where the day of the week before it says so, or no such day could be first.
fn turned(line: &str, start: usize, (first, month, last): (i16, i16, i16)) -> Option<Date> {
    let century = if first + CENTURY < LAST { CENTURY } else { CENTURY - 100 };
    let day = last - CENTURY;
    let date = Date::new(century + first, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let known = (FIRST..LAST).contains(&date.year()) && (weekday(line, start).is_some() || first > 31);
    (known && is_weekday(line, start, date)).then_some(date)
}

/// Is `day` the day of the week that stands before byte `at`, if one does?
fn is_weekday(line: &str, at: usize, day: Date) -> bool {
    weekday(line, at).is_none_or(|named| named == day.weekday())
}

fn weekday(line: &str, at: usize) -> Option<Weekday> {
    const MOST_BETWEEN: usize = 2;
    let words = line[..at].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.rev().take(MOST_BETWEEN).find_map(weekday_from)
}

/// The years of minutes in figures.
const CENTURY: i16 = 2000;
const FIRST: i16 = 1950;
const LAST: i16 = 2050;

/// Does "kl." stand before byte `at`?
fn is_time(line: &str, at: usize) -> bool {
    let before = line[..at].trim_end_matches(is_space).trim_end_matches(['.', ':']);
    ["kl", "Kl", "KL", "klokken"].iter().any(|word| before.ends_with(word))
}

fn sign(line: &str, at: usize) -> Option<(char, usize)> {
    let sign = line[at..].chars().next().filter(|sign| SIGNS.contains(sign))?;
    Some((sign, at + sign.len_utf8()))
}

/// The number of at most `most` digits at byte `at`, and where it ends.
fn number(line: &str, at: usize, most: usize) -> Option<(i16, usize)> {
    let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
    let value = line[at..at + digits].parse().ok().filter(|_| (1..=most).contains(&digits))?;
    Some((value, at + digits))
}

#[cfg(test)]
mod tests {
    use super::loose_date;

    #[test]
    fn a_date_may_be_written_loosely() {
        let read = |line: &str| loose_date(line).map(|(_, day)| day.to_string());
        for (line, day) in [
            ("Bestyrelsesmøde 28/10 2009", "2009-10-28"),
            ("Referat bestyrelsesmøde 07.10.20", "2020-10-07"),
            ("mødet den 29.01-2023", "2023-01-29"),
            ("møde i Viski d. 17/2 -09:", "2009-02-17"),
            ("hos Bodil d. 18/3 - 09", "2009-03-18"),
            ("Møde der 23/9 04 ved Bo", "2004-09-23"),
            ("Bestyrelsesmøde torsdag 14.03.20", "2014-03-20"),
            ("Møde torsdag den 20.03.14", "2014-03-20"),
            ("Møde fredag den 20.03.14", "2014-03-20"),
            ("Generalforsamling 98-03-24", "1998-03-24"),
            ("Møde den 2021.11.09 kl. 15", "2021-11-09"),
            ("Referat 2014/03/24", "2014-03-24"),
            ("Aar 2022, den 30. marts kl. 14.00 afholdt laugets bestyrelse møde", "2022-03-30"),
        ] {
            assert_eq!(read(line).as_deref(), Some(day), "{line}");
        }
        for line in [
            "j.nr. 2021/11-09",
            "sag 2021/11/091",
            "2021.13.09",
            "kl. 19.30-21",
            "Mødet varer 19.30-20.15",
            "j.nr. 12/5",
            "pkt. 3.2 og 12",
            "lejlighed 12-14 2",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
