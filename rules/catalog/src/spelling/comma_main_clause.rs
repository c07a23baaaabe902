//! `spelling/comma-main-clause`: no comma between two main clauses joined by "og".
//!
//! After "og" there must be a subject that cannot be the object of the clause before, with its finite verb right behind
//! it; before "og" a main clause with its own verb and no clause hanging on it.

mod begins;

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

use begins::{begins_clause, begins_light_clause};

pub(crate) static RULE: Rule = Rule {
    name: "spelling/comma-main-clause",
    summary: Text {
        da: "Komma mangler mellem to helsætninger, der er forbundet med \"og\"",
        en: "No comma between two main clauses joined by \"og\"",
    },
    why: Text {
        da: "Mellem to helsætninger står der altid komma, også når de er forbundet med \"og\": \"Planen er sendt i høring, og \
             der kom to svar\".",
        en: "Between two main clauses there is always a comma, even where \"og\" joins them: \"Planen er sendt i høring, og \
             der kom to svar\".",
    },
    source: "Retskrivningsordbogen § 48, stk. 1",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen fik et nyt tag i maj og der er lagt \
                 fliser i gården.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen fik et nyt tag i maj, og der er lagt \
                fliser i gården.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// The clause before "og", and what follows it, have so many tokens at least.
const SHORTEST_CLAUSE: usize = 4;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences().iter().filter(|sentence| sentence.has(Classes::CONJUNCTION)) {
        // Its subject may have begun on the line before, and its verb stand on the next.
        if !sentence.is_whole() {
            continue;
        }
        for i in sentence.places(Classes::CONJUNCTION) {
            let begins = || {
                begins_clause(sentence, i) || sentence.word(i) == "men" && begins_light_clause(sentence, i)
            };
            if i + 1 < SHORTEST_CLAUSE || !begins() {
                continue;
            }
            let joins = match sentence.word(i) {
                "og" => follows_clause(sentence, i) && !hangs_in_front(sentence, i),
                // Before "men" it does not matter what hangs on the clause before.
                "men" => !sentence.is_sign(i - 1) && has_any_verb(sentence, 0, i),
                _ => false,
            };
            if !joins {
                continue;
            }
            let whole = sentence.range(i - 1, i);
            if view.is_prose(whole) {
                let (joint, subject) = (sentence.word(i), sentence.word(i + 1));
                let note = Note::new(
                    format!("Foran \"{joint} {subject}\" begynder en ny helsætning, så her mangler et komma"),
                    format!("A new main clause begins at \"{joint} {subject}\", so a comma is missing here"),
                );
                let at = sentence.range(i - 1, i - 1).end();
                let title = Text { da: "Indsæt komma", en: "Insert a comma" };
                let certain = is_certain(sentence, i);
                let fix = if certain { Applicability::Safe } else { Applicability::Unsafe };
                findings.report(whole, note).fix(title, fix, vec![Edit::insert(at, ",")]);
            }
        }
    }
}

/// Are both clauses plain: a subject with its verb right behind it begins the sentence, nothing says or thinks what follows, and
/// behind the conjunction stands a subject that is none of the first clause's objects?
fn is_certain(sentence: &Sentence<'_>, i: usize) -> bool {
    let subject = |at: usize| {
        sentence.is_definite_noun(at) || sentence.is(at, Classes::LIGHT_SUBJECT.or(Classes::PRONOUN))
    };
    let verbs = (0..i).filter(|&at| sentence.is(at, Classes::MODAL) || sentence.is_finite(at)).count();
    subject(0)
        && verbs == 1
        && (sentence.is_finite(1) || sentence.is(1, Classes::MODAL))
        && !sentence.any(0, i, Classes::SAYING.or(Classes::WEAK_SUBORDINATOR).or(Classes::COMMA))
        && sentence.is(i + 1, Classes::LIGHT_SUBJECT)
        && sentence.is_finite(i + 2)
        && !(1..i).any(|at| sentence.begins_bare_relative(at))
}

/// "Selv om vejen er smal og der er biler, er der ro": the clause behind "og" ends where the main verb follows.
fn hangs_in_front(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = (i + 1..sentence.len()).find(|&at| sentence.is_sign(at) && !is_inner_sign(sentence, at));
    end.is_some_and(|end| {
        sentence.is_comma(end)
            && !sentence.is(end + 1, Classes::SUBORDINATOR)
            && (sentence.may_be_finite(end + 1) || sentence.is(end + 1, Classes::MODAL))
    }) || hangs_behind(sentence, i)
}

