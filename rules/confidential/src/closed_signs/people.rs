//! Headings of cases of people, which are closed nearly everywhere, whether a mark says so or not.

use super::WORDS;
use super::denied::says_none;
use crate::closed::{is_private, may_be_published, n_telling};
use crate::telling_title::without_presenter;
use danish::letters::small;
use text::holds_words;

/// A longer line is no heading, in bytes.
const LONGEST: usize = 80;

/// Is `line` the heading of a case of somebody's own?
pub fn is_of_people(line: &str) -> bool {
    let lower = small(line);
    let words =
        lower.trim_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(|c: char| !c.is_alphabetic());
    line.len() <= LONGEST && WORDS.of_people.iter().any(|word| holds_words(words, word))
}

/// So many words that no decision needs tell of the case.
const TELLING: usize = 3;

/// "Personalesag: Anne Holm opsiges": does a heading name the case of one person, and tell of it behind that?
pub(super) fn tells_of_people(line: &str) -> bool {
    let parted = [": ", " – ", " - "].iter().filter_map(|sign| line.split_once(sign));
    let Some((label, told)) =
        parted.min_by_key(|(label, _)| label.len()).filter(|(label, _)| label.len() <= LONGEST)
    else {
        return false;
    };
    let told = without_presenter(told);
    let label = small(label);
    let label = label.trim_matches(|c: char| !c.is_alphabetic());
    // "Personalesager: antallet er faldet" is about all of them.
    let is_one = |case: &&String| !case.ends_with("er") && label.ends_with(case.as_str());
    WORDS.of_people.iter().any(|case| is_one(&case))
        && (is_private(told) || n_telling(told) >= TELLING && !says_none(told) && !may_be_published(told))
}

#[cfg(test)]
mod tests {
    use crate::closed_signs::{is_possible, says_surely};

    #[test]
    fn a_case_of_somebody_that_is_told_on_its_heading_may_be_closed() {
        for line in [
            "Personalesag: Anne Holm opsiges",
            "Elevsag – en dreng i 4.b er bortvist i tre dage",
            "Elevsag: Oskar flytter skole efter mobning",
            "3. Klage og beboersag: Der er klaget over støj fra 2. tv.",
        ] {
            assert!(is_possible(line) && !says_surely(line), "{line}");
        }
        for line in [
            "Personalesager: antallet er faldet",
            "Personalesag: ingen",
            "Personalesag: Drøftet.",
            "Elevsag: orientering ved skolelederen",
            "Personale: Anne Holm er ny kasserer",
        ] {
            assert!(!is_possible(line), "{line}");
        }
    }
}
