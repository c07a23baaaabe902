//! Weeks in the wrong order: "uge 30-28", "fra uge 22 til uge 18".
//!
//! A period over the turn of the year has its numbers so as well, "uge 51-2", and a school year "uge 33-26". Only where the
//! two lie so near that the period would be all but a year can nothing else be meant.

use lint::{Findings, PartView, Severity};
use text::needle::Needle;
use text::{TextRange, is_space, range};

use super::super::cues::{cues, holds, sentence};
use super::{BEGINS, MESSAGE};

/// At most this many weeks may the second lie before the first.
const NEAR: u32 = 4;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    static WEEK: Needle = Needle::new("uge");
    for at in WEEK.find_iter(view.text) {
        let Some((from, to)) = weeks(view.text, at) else { continue };
        let backwards = from.0 > to.0 && from.0 - to.0 <= NEAR && from.0 <= 53 && to.0 > 0;
        if backwards && view.is_prose(from.1) && !holds(&sentence(view, from.1).1, &cues().moved) {
            findings.report(to.1, MESSAGE).related(from.1, BEGINS).at_most(Severity::Warning);
        }
    }
}

/// The two weeks, each with its place, of a period whose "uge" begins at byte `at`.
fn weeks(text: &str, at: usize) -> Option<((u32, TextRange), (u32, TextRange))> {
    let word = text[at..].split(|c: char| !c.is_alphabetic()).next()?;
    let free = !text[..at].ends_with(char::is_alphanumeric);
    // "hver uge 3-2 hold".
    let lead =
        text[..at].trim_end_matches(is_space).rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
    if !free || matches!(&*lead, "hver" | "pr." | "om") || !matches!(word, "uge" | "ugerne") {
        return None;
    }
    let from = number(text, at + word.len())?;
    let end = usize::from(from.1.end());
    let rest = text[end..].trim_start_matches(is_space);
    let joint = ["til og med uge", "til uge", "til og med", "til", "-", "–"].into_iter();
    let rest = joint.filter_map(|joint| rest.strip_prefix(joint)).next()?;
    let to = number(text, text.len() - rest.len())?;
    let behind = &text[to.1.end().into()..];
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '%'));
    (!goes_on).then_some((from, to))
}

/// The number of one or two digits behind byte `at` and spaces.
fn number(text: &str, at: usize) -> Option<(u32, TextRange)> {
    let rest = text[at..].trim_start_matches(is_space);
    let start = text.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let value = (1..=2).contains(&digits).then(|| rest[..digits].parse().ok()).flatten()?;
    Some((value, range(start, start + digits)))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn item(line: &str) -> String {
        format!("Udvalget\n10. marts 2026\n\n1. Plan\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_weeks_in_the_wrong_order() {
        for line in [
            "Der er lukket i uge 30-28.\n                       ^^ Perioden slutter",
            "Arbejdet udføres fra uge 22 til uge 18.\n                                    ^^ Perioden slutter",
            "Huset er lukket i ugerne 30 til 29.\n                                ^^ Perioden slutter",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn ignores_weeks_over_the_turn_of_the_year() {
        for line in [
            "Der er lukket i uge 28-30.",
            "Der er lukket i uge 51-2.",
            "Skoleåret er uge 33-26.",
            "Turen flyttes fra uge 30 til uge 28.",
            "Hver uge 3-2 hold, og to uger 5 til 4 timer/uge.",
            "Sæsonen er fra uge 40 til uge 20.",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn a_hearing_of_most_of_a_year_is_backwards() {
        check(
            &RULE,
            &item(
                "Høringen løber fra 20. maj til 15. april 2026.\n                               ^^^^^^^^^^^^^^ Perioden slutter",
            ),
        );
        check(&RULE, &item("Høringen løber fra 20. december til 15. januar 2026."));
        check(&RULE, &item("Lejemålet løber fra 20. maj til 15. april 2026."));
    }
}
