//! A day whose month is a word, and the last four digits: "7. juli 1961-4285", "cpr 7. juli 61 4285".

use super::another::is_span_of_years;
use super::digits::{Chain, Gap, LONGEST, Run};
use super::labelled::is_named;
use super::near::near_before;
use super::number::{Joint, Number, WORDS, joined, joint, number, without_century};
use danish::date::{month_from, month_name};
use text::{TextRange, range};

/// The year and the last digits from run `i` of `chain` on, behind a day and a month in words. A hyphen joins them; any
/// other sign only behind a word for personal numbers, since "3. maj 2024 1430" is a day and an hour.
pub(super) fn by_month(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    let (year, serial) = (&chain.runs[i], chain.runs.get(i + 1)?);
    if !matches!(year.len, 2 | 4) || serial.len != 4 || !is_near(&chain.gaps[i]) {
        return None;
    }
    let value =
        |run: &Run| run.digits[..run.len].iter().fold(0, |value, digit| 10 * value + u32::from(*digit));
    if is_span_of_years(value(year), value(serial)) {
        return None;
    }
    let day = written_day(text, year)?;
    let start = usize::from(day[0].range.start());
    let is_joined = match joint(&chain.gaps[i]) {
        Joint::Hyphen => true,
        Joint::Space => is_named(text, start) || year.len == 4 && is_born(text, start, serial),
        _ => is_named(text, start),
    };
    if !is_joined {
        return None;
    }
    let number = of_parts(day, *serial)?;
    Some((Number { joint: Joint::Sign, ..number }, 2))
}

/// "født den 15. marts 1938 2535": does a word for a birth stand before byte `start`, and no unit behind the last digits?
fn is_born(text: &str, start: usize, serial: &Run) -> bool {
    let behind = text[usize::from(serial.range.end())..].trim_start_matches(text::is_space);
    let counts = behind.starts_with(|c: char| c.is_alphanumeric() || c == '%');
    let near = near_before(text, start);
    let sentence = near.rsplit(['\n', ';', '?', '!']).next().unwrap_or_default();
    !counts && WORDS.born.iter().any(|word| sentence.contains(word.as_str()))
}

/// In signs: "1961 - 4285".
fn is_near(gap: &Gap) -> bool {
    gap.line_ends == 0 && (1..=3).contains(&gap.signs)
}

/// "7. juli 1961", "7.jul.61", of which `year` is the end, as the groups of its digits.
pub(super) fn written_day(text: &str, year: &Run) -> Option<Vec<Run>> {
    /// In bytes.
    const NEAR: usize = 24;
    let end = usize::from(year.range.start());
    let from = text.floor_char_boundary(end.saturating_sub(NEAR));
    let bare = |words: &'_ str| words.trim_end_matches([' ', '.', ',', '\u{a0}']).len();
    let near = &text[from..end];
    let word_end = bare(near);
    let word = near[..word_end].trim_end_matches(char::is_alphabetic).len();
    let month = month(&near[word..word_end])?;
    let day_end = bare(&near[..word]);
    let day = near[..day_end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let value: u8 = near[day..day_end].parse().ok().filter(|day| (1..=31).contains(day))?;
    let two = |value: u8, at: TextRange| {
        let mut run = Run { range: at, len: 2, digits: [0; LONGEST] };
        run.digits[..2].copy_from_slice(&[value / 10, value % 10]);
        run
    };
    let place = |start: usize, end: usize| range(from + start, from + end);
    Some(vec![two(value, place(day, day_end)), two(month, place(word, word_end)), *year])
}

/// The month that `name` names in full or by its first letters, three at least.
fn month(name: &str) -> Option<u8> {
    const SHORTEST: usize = 3;
    let name = (name.len() >= SHORTEST && name.is_ascii()).then(|| name.to_ascii_lowercase())?;
    let begins = |month: &u8| month_name(*month).is_some_and(|whole| whole.starts_with(&name));
    month_from(&name).or_else(|| (1..=12).find(begins))
}

/// The number of `parts` and the last digits.
pub(super) fn of_parts(mut parts: Vec<Run>, serial: Run) -> Option<Number> {
    let first = parts[0].range;
    parts.push(serial);
    let digits = joined(&parts).or_else(|| without_century(&parts))?;
    number(digits, first.cover(serial.range), Joint::Word)
}

#[cfg(test)]
mod tests {
    use super::super::recogniser::numbers;

    #[test]
    fn a_month_in_words_is_read_in_every_form() {
        for text in [
            "15. marts 1938-2535",
            "født 15. marts 38-2535",
            "Cpr-nr. 15. marts 38-2535",
            "Cpr: 15. marts 1938 2535",
            "CPR: 15.marts.38-2535",
            "Cpr 15 marts 38 2535",
            "Cpr-nr. 15. mar. 38 - 2535",
            "CPR 15. MARTS 1938.2535",
            "Personnummer: 5. Sept. 1938/2535",
            "Født den 15. marts 1938 2535.",
            "Barnet (f. 3. maj 1962 4285)",
            "hun er født 15. mar. 1938 2535, og",
        ] {
            assert_eq!(numbers(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn a_day_before_an_hour_or_a_count_is_none() {
        for text in [
            "den 3. maj 2024 1430",
            "Fra den 12. april 2026-2030",
            "Aftalen løber 12. juli 2026-2029.",
            "født 1. maj 1938-1990",
            "3. maj 24 1430",
            "født den 3. maj 2022 3450 gram",
            "født den 3. maj 1962. 1234 borgere",
            "i fødselsåret, den 3. maj 1962 blev 1234 født",
            "Pr. 1. januar 2024 1234 indbyggere",
            "Tal fra CPR viser, at der den 1. januar 2024 1234 gange",
            "Matrikel 38-2535",
            "ca. 15 mark 38-2535",
        ] {
            assert_eq!(numbers(text).count(), 0, "{text}");
        }
    }
}
