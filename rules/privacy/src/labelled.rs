//! What a word for personal numbers calls one though its form is not that of one: "CPR-nr. 60485-9873", from which a
//! spreadsheet took the nil, "cpr: 1903-02-01-1234".

use super::another::is_year;
use super::digits::{Chain, Run};
use super::near::near_before;
use super::number::{Joint, Number, WORDS, is_personal};
use super::table::is_titled;
use text::TextRange;

/// Nine digits to twelve right behind such a word, with single signs between.
pub(super) fn labelled(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    const FEWEST: usize = 9;
    const MOST: usize = 12;
    let mut sum = chain.runs[i].len;
    let mut n_runs = 1;
    while let (Some(gap), Some(next)) = (chain.gaps.get(i + n_runs - 1), chain.runs.get(i + n_runs)) {
        // "54.318" counts something.
        let between = &text[TextRange::new(chain.runs[i + n_runs - 1].range.end(), next.range.start())];
        let thousands = next.len == 3 && between == ".";
        let inner = matches!(between, "." | "-" | "/" | " " | "–" | " - " | " – ") || gap.signs == gap.dashes;
        if !inner || thousands || sum + next.len > MOST {
            break;
        }
        sum += next.len;
        n_runs += 1;
    }
    let range = chain.runs[i].range.cover(chain.runs[i + n_runs - 1].range);
    // "1.2.03-1234"
    let short = n_runs > 3 && sum + 1 == FEWEST && chain.runs[i + n_runs - 1].len == 4;
    let start = range.start().into();
    let named = || is_named(text, start) || is_titled(text, start) || is_under_name(text, start);
    let is_long_enough = short || (FEWEST..=MOST).contains(&sum);
    if !is_long_enough || is_period(&chain.runs[i..i + n_runs]) || !named() {
        return None;
    }
    let number = Number { range, joint: Joint::Word, serial: 0, is_day: true, substitute: false, year: 0 };
    Some((number, n_runs))
}

/// "01.01-31.12 2024": two days and their year.
fn is_period(runs: &[Run]) -> bool {
    let [days @ .., year] = runs else { return false };
    days.len() == 4 && days.iter().all(|run| run.len <= 2) && is_year(year)
}

/// Does a word for personal numbers stand right before byte `at`? A scanner may have read the first nil as a letter.
pub(super) fn is_named(text: &str, at: usize) -> bool {
    let before = near_before(text, at);
    let letter = before.strip_suffix(['o', 'l', 'i']).filter(|rest| !rest.ends_with(char::is_alphanumeric));
    ends_with_name(letter.unwrap_or(&before).rsplit('\n').next().unwrap_or(""))
}

/// Does the line of byte `at` begin there, under one that says nothing but that such a number follows?
fn is_under_name(text: &str, at: usize) -> bool {
    /// In bytes.
    const LONGEST: usize = 40;
    let near = &text[text.floor_char_boundary(at.saturating_sub(LONGEST))..at];
    let label = near.trim_end().rsplit('\n').next().unwrap_or("");
    near[near.trim_end().len()..].contains('\n') && ends_with_name(&label.to_lowercase())
}

/// Is the last word of `line`, besides such as "nr." and "er", one for personal numbers?
fn ends_with_name(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    words.find(|word| !WORDS.within.iter().any(|within| within == word)).is_some_and(is_personal)
}

#[cfg(test)]
mod tests {
    use super::super::recogniser::numbers;

    #[test]
    fn a_label_makes_any_row_of_digits_one() {
        for text in [
            "CPR-nr. 010219031234",
            "Cpr: 1903-02-01-1234",
            "CPR-nr. 1.2.03-1234",
            "cpr.nr.: 10203-1234",
            "CPR-nummeret er 102031234",
            "CPR-nr. O10203-1234",
            "CPR\n102031234",
            "Cpr-nr.:\n\n10203-1234",
            "Navn\tCPR\nBo\t102031234",
            "| Navn | CPR |\n|---|---|\n| Bo | 10203-1234 |",
            "Navn;Cpr-nr.\nBo;102031234",
        ] {
            assert_eq!(numbers(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_counted_or_called_otherwise_is_none() {
        for text in [
            "Folketal ifølge CPR: 54.318 54.512",
            "CPR-nr. og CVR-nr. 10203040",
            "CPR\tSagsnr.\nUkendt\t102031234",
            "Opslag i CPR\n\nPris\n102031234",
            "CPR-kontoret, tlf. 45 20 41 77 35",
            "CPR: 54.318 (2019)",
            "CPR-loven § 12, stk. 3, nr. 123456789",
            "CPR 31.12.2023 er opgjort.",
            "Kilde: CPR 12/03 2024.",
            "Udtræk fra cpr: 1/7 2025",
            "Kilde: CPR 01.01-31.12 2024.",
            "CPR 1.7-31.8 2024",
        ] {
            assert_eq!(numbers(text).count(), 0, "{text}");
        }
    }
}
