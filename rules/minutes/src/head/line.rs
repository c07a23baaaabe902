//! What lines of the head are: labels of their own, spans of days, the day of a letter.

use danish::{clock, date};
use syntax::{Label, Vocabulary};
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

/// The label that stands behind other words in `value`, and where it begins: "02-05-2024 Mødetid: 17:00".
pub(super) fn next_label(value: &str, vocabulary: &Vocabulary) -> Option<(Label, usize)> {
    const MOST_WORDS: usize = 3;
    value.match_indices(':').find_map(|(colon, _)| {
        let spaces = value[..colon].char_indices().rev().filter(|(_, c)| is_space(*c));
        let starts = spaces.map(|(at, c)| at + c.len_utf8()).take(MOST_WORDS);
        starts.filter(|at| value[*at..].starts_with(|c: char| c.is_uppercase() || c == '*')).find_map(|at| {
            let (label, len) = vocabulary.label(&value[at..])?;
            (at + len > colon).then_some((label, at))
        })
    })
}

/// Do the dates of a line say from when until when?
pub(super) fn is_period(line: &str) -> bool {
    let mut dates = date::dates(line).map(|found| found.range);
    let (Some(first), Some(second)) = (dates.next(), dates.next()) else { return false };
    let between = trim(&line[TextRange::new(first.end(), second.start())]);
    matches!(between, "-" | "–" | "til" | "til og med")
}

/// Is the day of `line`, which names neither document nor body, rather that of the document: "Viborg, den 15. november
/// 2007", "27. august 2016 kl. 05:39", "Oprettet: 27. februar 2013"?
pub(super) fn is_of_document(line: &str) -> bool {
    is_letter_date(line) || is_day_alone(line) || has_foreign_label(line)
}

/// Does `line` give a day, and neither its weekday nor an hour?
pub(super) fn is_bare_day(line: &str) -> bool {
    date::dates(line).next().is_some_and(|day| day.weekday.is_none()) && clock::times(line).next().is_none()
}

/// A day and at most an hour, without the day of the week.
fn is_day_alone(line: &str) -> bool {
    let Some(day) = date::dates(line).next().filter(|day| day.weekday.is_none()) else { return false };
    let rest = line[usize::from(day.range.end())..].trim_start_matches([' ', ',', '-', '–']);
    let hour = clock::times(rest).next().filter(|hour| hour.range.start() == 0.into());
    let rest = hour.map_or(rest, |hour| &rest[usize::from(hour.range.end())..]);
    line[..day.range.start().into()].trim().is_empty() && !rest.contains(char::is_alphanumeric)
}

/// Does a label stand before the day: "Oprettet:", "Senest rettet:"?
pub(super) fn has_foreign_label(line: &str) -> bool {
    let before = date::dates(line).next().map(|day| &line[..usize::from(day.range.start())]);
    before.is_some_and(|before| before.trim_end().ends_with(':') && has_own_label(before))
}

/// "Viborg, den 15. november 2007": a town, a comma and a day, as at the top of a letter.
fn is_letter_date(line: &str) -> bool {
    let Some((before, day)) = line.split_once(',') else { return false };
    // "Museet på Holmen            Holmen, den 1. oktober 2026": the right side of a letterhead.
    let town =
        trim(before.rsplit_once("   ").or_else(|| before.rsplit_once('\t')).map_or(before, |(_, town)| town));
    let day = trim(day);
    let named = town.split(is_space).count() <= 2
        && town.split(is_space).all(|word| word.starts_with(char::is_uppercase));
    let whole = |found: date::DateMention| {
        let begins = found.range.start() == 0.into() && found.intro.is_some() && found.weekday.is_none();
        begins && day[usize::from(found.range.end())..].trim_end_matches('.').is_empty()
    };
    named && date::weekday_from(town).is_none() && date::dates(day).next().is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use super::{is_bare_day, is_of_document};

    #[test]
    fn a_day_with_nothing_beside_it_is_that_of_the_document() {
        for line in [
            "27. august 2016",
            "27. august 2016 kl. 05:39",
            "den 9. september 2015",
            "Fjordby, den 15. november 2007",
            "Oprettet: 27. februar 2013",
            "Senest rettet: 3. marts 2014",
        ] {
            assert!(is_of_document(line), "{line}");
        }
        for line in [
            "Torsdag den 20. august 2026 kl. 12.30",
            "4. april 2022 på Havneskolen",
            "Bestyrelsesmøde 4. april 2022",
        ] {
            assert!(!is_of_document(line), "{line}");
        }
    }

    #[test]
    fn a_bare_day_has_no_weekday_and_no_hour() {
        assert!(is_bare_day("4. april 2022"));
        assert!(!is_bare_day("mandag den 4. april 2022") && !is_bare_day("4. april 2022 kl. 17.00"));
    }
}
