//! `spelling/comma-clause`: no comma after a clause that begins the sentence, or after a relative clause.
//!
//! The comma *before* a clause is the writer's choice; the one behind it is not.

use crate::danish::clauses::Sentence;
use crate::danish::lexicon::Readings;
use crate::danish::tokens::Classes;
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/comma-clause",
    summary: Text { da: "Komma mangler efter en ledsætning", en: "No comma after a subordinate clause" },
    why: Text {
        da: "Efter en ledsætning står der komma, uanset om man sætter komma foran den: \"Når planen er vedtaget, sendes den i \
             høring\".",
        en: "A comma stands after a subordinate clause, whether or not one stands before it: \"Når planen er vedtaget, sendes \
             den i høring\".",
    },
    source: "Retskrivningsordbogen § 49",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nNår taget er lagt i maj skal gården have \
                 fliser.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nNår taget er lagt i maj, skal gården have \
                fliser.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// Finite verbs that begin the main clause for certain.
const MAIN_VERB: Classes = Classes::AUXILIARY.or(Classes::MODAL);

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        if let Some(verb) = after_leading_clause(sentence) {
            report(view, sentence, verb, findings);
        }
        for comma in (0..sentence.len()).filter(|&i| sentence.is_comma(i)) {
            if let Some(verb) = after_relative_clause(sentence, comma) {
                report(view, sentence, verb, findings);
            }
        }
    }
}

/// The verb of the main clause behind "Når …", when no comma stands between.
fn after_leading_clause(sentence: &Sentence<'_>) -> Option<usize> {
    const SHORTEST: usize = 4;
    if !sentence.is(0, Classes::LEADING) {
        return None;
    }
    let end = (1..sentence.len().saturating_sub(1)).find(|&i| sentence.is_sign(i)).unwrap_or(sentence.len());
    (SHORTEST..end.min(sentence.len().saturating_sub(1))).find(|&verb| {
        sentence.is(verb, MAIN_VERB)
            && is_inverted_subject(sentence, verb)
            && (1..verb).any(|i| has_verb(sentence, i))
            && !joins(sentence, verb - 1)
            && !(1..verb).any(|i| hinders(sentence, i))
    })
}

/// Is the word at `i` the verb of the clause itself: a finite one, or a passive that is no noun?
fn has_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let passive = sentence.word(i).ends_with('s') && sentence.plain_readings(i).only(Readings::PASSIVE);
    sentence.is_finite(i) || passive
}

/// Does the subject stand behind the verb, as it does in a main clause that does not begin with it?
fn is_inverted_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    let subject = matches!(sentence.word(verb + 1), "der" | "det" | "vi" | "man" | "dette" | "disse");
    let article = matches!(sentence.word(verb + 1), "denne" | "den")
        && !matches!(sentence.word(verb - 1), "for" | "af" | "til");
    subject || article || sentence.is_definite_noun(verb + 1)
}

/// Words after which the verb belongs to the clause itself.
fn joins(sentence: &Sentence<'_>, i: usize) -> bool {
    matches!(sentence.word(i), "og" | "eller" | "som" | "der" | "at" | "hvor" | "ikke" | "hvad" | "så")
}

/// Words that make it unclear where the clause ends.
fn hinders(sentence: &Sentence<'_>, i: usize) -> bool {
    match sentence.word(i) {
        "at" => !sentence.is_infinitive(i + 1),
        "og" | "eller" => !pairs(sentence, i),
        word => {
            matches!(word, "som" | "hvor" | "hvad" | "om" | "hvilken" | "hvilke" | "end" | "hvem" | "hvordan")
        }
    }
}

/// Does "og" at `i` stand between two names, nouns or infinitives, and not between clauses?
fn pairs(sentence: &Sentence<'_>, i: usize) -> bool {
    let name = |at: usize| sentence.is_capital(at) || sentence.is_definite_noun(at);
    let (before, after) = (i - 1, i + 1);
    let verbs = sentence.is_infinitive(before) && sentence.is_infinitive(after);
    verbs || name(before) && name(after) && !sentence.may_be_finite(after + 1)
}

