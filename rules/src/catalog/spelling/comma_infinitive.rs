//! `spelling/comma-infinitive`: a comma before an infinitive ("er det vigtigt, at give").
//!
//! The comma is right where it closes a clause ("når man bygger, at give") or divides infinitives ("at lære, at give"),
//! so between it and the sign before there may be neither a clause that hangs on another nor another "at".

use super::comma_main_clause::{is_free_of_clauses, is_inner_sign};
use crate::danish::clauses::Sentence;
use crate::danish::lexicon::Readings;
use crate::danish::tokens::Classes;
use crate::lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/comma-infinitive",
    summary: Text { da: "Komma foran navneform", en: "A comma before an infinitive" },
    why: Text {
        da: "Foran \"at\" og en navneform sættes ikke komma: \"det er vigtigt at give\". Komma sættes kun, hvor en ny \
             sætning med grundled begynder.",
        en: "There is no comma before \"at\" and an infinitive: \"det er vigtigt at give\". A comma stands only where a new \
             clause with a subject begins.",
    },
    source: "Retskrivningsordbogen § 49",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt, at give børnene ro.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt at give børnene ro.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences().iter().filter(|sentence| sentence.has(Classes::AT)) {
        // What the comma closes may have begun on the line before.
        if !sentence.is_whole() || !sentence.has(Classes::COMMA) || lists_infinitives(sentence) {
            continue;
        }
        for comma in sentence.places(Classes::COMMA).filter(|&i| sentence.word(i + 1) == "at") {
            let whole = sentence.range(comma, comma + 2);
            if is_infinitive(sentence, comma + 2)
                && !may_be_subject(sentence, comma + 2)
                && is_needless(sentence, comma)
                && view.is_prose(whole)
            {
                let word = sentence.word(comma + 2);
                let note = Note::new(
                    format!("Der skal ikke være komma foran \"at {word}\""),
                    format!("There should be no comma before \"at {word}\""),
                );
                let title = Text { da: "Slet kommaet", en: "Delete the comma" };
                let fix = if has_other_verb(sentence, comma + 2) {
                    Applicability::Unsafe
                } else {
                    Applicability::Safe
                };
                let edit = Edit::delete(sentence.range(comma, comma));
                findings.report(whole, note).fix(title, fix, vec![edit]);
            }
        }
    }
}

/// "hjælp til hygiejne, at få tøj på, at komme ud": infinitives that are listed.
fn lists_infinitives(sentence: &Sentence<'_>) -> bool {
    let begins = |i: &usize| {
        let at = if matches!(sentence.word(i + 1), "og" | "eller" | "samt") { i + 2 } else { i + 1 };
        sentence.word(at) == "at" && sentence.readings(at + 1).any(Readings::INFINITIVE)
    };
    sentence.places(Classes::COMMA).filter(begins).nth(1).is_some() || counts_infinitives(sentence)
}

/// "på to måder, at købe eller at leje": infinitives that say what was counted.
fn counts_infinitives(sentence: &Sentence<'_>) -> bool {
    const REACH: usize = 12;
    let counted = |comma: usize| {
        let noun = sentence.readings_of_compound(comma - 1).any(Readings::NOUN);
        let n = sentence.word(comma - 2);
        noun && (n.bytes().all(|byte| byte.is_ascii_digit()) || COUNTS.contains(&n))
    };
    let at = |i: usize| sentence.word(i) == "at" && sentence.readings(i + 1).any(Readings::INFINITIVE);
    let joined = |from: usize| {
        (from..(from + REACH).min(sentence.len()))
            .any(|i| matches!(sentence.word(i), "eller" | "og" | "samt") && at(i + 1))
    };
    sentence.places(Classes::COMMA).any(|i| i >= 2 && at(i + 1) && counted(i) && joined(i + 2))
}

/// Words before a noun whose things are told next.
const COUNTS: &[&str] =
    &["to", "tre", "fire", "fem", "seks", "begge", "flere", "følgende", "muligheder", "mulige"];

/// Is the word after "at" an infinitive? What is a noun too is one where no verb follows: ", at støtte gives".
fn is_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    let nounlike = sentence.is(i, Classes::NOUNLIKE_INFINITIVE)
        && sentence.is_small(i)
        && i + 1 < sentence.len()
        && !sentence.is_sign(i + 1)
        && !sentence.may_be_finite(i + 1)
        && !sentence.is(i + 1, Classes::MODAL.or(Classes::PREPOSITION).or(Classes::CONJUNCTION));
    nounlike || sentence.is_infinitive(i) || is_only_verb(sentence, i)
}

/// May the word be part of the subject of a clause: "at bygge- og anlægsudgifter afholdes", "at fiske i havnen er forbudt"?
fn may_be_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    if sentence.token(i + 1).is_some_and(|sign| !sign.is_spaced())
        && matches!(sentence.word(i + 1), "-" | "‑")
    {
        return true;
    }
    let end = clause_end(sentence, i);
    (i + 1..end).filter(|&at| !has_own_subject(sentence, at)).any(|at| {
        sentence.is(at, Classes::MODAL) || sentence.is_finite(at) || stands_as_passive(sentence, at)
    })
}

