//! A participle that has lost its end: "har bestil nye borde", "har solg grunden".

use danish::clauses::Sentence;
use danish::inflection::{self, infinitive_of_imperative};
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;

/// Is the word behind "har" or "blev", at `leader`, the stem of a verb and nothing else?
pub(super) fn is_for_participle(sentence: &Sentence<'_>, leader: usize) -> bool {
    const SHORTEST: usize = 4;
    let stem = leader + 1;
    let word = sentence.word(stem);
    let found = sentence.plain_readings(stem);
    let imperative = found.any(Readings::IMPERATIVE)
        && found.only(Readings::IMPERATIVE | Readings::PAST | Readings::PARTICIPLE)
        && !sentence.is(stem, Classes::ANY.without(Classes::NOT_NOUN));
    let none = sentence.readings_of_compound(stem).is_none();
    let plain = word.chars().count() >= SHORTEST && word.chars().all(char::is_lowercase);
    plain
        && leader > 0
        && !may_be_had(sentence, leader)
        && (imperative || none && sentence.is_word(stem + 1))
        && participle(word).is_some()
}

/// May the word behind `leader` be a thing that somebody has, which the lexicon need not know: "har haft gavn af", "har gavn"? What was done is
/// done to something, which stands behind it.
fn may_be_had(sentence: &Sentence<'_>, leader: usize) -> bool {
    let behind = leader + 2;
    let goes_on = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::SUBORDINATOR)
        .or(Classes::WEAK_SUBORDINATOR)
        .or(Classes::RELATIVE)
        .or(Classes::ADVERB)
        .or(Classes::AT)
        .or(Classes::PARTICLE);
    let had = sentence.word(leader) == "haft" || !sentence.is_word(behind) || sentence.is(behind, goes_on);
    sentence.is(leader, Classes::HAVE) && had
}

/// The participle of a stem: "bestil" → "bestilt", "solg" → "solgt".
pub(super) fn participle(stem: &str) -> Option<String> {
    if readings(stem).any(Readings::IMPERATIVE) {
        return infinitive_of_imperative(stem).and_then(|verb| inflection::participle(&verb));
    }
    let whole = format!("{stem}t");
    readings(&whole).any(Readings::PARTICIPLE).then_some(whole)
}