/// The main verb behind ", der …" or ", som …", when no comma stands before it.
fn after_relative_clause(sentence: &Sentence<'_>, comma: usize) -> Option<usize> {
    const REACH: usize = 25;
    if !matches!(sentence.word(comma + 1), "der" | "som") {
        return None;
    }
    let mut own = comma + 2;
    while matches!(sentence.word(own), "ikke" | "også" | "fortsat" | "allerede") {
        own += 1;
    }
    if !sentence.is_finite(own) {
        return None;
    }
    for verb in own + 1..(own + REACH).min(sentence.len().saturating_sub(1)) {
        let ends = sentence.is_sign(verb)
            || sentence.is(verb, Classes::SUBORDINATOR.or(Classes::CONJUNCTION))
            || matches!(sentence.word(verb), "end" | "også" | "selv" | "hidtil");
        if ends {
            return None;
        }
        if sentence.is(verb, Classes::AUXILIARY) && verb >= own + 2 && begins_main(sentence, own, verb) {
            return Some(verb);
        }
    }
    None
}

fn begins_main(sentence: &Sentence<'_>, own: usize, verb: usize) -> bool {
    let before = verb - 1;
    let pronoun = matches!(sentence.word(before), "de" | "vi" | "man" | "han" | "hun" | "det");
    let led = Classes::PREPOSITION.or(Classes::BEFORE_NOUN);
    let noun = sentence.is_definite_noun(before) && !sentence.is(before - 1, led);
    let time = (own..verb).any(|i| matches!(sentence.word(i), "inden" | "før"));
    !sentence.is(before, Classes::AUXILIARY.or(Classes::ADVERB))
        && !sentence.is_sign(verb + 1)
        && !pronoun
        && !noun
        && !time
}

fn report(view: &PartView<'_>, sentence: &Sentence<'_>, verb: usize, findings: &mut Findings) {
    let whole = sentence.range(verb - 1, verb);
    if !view.is_prose(whole) {
        return;
    }
    let (last, word) = (sentence.word(verb - 1), sentence.word(verb));
    let note = Note::new(
        format!("Ledsætningen slutter ved \"{last}\", så der mangler et komma foran \"{word}\""),
        format!("The subordinate clause ends at \"{last}\", so a comma is missing before \"{word}\""),
    );
    let at = sentence.range(verb - 1, verb - 1).end();
    let title = Text { da: "Indsæt komma", en: "Insert a comma" };
    findings.report(whole, note).unsafe_fix(title, Edit::insert(at, ","));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn flags_a_clause_that_is_not_closed() {
        check(
            &RULE,
            "
1. Skoler

Når taget er lagt i maj skal gården have fliser.
                    ^^^^^^^^ Ledsætningen slutter ved \"maj\", så der mangler et komma foran \"skal\"
",
        );
        check(
            &RULE,
            "
1. Skoler

Den elev, der går i den store klasse skal have en ny plads.
                              ^^^^^^^^^^^ Ledsætningen slutter ved \"klasse\"
",
        );
    }

    #[test]
    fn ignores_clauses_that_are_closed_or_unclear() {
        silent("Når taget er lagt i maj, skal gården have fliser.");
        silent("Da skolen er ny og har plads kan den bruges.");
        silent("Den elev, der går i den store klasse, skal have en ny plads.");
        silent("Der er en plan, der viser hvad skolen skal bruge.");
    }

    #[test]
    fn inserts_the_comma() {
        check_fix(
            &RULE,
            "1. Skoler\n\nHvis skolen får et nyt tag vil det koste penge.\n",
            "1. Skoler\n\nHvis skolen får et nyt tag, vil det koste penge.\n",
        );
    }
}
