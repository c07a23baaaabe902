//! What lines of the head are: labels of their own, spans of days, the day of a letter.

use danish::date;
use text::{TextRange, is_space, trim};

/// "Mødeleder: Anne Krogh" below those who are away: a line with a label of its own. Who stands in for them goes with them.
pub(super) fn has_own_label(line: &str) -> bool {
    const MOST_WORDS: usize = 4;
    const STANDS_IN: [&str; 2] = ["suppleant", "stedfortræder"];
    let Some((label, _)) = line.split_once(':') else { return false };
    let lower = label.to_lowercase();
    if STANDS_IN.iter().any(|word| lower.contains(word)) {
        return false;
    }
    let plain = label.chars().all(|c| c.is_alphabetic() || is_space(c) || matches!(c, '-' | '/' | '*'));
    plain
        && label.split(is_space).count() <= MOST_WORDS
        && label.trim_start_matches('*').starts_with(char::is_uppercase)
}

/// Do the dates of a line say from when until when?
pub(super) fn is_period(line: &str) -> bool {
    let mut dates = date::dates(line).map(|found| found.range);
    let (Some(first), Some(second)) = (dates.next(), dates.next()) else { return false };
    let between = trim(&line[TextRange::new(first.end(), second.start())]);
    matches!(between, "-" | "–" | "til" | "til og med")
}

/// "Viborg, den 15. november 2007": a town, a comma and a day, as at the top of a letter.
pub(super) fn is_letter_date(line: &str) -> bool {
    let Some((town, day)) = line.split_once(',') else { return false };
    let day = trim(day);
    let named = town.split(is_space).count() <= 2
        && town.split(is_space).all(|word| word.starts_with(char::is_uppercase));
    let whole = |found: date::DateMention| {
        let begins = found.range.start() == 0.into() && found.intro.is_some() && found.weekday.is_none();
        begins && day[usize::from(found.range.end())..].trim_end_matches('.').is_empty()
    };
    named && date::weekday_from(town).is_none() && date::dates(day).next().is_some_and(whole)
}
