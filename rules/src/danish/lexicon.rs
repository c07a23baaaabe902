//! What a word may be: the lexicon of forms with our corrections, and compounds by their last part.
//!
//! A word counts as something only if every reading that it has is of that kind. So a compound that the lexicon lacks
//! gets the readings of all its possible last parts together: where they disagree the word stays unclear, and whoever
//! asks is silent.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

pub use lexicon::Readings;

use super::letters::fold;
use crate::data;

/// The last part of a compound has so many letters at least.
const SHORTEST_PART: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Corrections {
    two_gender_endings: Vec<String>,
    two_genders: FxHashSet<String>,
    common: FxHashSet<String>,
    neuter: FxHashSet<String>,
    irregular: BTreeMap<String, String>,
}

static CORRECTIONS: LazyLock<Corrections> = LazyLock::new(|| data::read("lexicon"));

/// The readings of `word` as it stands or in small letters; none if nobody lists it.
pub fn readings(word: &str) -> Readings {
    let corrections = &*CORRECTIONS;
    if corrections.common.contains(word) {
        return Readings::COMMON;
    }
    if corrections.neuter.contains(word) {
        return Readings::NEUTER;
    }
    let found = lexicon::danish().readings(word);
    if word.starts_with(char::is_uppercase) {
        return found | lexicon::danish().readings(&fold(word));
    }
    found
}

/// The readings of `word`, or of its last parts if nobody lists it.
pub fn readings_of_compound(word: &str) -> Readings {
    let listed = readings(word);
    if !listed.is_none() {
        return listed;
    }
    let word = fold(word);
    let mut found = Readings::NONE;
    for (at, _) in word.char_indices().skip(2) {
        let last = &word[at..];
        if last.chars().nth(SHORTEST_PART - 1).is_none() {
            break;
        }
        found |= lexicon::danish().readings(last).without(Readings::OTHER);
    }
    found
}

/// Is the gender of this noun a matter of choice or of meaning?
pub fn has_two_genders(noun: &str) -> bool {
    let mut endings = CORRECTIONS.two_gender_endings.iter();
    CORRECTIONS.two_genders.contains(noun) || endings.any(|ending| noun.ends_with(ending.as_str()))
}

/// The infinitive of a verb whose present is not made with "-r".
pub(super) fn irregular_infinitive(present: &str) -> Option<&'static str> {
    CORRECTIONS.irregular.get(present).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::{Readings, has_two_genders, readings, readings_of_compound};

    #[test]
    fn a_word_at_the_start_of_a_sentence_is_the_same_word() {
        assert_eq!(readings("Planen"), Readings::DEFINITE_COMMON);
        assert_eq!(readings("Qwxz"), Readings::NONE);
    }

    #[test]
    fn a_compound_is_what_its_last_part_is() {
        assert_eq!(readings("havneudvidelsesplanen"), Readings::NONE);
        assert_eq!(readings_of_compound("havneudvidelsesplanen"), Readings::DEFINITE_COMMON);
        assert!(readings_of_compound("xyz").is_none());
    }

    #[test]
    fn our_corrections_come_first() {
        assert_eq!(readings("merforbrug"), Readings::NEUTER);
        assert!(has_two_genders("bruttominimum"));
        assert!(!has_two_genders("tidshorisont"));
    }
}
