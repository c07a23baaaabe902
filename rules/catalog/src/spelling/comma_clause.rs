//! `spelling/comma-clause`: no comma after a clause that begins the sentence, or after a relative clause.
//!
//! The comma *before* a clause is the writer's choice; the one behind it is not.

mod content;
mod leading;

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

use leading::{after_leading_clause, before_so};

pub(crate) static RULE: Rule = Rule {
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

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // Where a clause begins and ends is seen in a whole sentence only.
    for sentence in view.sentences().iter().filter(|sentence| sentence.is_whole()) {
        if let Some(verb) = before_so(sentence).or_else(|| after_leading_clause(sentence)) {
            report(view, sentence, verb, findings);
        }
        for comma in sentence.places(Classes::COMMA) {
            if parts_question(sentence, comma) {
                report_parted(view, sentence, comma, findings);
            }
            let verb = after_relative_clause(sentence, comma)
                .or_else(|| content::after_content_clause(sentence, comma));
            if let Some(verb) = verb {
                report(view, sentence, verb, findings);
            }
        }
    }
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
    // "som udvalget har afsat": the subject stands between.
    let object = sentence.word(comma + 1) == "som"
        && (sentence.is_definite_noun(own) || sentence.is(own, Classes::PRONOUN))
        && sentence.is_finite(own + 1);
    own += usize::from(object);
    let waits = waits_for_verb(sentence, comma);
    if !(sentence.is_finite(own) || waits && sentence.may_be_finite(own)) || object && !waits {
        return None;
    }
    for verb in own + 1..(own + REACH).min(sentence.len().saturating_sub(1)) {
        let ends = sentence.is_sign(verb)
            || sentence.is(verb, Classes::SUBORDINATOR.or(Classes::CONJUNCTION))
            || matches!(sentence.word(verb), "end" | "også" | "selv" | "hidtil");
        if ends {
            return None;
        }
        // "der ikke har betalt får en rykker": behind a participle or a time the second verb is that of the main clause.
        let perfect = sentence.is(own, Classes::HAVE.or(Classes::BECOME))
            && !sentence.is(verb, Classes::SAYING)
            && sentence.is_finite(verb)
            && sentence.readings(verb - 1).without(Readings::OTHER).only(Readings::PARTICIPLE);
        let passive = waits && is_main_passive(sentence, own, verb);
        let begins = perfect || passive || sentence.is(verb, Classes::AUXILIARY);
        if begins && verb >= own + 2 && begins_main(sentence, own, verb) {
            return Some(verb);
        }
    }
    None
}

/// Is what stands before the comma a noun whose verb has not come, so that it is the subject of the one behind the clause?
fn waits_for_verb(sentence: &Sentence<'_>, comma: usize) -> bool {
    let begin = sentence.sign_before(comma).map_or(0, |sign| sign + 1);
    let other = Classes::MODAL.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR);
    comma > begin
        && sentence.readings_of_compound(comma - 1).any(Readings::NOUN)
        && !(begin..comma).any(|at| sentence.may_stand_finite(at) || sentence.is(at, other))
}

/// "De, der medvirker ved valget tilbydes mad": a passive that nothing in the clause governs.
fn is_main_passive(sentence: &Sentence<'_>, own: usize, verb: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    sentence.word(verb).ends_with('s')
        && sentence.is_small(verb)
        && sentence.plain_readings(verb) == Readings::PASSIVE
        && !sentence.any(own, verb, governs)
}

fn begins_main(sentence: &Sentence<'_>, own: usize, verb: usize) -> bool {
    let before = verb - 1;
    let pronoun =
        sentence.is(before, Classes::PRONOUN) || matches!(sentence.word(before), "de" | "det" | "den" | "I");
    let led = Classes::PREPOSITION.or(Classes::BEFORE_NOUN);
    let noun = sentence.is_definite_noun(before) && !sentence.is(before - 1, led);
    let time = (own..verb).any(|i| matches!(sentence.word(i), "inden" | "før"));
    // "Medlemmer, der skylder penge ikke nødvendigvis bliver …": an adverb may belong to the verb behind it.
    let adverb =
        sentence.readings(before).any(Readings::OTHER) && !sentence.readings(before).any(Readings::NOUN);
    !sentence.is(before, Classes::AUXILIARY.or(Classes::ADVERB))
        && !adverb
        && !sentence.is_sign(verb + 1)
        // "penge ikke nødvendigvis bliver": the adverbs belong to the verb of the clause around it.
        && !(own + 1..verb).any(|i| sentence.word(i) == "ikke")
        && !pronoun
        && !noun
        && !time
}

/// "tvivl om hvem, der kører": a comma between the two words that are the subject of a question.
fn parts_question(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 1
        && matches!(sentence.word(comma - 1), "hvem" | "hvad")
        && !sentence.is_sign(comma - 2)
        && sentence.word(comma + 1) == "der"
        && sentence.may_be_finite(comma + 2)
}

fn report_parted(view: &PartView<'_>, sentence: &Sentence<'_>, comma: usize, findings: &mut Findings) {
    let whole = sentence.range(comma - 1, comma + 1);
    if !view.is_prose(whole) {
        return;
    }
    let word = sentence.word(comma - 1);
    let note = Note::new(
        format!("\"{word} der\" hører sammen, så kommaet mellem dem skal væk"),
        format!("\"{word} der\" belong together, so the comma between them must go"),
    );
    let title = Text { da: "Fjern kommaet", en: "Remove the comma" };
    findings.report(whole, note).unsafe_fix(title, Edit::delete(sentence.range(comma, comma)));
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
mod tests;
