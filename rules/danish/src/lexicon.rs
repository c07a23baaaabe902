//! What a word may be: the lexicon of forms with our corrections, and compounds by their last part.
//!
//! A word counts as something only if every reading that it has is of that kind. So a compound that the lexicon lacks
//! gets the readings of all its possible last parts together: where they disagree the word stays unclear, and whoever
//! asks is silent.

mod parts;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

pub use lexicon::Readings;

use parts::{SHORTEST_PART, last_parts};

use super::letters::fold;
use super::memo::{Memo, remembered};
use text::ends_with;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Corrections {
    two_gender_endings: Vec<String>,
    two_genders: FxHashSet<String>,
    common: Vec<String>,
    neuter: Vec<String>,
    definite_neuter: Vec<String>,
    adjective_common: Vec<String>,
    adjective_neuter: Vec<String>,
    adjective_e: Vec<String>,
    past_in_t: Vec<String>,
    past_and_participle_in_t: Vec<String>,
    first_parts: FxHashSet<String>,
    prefixes: Vec<String>,
    irregular: BTreeMap<String, String>,
    strong: BTreeMap<String, String>,
    strong_past: BTreeMap<String, String>,
}

static CORRECTIONS: LazyLock<Corrections> = LazyLock::new(|| data::read("lexicon"));

thread_local! {
    static LISTED: Memo<Readings> = const { Memo::new(Vec::new()) };
    static LAST_PARTS: Memo<Readings> = const { Memo::new(Vec::new()) };
    static FIRST_PARTS: Memo<bool> = const { Memo::new(Vec::new()) };
    static LONG_LAST_PARTS: Memo<Readings> = const { Memo::new(Vec::new()) };
}

/// Words whose readings are ours.
static OURS: LazyLock<FxHashMap<&'static str, Readings>> = LazyLock::new(|| {
    let corrections = &*CORRECTIONS;
    let lists = [
        (&corrections.common, Readings::COMMON),
        (&corrections.neuter, Readings::NEUTER),
        (&corrections.definite_neuter, Readings::DEFINITE_NEUTER),
        (&corrections.adjective_common, Readings::ADJECTIVE_COMMON),
        (&corrections.adjective_neuter, Readings::ADJECTIVE_NEUTER),
        (&corrections.adjective_e, Readings::ADJECTIVE_E),
    ];
    let mut ours: FxHashMap<&str, Readings> = FxHashMap::default();
    for (list, reading) in lists {
        for word in list {
            let known = ours.entry(word).or_default();
            *known |= reading;
        }
    }
    ours
});

/// The readings of `word` as it stands or in small letters; none if nobody lists it.
pub fn readings(word: &str) -> Readings {
    remembered(&LISTED, word, look_up)
}

fn look_up(word: &str) -> Readings {
    if let Some(&ours) = OURS.get(word) {
        return ours;
    }
    let found = lexicon::danish().readings(word);
    if word.starts_with(char::is_uppercase) {
        let small = fold(word);
        let other = OURS.get(&*small).copied().unwrap_or_else(|| lexicon::danish().readings(&small));
        return told_participle(word, found | other);
    }
    told_participle(word, found)
}

/// The lexicon calls the participles of strong verbs pasts: "solgt", "valgt", "fastsat". Only a few pasts end in "-t": "fandt", "faldt".
fn told_participle(word: &str, found: Readings) -> Readings {
    let ends = |list: &[String]| list.iter().any(|end| ends_with(word, end));
    if !found.any(Readings::PAST) || !word.ends_with('t') || ends(&CORRECTIONS.past_in_t) {
        return found;
    }
    let both = ends(&CORRECTIONS.past_and_participle_in_t);
    found.without(if both { Readings::NONE } else { Readings::PAST }) | Readings::PARTICIPLE
}

/// Is `part` one that begins compounds and is no word of its own: "billed-"?
fn is_first_part(part: &str) -> bool {
    // A word may be as long as the text, and is asked for all that it begins with.
    part.len() <= *LONGEST_FIRST_PART && CORRECTIONS.first_parts.contains(part)
}

/// In bytes.
static LONGEST_FIRST_PART: LazyLock<usize> =
    LazyLock::new(|| CORRECTIONS.first_parts.iter().map(String::len).max().unwrap_or_default());

/// The readings of `word`, or of its last parts if nobody lists it.
pub fn readings_of_compound(word: &str) -> Readings {
    let listed = readings(word);
    if listed.is_none() { parts_of(word) } else { listed }
}

fn parts_of(word: &str) -> Readings {
    remembered(&LAST_PARTS, word, |word| last_parts(&fold(word), SHORTEST_PART))
}

/// The listed words that one change makes of `word`, which is written small.
pub fn one_change_away(word: &str) -> Vec<String> {
    lexicon::danish().one_change_away(word)
}

