//! Compounds: the parts they are made of, for telling that two words which stand apart belong together.
//!
//! The lists are data, `rules/data/lists/compounds.toml`, read once when they are first needed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use text::ends_with;
use text::needles::Needles;

/// What is known of the parts of compounds; all in small letters, except in `pairs`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "'de: 'static")]
pub struct Compounds {
    bound: FxHashSet<&'static str>,
    free: FxHashSet<&'static str>,
    heads: FxHashSet<&'static str>,
    bodies: FxHashSet<&'static str>,
    topics: FxHashSet<&'static str>,
    before: FxHashSet<&'static str>,
    after_abbreviation: Vec<String>,
    after_year: FxHashSet<&'static str>,
    before_year: FxHashSet<&'static str>,
    before_in: FxHashSet<&'static str>,
    units: FxHashSet<&'static str>,
    after_unit: FxHashSet<&'static str>,
    apart: FxHashSet<&'static str>,
    behind: FxHashSet<&'static str>,
    free_behind: FxHashSet<&'static str>,
    measure_ends: Vec<String>,
    stuff: FxHashSet<&'static str>,
    phrases: FxHashSet<&'static str>,
    with_article: FxHashSet<&'static str>,
    with_s: Vec<String>,
    described: FxHashSet<&'static str>,
    containers: FxHashSet<&'static str>,
    always_s: Vec<String>,
    never_s: FxHashSet<&'static str>,
    adjectives: FxHashSet<&'static str>,
    adverbs: FxHashSet<&'static str>,
    ownerless: FxHashSet<&'static str>,
    owned: FxHashSet<&'static str>,
    short: BTreeMap<String, String>,
    behind_number: FxHashSet<&'static str>,
    brands: FxHashSet<&'static str>,
    pairs: BTreeMap<String, String>,
}

/// The known parts of compounds.
pub fn compounds() -> &'static Compounds {
    static COMPOUNDS: LazyLock<Compounds> = LazyLock::new(|| data::read("compounds"));
    &COMPOUNDS
}

impl Compounds {
    /// Is this a first part that cannot stand alone: "sundheds"?
    pub fn is_bound(&self, word: &str) -> bool {
        self.bound.contains(word)
    }

    /// Can this be the first part of a compound: "sundheds", "social"?
    pub fn is_first(&self, word: &str) -> bool {
        self.bound.contains(word) || self.free.contains(word)
    }

