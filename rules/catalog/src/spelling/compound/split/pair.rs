//! Two nouns that no list knows as one word: "en shelter tur", "til provsti udvalget", "et bestyrelse møde".
//!
//! Side by side two nouns are one word, unless the first measures, names or receives the second, a clause without its "som"
//! begins at the second, or the writer left a preposition out, as in lists. So the word before must show that one noun is
//! due, and the second must fit it.

use super::due::is_noun_due;
use super::last::readings_of_last;
use super::{SINGULAR, is_noun};
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::tokens::{Classes, Kind};

/// The words at `i` and behind it as one word, if nothing but a compound explains them.
pub(super) fn joined(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    let first = sentence.readings_of_compound(i).without(Readings::OTHER);
    let second = readings_of_last(sentence, i);
    let verb = if i == 0 || is_noun_due(sentence, i) { Readings::INFINITIVE } else { Readings::NONE };
    // "en kasserer suppleant": right behind an article stands no verb.
    let role = sentence.is(i, Classes::ROLE) && is_for_noun(sentence, i);
    let present = if role { Readings::PRESENT } else { Readings::NONE };
    let bare =
        present | SINGULAR | Readings::PLURAL | Readings::IMPERATIVE | verb | opening(sentence, i, second);
    // Where a noun is due, "møde" is one too.
    let governed = sentence.any(0, i, Classes::MODAL.or(Classes::AT));
    let last =
        sentence.readings_of_compound(i + 2).any(Readings::NOUN) && !sentence.is(i + 2, Classes::PREPOSITION);
    let adjective = if last { Readings::NONE } else { Readings::ADJECTIVE };
    // "Vi holder borger møde": behind a verb with its subject stands no infinitive.
    let object = if role && !governed { Readings::INFINITIVE } else { Readings::NONE };
    let other = if i > 0 && !governed && is_noun_due(sentence, i) { verb | adjective } else { object };
    let part =
        if opening(sentence, i, second).is_none() { SINGULAR } else { SINGULAR | Readings::INFINITIVE };
    let nouns = first.any(part)
        && first.only(bare)
        && second.only(Readings::NOUN | Readings::IMPERATIVE | other)
        && second.any(Readings::NOUN.without(Readings::GENITIVE));
    if !nouns || is_held_together(sentence, i) {
        return None;
    }
    if tells_purpose(sentence, i) {
        return None;
    }
    if !is_due(sentence, i, second) || begins_relative(sentence, i, second) {
        return None;
    }
    let (word, last) = (sentence.word(i), sentence.word(i + 1));
    let listed = |form: &str| is_noun(readings(&fold(form)));
    if let Some(linked) = linked(sentence, i).filter(|form| listed(form)) {
        return Some(linked);
    }
    let other = format!("{word}s{last}");
    if listed(&other) {
        return Some(other);
    }
    // "orientering budget" lacks its preposition: as one word it would have an "s".
    (!compounds().takes_s(word)).then(|| [word, last].concat())
}

/// "en kasserer suppleant", "til borger møde", "vi holder borger møde": does a noun stand at `i`, whatever verb the word may be elsewhere?
fn is_for_noun(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let led = sentence.is(before, Classes::PREPOSITION) && !sentence.is(before, Classes::SUBORDINATOR);
    led || sentence.is(before, Classes::ONE_COMMON.or(Classes::ONE_NEUTER)) || is_object(sentence, before)
}

/// "lokalrådsmøde konstituering", "bestyrelsesmøde evaluering": a meeting, and behind a sign that is missing what it is for.
fn tells_purpose(sentence: &Sentence<'_>, i: usize) -> bool {
    const MEETINGS: [&str; 2] = ["møde", "forsamling"];
    const ACTS: [&str; 4] = ["ing", "else", "valg", "referat"];
    let (word, last) = (sentence.word(i), sentence.word(i + 1));
    MEETINGS.iter().any(|end| word.ends_with(end))
        && ACTS.iter().any(|end| last.ends_with(end))
        && readings(&fold(&[word, last].concat())).is_none()
}

/// The two as one word with the "s" that the first cannot be without: "bestyrelsesmøde".
pub(super) fn linked(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    let (word, last) = (sentence.word(i), sentence.word(i + 1));
    let noun = sentence.readings_of_compound(i).any(SINGULAR);
    (noun && compounds().takes_s(word)).then(|| format!("{word}s{last}"))
}

/// What else the first word may be where it begins the sentence, with a definite noun and its verb behind it: "Borger mødet holdes",
/// "Lokal planen er vedtaget". Nothing but a compound can stand there.
fn opening(sentence: &Sentence<'_>, i: usize, second: Readings) -> Readings {
    if i > 0 || !second.only(Readings::DEFINITE) || !sentence.may_stand_finite(2) {
        return Readings::NONE;
    }
    // "Bygger kommunen bliver det dyrt" is a condition.
    let verb = if sentence.is(0, Classes::ROLE) { Readings::PRESENT } else { Readings::NONE };
    Readings::ADJECTIVE | verb
}

