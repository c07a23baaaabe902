//! A comma between a preposition and the infinitive that it leads to: "behov for, at udvide".

use super::clauses::{clause_end, clause_start, has_own_subject};
use crate::spelling::comma_main_clause::is_inner_sign;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// Prepositions that a sentence may begin with before "at" and an infinitive.
const OPENING: [&str; 6] = ["For", "Ved", "Til", "Med", "Uden", "Efter"];

/// Does the preposition before the comma lead to an infinitive for certain, whatever stands further on?
pub(super) fn is_led_infinitive(sentence: &Sentence<'_>, comma: usize) -> bool {
    let verb = comma + 2;
    let led = match comma {
        0 => false,
        1 => OPENING.contains(&sentence.word(0)),
        _ => is_led(sentence, comma) || is_led_over_adverb(sentence, comma),
    };
    // "For, at sikre ro": no clause has a comma there either.
    let begun = comma == 1 && sentence.word(0) == "For" && sentence.readings(verb).any(Readings::INFINITIVE);
    led && !is_hyphened(sentence, verb)
        && (begun
            || is_verb(sentence, verb, comma == 1) && !has_verb_of_its_own(sentence, comma)
            || is_homograph(sentence, verb))
}

/// "vurderes, at kunne bygges", "forventes derfor, at være klar": the infinitive is what the passive is about. Without a subject "at
/// kunne" begins no clause.
pub(super) fn is_raised(sentence: &Sentence<'_>, comma: usize) -> bool {
    let verb = comma + 2;
    let passive = |at: usize| sentence.is(at, Classes::RAISING);
    let near =
        comma > 1 && (passive(comma - 1) || sentence.is(comma - 1, Classes::ADVERB) && passive(comma - 2));
    let modal = matches!(sentence.word(verb), "kunne" | "skulle" | "ville" | "måtte" | "burde")
        && sentence.readings(verb + 1).any(Readings::INFINITIVE | Readings::PASSIVE);
    // "Som det vurderes, at bygge er dyrt" puts the words of others in.
    let put_in = (comma.saturating_sub(4)..comma).any(|at| sentence.word(at).eq_ignore_ascii_case("som"))
        && !sentence.is(comma - 1, Classes::RAISING);
    // "har vist sig, at være dyrt".
    let shown = comma > 2
        && sentence.word(comma - 1) == "sig"
        && matches!(sentence.word(comma - 2), "viser" | "viste" | "vist")
        && matches!(sentence.word(verb), "være" | "blive" | "have");
    shown
        || near && !put_in && (modal || sentence.is_infinitive(verb) && !has_verb_of_its_own(sentence, comma))
}

/// "behov for løbende, at følge op": an adverb between the preposition and the infinitive that it leads to.
fn is_led_over_adverb(sentence: &Sentence<'_>, comma: usize) -> bool {
    let found = sentence.readings(comma - 1);
    let adverb = sentence.is(comma - 1, Classes::ADVERB)
        || found.any(Readings::ADJECTIVE_NEUTER | Readings::OTHER)
            && !found.any(Readings::NOUN)
            && !sentence.is(comma - 1, Classes::GOVERNING.or(Classes::PRONOUN).or(Classes::PREPOSITION));
    comma > 3
        && adverb
        && sentence.is_small(comma - 1)
        && matches!(sentence.word(comma - 2), "for" | "ved" | "til" | "om")
}

/// Is the word an infinitive for certain: nothing else, or with an object behind it that no noun has: "sikre en", "styre valget"?
fn is_verb(sentence: &Sentence<'_>, i: usize, opens: bool) -> bool {
    let object = sentence.is(i + 1, Classes::DETERMINER.or(Classes::POSSESSIVE));
    let definite = (opens || sentence.is(i, Classes::NOUNLIKE_INFINITIVE))
        && sentence.readings_of_compound(i + 1).without(Readings::OTHER).only(Readings::DEFINITE);
    sentence.is_infinitive(i)
        || sentence.is_small(i)
            && sentence.readings(i).any(Readings::INFINITIVE)
            && !sentence.is(i, Classes::BEFORE_NOUN.or(Classes::NOT_INFINITIVE))
            && (object || definite)
}

/// "at bygge- og anlægsudgifter".
fn is_hyphened(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.token(i + 1).is_some_and(|sign| !sign.is_spaced()) && matches!(sentence.word(i + 1), "-" | "‑")
}

