//! Lines of the head that say who wrote or posted the text, and when: such a day is not that of the meeting.

use super::document_word::WRITTEN;
use danish::letters::small;
use danish::{clock, date};
use text::is_space;

/// What a line of the head says of the writing of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Writing {
    /// Nothing.
    #[default]
    No,
    /// "Skrevet af Ida Toft", and the day may stand on the next line.
    Begun,
    /// "Oprettet: 27. februar 2013", or the day below the line with the name.
    Dated,
}

impl Writing {
    /// What `line` says, where the line above says `self`.
    pub(super) fn of(self, line: &str) -> Self {
        let begins = tells(line, |line, own| {
            line.strip_prefix(own).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        match (begins || self == Self::Begun && is_day_and_hour(line), date::dates(line).next()) {
            (true, Some(_)) => Self::Dated,
            (true, None) => Self::Begun,
            _ => Self::No,
        }
    }
}

/// "Referat af møde 28.8.2013 – sidst opdateret 25.11.2013": do the words in front of a day say that it is that of the writing?
pub(super) fn precedes_writing_day(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| is_space(c) || c == ':' || c == '.');
    let before = ["den", "d"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    tells(before, |before, own| {
        before.strip_suffix(own).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    })
}

fn tells(words: &str, stands: fn(&str, &str) -> bool) -> bool {
    let words = small(words.trim_matches(|c: char| !c.is_alphanumeric()));
    WRITTEN.written.iter().any(|own| stands(&words, own))
}

/// "Lørdag, 25. marts 2017 20:58": a day, its weekday and an hour, and nothing else.
fn is_day_and_hour(line: &str) -> bool {
    let Some(day) = date::dates(line).next() else { return false };
    let (before, behind) = (&line[..usize::from(day.range.start())], &line[usize::from(day.range.end())..]);
    let is_bare = |words: &str| !words.contains(char::is_alphabetic);
    let weekday = before.trim_matches(|c: char| !c.is_alphabetic());
    let hour = clock::times(behind).next().map_or(behind, |hour| &behind[..usize::from(hour.range.start())]);
    (weekday.is_empty() || date::weekday_from(weekday).is_some())
        && (is_bare(hour) || matches!(hour.trim_matches(|c: char| !c.is_alphabetic()), "kl" | "klokken"))
}

#[cfg(test)]
mod tests {
    use super::{Writing, precedes_writing_day};

    #[test]
    fn a_line_may_say_who_wrote_the_text_and_when() {
        for (above, line, says) in [
            (Writing::No, "Skrevet af Ida Toft", Writing::Begun),
            (Writing::Begun, "Lørdag, 25. marts 2017 20:58", Writing::Dated),
            (Writing::Begun, "3. maj 2021 kl. 09.15", Writing::Dated),
            (Writing::No, "Sidst opdateret 3. maj 2021", Writing::Dated),
            (Writing::No, "Oprettet: tirsdag d. 4. maj 2021", Writing::Dated),
            (Writing::No, "Lørdag, 25. marts 2017 20:58", Writing::No),
            (Writing::Dated, "Lørdag, 25. marts 2017 20:58", Writing::No),
            (Writing::Begun, "Møde lørdag den 25. marts 2017", Writing::No),
            (Writing::Begun, "25. marts 2017 på Havneskolen", Writing::No),
            (Writing::No, "Skrevetærmet 4. maj 2021", Writing::No),
        ] {
            assert_eq!(above.of(line), says, "{line}");
        }
    }

    #[test]
    fn the_words_before_a_day_may_say_so() {
        for before in
            ["Referat 28.8.2013 Sidst opdateret ", "Referat, udskrevet den ", "Møde – senest rettet: "]
        {
            assert!(precedes_writing_day(before), "{before}");
        }
        for before in ["Referat af bestyrelsesmøde den ", "Referat skrevet på mødet den ", ""] {
            assert!(!precedes_writing_day(before), "{before}");
        }
    }
}