/// "Der er ro selv om vejen er smal og der er biler", "før vejen blev lukket og der kom ro": behind a conjunction that may be a
/// preposition stands a verb, and before it the main one.
fn hangs_behind(sentence: &Sentence<'_>, i: usize) -> bool {
    let from = main_clause_start(sentence, i);
    (from + 1..i).any(|at| {
        sentence.is(at, Classes::WEAK_SUBORDINATOR)
            && !(sentence.is(at, Classes::RELATIVE) && sentence.is_comma(at - 1))
            && (has_finite_verb(sentence, from, at) && has_finite_verb(sentence, at + 1, i)
                || sentence.word(at) == "om" && sentence.word(at - 1).eq_ignore_ascii_case("selv"))
    })
}

/// Does a main clause end before "og" at `i`, with nothing before it that "og" could go on with?
fn follows_clause(sentence: &Sentence<'_>, i: usize) -> bool {
    let from = main_clause_start(sentence, i);
    let end = relative_before(sentence, from, i).or_else(|| addition_before(sentence, from, i)).unwrap_or(i);
    // "med 0,75 % og der ventes", "nedlægges (50.000 kr.) og der kan".
    (!sentence.is_sign(i - 1) || matches!(sentence.word(i - 1), "%" | ")"))
        && end >= from + SHORTEST_CLAUSE - 1
        && (from..end).all(|at| !sentence.is_sign(at) || is_inner_sign(sentence, at))
        && has_any_verb(sentence, from, end)
        && is_free_of_clauses(sentence, from, end)
        && !sentence.any(from, end, Classes::LEADING)
        && !asks(sentence, i)
        && !holds_clause(sentence, from, end)
        && !is_claimed(sentence, from, i)
        && !is_time_of_clause(sentence, i)
}

/// "Der er brug for lys, især ved stien og der er råd til det": the comma before what is added without a verb, where a light subject
/// follows "og", which the addition cannot go on with.
fn addition_before(sentence: &Sentence<'_>, from: usize, i: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let comma = (from..i).rev().find(|&at| sentence.is_sign(at) && !is_inner_sign(sentence, at))?;
    let other =
        Classes::MODAL.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR.without(Classes::PREPOSITION));
    let verbless = !(comma + 1..i).any(|at| {
        sentence.may_stand_finite(at) || sentence.is(at, other) && !sentence.is(at, Classes::PREPOSITION)
    });
    let added = sentence.is_comma(comma)
        && (2..=LONGEST).contains(&(i - comma))
        && (sentence.is(comma + 1, Classes::PREPOSITION) || sentence.is(comma + 2, Classes::PREPOSITION));
    (added && verbless && sentence.is(i + 1, Classes::LIGHT_SUBJECT)).then_some(comma)
}

/// "De har givet plads til elever, som er syge og skolen tager imod dem": the comma before a clause whose subject is "der" or "som" and
/// which no other subject can go on with; "der" behind "og" may be that subject again.
fn relative_before(sentence: &Sentence<'_>, from: usize, i: usize) -> Option<usize> {
    const LONGEST_TAIL: usize = 7;
    let comma = (from..i).rev().find(|&at| sentence.is_sign(at) && !is_inner_sign(sentence, at))?;
    let own = (comma + 2..i).find(|&at| !sentence.is(at, Classes::ADVERB))?;
    let inner = comma + 2;
    let relative = sentence.is_comma(comma)
        && sentence.is(comma + 1, Classes::RELATIVE)
        && (sentence.is_finite(own) || sentence.is(own, Classes::MODAL));
    let single = !sentence.any(inner, i, Classes::LEADING.or(Classes::RELATIVE))
        && is_free_of_clauses(sentence, inner, i)
        && !holds_clause(sentence, inner, i);
    let other = sentence.word(i + 1) != "der" && i + LONGEST_TAIL <= sentence.len();
    (relative && single && other).then_some(comma)
}