/// Where the clause of the word at `i` ends: at a sign, before a conjunction, or where another begins.
fn clause_end(sentence: &Sentence<'_>, i: usize) -> usize {
    let subject = Classes::LIGHT_SUBJECT.or(Classes::PRONOUN);
    let ends = |at: usize| {
        sentence.is_sign(at) && !is_inner_sign(sentence, at)
            || sentence.begins_clause(at)
            || sentence.is(at, Classes::CONJUNCTION) && sentence.is(at + 1, subject)
    };
    (i + 1..sentence.len()).find(|&at| ends(at)).unwrap_or(sentence.len())
}

/// "de værdier støtten baseres på": is the verb that of a clause that hangs on a noun?
fn has_own_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_definite_noun(verb - 1) && sentence.readings(verb - 2).only(Readings::NOUN)
}

/// "at flytte en skole koster": may another word up to the sign be a verb, so that the infinitive is its subject?
fn has_other_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb = |at: usize| sentence.is_small(at) && sentence.may_stand_finite(at);
    (i + 2..clause_end(sentence, i)).any(|at| verb(at) && !has_own_subject(sentence, at))
}

/// "at måle og vægte kontrolleres": a passive that no word governs.
fn stands_as_passive(sentence: &Sentence<'_>, i: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    let found = sentence.readings(i);
    let passive = found.any(Readings::PASSIVE) && !found.any(Readings::NOUN | Readings::ADJECTIVE);
    let word = sentence.word(i);
    word.ends_with('s') && (passive || word.ends_with("eres")) && !sentence.is(i - 1, governs)
}

/// "til, at leje arealer": what is a noun too is the infinitive if no other verb follows up to the end of the clause.
fn is_only_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = (i..sentence.len())
        .find(|&at| sentence.is_sign(at) && !is_inner_sign(sentence, at))
        .unwrap_or(sentence.len());
    let found = sentence.readings(i);
    sentence.is_small(i)
        && i + 1 < end
        && found.any(Readings::INFINITIVE)
        && !found.any(Readings::PRESENT | Readings::PAST)
        && !sentence.is(i, Classes::NOT_INFINITIVE.or(Classes::BEFORE_NOUN).or(Classes::SUBORDINATOR))
        && !sentence.is(i + 1, Classes::CONJUNCTION)
        && !(i + 1..end).any(|at| {
            sentence.may_be_finite(at) && sentence.word(at) != "sig"
                || sentence.is(at, Classes::MODAL)
                || sentence.begins_clause(at)
        })
        && matches!(sentence.word(end), "." | "," | ")" | "")
        && (sentence.word(end) != ","
            || sentence.is(end + 1, Classes::SUBORDINATOR)
            || sentence.is_finite(end + 1)
            || sentence.word(end + 1) == "og")
}

/// Can the comma neither close a clause nor divide infinitives? Behind a preposition it never can, and behind a word that the
/// infinitive belongs to only where the clause is put in.
fn is_needless(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 1
        && !explains(sentence, comma)
        && (is_led(sentence, comma) || is_governed(sentence, comma) || !closes_clause(sentence, comma))
}

/// "Formålet er dobbelt, at spare strøm og at skabe ro": several infinitives behind a word that governs none say what it means.
fn explains(sentence: &Sentence<'_>, comma: usize) -> bool {
    let another = |i: usize| {
        sentence.is(i, Classes::CONJUNCTION)
            && sentence.word(i + 1) == "at"
            && sentence.readings(i + 2).any(Readings::INFINITIVE)
    };
    !sentence.is(comma - 1, Classes::GOVERNING.or(Classes::PREPOSITION))
        && (comma + 3..sentence.len()).any(another)
}

