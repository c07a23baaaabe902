//! A subject with an infinitive behind it: a relative word, a pronoun, a noun.

use std::sync::LazyLock;

use super::Wanted;
use danish::clauses::Sentence;
use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// The last word of a phrase that begins the sentence is no later one, counted from 0.
pub(super) const LONGEST_SUBJECT: usize = 4;

/// What such a phrase begins with, and one that stands before the verb with the subject behind it.
pub(super) const OPENS_SUBJECT: Classes = Classes::PREPOSITION.or(Classes::POINTING);

/// "der indeholde": a relative word with an infinitive, and nothing before that could govern it.
pub(super) fn is_bare_relative(sentence: &Sentence<'_>, i: usize) -> bool {
    const REACH: usize = 9;
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    // "evalueres som true": behind a verb "som" is no relative word.
    let noun = i > 0
        && (sentence.is_comma(i - 1)
            || sentence.readings_of_compound(i - 1).any(Readings::NOUN)
            || sentence.is_capital(i - 1));
    let begins = i == 0
        && sentence.is_whole()
        && sentence.word(i) == "Der"
        && !sentence.has(governs.without(Classes::AT));
    // "fortsætter som kassere": a slip for what somebody is.
    let role =
        sentence.word(i) == "som" && readings(&format!("{}r", sentence.word(i + 1))).any(Readings::NOUN);
    let reaches_cut = sentence.is_cut_before() && i <= REACH;
    (noun || begins || sentence.word(i) == "der")
        && (begins || i > 0)
        && !reaches_cut
        && !role
        && (sentence.is_infinitive(i + 1) || noun && is_verb_of_article(sentence, i))
        && !sentence.any(i.saturating_sub(REACH), i, governs)
}

/// ", der sikre vores drift": what may be an adjective is the verb before an article or an owner.
fn is_verb_of_article(sentence: &Sentence<'_>, i: usize) -> bool {
    let article = Classes::ONE_COMMON.or(Classes::ONE_NEUTER).or(Classes::POSSESSIVE).or(Classes::THE_PLURAL);
    let found = sentence.readings(i + 1);
    sentence.word(i) == "der"
        && sentence.is_comma(i - 1)
        && found.any(Readings::INFINITIVE)
        && found.only(Readings::INFINITIVE | Readings::ADJECTIVE | Readings::IMPERATIVE)
        && sentence.is(i + 2, article)
}

/// "Efter mødet informere Bo skolen": behind a phrase that begins the sentence stands the verb, with its subject behind it.
pub(super) fn has_fronted_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    const LONGEST: usize = 3;
    let fronted = (1..=LONGEST).contains(&i) && sentence.is(0, Classes::PREPOSITION);
    let subject = |at: usize| {
        sentence.is_capital(at) || sentence.is_definite_noun(at) || sentence.is(at, Classes::PRONOUN)
    };
    fronted
        && sentence.is_whole()
        && sentence.is_definite_noun(i)
        && sentence.is_infinitive(i + 1)
        && subject(i + 2)
        && !(1..sentence.len())
            .any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL.or(Classes::AT)))
}

/// "Derfor vurdere SAB, at …", "Herefter orientere formanden": behind such a word stands the verb, with its subject behind it.
pub(super) fn has_subject_behind(sentence: &Sentence<'_>, i: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    let opens = sentence.is(i, Classes::OPENER)
        && (i == 0 || sentence.is_comma(i - 1) || matches!(sentence.word(i - 1), "og" | "men"));
    let subject = |at: usize| {
        sentence.is_definite_noun(at) || sentence.is(at, Classes::PRONOUN) || is_initials(sentence.word(at))
    };
    opens
        && sentence.is_whole()
        && sentence.is_infinitive(i + 1)
        && subject(i + 2)
        && !(0..i).any(|at| sentence.word(at) != "og" && sentence.is(at, governs))
}

/// "PP orientere om budgettet": initials that begin the sentence, with what is done at the meeting itself. An errand may go without its
/// "skal": "PP kontakte kommunen".
pub(super) fn is_told_by_initials(sentence: &Sentence<'_>, i: usize) -> bool {
    i == 0
        && sentence.is_whole()
        && sentence.is(1, Classes::TELLING)
        && (is_initials(sentence.word(0)) || is_office(sentence.word(0)))
        && !(2..main_end(sentence, 1))
            .any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL))
}

/// "Revisor kommentere regnskabet": who speaks at a meeting by their office, without an article.
fn is_office(word: &str) -> bool {
    #[derive(Deserialize)]
    struct Offices {
        words: FxHashSet<Box<str>>,
    }
    static OFFICES: LazyLock<Offices> = LazyLock::new(|| data::read("offices"));
    OFFICES.words.contains(&*fold(word))
}

