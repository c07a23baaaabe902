//! Values of the command line that a person writes by hand, and what is said of those that are none.

use std::num::NonZeroUsize;
use std::path::Path;
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::{Date, Time};
use reports::{FORMATS, Format};
use rules::danish::date::{DateForm, dates, weekday_in_english, weekday_name, write_long};
use rules::text::range;
use workbench::config::FailOn;
use workbench::lang::Lang;
use workbench::problem::Problem;

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// One of `known`: how it is asked for, what help says of it, and what it is.
fn one_of<T: Copy + Send + Sync + 'static>(
    known: Vec<(&'static str, &'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    let names = known.iter().map(|(name, about, _)| PossibleValue::new(*name).help(*about));
    PossibleValuesParser::new(names).map(move |word| {
        let found = known.iter().find(|(name, ..)| *name == word);
        found.map(|(.., value)| *value).expect("no other word is taken")
    })
}

/// A language of the messages.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    one_of(vec![("da", "Danish", Lang::Da), ("en", "English", Lang::En)])
}

/// The severity from which findings make the exit status 1.
pub(super) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    one_of(vec![
        ("error", "Errors", FailOn::Error),
        ("warning", "Warnings and errors", FailOn::Warning),
        ("info", "All but hints", FailOn::Info),
        ("hint", "Everything", FailOn::Hint),
        ("never", "Nothing", FailOn::Never),
    ])
}

/// An output format.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    one_of(FORMATS.iter().map(|format| (format.name, format.about, *format)).collect())
}

/// The file that was named for what is written; "-" is standard output, as when none was.
pub(crate) fn named(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new("-"))
}

/// Days before this year are slips.
const FIRST_YEAR: i16 = 1000;

/// How a day may be written in numbers.
const FORMS: [&str; 6] = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"];

/// "2026-12-31", or as Danes write it: "31-12-2026", "31.12.2026", "31/12/2026", "31. december 2026".
pub(super) fn day(word: &str) -> Result<Date, Problem> {
    let word = word.trim();
    let mention = dates(word).next().filter(|mention| mention.range == range(0, word.len()));
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let numbers = parts.iter().filter(|part| part.parse::<u16>().is_ok()).count();
    let year_is_short = numbers == 3 && [parts[0], parts[2]].iter().all(|part| part.len() < 4);
    let read = FORMS.iter().find_map(|form| Date::strptime(form, word).ok());
    let in_words = || {
        let mention = mention.as_ref()?;
        (matches!(mention.form, DateForm::Written | DateForm::Slashed) && !year_is_short)
            .then(|| mention.date())?
    };
    // Nobody calls a meeting for the year 1; the year was cut short.
    let read = read.filter(|day| day.year() >= FIRST_YEAR).or_else(in_words);
    if let Some((weekday, day)) = mention.as_ref().and_then(|mention| mention.weekday).zip(read)
        && weekday.weekday != day.weekday()
    {
        return Err(other_weekday(day));
    }
    read.ok_or_else(|| match numbers {
        3 if year_is_short => Problem::new(
            "skriv årstallet med fire cifre, for eksempel 31-12-2026",
            "write the year with four digits, such as 2026-12-31 or 31-12-2026",
        ),
        3 if is_in_order(word) => Problem::new("den dag findes ikke", "there is no such day"),
        _ => Problem::new(
            "en dag skrives 31-12-2026, 31. december 2026 eller 2026-12-31",
            "a day is written as 2026-12-31, 31-12-2026 or 31. december 2026",
        ),
    })
}

/// Are three numbers a day's in one of the orders that are read, with the year first or last and one sign between them?
fn is_in_order(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let signs: Vec<&str> = word.matches(['-', '.', '/']).collect();
    let years = parts.iter().filter(|part| part.len() == 4).count();
    let outside = [parts.first(), parts.last()].iter().flatten().any(|part| part.len() == 4);
    years == 1 && outside && (signs.windows(2).all(|two| two[0] == two[1]) || signs == ["/", "-"])
}

/// One of the two is wrong, and nobody but the writer knows which.
fn other_weekday(day: Date) -> Problem {
    let written = write_long(day);
    let (da, en) = (weekday_name(day.weekday()), weekday_in_english(day.weekday()));
    Problem::new(
        format!("den {written} er en {da}; ret ugedagen eller datoen"),
        format!("{written} is a {en}; mend the weekday or the date"),
    )
}

