//! `spelling/comma-verb`: a comma that parts the subject or a fronted phrase from its verb.
//!
//! "Grundet gruppens udsathed, kræver opgaven tid": nothing before the first comma can be a finite verb, and right behind
//! it one stands. Verbs of saying are left out, because what is said may stand before them.

use super::comma_main_clause::is_inner_sign;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/comma-verb",
    summary: Text {
        da: "Komma mellem udsagnsordet og det led, der står foran",
        en: "A comma between a verb and the phrase before it",
    },
    why: Text {
        da: "Et led i en sætning skilles ikke fra sit udsagnsord med komma, heller ikke når det er langt: \"Grundet elevernes \
             alder kræver sagen tid\". Komma står kun, hvor en sætning begynder eller slutter.",
        en: "A phrase is not parted from its verb by a comma, however long it is: \"Grundet elevernes alder kræver sagen \
             tid\". A comma stands only where a clause begins or ends.",
    },
    source: "Retskrivningsordbogen § 45",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nPå grund af elevernes alder, kræver sagen \
                 tid.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nPå grund af elevernes alder kræver sagen \
                tid.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// At least this many words stand before the comma; fewer may be a call or an answer.
const FEWEST_WORDS: usize = 3;

/// Words before the comma that begin a clause, or stand outside one.
const CLAUSE_WORDS: &[&str] = &[
    "at",
    "som",
    "der",
    "hvis",
    "når",
    "da",
    "hvor",
    "idet",
    "såfremt",
    "selvom",
    "mens",
    "indtil",
    "ja",
    "nej",
    "dog",
    "ad",
    "dels",
    "hvad",
    "hvem",
    "hvilken",
    "hvilket",
    "hvilke",
    "hvordan",
    "hvorfor",
    "hvornår",
    "fordi",
    "eftersom",
    "medmindre",
    "jo",
    "desto",
    "både",
    "enten",
    "hverken",
    "uanset",
    "ligesom",
    "end",
    "jf",
    "jf.",
    "herunder",
    "dvs.",
    "så",
];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // Where a clause begins and ends is seen in a whole sentence only.
    for sentence in view.sentences().iter().filter(|sentence| sentence.is_whole()) {
        let comma = sentence.places(Classes::COMMA).find(|&i| !is_inner_sign(sentence, i));
        let Some(comma) = comma else { continue };
        if !is_verb_after(sentence, comma) || !is_phrase(sentence, comma) || stands_apart(sentence, comma) {
            continue;
        }
        let whole = sentence.range(comma, comma + 1);
        if view.is_prose(sentence.range(0, comma + 1)) {
            let verb = sentence.word(comma + 1);
            let note = Note::new(
                format!("Kommaet skiller \"{verb}\" fra det led, der står foran"),
                format!("The comma parts \"{verb}\" from the phrase before it"),
            );
            let title = Text { da: "Slet kommaet", en: "Delete the comma" };
            let certain = is_certain(sentence, comma);
            let fix = if certain { Applicability::Safe } else { Applicability::Unsafe };
            let edit = Edit::delete(sentence.range(comma, comma));
            findings.report(whole, note).fix(title, fix, vec![edit]);
        }
    }
}

/// Is the phrase plain enough that nobody can have meant the comma: a preposition or a definite noun begins it, every word is known,
/// and no other comma could belong to this one?
fn is_certain(sentence: &Sentence<'_>, comma: usize) -> bool {
    let led = sentence.is(0, Classes::PREPOSITION);
    let noun = sentence.is_definite_noun(0) && sentence.is(1, Classes::PREPOSITION);
    let known = |at: usize| {
        !sentence.is_word(at) || sentence.is_capital(at) || !sentence.readings_of_compound(at).is_none()
    };
    let other =
        (comma + 1..sentence.len()).any(|at| sentence.is_comma(at) && !sentence.begins_clause(at + 1));
    (led || noun)
        && sentence.is(comma + 1, Classes::AUXILIARY.or(Classes::FINITE).or(Classes::MODAL))
        && (0..comma).all(known)
        && !other
}

