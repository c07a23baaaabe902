//! The verb behind a modal one, where it is no infinitive: "skal håndterer".

use super::names_somebody;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// The verb after a modal one and the adverbs behind it, if it is no infinitive.
pub(super) fn after_modal(sentence: &Sentence<'_>, modal: usize) -> Option<usize> {
    let mut verb = modal + 1;
    while sentence.is(verb, Classes::ADVERB) {
        verb += 1;
    }
    if is_bare_form(sentence, modal, verb) {
        return Some(verb);
    }
    let auxiliary = sentence.is(verb, Classes::MODAL.or(Classes::AUXILIARY));
    // "Det vil bliver afholdt"; but "hvad vi vil bliver afgjort".
    let passive = verb == modal + 1
        && !sentence.is_cut_before()
        && sentence.word(verb) == "bliver"
        && sentence.readings(verb + 1).any(Readings::PARTICIPLE | Readings::ADJECTIVE)
        && !sentence.any(0, modal, Classes::PRONOUN);
    if passive {
        return Some(verb);
    }
    let role = sentence.readings(verb).any(Readings::NOUN) && is_fronted(sentence, modal);
    if auxiliary || role || !sentence.is_small(verb) || names_somebody(sentence, verb) {
        return None;
    }
    // "Det vi skal håndterer vi nu", "Alt hvad vi kan afholder kommunen": a clause without its comma ends at the modal verb.
    let closed = modal > 1 && sentence.is(modal - 1, Classes::PRONOUN) && sentence.is_definite_noun(verb + 1);
    if closed || sentence.is(verb + 1, Classes::PRONOUN) {
        return None;
    }
    let agent = sentence.is_likely_present(verb) || is_role_as_verb(sentence, modal, verb);
    let noun_follows = sentence.readings(verb + 1).any(Readings::NOUN | Readings::ADJECTIVE)
        && !(sentence.is_definite_noun(verb + 1) && is_main(sentence, modal));
    let participle = sentence.is_participle(verb) && !noun_follows;
    (agent || participle).then_some(verb)
}

/// "Her skal vinder og taber dele", "Ved rødt skal fører standse": what stands before the modal verb is no subject, so the noun
/// behind it is.
fn is_fronted(sentence: &Sentence<'_>, modal: usize) -> bool {
    let begin = clause_begin(sentence, modal);
    let adverbial = Classes::PREPOSITION.or(Classes::ADVERB).or(Classes::OPENER);
    let there = matches!(&*sentence.word(begin).to_lowercase(), "her" | "da" | "nu" | "så")
        || sentence.word(begin) == "Der"
        || modal > 1 && sentence.word(modal - 1) == "der" && sentence.is(modal - 2, Classes::CONJUNCTION);
    let unseen = begin == 0 && sentence.is_cut_before();
    unseen || begin == modal || there || sentence.is(begin, adverbial)
}

/// Where the clause begins that the modal verb is in; a word that is parted at the end of a line begins none.
fn clause_begin(sentence: &Sentence<'_>, modal: usize) -> usize {
    let mut sign = sentence.sign_before(modal);
    while let Some(hyphen) = sign.filter(|&at| at > 0 && sentence.word(at) == "-") {
        sign = sentence.sign_before(hyphen);
    }
    sign.map_or(0, |sign| sign + 1)
}

/// "vil kontakter kommunen": what may be a noun in the plural has a definite one behind it.
fn is_verb_before_object(sentence: &Sentence<'_>, verb: usize) -> bool {
    let found = sentence.plain_readings(verb);
    sentence.is_small(verb)
        && sentence.word(verb).ends_with('r')
        && found.any(Readings::PRESENT)
        && found.only(Readings::PRESENT | Readings::COMMON | Readings::PLURAL)
        && sentence.is_definite_noun(verb + 1)
}

/// "kommunen kan køber en grund": a role is a subject behind a modal verb only if an infinitive follows it.
fn is_role_as_verb(sentence: &Sentence<'_>, modal: usize, verb: usize) -> bool {
    let end = sentence.clause_end(verb);
    let subject = modal > 0
        && (sentence.is_definite_noun(modal - 1)
            || sentence.is(modal - 1, Classes::PRONOUN.or(Classes::RELATIVE).or(Classes::MODAL))
            || sentence.is_capital(modal - 1) && (modal > 1 || sentence.readings(0).is_none()));
    let noun_due =
        Classes::PREPOSITION.or(Classes::BEFORE_NOUN).or(Classes::ONE_COMMON).or(Classes::ONE_NEUTER);
    let infinitive = |at: usize| {
        let found = sentence.readings(at);
        let noun = found.any(Readings::NOUN | Readings::ADJECTIVE) && sentence.is(at - 1, noun_due);
        found.any(Readings::INFINITIVE | Readings::PASSIVE | Readings::IMPERATIVE) && !noun
    };
    subject
        && sentence.is_clause_known(verb)
        && verb + 1 < end
        && (sentence.is_present_or_agent(verb) || is_verb_before_object(sentence, verb))
        && !(verb + 1..end).any(infinitive)
        && !sentence.is(verb + 1, Classes::ADVERB.or(Classes::CONJUNCTION))
        && !sentence.begins_clause(verb + 1)
}