/// "17:30", "17.30" or "17".
pub(super) fn time(word: &str) -> Result<Time, Problem> {
    let (hour, minute) = word.trim().split_once([':', '.']).unwrap_or((word.trim(), "0"));
    let read = hour.parse::<i8>().ok().zip(minute.parse::<i8>().ok());
    let time = read.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.ok_or_else(|| match read {
        Some(_) => Problem::new(
            "det klokkeslæt findes ikke; det sidste er 23.59, skrevet som 17.30 eller 17:30",
            "there is no such time; the last is 23:59, written as 17:30 or 17.30",
        ),
        None => {
            Problem::new("et klokkeslæt skrives 17.30 eller 17:30", "a time is written as 17:30 or 17.30")
        }
    })
}

/// A whole number.
pub(super) fn number<N: FromStr>(word: &str) -> Result<N, Problem> {
    word.trim().parse().map_err(|_| {
        Problem::new("her står et helt tal, 0 eller derover", "a whole number stands here, 0 or more")
    })
}

/// The number of an item: 1 or more.
pub(super) fn ordinal(word: &str) -> Result<u32, Problem> {
    positive(word).and_then(|number| {
        u32::try_from(number.get())
            .map_err(|_| Problem::new("tallet er for stort", "the number is too large"))
    })
}

/// Words that say something.
pub(super) fn words(word: &str) -> Result<String, Problem> {
    match word.trim() {
        "" => Err(Problem::new("her mangler et navn", "a name is missing here")),
        _ => Ok(word.to_owned()),
    }
}

/// A whole number that is not 0.
pub(super) fn positive(word: &str) -> Result<NonZeroUsize, Problem> {
    word.trim().parse().map_err(|_| {
        Problem::new("her står et helt tal, 1 eller derover", "a whole number stands here, 1 or more")
    })
}

#[cfg(test)]
mod tests {
    use super::{Lang, day, number, ordinal, positive, time, words};

    #[test]
    fn days_and_times_are_read_as_they_are_written_here() {
        for word in [
            "2026-12-31",
            "2026/12/31",
            "2026.12.31",
            "31-12-2026",
            "31.12.2026",
            "31/12/2026",
            "31/12-2026",
            "31. december 2026",
            "torsdag den 31. december 2026",
            "Torsdag d. 31. december 2026",
        ] {
            assert_eq!(day(word).expect("a day").to_string(), "2026-12-31");
        }
        for word in ["17:30", "17.30"] {
            assert_eq!(time(word).expect("a time").to_string(), "17:30:00");
        }
        assert_eq!(time("9").expect("a time").to_string(), "09:00:00");
    }

    #[test]
    fn what_is_none_is_told_with_an_example() {
        assert!(day("1-1-0001").is_err() && ordinal("0").is_err() && words(" ").is_err());
        assert_eq!(day("2026-02-30").expect_err("no day").to_string(), "there is no such day");
        for word in ["mandag den 31. december 2026", "Søndag d. 31. december 2026", "fredag den 31/12-2026"]
        {
            let told = day(word).expect_err("another weekday");
            assert!(told.text(Lang::Da).contains("den 31. december 2026 er en torsdag"), "{word}: {told}");
        }
        for word in ["2026-30-02", "30/2/2026", "2026/04/31", "31/4-2026"] {
            assert_eq!(day(word).expect_err("no day").to_string(), "there is no such day", "{word}");
        }
        for word in ["07-2026-04", "2026-04/07"] {
            assert!(day(word).expect_err("no form").to_string().contains("31-12-2026"), "{word}");
        }
        for word in ["07-04-26", "7/4/26", "12-5-226", "1-1-0"] {
            assert!(day(word).expect_err("no year").to_string().contains("four digits"), "{word}");
        }
        for word in ["31-12", "31/12", "31. december", "i morgen"] {
            assert!(day(word).expect_err("no day").to_string().contains("31-12-2026"));
        }
        for word in ["24:00", "halv fem", "17:30:00"] {
            assert!(time(word).expect_err("no time").to_string().contains("17.30"));
        }
        assert!(number::<usize>("mange").is_err() && positive("0").is_err());
    }
}
