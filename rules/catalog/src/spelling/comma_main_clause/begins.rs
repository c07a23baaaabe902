//! What may begin a main clause behind "og" or "men": a subject with its finite verb right behind it.

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// Do a subject and its finite verb follow "og" at `i`?
pub(super) fn begins_clause(sentence: &Sentence<'_>, i: usize) -> bool {
    const SHORTEST_REST: usize = 5;
    if sentence.len() - i < SHORTEST_REST {
        return false;
    }
    let verb = i + 2;
    if sentence.is(i + 1, Classes::LIGHT_SUBJECT) {
        let passive = matches!(sentence.word(i + 1), "der" | "det")
            && sentence.readings(verb).any(Readings::PASSIVE)
            && sentence.word(verb).ends_with('s');
        // "og det sluttede"; but "og det valgte forslag".
        let past = sentence.plain_readings(verb) == Readings::PAST
            && !sentence.readings_of_compound(verb + 1).any(Readings::NOUN | Readings::ADJECTIVE);
        return sentence.is_finite(verb) || passive || past;
    }
    if begins_with_nominative(sentence, i) {
        return true;
    }
    // "og taget skal": what may be a participle is the noun before such a verb.
    let noun = sentence.is_small(i + 1) && sentence.readings(i + 1).any(Readings::DEFINITE);
    if noun
        && sentence.is(verb, Classes::AUXILIARY.or(Classes::FINITE))
        && !sentence.is(verb, Classes::HAVE.or(Classes::BECOME).or(Classes::SAYING))
    {
        return true;
    }
    if has_described_subject(sentence, i) {
        return true;
    }
    // "og de har", "og dette har": certain only before the commonest verbs; "og derfor er der": with its subject behind it.
    if matches!(sentence.word(i + 1), "de" | "den" | "dette" | "disse" | "jeg" | "han" | "hun") {
        return sentence.is(verb, Classes::AUXILIARY) || is_verb_of_pronoun(sentence, i, verb);
    }
    if sentence.is(i + 1, Classes::OPENER) {
        return sentence.is(verb, Classes::AUXILIARY)
            && (sentence.is(verb + 1, Classes::LIGHT_SUBJECT.or(Classes::PRONOUN))
                || sentence.is_definite_noun(verb + 1));
    }
    if sentence.is_definite_noun(i + 1) {
        // "har skolen og politiet igangsat": what looks like a past may be the participle of "har".
        let perfect = sentence.any(0, i, Classes::AUXILIARY.or(Classes::HAVE).or(Classes::BECOME));
        let clear = !perfect || sentence.word(verb).ends_with("ede");
        // "og medlemmerne fordeler sig".
        let reflexive = sentence.word(verb + 1) == "sig" && sentence.readings(verb).any(Readings::PRESENT);
        return sentence.is_finite(verb)
            || reflexive
            || clear && sentence.plain_readings(verb) == Readings::PAST
            || is_free_passive(sentence, i, verb);
    }
    // "bussen og Ole laver …": one name, and none before "og" that it could be joined to.
    let joined = sentence.is_capital(i - 1) || sentence.is_definite_noun(i - 1) && sentence.is_capital(i + 2);
    let verb_behind = sentence.is_finite(i + 2) || sentence.is(i + 2, Classes::AGENT);
    if sentence.is_capital(i + 1) && verb_behind && !joined && !sentence.any(0, i, Classes::SAYING) {
        return true;
    }
    // "og Nørby Kommune har …".
    sentence.is_capital(i + 1) && sentence.word(i + 2) == "Kommune" && sentence.is_finite(i + 3)
}

/// "og de ser", "og dette afspejler": a verb that is nothing else.
fn is_verb_of_pronoun(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    sentence.is_small(verb) && (sentence.is_present(verb) || is_free_passive(sentence, i, verb))
}

/// "og beboerne flyttes": a passive that no modal verb before "og" governs.
fn is_free_passive(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    sentence.word(verb).ends_with('s')
        && sentence.is_small(verb)
        && sentence.plain_readings(verb) == Readings::PASSIVE
        && !sentence.any(0, i, Classes::MODAL.or(Classes::AT))
        && !(0..i).any(|at| matches!(sentence.word(at), "må" | "lade" | "lader"))
}

/// "men vi ved det ikke", "men nettene mangler": behind "men" a verb that may be something else is one right behind its subject.
pub(super) fn begins_light_clause(sentence: &Sentence<'_>, i: usize) -> bool {
    let (subject, verb) = (i + 1, i + 2);
    let found = sentence.readings(verb);
    let pronoun = sentence.is(subject, Classes::PRONOUN);
    let closed = matches!(sentence.word(verb + 1), "." | "");
    // The lexicon knows "ved" as a noun alone.
    let present = found.any(Readings::PRESENT) || pronoun && sentence.word(verb) == "ved";
    present
        && !found.any(Readings::ADJECTIVE)
        && !denies(sentence, i)
        && (pronoun || closed && sentence.is_definite_noun(subject))
}

/// "Det er ikke målene men nettene, der mangler": "men" sets one thing against another.
fn denies(sentence: &Sentence<'_>, i: usize) -> bool {
    (0..i).any(|at| matches!(&*sentence.word(at).to_lowercase(), "ikke" | "hverken" | "ingen" | "intet"))
        && !sentence.is(i + 1, Classes::LIGHT_SUBJECT.or(Classes::PRONOUN))
}

/// "en ny leder og hun begynder i maj": a pronoun that is no object, and whom nothing before "og" is joined to.
fn begins_with_nominative(sentence: &Sentence<'_>, i: usize) -> bool {
    let (before, subject, verb) = (i - 1, i + 1, i + 2);
    let joined = sentence.is_capital(before)
        || sentence.is_definite_noun(before)
        || sentence.is(before, Classes::PRONOUN.or(Classes::POSSESSIVE))
        || sentence.word(before) == "mig";
    let found = sentence.readings(verb);
    matches!(sentence.word(subject), "jeg" | "han" | "hun" | "vi")
        && !joined
        && sentence.is_small(verb)
        && found.any(Readings::PRESENT | Readings::PAST)
        && !found.any(Readings::ADJECTIVE | Readings::OTHER)
}

/// "er god, og de planlagte møder fortsætter": behind a word that is no noun begins a subject, with its verb behind it.
fn has_described_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    let article =
        Classes::THE_PLURAL.or(Classes::THE_COMMON).or(Classes::THIS_COMMON).or(Classes::THIS_NEUTER);
    let described = Readings::ADJECTIVE_E | Readings::PAST | Readings::PARTICIPLE;
    let (adjective, noun, verb) = (i + 2, i + 3, i + 4);
    sentence.is(i + 1, article)
        && (sentence.is(i - 2, Classes::COPULA) || !sentence.readings_of_compound(i - 1).any(Readings::NOUN))
        && sentence.is_word(i - 1)
        && sentence.readings_of_compound(adjective).any(Readings::ADJECTIVE_E)
        && sentence.readings_of_compound(adjective).without(Readings::OTHER).only(described)
        && sentence.readings_of_compound(noun).any(Readings::NOUN)
        && sentence.readings_of_compound(noun).only(Readings::NOUN | Readings::PRESENT)
        && sentence.may_stand_finite(verb)
        && !sentence.any(0, i, Classes::SAYING)
}
