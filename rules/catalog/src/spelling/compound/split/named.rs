//! "projekt badebro", "pulje vild natur": a noun without its article, and the name of what it is.

use std::sync::LazyLock;

use danish::clauses::Sentence;
use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;
use rustc_hash::FxHashSet;
use serde::Deserialize;

#[derive(Deserialize)]
struct Naming {
    words: FxHashSet<Box<str>>,
}

/// Nouns that a name may follow.
static NAMING: LazyLock<Naming> = LazyLock::new(|| data::read("naming_nouns"));

/// Is the second of the two nouns at `i` what the first is called? What is listed as one word is that word, and behind an article
/// the two are one.
pub(super) fn is_named(sentence: &Sentence<'_>, i: usize) -> bool {
    let (word, second) = (sentence.word(i), sentence.readings(i + 1));
    if !NAMING.words.contains(&*fold(word)) || second.any(Readings::DEFINITE | Readings::PLURAL) {
        return false;
    }
    let led = i > 0
        && (sentence.is(i - 1, Classes::DETERMINER.or(Classes::POSSESSIVE))
            || sentence.readings(i - 1).any(Readings::ADJECTIVE | Readings::GENITIVE));
    let joined = [word, sentence.word(i + 1)].concat();
    !led && !sentence.is(i + 1, Classes::ROLE) && !readings(&fold(&joined)).any(Readings::NOUN)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{silent, told};

    #[test]
    fn a_noun_and_its_name_are_two_words() {
        silent("Udvalget arbejder videre med projekt badebro og med kampagne cykel.");
        silent("Vi støtter projekt legeplads. Der er nyt om emne trivsel.");
    }

    #[test]
    fn a_listed_word_and_one_behind_an_article_are_one() {
        told("Der er nedsat en projekt gruppe.", "projekt gruppe");
    }
}