/// "Vi tror lederen og klubben er enige", "Vi regner med skolen og klubben er klar": what stands before "og" is part of the subject of
/// what somebody thinks.
fn is_claimed(sentence: &Sentence<'_>, from: usize, i: usize) -> bool {
    let verbs = (from..i).filter(|&at| sentence.is(at, Classes::MODAL) || sentence.is_finite(at)).count();
    let led = |at: usize| sentence.is(at, Classes::PREPOSITION);
    let claims = |at: usize| sentence.is(at, Classes::SAYING) || sentence.word(at).starts_with("regne");
    let noun = if i > from + 1 && led(i - 2) { i - 2 } else { i - 1 };
    verbs <= 1 && sentence.word(i + 1) != "der" && noun > from && claims(noun - 1)
}

/// "Så snart skolen er lukket og der er ryddet", "Den dag skolen lukkede og der blev stille": a clause that begins the sentence without
/// one of the conjunctions.
fn is_time_of_clause(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb =
        (1..i).find(|&at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL)).unwrap_or(i);
    let time = matches!(sentence.word(0), "Så")
        && matches!(sentence.word(1), "længe" | "snart" | "vidt" | "ofte" | "tit");
    time || (1..verb).any(|at| sentence.begins_bare_relative(at))
}

/// "Formanden mente sagen var ulovlig", "Det var dengang Per var formand": two verbs with no conjunction between them are those of
/// two clauses, and what follows may hang on the first of them too.
fn holds_clause(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    // "har ikke kunne løse".
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE).or(Classes::HAVE);
    let (mut verbs, mut governed) = (0, false);
    for at in from..to {
        if sentence.is(at, Classes::CONJUNCTION) {
            (verbs, governed) = (0, false);
        } else if sentence.is(at, Classes::SAYING) || is_verb_here(sentence, at, governed) {
            verbs += 1;
        }
        governed |= sentence.is(at, governs);
        if verbs > 1 {
            return true;
        }
    }
    false
}

/// May the word at `at` be the finite verb of a clause, where a modal verb may stand before it?
fn is_verb_here(sentence: &Sentence<'_>, at: usize, governed: bool) -> bool {
    let word = sentence.word(at);
    let participle = Classes::AUXILIARY.or(Classes::HAVE).or(Classes::BECOME);
    // "vil kunne sendes", "er ansatte".
    // "vil skulle ske", "er indeholdt i".
    let infinitive = matches!(word, "kunne" | "skulle" | "ville" | "måtte" | "burde");
    let done = word.ends_with("te") || word.ends_with('t') && sentence.readings(at).any(Readings::PARTICIPLE);
    if governed && (infinitive || sentence.readings(at).any(Readings::INFINITIVE))
        || word.ends_with('s')
        || done && at > 0 && sentence.is(at - 1, participle)
    {
        return false;
    }
    let subject = at > 0
        && (sentence.readings_of_compound(at - 1).any(Readings::DEFINITE)
            || sentence.is(at - 1, Classes::PRONOUN));
    // "ikke længere".
    let other = Readings::NOUN | Readings::OTHER | Readings::ADJECTIVE;
    sentence.is(at, Classes::MODAL)
        || sentence.is_finite(at)
        || sentence.may_stand_finite(at) && (subject || !sentence.readings(at).any(other))
}

/// The main clause begins the sentence, or it begins with its verb behind a clause: "Når planen er klar, sendes den".
fn main_clause_start(sentence: &Sentence<'_>, i: usize) -> usize {
    let Some(comma) = (0..i).rev().find(|&at| sentence.is_comma(at) && !is_inner_sign(sentence, at)) else {
        return 0;
    };
    // "Planen er dyr, men den er god": a main clause stands before, and another behind.
    let second = matches!(sentence.word(comma + 1), "men" | "og")
        && is_free_of_clauses(sentence, 0, comma)
        && has_any_verb(sentence, 0, comma);
    if second {
        return comma + 2;
    }
    let verb = sentence.is(comma + 1, Classes::AUXILIARY.or(Classes::FINITE))
        && !sentence.is(comma + 1, Classes::SAYING);
    let single = (0..comma).all(|at| !sentence.is_comma(at));
    // "Beløbene, der udbetales, varierer".
    let first = (0..comma).find(|&at| sentence.is_comma(at));
    let relative = first.is_some_and(|first| {
        sentence.is(first + 1, Classes::RELATIVE)
            && !(0..first).any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::SUBORDINATOR))
            && !(first + 1..comma).any(|at| sentence.is_comma(at))
    });
    let spoken = verb || sentence.is_present(comma + 1);
    if spoken && relative || verb && single && sentence.is(0, Classes::LEADING) { comma + 1 } else { 0 }
}

