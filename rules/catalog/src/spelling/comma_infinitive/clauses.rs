//! Where the clauses around a comma begin and end, and whose the verbs in them are.

use crate::spelling::comma_main_clause::is_inner_sign;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// What begins a sentence with a clause: "Når", "Indtil".
pub(super) const OPENS_CLAUSE: Classes = Classes::LEADING.or(Classes::SUBORDINATOR);

/// Where the clause of the word at `i` ends: at a sign, before a conjunction, or where another begins.
pub(super) fn clause_end(sentence: &Sentence<'_>, i: usize) -> usize {
    let subject = Classes::LIGHT_SUBJECT.or(Classes::PRONOUN);
    let ends = |at: usize| {
        sentence.is_sign(at) && !is_inner_sign(sentence, at)
            || sentence.begins_clause(at)
            || sentence.is(at, Classes::CONJUNCTION) && sentence.is(at + 1, subject)
    };
    (i + 1..sentence.len()).find(|&at| ends(at)).unwrap_or(sentence.len())
}

/// "de værdier støtten baseres på", "den påvirkning vi har", "standarden der gælder": is the verb that of a clause that hangs on a noun?
pub(super) fn has_own_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    let subject =
        sentence.is_definite_noun(verb - 1) || sentence.is(verb - 1, Classes::PRONOUN.or(Classes::RELATIVE));
    subject && sentence.readings_of_compound(verb - 2).only(Readings::NOUN)
}

/// "Det bliver en stor opgave, at", "er det hensigten, at": does the clause from `begin` say of "det" what the infinitive behind `comma`
/// is?
pub(super) fn is_formal(sentence: &Sentence<'_>, begin: usize, comma: usize) -> bool {
    let it = |at: usize| sentence.word(at).eq_ignore_ascii_case("det");
    // "det i dag ikke er muligt".
    const REACH: usize = 6;
    let copula =
        |at: usize| sentence.is(at, Classes::COPULA) || matches!(sentence.word(at), "være" | "blive");
    (begin..comma).filter(|&at| it(at)).any(|at| {
        let near = (at + 1..comma.min(at + REACH)).find(|&next| copula(next));
        at > begin && copula(at - 1)
            || at == begin && near == Some(at + 1)
            || near.is_some_and(|verb| {
                let other =
                    |between: usize| sentence.may_be_finite(between) && !sentence.is(between, Classes::MODAL);
                verb + 1 < comma && !(at + 1..verb).any(other)
            }) && sentence.is(begin, Classes::SUBORDINATOR)
    })
}

/// Where the clause before `comma` begins: after the sign before it.
pub(super) fn clause_start(sentence: &Sentence<'_>, comma: usize) -> usize {
    sentence.sign_before(comma).map_or(0, |sign| sign + 1)
}