    /// The parts of a compound whose last part others may share: "omsorgs" and "området".
    pub fn split<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let borders = word.char_indices().skip(2).map(|(at, _)| word.split_at(at));
        borders.into_iter().find(|(first, head)| self.heads.contains(*head) && self.is_first(first))
    }

    /// Is this a last part that many compounds share: "området"?
    pub fn is_head(&self, word: &str) -> bool {
        self.heads.contains(word)
    }

    /// Is this the last part of the name of a body: "udvalget"?
    pub fn is_body(&self, head: &str) -> bool {
        self.bodies.contains(head)
    }

    /// Is this a matter after which bodies are named: "kultur"?
    pub fn is_topic(&self, word: &str) -> bool {
        self.topics.contains(word)
    }

    /// Is this a word that no subject follows: "til"?
    pub fn leads_to_noun(&self, word: &str) -> bool {
        self.before.contains(word)
    }

    /// Is this a definite noun that belongs to an abbreviation before it: "sekretariatet"?
    pub fn follows_abbreviation(&self, word: &str) -> bool {
        self.after_abbreviation.iter().any(|end| ends_with(word, end))
    }

    /// Is this a definite noun that belongs to a year before it: "planen"?
    pub fn follows_year(&self, word: &str) -> bool {
        self.after_year.contains(word)
    }

    /// Can a compound that begins with a year follow this word: "af"?
    pub fn leads_to_year(&self, word: &str) -> bool {
        self.before_year.contains(word)
    }

    /// Does "i" after this word say where something stands, and not when it happens: "indregnet i"?
    pub fn governs_in(&self, word: &str) -> bool {
        self.before_in.contains(word)
    }

    /// Is this a unit in the genitive: "timers"?
    pub fn is_unit(&self, word: &str) -> bool {
        self.units.contains(word)
    }

    /// Is this a definite noun that makes one word with a unit: "reglen"?
    pub fn follows_unit(&self, word: &str) -> bool {
        self.after_unit.contains(word)
    }

    /// Is this a noun beside which another may stand: "minimum", "afsnit"?
    pub fn stands_apart(&self, word: &str) -> bool {
        self.apart.contains(word)
    }

    /// Is this a noun that tells when, where or of what kind, beside another: "fredag", "vest"?
    pub fn stands_behind(&self, word: &str) -> bool {
        self.behind.contains(word)
    }

    /// Is this a word that is no part of the noun before it: "retur", "værd"?
    pub fn stands_free(&self, word: &str) -> bool {
        self.free_behind.contains(word)
    }

    /// Is this the noun of a phrase that stands anywhere in a sentence: "i dag", "på nuværende tidspunkt"?
    pub fn is_of_phrase(&self, word: &str) -> bool {
        self.phrases.contains(word)
    }

    /// Is this a noun of what is counted, which stands neither behind "i" nor "på" without its article: "nabo", "tema"?
    pub fn has_article(&self, word: &str) -> bool {
        self.with_article.contains(word)
    }

    /// Is this a noun that is one term with an adjective before it: "teknisk service"?
    pub fn is_described(&self, word: &str) -> bool {
        self.described.contains(word)
    }

    /// Is this something that is measured and not counted: "asfalt", "musik"?
    pub fn is_stuff(&self, word: &str) -> bool {
        self.stuff.contains(word)
    }

    /// Is this a noun that measures what stands behind it: "en gryde suppe"?
    pub fn is_container(&self, word: &str) -> bool {
        // "kubikmeter", "termokande".
        self.containers.contains(word) || self.measure_ends.iter().any(|end| ends_with(word, end))
    }

    /// Where in `word` a noun may end that cannot be the first part of a compound without an "s": for each such end that
    /// stands in it, in the order of the list, behind the first place where it stands.
    pub fn always_s(&self, word: &str) -> Vec<usize> {
        static ENDS: LazyLock<Needles> = LazyLock::new(|| Needles::new(&compounds().always_s));
        let mut found: Vec<(usize, usize)> = Vec::new();
        ENDS.any(word, |end| {
            if found.iter().all(|(other, _)| *other != end.which) {
                found.push((end.which, end.end));
            }
            false
        });
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// Is this a noun with such an end that has no "s": "honning"?
    pub fn is_never_with_s(&self, word: &str) -> bool {
        self.never_s.contains(word)
    }

    /// Has this noun an "s" wherever it is the first part of a compound: "bestyrelse"?
    pub fn takes_s(&self, word: &str) -> bool {
        self.with_s.iter().any(|ending| ends_with(word, ending))
    }

    /// Is this an adjective without ending that begins compounds: "aktiv", "frivillig"?
    pub fn is_adjective_part(&self, word: &str) -> bool {
        self.adjectives.contains(word)
    }

    /// Is this an adverb that begins compounds: "hjemme"?
    pub fn is_adverb_part(&self, word: &str) -> bool {
        self.adverbs.contains(word)
    }

    /// Is this the genitive of what there is only one of, and which owns nothing: "drifts"?
    pub fn owns_nothing(&self, word: &str) -> bool {
        self.ownerless.contains(word)
    }

    /// What joins this short first part to a noun: nothing for "el", a hyphen for "it".
    pub fn joint_of_short(&self, word: &str) -> Option<&str> {
        self.short.get(word).map(String::as_str)
    }

    /// Is this no word of its own, but what a number with a hyphen begins: "årige", "værelses"?
    pub fn is_behind_number(&self, word: &str) -> bool {
        self.behind_number.contains(word)
    }

    /// Is this a noun of phrases that have an owner before it: "for en sikkerheds skyld"?
    pub fn follows_owner(&self, word: &str) -> bool {
        self.owned.contains(word)
    }

    /// Is this the name of a service or a program: "Facebook"?
    pub fn is_brand(&self, word: &str) -> bool {
        self.brands.contains(word)
    }

    /// Pairs of words that are wrong anywhere, each with what it should be.
    pub fn pairs(&'static self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.pairs.iter().map(|(wrong, right)| (wrong.as_str(), right.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::compounds;

    #[test]
    fn no_part_is_both_bound_and_free() {
        let both: Vec<_> = compounds().bound.intersection(&compounds().free).collect();
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn a_compound_is_split_at_its_last_part() {
        assert_eq!(compounds().split("omsorgsområdet"), Some(("omsorgs", "området")));
        assert_eq!(compounds().split("afdelingschefer"), Some(("afdelings", "chefer")));
        assert_eq!(compounds().split("området"), None);
        assert_eq!(compounds().split("dagtilbud"), Some(("dag", "tilbud")));
        assert_eq!(compounds().split("på"), None);
    }
}