/// "enige om, at bygge er dyrt": a second finite verb in the clause may have the infinitive as its subject. It is the main verb, where
/// none stands before: "Processen med, at planlægge mødet tager tid", "For, at sikre ro sendes sagen".
fn has_verb_of_its_own(sentence: &Sentence<'_>, comma: usize) -> bool {
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let begin = clause_start(sentence, comma);
    let end = infinitive_end(sentence, comma + 2);
    // "at drøfte øvrige ønsker".
    let noun = |at: usize| {
        sentence.readings(at - 1).any(Readings::ADJECTIVE_E) && sentence.readings(at).any(Readings::NOUN)
    };
    let second = (comma + 3..end).find(|&at| verb(at) && !has_own_subject(sentence, at) && !noun(at));
    let Some(second) = second else { return false };
    let first = (begin..comma - 1).any(|at| verb(at) || sentence.is_finite(at));
    let end = clause_end(sentence, second);
    first || sentence.is_comma(end) && (sentence.is_finite(end + 1) || sentence.is(end + 1, Classes::MODAL))
}

/// Where what belongs to the infinitive ends: with the clause, or before "og" where no infinitive follows that.
fn infinitive_end(sentence: &Sentence<'_>, verb: usize) -> usize {
    let joins = |at: usize| {
        sentence.is(at, Classes::CONJUNCTION)
            && !sentence.readings(at + 1).any(Readings::INFINITIVE)
            && (sentence.is(at + 1, Classes::PREPOSITION.or(Classes::OPENER)) || at > verb + 1)
            && !sentence.readings_of_compound(at + 1).any(Readings::NOUN)
    };
    let end = clause_end(sentence, verb);
    (verb + 1..end).find(|&at| joins(at)).unwrap_or(end)
}

/// "ved, at støtte gives" and "til, at støtte dem": what is a noun too is the infinitive where no verb follows in its clause.
fn is_homograph(sentence: &Sentence<'_>, i: usize) -> bool {
    let found = sentence.readings(i);
    let listed = sentence.is(i, Classes::NOUNLIKE_INFINITIVE);
    let other = Classes::NOT_INFINITIVE.or(Classes::BEFORE_NOUN).or(Classes::SUBORDINATOR);
    let infinitive = listed || found.any(Readings::INFINITIVE) && !sentence.is(i, other);
    let verb = |at: usize| {
        let found = sentence.readings_of_compound(at);
        let unlisted = found.any(Readings::PRESENT | Readings::PAST)
            || sentence.word(at).ends_with('s') && found.any(Readings::PASSIVE);
        (sentence.may_be_finite(at) || sentence.is(at, Classes::MODAL) || unlisted)
            && sentence.word(at) != "sig"
    };
    let begins = |at: usize| {
        sentence.begins_clause(at)
            && !(sentence.is(at, Classes::AT) && sentence.readings(at + 1).any(Readings::INFINITIVE))
            || sentence.is_sign(at) && !sentence.is_comma(at) && !is_inner_sign(sentence, at)
    };
    let end = (i + 1..sentence.len()).find(|&at| begins(at)).unwrap_or(sentence.len());
    let goes_on = (end..sentence.len()).any(|at| sentence.is_comma(at) && verb(at + 1));
    sentence.is_small(i)
        && infinitive
        && !found.any(Readings::PRESENT | Readings::PAST)
        && !sentence.is(i + 1, Classes::CONJUNCTION)
        && !(i + 1..end).any(verb)
        && !goes_on
}

/// "har til formål, at give": a set phrase that an infinitive must follow.
fn is_fixed(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 2
        && sentence.word(comma - 2) == "til"
        && matches!(sentence.word(comma - 1), "formål" | "opgave" | "hensigt")
}

/// "er behov for, at give": a preposition that is not left alone at the end of a relative clause.
pub(super) fn is_led(sentence: &Sentence<'_>, comma: usize) -> bool {
    const LED: &[&str] =
        &["for", "til", "ved", "i", "på", "af", "med", "uden", "mod", "om", "efter", "fra", "over"];
    // "Det handler om at være med, at deltage" says it again.
    if is_fixed(sentence, comma) {
        return true;
    }
    if !LED.contains(&sentence.word(comma - 1)) || sentence.word(comma - 2) == "være" {
        return false;
    }
    let before = comma - 2;
    let of_noun = sentence.readings_of_compound(before).any(Readings::NOUN | Readings::ADJECTIVE)
        && !sentence.is(before, Classes::AUXILIARY)
        || sentence.is(before, Classes::PREPOSITION);
    let begin = clause_start(sentence, comma);
    let stranded = (begin..comma).any(|i| {
        let word = sentence.word(i);
        let relative = word.eq_ignore_ascii_case("hvad") || word == "som" || word.starts_with("hvilke");
        relative || word == "der" && (i == begin || sentence.readings_of_compound(i - 1).only(Readings::NOUN))
    });
    of_noun || !stranded
}