fn is_verb_after(sentence: &Sentence<'_>, comma: usize) -> bool {
    (comma >= FEWEST_WORDS
        || is_short_phrase(sentence, comma)
        || is_opener(sentence, comma)
        || is_subject_alone(sentence, comma))
        && comma + 2 < sentence.len()
        && sentence.token(comma + 1).is_some_and(|verb| verb.is_small())
        && (sentence.is_finite(comma + 1) || is_passive(sentence, comma + 1) || is_past(sentence, comma + 1))
        && (!sentence.is(comma + 1, Classes::SAYING) || says_nothing(sentence, comma + 1))
        && !sentence.word(comma + 1).ends_with("sat")
        && !matches!(sentence.word(comma + 2), "dette" | "disse")
        // "I feltet Navn, gør et af følgende": an order.
        && !(sentence.word(comma + 1) == "gør" && matches!(sentence.word(comma + 2), "en" | "et" | "følgende" | "som"))
}

/// "Omfanget af støtten, fremgår af bilaget", "I tabellen, fremgår det, at": nothing that somebody says stands before the comma.
fn says_nothing(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let told = sentence.word(next) == "det"
        && sentence.is(0, Classes::PREPOSITION)
        && (sentence.is(next + 1, Classes::AT)
            || sentence.is_comma(next + 1) && sentence.is(next + 2, Classes::AT));
    sentence.word(verb) == "fremgår" && (told || sentence.is(next, Classes::PREPOSITION))
}

/// "Ifølge vedtægterne, skal indkaldelsen ske": two words are a phrase behind what can begin nothing else.
///
/// Behind "i" and "på" the noun is definite and a compound, for "I år, er det …" may be said with a pause: "På skoleområdet, er der".
fn is_short_phrase(sentence: &Sentence<'_>, comma: usize) -> bool {
    const PREPOSITIONS: [&str; 7] = ["foruden", "gennem", "grundet", "ifølge", "under", "via", "vedrørende"];
    if comma + 1 != FEWEST_WORDS {
        return false;
    }
    let first = &*sentence.word(0).to_lowercase();
    let verb = comma + 1;
    let certain = sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL));
    let place = matches!(first, "i" | "på" | "ved" | "med" | "af" | "for")
        && sentence.is_definite_noun(1)
        && certain
        && (sentence.is(verb + 1, Classes::LIGHT_SUBJECT) || sentence.is_definite_noun(verb + 1));
    PREPOSITIONS.contains(&first) && has_subject_alone(sentence, verb) || place
}

/// "Administrationen, har lavet en plan": one definite noun is the subject of the verb behind it, unless another subject follows.
fn is_subject_alone(sentence: &Sentence<'_>, comma: usize) -> bool {
    let verb = comma + 1;
    let subject = Classes::PRONOUN.or(Classes::LIGHT_SUBJECT).or(Classes::POINTING);
    comma == 1
        && sentence.is_definite_noun(0)
        && sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL))
        && sentence.is_small(verb + 1)
        && !sentence.is(verb + 1, subject)
        && !sentence.readings_of_compound(verb + 1).any(Readings::DEFINITE)
}

/// "Desuden, vil rådet høres": one word, with the verb and its subject right behind it.
fn is_opener(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma == 1 && sentence.is(0, Classes::OPENER) && has_subject_alone(sentence, comma + 1)
}

/// "Efter en kort pause, fortsatte mødet": a past that looks like a participle has its subject behind it.
fn is_past(sentence: &Sentence<'_>, verb: usize) -> bool {
    let found = sentence.readings(verb);
    found.any(Readings::PAST)
        && found.only(Readings::PAST | Readings::OTHER)
        && sentence.is(0, Classes::PREPOSITION)
        && has_subject_alone(sentence, verb)
}

/// Does the subject follow the verb, with no other comma in the sentence?
fn has_subject_alone(sentence: &Sentence<'_>, verb: usize) -> bool {
    (sentence.readings_of_compound(verb + 1).any(Readings::DEFINITE)
        || sentence.is(verb + 1, Classes::LIGHT_SUBJECT))
        && (0..sentence.len()).filter(|&at| sentence.is_comma(at)).count() == 1
}

