//! When an item begins, before its number or in place of one: "14.00  Pkt. 1 Titel", "[14.00] 1. Titel", "14.00-14.15: Titel".

use super::worded::worded;
use super::{NumberForm, Numbered, digits_first, found};
use crate::title::{before_title, begins_title, behind_clock, behind_kl};
use text::is_space;

/// What may stand between the time and the number or the title.
const SIGNS: [char; 4] = [':', '-', '–', '|'];

/// "14.00  Pkt. 1 Titel", where the number could be read as one of two parts: "9.40" is no fortieth item of the ninth part.
pub(super) fn counted_behind_time(line: &str, start: usize, end: usize) -> Option<Numbered> {
    // Most lines are told apart by their second or third letter.
    let bytes = &line.as_bytes()[start..end];
    let stop = |at: usize| bytes.get(at).is_some_and(|byte| matches!(byte, b'.' | b':'));
    let clock = (stop(1) || stop(2)).then(|| behind_clock(&line[start..end])).flatten()?;
    let apart = |rest: &str| rest.starts_with(|c: char| is_space(c) || SIGNS.contains(&c));
    let at =
        end - until(clock).unwrap_or(clock).trim_start_matches(|c| is_space(c) || SIGNS.contains(&c)).len();
    apart(clock).then(|| counted(line, at, end)).flatten()
}

/// "[14.00] Pkt. 1 Titel", "(10 min.) 1. Titel".
pub(super) fn behind_bracketed_time(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let len = before_title(&line[start..end]);
    (len > 0).then(|| counted(line, start + len, end)).flatten()
}

/// The number at byte `at`, with a title behind it that a sign parts from it.
fn counted(line: &str, at: usize, end: usize) -> Option<Numbered> {
    let counts = |found: &Numbered| {
        matches!(found.numbering.form, NumberForm::Stop | NumberForm::Paren | NumberForm::Colon)
            && begins_title(&line[found.title.clone()])
    };
    let digits = line[at..end].starts_with(|c: char| c.is_ascii_digit());
    worded(line, at, end)
        .or_else(|| digits.then(|| digits_first(line, at, end, None)).flatten().filter(counts))
}

/// What follows "-14.15", until when the item lasts.
fn until(rest: &str) -> Option<&str> {
    let until = rest.trim_start_matches(is_space).strip_prefix(['-', '–'])?;
    behind_clock(until.trim_start_matches(is_space))
}

/// "kl. 14.00  1. Titel", "14.00-14.15: 1. Titel": an agenda says when each item begins, with a number or without.
pub(super) fn behind_time(line: &str, start: usize, end: usize) -> Option<Numbered> {
    behind_clock_of(line, start, end, false)
}

/// "- 17.40 Kostpolitik": behind a bullet stands no number of two parts.
pub(super) fn time_of_list(line: &str, start: usize, end: usize) -> Option<Numbered> {
    behind_clock_of(line, start, end, true)
}

/// What stands behind a time, which is one for certain where it is `listed`, or says so itself.
fn behind_clock_of(line: &str, start: usize, end: usize, listed: bool) -> Option<Numbered> {
    let words = &line[start..end];
    let kl = behind_kl(words);
    let clock = kl.unwrap_or(words).trim_start_matches(is_space);
    let rest = behind_clock(clock)?;
    let until = until(rest);
    // "17.00 Velkomst"; "17.15 Regnskab" may be the fifteenth of the seventeenth meeting.
    let whole = clock.find(['.', ':']).is_some_and(|stop| clock[stop + 1..].starts_with('0'));
    let bold = rest.starts_with("**") && line[..start].ends_with("**");
    let spans = listed || kl.is_some() || until.is_some() || whole || bold;
    let time = end - until.unwrap_or(rest).len();
    // "**17.00** Velkomst"
    let rest = line[time..end].trim_start_matches(|c| is_space(c) || c == '*' || SIGNS.contains(&c));
    let at = end - rest.len();
    counted(line, at, end).or_else(|| {
        let fits = spans && at > time && begins_title(rest);
        fits.then(|| found(NumberForm::Timed, (start..time, five_minutes(clock)), at..end))
    })
}

/// "17.30" as a number that counts up, an hour in twelve steps.
fn five_minutes(clock: &str) -> u16 {
    let mut parts = clock.split(['.', ':']).map(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count().min(2);
        part[..digits].parse::<u16>().unwrap_or(0)
    });
    let (hour, minute) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    hour * 12 + minute / 5
}
