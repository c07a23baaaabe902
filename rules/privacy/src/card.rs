//! Numbers of payment cards, and words for what else is one person's own: a passport, a password.

use super::another::is_year;
use super::digits::Chain;
use super::number::WORDS;
use danish::letters::small;
use text::TextRange;

/// Digits of a card.
const DIGITS: usize = 16;
/// Digits of a group.
const GROUP: usize = 4;

/// Where numbers of payment cards stand in `chain` of `text`: sixteen digits, alone or in groups of four, of which the last fits
/// the others.
pub(super) fn cards_of(text: &str, chain: &Chain) -> Vec<TextRange> {
    let alone = chain.runs.iter().filter(|run| run.len == DIGITS).map(|run| run.range);
    let starts = 0..(chain.runs.len() + 1).saturating_sub(DIGITS / GROUP);
    let grouped = starts.filter_map(|at| {
        let runs = &chain.runs[at..at + DIGITS / GROUP];
        let apart = &chain.gaps[at..at + DIGITS / GROUP - 1];
        // "2010 2011 2012 2013" are years.
        let is_row_of_years = runs.iter().all(is_year);
        let is_card = runs.iter().all(|run| run.len == GROUP)
            && apart.iter().all(|gap| gap.signs <= 1)
            && !is_row_of_years;
        is_card.then(|| runs[0].range.cover(runs[DIGITS / GROUP - 1].range))
    });
    alone.chain(grouped).filter(|range| is_card(&text[*range])).collect()
}

/// Does the number begin as those of cards do, and does its last digit fit the others?
fn is_card(words: &str) -> bool {
    let digits: Vec<u32> = words.chars().filter_map(|c| c.to_digit(10)).collect();
    let doubled = |(at, digit): (usize, &u32)| match at % 2 {
        0 => *digit,
        _ if digit * 2 > 9 => digit * 2 - 9,
        _ => digit * 2,
    };
    let sum: u32 = digits.iter().rev().enumerate().map(doubled).sum();
    digits.len() == DIGITS && matches!(digits[0], 2..=6) && sum.is_multiple_of(10)
}

/// Does `line` have the number or the word itself behind a word such as "pasnummer" or "adgangskode"?
pub fn names_own_thing(line: &str) -> bool {
    const NEAR: usize = 3;
    const SHORTEST: usize = 4;
    let lower = small(line);
    WORDS.own_things.iter().any(|thing| {
        lower.match_indices(thing.as_str()).any(|(at, _)| {
            let behind = &lower[at + thing.len()..];
            let mut words = behind.split_whitespace().take(NEAR);
            words.any(|word| {
                word.len() >= SHORTEST && word.bytes().filter(u8::is_ascii_digit).count() >= SHORTEST
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::digits::chains;
    use super::{cards_of, names_own_thing};
    use text::TextRange;

    fn cards(text: &str) -> Vec<TextRange> {
        chains(text).flat_map(|chain| cards_of(text, &chain)).collect()
    }

    #[test]
    fn a_card_is_known_by_its_last_digit() {
        for text in ["4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444"] {
            assert_eq!(cards(text).len(), 1, "{text}");
        }
        for text in [
            "År 2010 2011 2012 2013 i alt",
            "2010-2024 2024-2030",
            "4111 1111 1111 1112",
            "1234 5678 9012 3456",
            "2021 2022 2023 2024 2025",
            "5798 0012 3456 7",
        ] {
            assert_eq!(cards(text), [], "{text}");
        }
    }

    #[test]
    fn a_word_for_it_and_the_number_behind_it_are_somebodys_own() {
        assert!(names_own_thing("Pasnummer 210345678") && names_own_thing("Adgangskode: hest4711"));
        assert!(
            !names_own_thing("Der er udstedt kørekort til 40 unge") && !names_own_thing("Adgangskoden er ny")
        );
    }
}