/// "er sendt i nabo høring": the noun stands behind "i" or "på" and cannot be alone there.
pub(super) fn lacks_article(sentence: &Sentence<'_>, i: usize) -> bool {
    i > 0
        && matches!(sentence.word(i - 1), "i" | "I" | "på" | "På")
        && compounds().has_article(&fold(sentence.word(i)))
}

/// Does something else hold the two together: what [`is_held`] knows, or a number or name that follows?
fn is_held_together(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.token(i + 2).is_some_and(|next| next.kind == Kind::Number)
        || sentence.is_capital(i + 2)
        || is_held(sentence, i)
}

/// Does something else hold the two together: a measure, a day, a verb that gives somebody something, a set phrase?
pub(super) fn is_held(sentence: &Sentence<'_>, i: usize) -> bool {
    /// Words before the noun in which the preposition of its phrase stands.
    const REACH: usize = 3;
    let parts = compounds();
    let near = i.saturating_sub(REACH).max(clause_begin(sentence, i))..i;
    let phrase = || {
        parts.is_of_phrase(&fold(sentence.word(i)))
            && near.clone().any(|at| sentence.is(at, Classes::PREPOSITION))
            && !near.clone().any(|at| sentence.is(at, Classes::ONE_COMMON.or(Classes::ONE_NEUTER)))
    };
    // "nitrit afgang vandværk": three nouns may be anything.
    let third = sentence.readings_of_compound(i + 2).without(Readings::OTHER).only(Readings::NOUN)
        && !sentence.is(i + 2, Classes::ANY);
    third
        || parts.stands_behind(sentence.word(i + 1))
        || parts.is_container(&fold(sentence.word(i)))
        || !lacks_article(sentence, i) && sentence.any(clause_begin(sentence, i), i, Classes::GIVING)
        || phrase()
}

/// Is one noun due at `i`, of the number and gender of the second?
fn is_due(sentence: &Sentence<'_>, i: usize, second: Readings) -> bool {
    let spoken = sentence.may_stand_finite(i + 2) || sentence.is(i + 2, Classes::MODAL);
    let Some(before) = i.checked_sub(1) else {
        return spoken && !sentence.readings_of_compound(i).any(Readings::PLURAL);
    };
    let indefinite = !second.any(Readings::DEFINITE);
    // "Når strøm problemet er løst": behind such a word stand the subject and its verb.
    if sentence.is(before, Classes::LEADING) {
        let verb = Classes::AUXILIARY.or(Classes::MODAL);
        return second.only(Readings::DEFINITE) && sentence.is(i + 2, verb) && sentence.is_whole();
    }
    // "i høring mulighed for": the second has a phrase of its own, unless the first cannot be without an article.
    let own_phrase = indefinite && sentence.is(i + 2, Classes::PREPOSITION) && !lacks_article(sentence, i);
    if sentence.is(before, Classes::ONE_COMMON) {
        return second.any(Readings::COMMON);
    }
    if sentence.is(before, Classes::ONE_NEUTER) {
        return second.any(Readings::NEUTER);
    }
    if sentence.is(before, Classes::NUMERAL.or(Classes::SEVERAL))
        || sentence.word(before).eq_ignore_ascii_case("alle")
    {
        // "flere handicap pladser": what is counted is the second.
        return second.any(Readings::PLURAL | Readings::DEFINITE_PLURAL)
            && !sentence.readings_of_compound(i).any(Readings::PLURAL);
    }
    if sentence.is(before, Classes::POSSESSIVE) || is_owner(sentence, before) {
        return indefinite;
    }
    if sentence.is(before, Classes::PREPOSITION) {
        return !own_phrase && !sentence.is(before, Classes::COMPARING);
    }
    // "teknisk service årsværk": what belongs together are the first two.
    if before > 0 && is_adjective_of(sentence, before, second) && !compounds().is_described(sentence.word(i))
    {
        let lead = before - 1;
        let article = Classes::DETERMINER.without(Classes::POINTING).or(Classes::POSSESSIVE);
        return sentence.is(lead, article) || sentence.is(lead, Classes::PREPOSITION) && !own_phrase;
    }
    if before > 0 && is_between(sentence, before, second) {
        return true;
    }
    if sentence.is(before, Classes::POINTING.or(Classes::BEFORE_NOUN)) {
        return false;
    }
    is_object(sentence, before) && !sentence.readings_of_compound(i).any(Readings::PLURAL)
}

/// A genitive; "årets" could be a passive, but of a verb that hardly anybody writes.
fn is_owner(sentence: &Sentence<'_>, at: usize) -> bool {
    let found = sentence.plain_readings(at);
    found.only(Readings::GENITIVE)
        || sentence.is(at, Classes::ENDS_AS_OWNER)
            && found.any(Readings::GENITIVE)
            && found.only(Readings::GENITIVE | Readings::PASSIVE)
}