/// Two to five capitals that make no word: "PP", "SAB".
fn is_initials(word: &str) -> bool {
    (2..=5).contains(&word.chars().count())
        && word.chars().all(char::is_uppercase)
        && readings(&fold(word)).is_none()
}

/// "Vi gå derfor", "Det er aftalt, at vi mødes, når vi blive færdige", "Nu er vi blive ramt": a pronoun that is a subject, an
/// infinitive behind it, and nothing before that could govern it.
pub(super) fn after_pronoun(sentence: &Sentence<'_>, i: usize) -> Option<Wanted> {
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE);
    if sentence.is_cut_before()
        || (0..i).any(|at| sentence.is(at, governs) && !matches!(sentence.word(at), "at" | "og"))
    {
        return None;
    }
    let begins = i == 0 || sentence.is(i - 1, Classes::AT.or(Classes::LEADING));
    let perfect = i > 0 && matches!(sentence.word(i - 1), "er" | "har" | "havde" | "var");
    match (begins, perfect) {
        (true, _) => Some(Wanted::Present),
        (_, true) => Some(Wanted::Participle),
        _ => None,
    }
}

/// "Vi arbejde videre": what may be a noun in the singular is none right behind a pronoun that is a subject.
pub(super) fn is_verb_of_pronoun(sentence: &Sentence<'_>, verb: usize) -> bool {
    let found = sentence.readings(verb);
    let noun = Readings::COMMON | Readings::NEUTER;
    // "at han længe har ventet": the verb of the clause stands behind the word.
    if sentence.is_finite(verb + 1) || sentence.is(verb + 1, Classes::MODAL) {
        return false;
    }
    sentence.is_infinitive(verb)
        || sentence.is_small(verb)
            && sentence.word(verb).ends_with('e')
            && found.any(Readings::INFINITIVE)
            && found.only(Readings::INFINITIVE | Readings::IMPERATIVE | noun)
            && !sentence.is(verb, Classes::NOT_INFINITIVE.or(Classes::ADVERB))
            && sentence.is_word(verb + 1)
}

/// A definite noun that begins the sentence or follows "at"; or the noun of the phrase that begins it: "De nye lamper".
pub(super) fn is_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    // "Derfor skal⏎forvaltningen undersøge": behind a line end the noun may be no subject.
    let begins = i == 0 && !sentence.is_cut_before();
    let named = (begins || i > 0 && sentence.is(i - 1, Classes::AT)) && sentence.is_definite_noun(i);
    named || sentence.is_whole() && is_phrase(sentence, i)
}

/// "De nye lamper komme op": article, adjectives and noun, and no other verb in the sentence.
fn is_phrase(sentence: &Sentence<'_>, i: usize) -> bool {
    (2..=LONGEST_SUBJECT).contains(&i)
        && sentence.is(0, Classes::POINTING)
        && (1..i).all(|at| sentence.is_adjective(at, Readings::ADJECTIVE))
        && sentence.readings_of_compound(i).only(Readings::NOUN)
        && sentence.is_infinitive(i + 1)
        && !(1..main_end(sentence, i))
            .any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL))
}

/// "De nye regler betyde, at …": where the main clause ends that `i` stands in. Behind another comma its verb may follow.
fn main_end(sentence: &Sentence<'_>, i: usize) -> usize {
    let end = sentence.clause_end(i);
    let hangs = sentence.is_comma(end) && matches!(sentence.word(end + 1), "at" | "fordi" | "hvis" | "når");
    if hangs && !(end + 1..sentence.len()).any(|at| sentence.is_comma(at)) { end } else { sentence.len() }
}

/// "Bestyrelsen ønske en plan": what may be a noun is the verb if it has an object behind it, and the clause no other verb.
pub(super) fn is_bare_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let found = sentence.readings(i);
    let article = Classes::ONE_COMMON.or(Classes::ONE_NEUTER);
    let end = sentence.clause_end(i);
    sentence.is_infinitive(i)
        || found.any(Readings::INFINITIVE)
            && found.only(Readings::INFINITIVE | Readings::NOUN | Readings::IMPERATIVE)
            && sentence.is_clause_known(i)
            && sentence.is(i + 1, article)
            && !sentence.is(i, Classes::NOT_INFINITIVE)
            && !(i + 1..end).any(|at| sentence.may_stand_finite(at))
            && matches!(sentence.word(end), "." | "")
}