/// "Udvalget skal …", "Den nye plan kan …": does the modal verb stand behind the subject that begins its clause, so that its verb
/// must follow? "Det vi kan …" may end a clause there.
pub(super) fn is_main(sentence: &Sentence<'_>, modal: usize) -> bool {
    const LONGEST: usize = 5;
    const OTHER: Classes =
        Classes::OPENER.or(Classes::RELATIVE).or(Classes::SUBORDINATOR).or(Classes::AT).or(Classes::MODAL);
    let begin = sentence.sign_before(modal).map_or(0, |sign| sign + 1);
    let subject = modal - begin.min(modal);
    let known = begin == 0 && !sentence.is_cut_before();
    let pronoun = subject == 1 && sentence.is(begin, Classes::PRONOUN);
    let last = |at: usize| {
        let led =
            sentence.is(begin, Classes::DETERMINER) && sentence.readings_of_compound(at).any(Readings::NOUN);
        sentence.is_definite_noun(at) || led
    };
    let noun = subject > 0 && last(modal - 1) && !sentence.any(begin + 1, modal, Classes::PRONOUN);
    known
        && (pronoun || noun)
        && subject <= LONGEST
        && !sentence.is_shell(modal)
        && !sentence.is(begin, Classes::PREPOSITION.or(Classes::ADVERB))
        && !sentence.any(begin, modal, OTHER)
        && !(begin..modal).any(|at| sentence.is_finite(at))
}

/// "Desværre kunne ingen kommer": the subject behind the modal verb, and then a present that no other verb explains.
pub(super) fn after_inverted(sentence: &Sentence<'_>, modal: usize) -> Option<usize> {
    const SUBJECTS: [&str; 9] = ["vi", "man", "jeg", "han", "hun", "de", "ingen", "alle", "det"];
    let begin = sentence.sign_before(modal).map_or(0, |sign| sign + 1);
    let mut verb = modal + 2;
    while sentence.is(verb, Classes::ADVERB) {
        verb += 1;
    }
    let end = sentence.clause_end(verb);
    let infinitive = |at: usize| {
        sentence.readings(at).any(Readings::INFINITIVE | Readings::PASSIVE) || sentence.is(at, Classes::MODAL)
    };
    let first = Classes::OPENER
        .or(Classes::RELATIVE)
        .or(Classes::PRONOUN)
        .or(Classes::SUBORDINATOR)
        .or(Classes::CONJUNCTION);
    (modal == begin + 1
        && begin == 0
        && sentence.is_whole()
        && !sentence.is(0, first)
        && SUBJECTS.contains(&sentence.word(modal + 1))
        && sentence.is_present(verb)
        && !sentence.is(verb + 1, Classes::PRONOUN)
        && !(verb + 1..end).any(infinitive))
    .then_some(verb)
}

/// Small words that are verbs as well: "med" is an imperative of "mede".
const SMALL: Classes = Classes::PREPOSITION
    .or(Classes::ADVERB)
    .or(Classes::PARTICLE)
    .or(Classes::CONJUNCTION)
    .or(Classes::SUBORDINATOR);

/// "skal havde en ny formand", "skal bestil nye borde": a past or an imperative, which is nothing else.
fn is_bare_form(sentence: &Sentence<'_>, modal: usize, verb: usize) -> bool {
    let found = sentence.plain_readings(verb);
    let form = found.any(Readings::PAST | Readings::IMPERATIVE)
        && found.only(Readings::PAST | Readings::IMPERATIVE)
        && !sentence.is(verb, Classes::FIXED_ADJECTIVE.or(Classes::MODAL).or(SMALL));
    let article = sentence.is(verb + 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    let goes_on = sentence.is_word(verb + 1) && (article || !sentence.is(verb + 1, Classes::PRONOUN));
    form && goes_on && sentence.is_small(verb) && sentence.word(verb) != "var" && is_main(sentence, modal)
}