/// "Valg af dirigent, kan vi nøjes med én?", "Udgifterne til vejen, er vi enige om, skal deles": what stands before the comma is
/// named first and taken up again, or the verb behind it is that of a clause that is put in.
fn stands_apart(sentence: &Sentence<'_>, comma: usize) -> bool {
    let verb = comma + 1;
    let finite = |at: usize| sentence.is(at, Classes::MODAL) || sentence.is_finite(at);
    let asks = sentence.word(sentence.len() - 1) == "?";
    let end = (verb + 1..sentence.len()).find(|&at| sentence.is_comma(at) && !is_inner_sign(sentence, at));
    let put_in =
        end.is_some_and(|end| finite(end + 1) && !(verb + 1..end).any(|at| sentence.begins_clause(at)));
    let pronoun = Classes::PRONOUN.or(Classes::LIGHT_SUBJECT).or(Classes::THE_COMMON).or(Classes::THE_PLURAL);
    // "De største udgifter, er driften", "Prisen for turen, har siden": with no other comma nothing is put in.
    let single = (0..sentence.len()).filter(|&at| sentence.is_comma(at)).count() == 1;
    let plain = single && sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL).or(Classes::FINITE));
    let noun = sentence.is_definite_noun(verb + 1) && !sentence.is(verb + 1, Classes::ANY);
    let subject = sentence.is(verb + 1, pronoun) || noun && !plain || sentence.is_capital(verb + 1);
    let first = usize::from(sentence.is(0, Classes::CONJUNCTION) || sentence.word(0) == "Men");
    let led = sentence.is(first, Classes::PREPOSITION)
        || sentence.word(first).eq_ignore_ascii_case("foruden")
        || is_opener(sentence, comma);
    asks || put_in || subject && !led || is_entry(sentence, comma)
}

/// "Kontorchef Ida Krog, deltog i punkt 4 og 5": a name in a list, and a note on it.
fn is_entry(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 1
        && (0..comma).all(|at| sentence.is_capital(at))
        && !matches!(sentence.word(sentence.len() - 1), "." | "!" | "?")
}

/// "udsættes punktet": a passive that is nothing else, with its subject behind it.
fn is_passive(sentence: &Sentence<'_>, i: usize) -> bool {
    let passive = sentence.word(i).ends_with('s') && sentence.plain_readings(i) == Readings::PASSIVE;
    let behind = sentence.is_definite_noun(i + 1) || sentence.is(i + 1, Classes::LIGHT_SUBJECT);
    passive && (behind || has_subject_around(sentence, i))
}

/// "På den baggrund, skitseres to modeller", "Den gamle hal, udvides i maj": the subject of a passive is what no preposition leads to.
fn has_subject_around(sentence: &Sentence<'_>, verb: usize) -> bool {
    let counted = Classes::DETERMINER.or(Classes::NUMERAL).or(Classes::SEVERAL);
    let many = sentence.is_small(verb + 1)
        && sentence.readings_of_compound(verb + 1).without(Readings::OTHER).only(Readings::PLURAL);
    if sentence.is(0, Classes::PREPOSITION) {
        return sentence.is(verb + 1, counted) || many && !sentence.is(verb + 1, Classes::ANY);
    }
    let goes_on = Classes::PREPOSITION.or(Classes::ADVERB).or(Classes::OPENER);
    (sentence.is(0, Classes::DETERMINER) || sentence.is_definite_noun(0)) && sentence.is(verb + 1, goes_on)
}

/// Do a preposition before "at" at `i` and an infinitive behind it make it no clause: "For at spare tid"?
fn is_purpose(sentence: &Sentence<'_>, i: usize) -> bool {
    let found = sentence.readings(i + 1);
    let noun = found.any(Readings::NOUN) && !sentence.is(i + 1, Classes::NOUNLIKE_INFINITIVE);
    i > 0
        && sentence.is(i - 1, Classes::PREPOSITION)
        && found.any(Readings::INFINITIVE)
        && !noun
        && !sentence.is(i + 2, Classes::AUXILIARY.or(Classes::MODAL))
}

