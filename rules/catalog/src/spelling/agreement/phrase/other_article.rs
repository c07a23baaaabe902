//! "den fulde referat": an article of the other gender before an adjective in "-e" and a noun.

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

use super::{Fault, SMALL_WORD};

/// "den kommunale budget": the article of the other gender, where nothing behind the noun could own it.
pub(super) fn other_article(
    sentence: &Sentence<'_>,
    i: usize,
    noun: usize,
    is_neuter: bool,
) -> Option<Fault> {
    // "den samlede forbrug" is wrong of one and of many.
    let found = sentence.readings_of_noun(noun);
    let plural = found.any(Readings::PLURAL) && (is_neuter || found != Readings::NEUTER | Readings::PLURAL);
    let inflected = (i + 1..noun).all(|at| {
        (sentence.is_adjective(at, Readings::ADJECTIVE_E | Readings::ADJECTIVE_FIXED)
            || is_bent_between(sentence, i, at))
            && !sentence.is(at, Classes::FIXED_ADJECTIVE.or(Classes::BEFORE_NOUN))
    });
    // "Det grønne affaldsbeholder tømmes": a verb behind the noun owns nothing.
    let passive = sentence.word(noun + 1).ends_with('s') && sentence.readings(noun + 1) == Readings::PASSIVE;
    let ends = !sentence.is_word(noun + 1) || sentence.is(noun + 1, SMALL_WORD) || passive;
    let right = match (is_neuter, sentence.is_capital(i)) {
        (true, false) => "den",
        (true, true) => "Den",
        (false, false) => "det",
        (false, true) => "Det",
    };
    (!plural && inflected && ends).then_some(Fault::Article(right))
}

/// "den fulde referat", "på den samlede overskud": is the word at `at`, which may be a verb as well, an adjective behind the article at
/// `i`? An infinitive needs something to govern it, and a past tense is none behind a preposition or beside another verb.
pub(super) fn is_bent_between(sentence: &Sentence<'_>, i: usize, at: usize) -> bool {
    let found = sentence.readings(at);
    if at != i + 1 || !sentence.is_small(at) || !found.any(Readings::ADJECTIVE_E) {
        return false;
    }
    let verb = found.without(Readings::ADJECTIVE | Readings::PARTICIPLE);
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    if verb.only(Readings::INFINITIVE) {
        return !sentence.any(0, i, governs) && !sentence.is_cut_before();
    }
    let led =
        i > 0 && sentence.is(i - 1, Classes::PREPOSITION) && !matches!(sentence.word(i - 1), "som" | "end");
    let spoken = || {
        (at + 2..sentence.clause_end(at + 2))
            .any(|behind| sentence.is(behind, Classes::AUXILIARY.or(Classes::MODAL)))
    };
    verb.only(Readings::PAST | Readings::INFINITIVE) && (led || spoken())
}
