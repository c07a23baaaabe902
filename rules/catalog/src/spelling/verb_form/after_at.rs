//! A present or a past behind "at": "at håndterer", "opfordrede til at bakkede op".

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

use super::names_somebody;

/// "opfordrede til at bakkede op": behind a preposition and "at" a past that nothing makes an adjective.
pub(super) fn is_past_after_at(sentence: &Sentence<'_>, at: usize) -> bool {
    let (verb, next) = (at + 1, at + 2);
    let closed = Classes::PREPOSITION.or(Classes::PARTICLE);
    at > 0
        && sentence.is(at - 1, Classes::BEFORE_AT)
        && !matches!(sentence.word(at - 1), "om" | "efter")
        && sentence.is_small(verb)
        && sentence.plain_readings(verb) == Readings::PAST
        && !sentence.is(verb, Classes::FIXED_ADJECTIVE.or(Classes::AUXILIARY))
        && (sentence.is(next, closed) || sentence.is_definite_noun(next))
        && sentence.is_clause_known(verb)
        && !(next..sentence.clause_end(next))
            .any(|i| sentence.may_stand_finite(i) || sentence.is(i, Classes::MODAL))
}

/// "at håndterer", "at foretager en analyse", "at følger op", "at lejer arealer".
pub(super) fn is_present_after_at(sentence: &Sentence<'_>, verb: usize) -> bool {
    // "at kommer man" is a condition; "at har bestemt" has lost its subject instead.
    if sentence.is(verb + 1, Classes::PRONOUN) || sentence.is(verb, Classes::MODAL) {
        return false;
    }
    // "at ringer klokken, skal alle ud", perhaps on two lines.
    let condition = (sentence.readings_of_compound(verb + 1).any(Readings::DEFINITE)
        || sentence.is(verb + 1, Classes::LIGHT_SUBJECT))
        && sentence.is_comma(verb + 2)
        && (verb + 3 >= sentence.len()
            || sentence.may_be_finite(verb + 3)
            || sentence.is(verb + 3, Classes::MODAL));
    // "at giver og modtager kender hinanden".
    let pair = sentence.is(verb, Classes::ROLE)
        && sentence.is(verb + 1, Classes::CONJUNCTION)
        && sentence.readings(verb + 2).any(Readings::NOUN);
    if names_somebody(sentence, verb) || condition || pair {
        return false;
    }
    let lost_subject = sentence.is(verb, Classes::AUXILIARY)
        && (sentence.word(verb) != "bliver" || verb > 1 && sentence.is_sign(verb - 2));
    if lost_subject {
        return false;
    }
    let verb_follows =
        sentence.may_be_finite(verb + 1) || sentence.is(verb + 1, Classes::MODAL.or(Classes::CONJUNCTION));
    let closed = verb + 1 >= sentence.len() || sentence.is_sign(verb + 1);
    let finite_follows = sentence.is(verb + 1, Classes::MODAL.or(Classes::AUXILIARY));
    sentence.is_present(verb) && !finite_follows
        || sentence.is_likely_present(verb) && !verb_follows && !closed
        || is_verb_of_its_object(sentence, verb)
        || is_only_verb(sentence, verb)
}

/// "at følger op", "at lejer arealer", "at køber en grund": what may be a noun has a particle or an object behind it, and no other
/// verb up to the end of the clause.
fn is_verb_of_its_object(sentence: &Sentence<'_>, verb: usize) -> bool {
    let may_be_verb = sentence.is_small(verb)
        && sentence.word(verb).ends_with('r')
        && sentence.readings(verb).any(Readings::PRESENT)
        && !sentence.readings(verb).any(Readings::OTHER | Readings::ADJECTIVE)
        && !sentence.is(verb, Classes::NOT_PRESENT.or(Classes::PREPOSITION));
    let next = verb + 1;
    let article =
        Classes::ONE_COMMON.or(Classes::ONE_NEUTER).or(Classes::THIS_COMMON).or(Classes::THIS_NEUTER);
    let time = matches!(sentence.word(next + 1), "gang" | "dag" | "uge" | "måned" | "år" | "time");
    let object = sentence.is(next, article) && !time
        || sentence.readings(next).only(Readings::PLURAL | Readings::DEFINITE) && sentence.is_small(next)
        || matches!(sentence.word(next), "sin" | "sit" | "sine" | "sig");
    let end = sentence.clause_end(next);
    may_be_verb
        && sentence.is_clause_known(next)
        && (sentence.is(next, Classes::PARTICLE) || object)
        && !(next..end).any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL))
        && !sentence.any(next, end, Classes::RELATIVE)
}

/// "for at følger op på sagen": what may be a noun is the verb if no other word up to the end of the sentence can be.
fn is_only_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = sentence.len();
    let verb =
        sentence.is_small(i) && sentence.word(i).ends_with('r') && !sentence.is(i, Classes::NOT_PRESENT);
    let closed = matches!(sentence.word(end - 1), "." | "!" | "?");
    verb && closed
        && !sentence.is_cut_behind()
        && i + 2 < end
        && i > 1
        && sentence.is(i - 2, Classes::PREPOSITION)
        && sentence.readings(i).any(Readings::PRESENT)
        && !sentence.readings(i).any(Readings::OTHER | Readings::ADJECTIVE)
        && !(i + 1..end - 1).any(|at| {
            sentence.is_sign(at) || sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL)
        })
}