/// Is `word`, which is written small, the first part of a listed compound: "surf", "spilde"?
pub fn begins_compound(word: &str) -> bool {
    remembered(&FIRST_PARTS, word, |word| lexicon::danish().begins_compound(word))
}

/// What may stand before a word and make another one: "uvisiteret", "basistilbud".
pub fn prefixes() -> impl Iterator<Item = &'static str> {
    CORRECTIONS.prefixes.iter().map(String::as_str)
}

/// Is `word`, which nobody lists, made of listed words?
pub fn is_compound(word: &str) -> bool {
    !parts_of(word).is_none()
}

/// The genders that `word` may have: as it is listed and as its last parts are. The lexicon gives some compounds
/// another gender than their last part has, and then neither is certain.
pub fn readings_of_noun(word: &str) -> Readings {
    let listed = readings(word);
    if listed.is_none() {
        return parts_of(word);
    }
    let parts = remembered(&LONG_LAST_PARTS, word, |word| last_parts(&fold(word), SHORTEST_PART + 1));
    let both = Readings::COMMON | Readings::NEUTER;
    let agrees =
        [Readings::COMMON, Readings::NEUTER].iter().any(|gender| listed.any(*gender) && parts.any(*gender));
    if agrees || !parts.any(both) || !listed.any(both) { listed } else { listed | both }
}

/// Is the gender of this noun a matter of choice or of meaning?
pub fn has_two_genders(noun: &str) -> bool {
    let certain = OURS.get(noun).is_some_and(|ours| ours.any(Readings::NOUN));
    let mut endings = CORRECTIONS.two_gender_endings.iter();
    !certain && (CORRECTIONS.two_genders.contains(noun) || endings.any(|ending| ends_with(noun, ending)))
}

/// The infinitive of a verb whose present is not made with "-r".
pub(super) fn irregular_infinitive(present: &str) -> Option<&'static str> {
    CORRECTIONS.irregular.get(present).map(String::as_str)
}

/// The participle of a verb that changes its vowel, or of one that such a verb ends: "udskyde" → "udskudt".
pub(super) fn strong_participle(infinitive: &str) -> Option<String> {
    ending_in(infinitive, CORRECTIONS.strong.iter())
}

/// The past of such a verb: "vedtage" → "vedtog".
pub(super) fn strong_past(infinitive: &str) -> Option<String> {
    ending_in(infinitive, CORRECTIONS.strong_past.iter())
}

/// The infinitive of such a past: "gik" → "gå".
pub(super) fn infinitive_of_strong_past(past: &str) -> Option<String> {
    ending_in(past, CORRECTIONS.strong_past.iter().map(|(infinitive, past)| (past, infinitive)))
}

/// The infinitive of such a participle: "vedtaget" → "vedtage".
pub(super) fn infinitive_of_strong_participle(participle: &str) -> Option<String> {
    ending_in(participle, CORRECTIONS.strong.iter().map(|(infinitive, participle)| (participle, infinitive)))
}

/// `form` with what the pairs tell instead of its end. Of two ends the longer counts.
fn ending_in<'p>(form: &str, pairs: impl Iterator<Item = (&'p String, &'p String)>) -> Option<String> {
    let ends = pairs.filter_map(|(end, right)| form.strip_suffix(end.as_str()).map(|prefix| (prefix, right)));
    ends.min_by_key(|(prefix, _)| prefix.len()).map(|(prefix, right)| format!("{prefix}{right}"))
}

#[cfg(test)]
mod tests {
    use super::{Readings, has_two_genders, readings, readings_of_compound, readings_of_noun};

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
    fn a_slip_is_no_compound() {
        assert!(readings_of_compound("vidue").is_none());
        assert!(readings_of_compound("fornat").is_none());
    }

    #[test]
    fn a_gender_that_the_last_part_contradicts_is_unclear() {
        let both = Readings::COMMON | Readings::NEUTER;
        assert!(!readings_of_noun("tidshorisont").any(Readings::NEUTER));
        assert_eq!(readings_of_noun("strategi"), Readings::COMMON);
        assert_eq!(readings_of_noun("tidsplan"), Readings::COMMON);
        assert_eq!(readings_of_noun("blanktegn").without(Readings::PLURAL), both);
    }

    #[test]
    fn participles_of_strong_verbs_are_no_pasts() {
        for word in ["solgt", "valgt", "fastsat"] {
            let found = readings(word);
            assert!(found.any(Readings::PARTICIPLE) && !found.any(Readings::PAST), "{word}");
        }
        assert!(readings("fandt").any(Readings::PAST) && !readings("fandt").any(Readings::PARTICIPLE));
        assert!(readings("overholdt").any(Readings::PAST) && readings("overholdt").any(Readings::PARTICIPLE));
    }

    #[test]
    fn our_corrections_come_first() {
        assert_eq!(readings("merforbrug"), Readings::NEUTER);
        assert!(has_two_genders("bruttominimum"));
        assert!(!has_two_genders("tidshorisont"));
    }
}