/// Is the word at `at` an adjective in the form that goes with the second noun?
fn is_adjective_of(sentence: &Sentence<'_>, at: usize, second: Readings) -> bool {
    let form = if second.any(Readings::DEFINITE) {
        return false;
    } else if second.any(Readings::COMMON) {
        Readings::ADJECTIVE_COMMON
    } else if second.any(Readings::NEUTER) {
        Readings::ADJECTIVE_NEUTER
    } else {
        Readings::ADJECTIVE_E
    };
    let found = sentence.readings_of_compound(at).without(Readings::OTHER);
    // "en mindsket garanti risiko".
    let one = Classes::ONE_COMMON.or(Classes::ONE_NEUTER);
    let made = found.any(Readings::PARTICIPLE) && second.any(SINGULAR) && sentence.is(at - 1, one);
    (found.any(form) || made) && found.only(Readings::ADJECTIVE | Readings::PARTICIPLE)
}

/// "et godt sommer arrangement", "en ny cykel strategi": what stands behind an article that fits the second noun is an adjective, whatever
/// else it may be.
fn is_between(sentence: &Sentence<'_>, at: usize, second: Readings) -> bool {
    let found = sentence.readings_of_compound(at);
    let common = sentence.is(at - 1, Classes::ONE_COMMON)
        && second.any(Readings::COMMON)
        && found.any(Readings::ADJECTIVE_COMMON);
    let neuter = sentence.is(at - 1, Classes::ONE_NEUTER)
        && second.any(Readings::NEUTER)
        && found.any(Readings::ADJECTIVE_NEUTER);
    (common || neuter) && !compounds().is_described(sentence.word(at + 1))
}

/// "vi laver facade elementer", "har underskrevet tavshedspligt erklæring": behind a verb that is no finite one, or a finite one with
/// its subject before it, stands one object.
pub(super) fn is_object(sentence: &Sentence<'_>, verb: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE).or(Classes::AUXILIARY);
    let subject = |at: usize| {
        let listed = sentence.readings_of_compound(at).without(Readings::OTHER);
        let name = sentence.is_capital(at) && (at > 0 || listed.is_none());
        sentence.is(at, Classes::PRONOUN) || sentence.is_definite_noun(at) || name
    };
    // "Der opsættes lyd plader": what is there stands behind the verb.
    // "Fra 2023 opkræves garanti provision": so does what is done.
    let passive = sentence.word(verb).ends_with('s') && sentence.readings(verb).any(Readings::PASSIVE);
    let done = sentence.plain_readings(verb) == Readings::PASSIVE && !sentence.is(verb, Classes::GIVING);
    if verb == 1 && passive && sentence.word(0) == "Der" || done && verb > 0 {
        return true;
    }
    let participle = sentence.readings(verb).any(Readings::PARTICIPLE);
    // "Der er planlagt borger møde".
    let there = verb == 2 && sentence.word(0) == "Der" && sentence.is(1, Classes::COPULA.or(Classes::BECOME));
    let perfect = |at: usize| sentence.is(at, Classes::HAVE) || there;
    if verb > 0 && (is_infinitive_here(sentence, verb) || participle && perfect(verb - 1)) {
        return true;
    }
    verb > 0
        && sentence.may_stand_finite(verb)
        && !sentence.is(verb, governs)
        && subject(verb - 1)
        && !sentence.any(0, verb, Classes::PREPOSITION.or(Classes::OPENER))
}

/// Is the word an infinitive, or one behind the word that governs it: "vil leje", "at male"?
pub(super) fn is_infinitive_here(sentence: &Sentence<'_>, at: usize) -> bool {
    let governed = at > 0 && sentence.is(at - 1, Classes::MODAL.or(Classes::AT));
    sentence.is_infinitive(at)
        || governed
            && sentence.is_small(at)
            && sentence.readings(at).any(Readings::INFINITIVE)
            && !sentence.is(at, Classes::NOT_INFINITIVE.or(Classes::BEFORE_INFINITIVE))
}

/// "det projekt kommunen ejer": may a clause without its "som" begin at the second noun?
fn begins_relative(sentence: &Sentence<'_>, i: usize, second: Readings) -> bool {
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let begin = clause_begin(sentence, i);
    second.any(Readings::DEFINITE | Readings::PLURAL)
        && (begin..i).any(|at| !sentence.is(at, Classes::LEADING) && verb(at))
        && (i + 2..sentence.clause_end(i + 2)).any(verb)
}

/// Where the clause of `i` begins, as far as signs tell.
fn clause_begin(sentence: &Sentence<'_>, i: usize) -> usize {
    sentence.sign_before(i).map_or(0, |sign| sign + 1)
}
