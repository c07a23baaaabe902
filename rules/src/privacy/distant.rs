//! A day and the last four digits with words between: "07.07.61, cpr-nr. 4285", "den 7. juli 1961 (cpr 4285)".

use super::digits::{Chain, LONGEST, Run, digit, run};
use super::number::{
    Joint, Number, WORDS, follows_word, is_personal, joined, joint, near_before, number, without_century,
};
use crate::danish::date::dates;
use crate::text::{TextRange, TextSize};

/// In bytes: so far behind the day the last four digits may stand.
const NEAR: usize = 48;

/// A day, a word for personal numbers before it or behind, and four digits.
pub(super) fn by_word(text: &str, chain: &Chain) -> Option<Number> {
    let numeric = day_at_end(chain);
    let year = chain.runs.last().filter(|year| chain.runs.len() == 1 && year.len == 4);
    if numeric.is_none() && !year.is_some_and(|year| text[..usize::from(year.range.start())].ends_with(' ')) {
        return None;
    }
    let (between, serial) = serial_after(text, chain.runs.last()?.range.end().into())?;
    let start = chain.runs[0].range.start().into();
    let named = is_personal(&between) || follows_word(text, start);
    let known = |word: &str| is_personal(word) || is_small(word);
    if !named || words(&between).next().is_none() || !words(&between).all(known) {
        return None;
    }
    let day = numeric.map(<[Run]>::to_vec).or_else(|| written_day(text, year?))?;
    of_parts(day, serial)
}

/// "1. februar 1903-1234": the last digits behind a date that is written out.
pub(super) fn by_hyphen(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    let (year, serial) = (&chain.runs[i], chain.runs.get(i + 1)?);
    let near = year.len == 4 && serial.len == 4 && joint(&chain.gaps[i]) == Joint::Hyphen;
    if !near || !text[..usize::from(year.range.start())].ends_with(' ') {
        return None;
    }
    let number = of_parts(written_day(text, year)?, *serial)?;
    Some((Number { joint: Joint::Sign, ..number }, 2))
}

/// Six digits and four with a few small words between, which are hidden though no rule reports them: "070761 og 4285".
pub(super) fn by_small_word(text: &str, chain: &Chain) -> Option<TextRange> {
    let day = chain.runs.last().filter(|run| run.len == 6)?;
    let (between, serial) = serial_after(text, day.range.end().into())?;
    let joined = words(&between).next().is_some() && words(&between).all(is_small);
    joined.then(|| of_parts(vec![*day], serial)).flatten().map(|number| number.range)
}

/// "løbenr. 4285, fødselsdato 070761": the last digits before the day, which are hidden though no rule reports them.
pub(super) fn serial_first(text: &str, chain: &Chain) -> Option<TextRange> {
    let serial = chain.runs.last().filter(|run| run.len == 4)?;
    let (start, end) = (usize::from(serial.range.start()), usize::from(serial.range.end()));
    let before = near_before(text, start);
    let named = words(&before).last().is_some_and(|word| word.chars().count() > 1 && is_small(word));
    if !named {
        return None;
    }
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let (at, _) = near.char_indices().find(|(at, _)| digit(text, end + at).is_some())?;
    let (day, _) = run(text, end + at);
    let between = near[..at].to_lowercase();
    let joined = words(&between).next().is_some() && words(&between).all(is_small);
    (joined && day.len == 6).then(|| of_parts(vec![day], *serial)).flatten().map(|number| number.range)
}

fn is_small(word: &str) -> bool {
    WORDS.within.iter().chain(&WORDS.joining).any(|known| known == word)
}

fn of_parts(mut parts: Vec<Run>, serial: Run) -> Option<Number> {
    let first = parts[0].range;
    parts.push(serial);
    let digits = joined(&parts).or_else(|| without_century(&parts))?;
    number(digits, first.cover(serial.range), Joint::Word)
}

fn words(between: &str) -> impl Iterator<Item = &str> {
    between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The next four digits behind byte `end`, and what stands before them in small letters.
fn serial_after(text: &str, end: usize) -> Option<(String, Run)> {
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let (at, _) = near.char_indices().find(|(at, _)| digit(text, end + at).is_some())?;
    let (serial, after) = run(text, end + at);
    let rest = &text[after..];
    let goes_on =
        digit(text, after + rest.len() - rest.trim_start_matches(['-', '.', '/', ' ']).len()).is_some();
    let whole = serial.len == 4 && !goes_on && !rest.starts_with(char::is_alphabetic);
    whole.then(|| (near[..at].to_lowercase(), serial))
}

/// The runs at the end of `chain` that may be a day: six digits, or three groups.
fn day_at_end(chain: &Chain) -> Option<&[Run]> {
    let n = chain.runs.len();
    if chain.runs[n - 1].len == 6 {
        return Some(&chain.runs[n - 1..]);
    }
    let day = &chain.runs[n.checked_sub(3)?..];
    let near = chain.gaps[n - 3..].iter().all(|gap| gap.signs == 1 && gap.line_ends == 0);
    let lens = [day[0].len, day[1].len, day[2].len];
    (near && matches!(lens, [2, 2, 2 | 4])).then_some(day)
}

/// "7. juli 1961", of which `year` is the end, as the groups of its digits.
fn written_day(text: &str, year: &Run) -> Option<Vec<Run>> {
    let (from, to) = (usize::from(year.range.start()).saturating_sub(NEAR), usize::from(year.range.end()));
    let from = text.ceil_char_boundary(from);
    let date = dates(&text[from..to]).last().filter(|date| usize::from(date.range.end()) == to - from)?;
    let two = |value: u8, at: TextRange| {
        let mut run = Run { range: at + TextSize::new(from as u32), len: 2, digits: [0; LONGEST] };
        run.digits[..2].copy_from_slice(&[value / 10, value % 10]);
        run
    };
    Some(vec![two(date.day, date.day_range), two(date.month, date.month_range), *year])
}

#[cfg(test)]
mod tests {
    use super::super::number::{Joint, numbers};

    fn joints(text: &str) -> Vec<Joint> {
        numbers(text).map(|number| number.joint).collect()
    }

    #[test]
    fn a_word_joins_a_day_and_four_digits() {
        for text in [
            "født 01.02.03 (cpr. 1234)",
            "01-02-1903, cpr-nr. 1234",
            "CPR 010203 og 1234",
            "cpr: 010203 xxxx, løbenr. 1234",
            "født den 1. februar 2003, cpr-nr. ender på 1234",
            "født 31. december 1961 (CPR 4285)",
        ] {
            assert_eq!(joints(text), [Joint::Word], "{text}");
        }
    }

    #[test]
    fn other_words_join_none() {
        for text in [
            "den 01.02.03 på CPR-kontoret 1234",
            "010203 og 1234",
            "den 1. februar 2003 blev 1234 personer optaget i CPR",
            "CPR-kontoret havde i 2003 og 2004 kun 1234 sager",
        ] {
            assert_eq!(joints(text), [], "{text}");
        }
    }
}