/// "er behov for, at give": a preposition that is not left alone at the end of a relative clause.
fn is_led(sentence: &Sentence<'_>, comma: usize) -> bool {
    const LED: &[&str] =
        &["for", "til", "ved", "i", "på", "af", "med", "uden", "mod", "om", "efter", "fra", "over"];
    if !LED.contains(&sentence.word(comma - 1)) {
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

/// "så det er muligt, at give", "viser, at det er svært, at give": in a clause that cannot be put in between.
fn is_governed(sentence: &Sentence<'_>, comma: usize) -> bool {
    const OPENING: &[&str] = &[
        "at", "så", "da", "fordi", "hvorfor", "om", "hvis", "selvom", "hvor", "mens", "og", "men", "for",
        "hvilket", "idet", "eftersom",
    ];
    if !sentence.is(comma - 1, Classes::GOVERNING) {
        return false;
    }
    let begin = clause_start(sentence, comma);
    let first = sentence.word(begin).to_lowercase();
    let leading = begin == 0 && sentence.is(0, Classes::LEADING);
    // "hvor politiet beslutter, at give", "som anslås, at være": a verb that lacks its object without what follows.
    let found = sentence.readings(comma - 1);
    let subject = matches!(first.as_str(), "hvor" | "der") || first == "som" && begin + 2 == comma;
    let verb = found.any(Readings::PRESENT) && subject
        || found.any(Readings::PASSIVE) && matches!(first.as_str(), "hvor" | "som" | "der");
    let complement = begin > 1
        && (OPENING.contains(&first.as_str()) || verb)
        && !sentence.is(begin - 2, Classes::GOVERNING.or(Classes::PREPOSITION).or(Classes::AUXILIARY));
    let infinitive = sentence.is(begin, Classes::AT) && sentence.is_infinitive(begin + 1);
    let nested = (begin + 1..comma).any(|i| {
        sentence.is(i, Classes::LEADING) || matches!(sentence.word(i), "som" | "mens" | "hvor" | "uanset")
    });
    (leading || complement) && !infinitive && !nested
}

/// Where the clause before `comma` begins: after the sign before it.
fn clause_start(sentence: &Sentence<'_>, comma: usize) -> usize {
    sentence.sign_before(comma).map_or(0, |sign| sign + 1)
}

/// What stands before the comma, up to the sign before it, must be free of these: a clause that the comma may close.
fn closes_clause(sentence: &Sentence<'_>, comma: usize) -> bool {
    let bracket = |i: usize| matches!(sentence.word(i), "(" | ")" | "/" | "%" | "&" | "§");
    let stop = (0..comma).rev().find(|&i| sentence.is_sign(i) && !bracket(i));
    let from = match stop {
        None => 0,
        Some(stop) if sentence.word(stop) == "." => stop + 1,
        // "Efter 2025, forventes udgiften, at falde": the main clause goes on behind what was put in front.
        Some(stop) if is_main_verb(sentence, stop) => stop + 1,
        Some(_) => return true,
    };
    !is_free_of_clauses(sentence, from, comma)
        || sentence.any(from, comma, Classes::AT)
        || (from..comma)
            .any(|i| matches!(sentence.word(i), "jf" | "jf.") || i > from + 1 && sentence.word(i) == "der")
}

/// Does the main verb follow the comma at `i`, as it does behind a phrase or clause that begins the sentence?
fn is_main_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.is_comma(i)
        && sentence.is(i + 1, Classes::AUXILIARY.or(Classes::FINITE))
        && !sentence.is(i + 1, Classes::SAYING)
        && sentence.sign_before(i).is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

    #[test]
    fn flags_a_comma_before_an_infinitive() {
        check(
            &RULE,
            "
1. Skoler

Det er vigtigt, at give børnene ro.
              ^^^^^^^^^ Der skal ikke være komma foran \"at give\"
",
        );
    }

    #[test]
    fn flags_it_in_clauses_that_cannot_be_put_in_between() {
        for line in [
            "Udvalget mener, at det er svært, at give børnene ro.",
            "Hallen lukkes, så det bliver muligt, at bygge om.",
            "Rådet har brug for penge til, at leje lokaler.",
        ] {
            let before = &line[..line.rfind(", at ").expect("a comma")];
            let marks = format!("{}^^^^", " ".repeat(before.chars().count()));
            let longer = line[before.len() + 5..].split(' ').next().expect("a word").chars().count();
            let marks = format!("{marks}{}", "^".repeat(longer + 1));
            check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
        }
    }

    #[test]
    fn ignores_commas_that_close_a_clause() {
        check(&RULE, "1. Skoler\n\nDet er vigtigt, når man bygger, at give børnene ro.\n");
        check(&RULE, "1. Skoler\n\nDet er vigtigt for børn der leger, at give dem ro.\n");
        check(&RULE, "1. Skoler\n\nBørnene skal lære at læse, at give plads og at være sammen.\n");
        check(&RULE, "1. Skoler\n\nHjælpen er til hygiejne, at få tøj på, at give mad og at rede seng.\n");
        check(&RULE, "1. Skoler\n\nForvaltningen foreslår, at skolen lukkes, og at giveren takkes.\n");
        check(&RULE, "1. Skoler\n\nDet kan ske på to måder, at købe grunden eller at leje den.\n");
        check(&RULE, "1. Skoler\n\nRådet har følgende muligheder, at give støtte og at undgå støj.\n");
    }

    #[test]
    fn ignores_a_clause_whose_subject_looks_like_an_infinitive() {
        for line in [
            "Det er en betingelse, at bygge- og anlægsudgifter afholdes af ejeren.",
            "Det er aftalt, at køre- og hviletid overholdes.",
            "Det er klart, at fiske i havnen er forbudt.",
            "Det er sandt, at spare penge er svært.",
            "Det er vigtigt, at give og tage går hånd i hånd.",
            "Det er nødvendigt, at måle og vægte kontrolleres.",
            "Det er muligt, at handle og håndværk kan få plads.",
        ] {
            check(&RULE, &format!("1. Skoler\n\n{line}\n"));
        }
    }

    #[test]
    fn deletes_the_comma() {
        check_fix(
            &RULE,
            "1. Skoler\n\nDet er godt, at undgå støj.\n",
            "1. Skoler\n\nDet er godt at undgå støj.\n",
        );
    }
}