/// Is what stands before the comma a phrase, with nothing in it that could be a finite verb?
fn is_phrase(sentence: &Sentence<'_>, comma: usize) -> bool {
    let source = sentence.word(0).eq_ignore_ascii_case("jf.");
    let first = source || sentence.token(0).is_some_and(|token| token.is_plain());
    let signs = (0..comma).any(|i| sentence.is_sign(i) && !is_inner_sign(sentence, i));
    let count = |sign: &str| (0..comma).filter(|&i| sentence.word(i) == sign).count();
    let clause = (0..comma).any(|i| {
        let word = sentence.word(i).to_lowercase();
        // "For at spare tid, skal …", "Jf. lovens § 3, skal …".
        let infinitive = word == "at" && is_purpose(sentence, i);
        let source = i == 0 && matches!(&*word, "som" | "jf." | "jf");
        CLAUSE_WORDS.contains(&word.as_str()) && !infinitive && !source
    });
    // "Se oversigten over bilag, længere nede": an order.
    let start = sentence.readings(0);
    let order = start.any(Readings::INFINITIVE | Readings::IMPERATIVE)
        && !start.any(Readings::NOUN)
        && !sentence.is(0, Classes::PREPOSITION);
    // "For så vidt angår planen, er …" is an old clause.
    let last = sentence.word(comma - 1);
    // "Det det handler om, er …", "Det vi mangler, er …": a clause without its "der" or "som" stands in the phrase.
    let relative =
        matches!(&*sentence.word(0).to_lowercase(), "det" | "den" | "de" | "alt" | "intet" | "noget")
            && matches!(
                sentence.word(1),
                "det" | "jeg" | "du" | "han" | "hun" | "vi" | "i" | "I" | "de" | "man"
            );
    let idiom = ["angår", "gælder", "lykkedes"].iter().any(|end| last.ends_with(end));
    first
        && sentence.is_capital(0)
        && !signs
        && count("(") == count(")")
        && !clause
        && !idiom
        && !relative
        && !order
        && !is_short_clause(sentence, comma)
        && !leaves_something_out(sentence, comma)
        && !(0..comma).any(|i| sentence.may_stand_finite(i))
}

/// "Som alle ved, er …", "Det værste naboerne så, er …", "Stor eller lille, må alle …": the phrase ends in a verb that looks like a
/// preposition, holds a clause without its "som", or names nothing.
fn leaves_something_out(sentence: &Sentence<'_>, comma: usize) -> bool {
    let named = sentence.is(0, Classes::PREPOSITION)
        || sentence.word(0).eq_ignore_ascii_case("jf.")
        || is_opener(sentence, comma)
        || (0..comma).any(|at| {
            sentence.readings_of_compound(at).any(Readings::NOUN)
                || sentence.readings_of_compound(at).is_none()
                || at > 0 && sentence.is_capital(at)
        });
    sentence.is(comma - 1, Classes::PREPOSITION)
        || (1..comma).any(|at| sentence.begins_bare_relative(at))
        || !named
}

/// "Inden det åbner, skal …", "Før båden løber ud, er …": behind a conjunction that is a preposition too, whatever may be a
/// verb is the verb of a clause, if there is a subject before it.
fn is_short_clause(sentence: &Sentence<'_>, comma: usize) -> bool {
    /// Conjunctions that are prepositions too.
    const CONJUNCTIONS: [&str; 5] = ["inden", "før", "efter", "siden", "til"];
    // "Efter vores tilbud": behind such a word stands a noun; "det" may be the subject.
    let led = |i: usize| {
        let before = sentence.word(i - 1);
        let subject = matches!(before, "det" | "den" | "de" | "dette" | "disse" | "alle" | "begge" | "ingen");
        !subject
            && (sentence.is(i - 1, Classes::BEFORE_NOUN.or(Classes::PREPOSITION)) || before.ends_with('s'))
    };
    CONJUNCTIONS.contains(&&*sentence.word(0).to_lowercase())
        && (2..comma).any(|i| sentence.is_small(i) && sentence.may_be_finite(i) && !led(i))
}

#[cfg(test)]
mod tests;