/// A sign that ends nothing: a bracket, "%", the stop of an ordinal, the hyphen and comma of "Klima-, Teknik- og Miljøudvalget".
pub(super) fn is_inner_sign(sentence: &Sentence<'_>, i: usize) -> bool {
    let hanging = |at: usize| {
        sentence.word(at) == "-" && at > 0 && sentence.token(at).is_some_and(|sign| !sign.is_spaced())
    };
    match sentence.word(i) {
        "(" | ")" | "/" | "%" | "&" | "§" => true,
        "." => i > 0 && sentence.word(i - 1).ends_with(|c: char| c.is_ascii_digit()),
        "-" => hanging(i),
        "," => i > 0 && hanging(i - 1),
        _ => false,
    }
}

/// "Det er uklart om …": a clause that begins with "om".
fn asks(sentence: &Sentence<'_>, to: usize) -> bool {
    (1..to).any(|i| sentence.word(i) == "om" && sentence.is(i - 1, Classes::ASKING))
}

/// Is there a finite verb between two tokens?
pub(super) fn has_finite_verb(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| sentence.is_finite(i))
}

/// May any word between two tokens be the finite verb?
fn has_any_verb(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    has_finite_verb(sentence, from, to)
        || (from..to).any(|i| {
            let subject = i > from && sentence.is_definite_noun(i - 1);
            let verb = subject || sentence.is_likely_present(i) || !sentence.readings(i).any(Readings::NOUN);
            sentence.may_stand_finite(i) && (verb || has_verbs_place(sentence, i))
                || is_ungoverned_passive(sentence, from, i)
        })
}

/// "Loven hjemler ikke", "En kant vises om huset": behind a noun stands neither an adverb nor, where it would be a genitive, a preposition.
fn has_verbs_place(sentence: &Sentence<'_>, i: usize) -> bool {
    let genitive = sentence.word(i).ends_with('s') && sentence.readings(i).any(Readings::PASSIVE);
    sentence.is(i + 1, Classes::ADVERB) || genitive && sentence.is(i + 1, Classes::PREPOSITION)
}

/// "Krydset opleves utrygt": a passive that is nothing else, and that nothing before it governs.
fn is_ungoverned_passive(sentence: &Sentence<'_>, from: usize, i: usize) -> bool {
    sentence.word(i).ends_with('s')
        && sentence.plain_readings(i) == Readings::PASSIVE
        && !sentence.any(from, i, Classes::MODAL.or(Classes::AT))
}

/// Does no clause that hangs on another begin between two tokens? "Der" may begin the sentence, "om" and "efter" are
/// prepositions more often.
pub(super) fn is_free_of_clauses(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| {
        // "I 2022 skal der fordeles": behind its verb "der" is the subject.
        let subject = i > from
            && (sentence.is(i - 1, Classes::AUXILIARY.or(Classes::FINITE).or(Classes::MODAL))
                || sentence.plain_readings(i - 1) == Readings::PASSIVE
                    && !sentence.any(from, i, Classes::COMMA));
        let der = i > from && sentence.word(i) == "der" && !subject;
        // "Det kan da blive dyrt".
        let adverb =
            sentence.word(i) == "da" && i > from && sentence.is(i - 1, Classes::AUXILIARY.or(Classes::MODAL));
        let weak = sentence.is(i, Classes::WEAK_SUBORDINATOR) || adverb;
        let infinitive = sentence.is(i, Classes::AT)
            && sentence.readings(i + 1).any(Readings::INFINITIVE | Readings::PASSIVE)
            && (!sentence.readings(i + 1).any(Readings::NOUN)
                || sentence.readings(i + 1).any(Readings::INFINITIVE)
                    && !(i + 2..to)
                        .any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL)));
        // "bruges som metode", "indtil videre": no verb follows.
        let phrase = sentence.word(i) == "som"
            && i > from
            && !(i + 1..to).any(|at| sentence.may_be_finite(at) || sentence.is(at, Classes::MODAL))
            || sentence.word(i) == "indtil" && sentence.word(i + 1) == "videre";
        let subordinator = sentence.is(i, Classes::SUBORDINATOR) && !weak && !infinitive && !phrase;
        !der && !subordinator
    })
}

#[cfg(test)]
mod tests;
