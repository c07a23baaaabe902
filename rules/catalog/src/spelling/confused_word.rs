//! `spelling/confused-word`: one small word for another that sounds alike ("højere en forventet", "vis det ønskes").
//!
//! Both words are right somewhere, so what stands around them decides, and only where no sentence could hold the one that is written.

mod asking;
mod comparing;
mod joining;
mod owner;

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/confused-word",
    summary: Text {
        da: "Et lille ord skrevet for et andet, der lyder ens",
        en: "A small word written for another that sounds alike",
    },
    why: Text {
        da: "\"end\" og \"en\", \"hvis\" og \"vis\", \"at\" og \"og\", \"nogen\" og \"nogle\" lyder ens, så forvekslingen ses kun på \
             skrift: \"højere end forventet\", \"hvis det ønskes\", \"svært ved at finde\", \"ikke nogen bemærkninger\".",
        en: "\"end\" and \"en\", \"hvis\" and \"vis\", \"at\" and \"og\", \"nogen\" and \"nogle\" sound alike, so the slip shows only \
             in writing: \"højere end forventet\", \"hvis det ønskes\", \"svært ved at finde\", \"ikke nogen bemærkninger\".",
    },
    source: "Retskrivningsordbogen",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdgiften er højere en ventet.\n\n\
                 Beslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdgiften er højere end ventet.\n\n\
                Beslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// A word that was taken for another.
struct Confusion {
    /// The words that show it.
    shown: (usize, usize),
    /// The word that is wrong.
    at: usize,
    /// What it should be.
    right: &'static str,
    /// Why, in a few words.
    why: Text,
    severity: Severity,
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        for i in sentence.places(Classes::CONFUSED) {
            let Some(found) = confusion_at(sentence, i) else { continue };
            if view.is_prose(sentence.range(found.shown.0, found.shown.1)) {
                report(sentence, &found, findings);
            }
        }
    }
}

fn confusion_at(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    match sentence.word(i) {
        "en" => comparing::than(sentence, i),
        "og" => joining::to(sentence, i),
        "vis" | "Vis" | "vist" | "Vist" => asking::whether(sentence, i),
        "hver" | "hvert" => been(sentence, i),
        "nogle" => asking::any(sentence, i),
        "nogen" => some_few(sentence, i),
        "Dem" => those(sentence, i),
        "de" => them(sentence, i),
        "sin" | "sit" | "sine" => owner::theirs(sentence, i),
        _ => None,
    }
}

/// "Det kan hver svært", "Der har hvert holdt to møder": what sounds like "være" and "været".
fn been(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    let verb = i.checked_sub(1)?;
    let subject = |word: &str| matches!(word, "det" | "Det" | "der" | "Der");
    let light = subject(sentence.word(verb)) || verb > 0 && subject(sentence.word(verb - 1));
    let modal = sentence.is(verb, Classes::MODAL) || verb > 0 && sentence.is(verb - 1, Classes::MODAL);
    let readings = sentence.plain_readings(i + 1).without(Readings::IMPERATIVE);
    // "Det kan hver især afgøre": what is told of each is no adjective.
    if sentence.word(i) == "hver" && light && modal && readings.only(Readings::ADJECTIVE_NEUTER) {
        let why =
            Text { da: "Efter udsagnsordet står navnemåden", en: "Behind the verb stands the infinitive" };
        return Some(Confusion { shown: (verb, i), at: i, right: "være", why, severity: Severity::Warning });
    }
    let perfect = verb == 1 && sentence.word(0) == "Der" && sentence.is(verb, Classes::HAVE);
    // "hvert stor" is as wrong as "hvert afholdt".
    let done = readings.any(Readings::PARTICIPLE) && !readings.any(Readings::NOUN)
        || sentence.word(i) == "hvert" && readings == Readings::ADJECTIVE_COMMON;
    (perfect && done).then_some(Confusion {
        shown: (verb, i),
        at: i,
        right: "været",
        why: Text { da: "Efter \"har\" står kort tillægsform", en: "Behind \"har\" stands the participle" },
        severity: Severity::Warning,
    })
}

/// "nogen få henvendelser": what is not doubted are "nogle".
fn some_few(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    // "kan nogen få svar".
    let asked = i < 2
        || sentence.may_be_finite(0)
        || sentence.word(sentence.len() - 1) == "?"
        || sentence.any(
            0,
            i,
            Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE).or(Classes::LEADING),
        );
    let many = sentence.readings_of_compound(i + 2).any(Readings::PLURAL);
    (sentence.word(i + 1) == "få" && many && !asked && sentence.is_whole()).then_some(Confusion {
        shown: (i, i + 2),
        at: i,
        right: "nogle",
        why: Text { da: "Om et antal hedder det", en: "Of a number one writes" },
        severity: Severity::Warning,
    })
}

/// "Dem nye regler gælder": before the noun it is "De".
fn those(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    let described = sentence.is_adjective(1, Readings::ADJECTIVE_E) || sentence.word(1) == "nye";
    let noun = sentence.readings_of_compound(2).any(Readings::PLURAL) && sentence.is_small(2);
    // "Dem nye regler rammer, er få": in a single clause the verb is that of the rules.
    let verb = sentence.may_stand_finite(3) || sentence.is(3, Classes::MODAL);
    let only = verb && sentence.is_whole() && !sentence.has(Classes::COMMA);
    (i == 0 && described && noun && only).then_some(Confusion {
        shown: (0, 2),
        at: 0,
        right: "De",
        why: Text { da: "Foran navneordet hedder det", en: "Before the noun one writes" },
        severity: Severity::Warning,
    })
}

/// "Rådet vil hjælpe de.", "Der er plads til de.": at the end of the sentence, behind a preposition or an infinitive, it is "dem".
fn them(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    const LED: [&str; 13] =
        ["i", "på", "med", "til", "for", "ved", "af", "fra", "om", "over", "mod", "blandt", "hos"];
    let before = i.checked_sub(1)?;
    let governs = Classes::MODAL.or(Classes::AT);
    let object = sentence.is_infinitive(before)
        && before > 0
        && (sentence.is(before - 1, governs)
            || sentence.is(before - 1, Classes::ADVERB) && sentence.any(0, before, governs));
    let ends = sentence.word(i + 1) == "." && i + 2 == sentence.len() && sentence.is_whole();
    ((object || LED.contains(&sentence.word(before))) && ends).then_some(Confusion {
        shown: (before, i),
        at: i,
        right: "dem",
        why: Text { da: "Som genstand hedder det", en: "As an object one writes" },
        severity: Severity::Warning,
    })
}

fn report(sentence: &Sentence<'_>, found: &Confusion, findings: &mut Findings) {
    let Confusion { shown: (first, last), at, right, why, severity } = *found;
    let written = sentence.word(at);
    let right = if sentence.is_capital(at) { capital(right) } else { right.to_owned() };
    let note = Note::new(
        format!("{} \"{right}\", ikke \"{written}\"", why.da),
        format!("{} \"{right}\", not \"{written}\"", why.en),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings
        .report(sentence.range(first, last), note)
        .at_most(severity)
        .unsafe_fix(title, Edit::replace(sentence.range(at, at), right));
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
