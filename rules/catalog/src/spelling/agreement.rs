//! `spelling/agreement`: article, adjective and noun that do not fit together ("en treårige tidshorisont").
//!
//! The noun must be one in every reading and of one gender; nouns with two genders are a list. Where the article fits the
//! noun behind, the two are a compound written apart, which is another rule's to tell.

mod phrase;
mod predicate;
mod stray_ending;

use danish::clauses::Sentence;
use danish::inflection::{common, neuter};
use danish::lexicon::Readings;
use danish::spelling::with_single_letter;
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

use phrase::{Fault, adjective_between, fault_at};

pub(crate) static RULE: Rule = Rule {
    name: "spelling/agreement",
    summary: Text {
        da: "Kendeord, tillægsord og navneord, der ikke passer sammen",
        en: "Article, adjective and noun that do not fit together",
    },
    why: Text {
        da: "Kendeord og tillægsord retter sig efter navneordet: \"en treårig plan\", \"et treårigt forløb\", \"den treårige \
             plan\". Efter \"den\" og \"det\" med tillægsord står navneordet uden endelse: \"den grønne aftale\".",
        en: "Article and adjective follow the noun: \"en treårig plan\", \"et treårigt forløb\", \"den treårige plan\". After \
             \"den\" or \"det\" with an adjective the noun has no ending: \"den grønne aftale\".",
    },
    source: "Retskrivningsordbogen, køn og bøjning ved det enkelte ord",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget lægges efter en treårige tidsplan.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget lægges efter en treårig tidsplan.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// This many words around a phrase decide what it is.
const NEIGHBOURS: usize = 2;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        for i in sentence.places(phrase::BEGINS.or(stray_ending::BEGINS)) {
            let fault = fault_at(sentence, i).or_else(|| stray_ending::fault_at(sentence, i));
            if let Some((fault, last)) = fault
                && sentence.is_known_around(i, last, NEIGHBOURS)
                && view.is_prose(sentence.range(i, last))
                // "You want to export the library".
                && !view.is_foreign(sentence.range(i, last))
                // "en ansøgninggen" has a letter too many and no wrong article.
                && with_single_letter(sentence.word(last)).is_none()
            {
                report(sentence, i, last, fault, findings);
            }
        }
        // What looks like the subject may stand in the middle of one that began on the line before.
        if sentence.is_whole() {
            predicate::check(view, sentence, findings);
        }
    }
}

fn report(sentence: &Sentence<'_>, first: usize, last: usize, fault: Fault, findings: &mut Findings) {
    let whole = sentence.range(first, last);
    let (article, noun) = (sentence.word(first), sentence.word(last));
    let rest: Vec<&str> = (first + 1..=last).map(|i| sentence.word(i)).collect();
    let rest = rest.join(" ");
    let (wrong, right, note) = match fault {
        Fault::Article(right) if bent(sentence, first, last, right).is_some() => {
            return report_whole(sentence, first, last, right, findings);
        }
        Fault::Article(right) => {
            let note = Note::new(
                format!("Det hedder \"{right} {rest}\", ikke \"{article} {rest}\""),
                format!("It is \"{right} {rest}\", not \"{article} {rest}\""),
            );
            (first, right.to_owned(), note)
        }
        Fault::Adjective(at, right) => {
            let written = sentence.word(at);
            let note = Note::new(
                format!("Mellem \"{article}\" og \"{noun}\" hedder det \"{right}\", ikke \"{written}\""),
                format!("Between \"{article}\" and \"{noun}\" it is \"{right}\", not \"{written}\""),
            );
            (at, right, note)
        }
        Fault::Plural(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" står navneordet i flertal: {right}"),
                format!("After \"{article}\" the noun stands in the plural: \"{right}\""),
            );
            (last, right, note)
        }
        Fault::Stray(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" står navneordet uden endelse: {right}"),
                format!("After \"{article}\" the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
        Fault::Owned(right) => {
            let note = Note::new(
                format!("Efter ejefaldet \"{article}\" står navneordet uden endelse: {right}"),
                format!("After the genitive \"{article}\" the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
        // "den nye vedtægterne": the article is wrong as well.
        Fault::Definite(right) if word_is_one(article) && noun.ends_with("ne") => {
            let many = if article.starts_with('D') { "De" } else { "de" };
            let rest = [&rest[..rest.len() - noun.len()], &right].concat();
            let note = Note::new(
                format!("Det hedder \"{many} {rest}\" om flere"),
                format!("Of several it is \"{many} {rest}\""),
            );
            let edits = vec![
                Edit::replace(sentence.range(first, first), many),
                Edit::replace(sentence.range(last, last), &*right),
            ];
            let title = Note::new(format!("Skriv \"{many} {rest}\""), format!("Write \"{many} {rest}\""));
            findings.report(whole, note).fix(title, Applicability::Unsafe, edits);
            return;
        }
        Fault::Definite(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" og et tillægsord står navneordet uden endelse: {right}"),
                format!("After \"{article}\" and an adjective the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
    };
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(wrong, wrong), right));
}

/// "en rektangulær objekt" → "rektangulært": the adjective before the noun as it is behind the other article, if it bends.
fn bent(sentence: &Sentence<'_>, first: usize, last: usize, article: &str) -> Option<String> {
    let adjective = last.checked_sub(1).filter(|at| *at > first)?;
    let word = sentence.word(adjective);
    match (article, word) {
        ("et" | "Et", "ny") => return Some("nyt".to_owned()),
        ("en" | "En", "nyt") => return Some("ny".to_owned()),
        _ => {}
    }
    match article {
        "et" | "Et" if adjective_between(sentence, adjective).only(Readings::ADJECTIVE_COMMON) => {
            neuter(word)
        }
        "en" | "En" if sentence.is_adjective(adjective, Readings::ADJECTIVE_NEUTER) => common(word),
        _ => None,
    }
    .filter(|form| form != word)
}

/// Article and adjective both follow the noun.
fn report_whole(sentence: &Sentence<'_>, first: usize, last: usize, right: &str, findings: &mut Findings) {
    let Some(adjective) = bent(sentence, first, last, right) else { return };
    let mut words: Vec<&str> = (first..=last).map(|i| sentence.word(i)).collect();
    let written = words.join(" ");
    (words[0], words[last - 1 - first]) = (right, &adjective);
    let words = words.join(" ");
    let note = Note::new(
        format!("Det hedder \"{words}\", ikke \"{written}\""),
        format!("It is \"{words}\", not \"{written}\""),
    );
    let edits = vec![
        Edit::replace(sentence.range(first, first), right),
        Edit::replace(sentence.range(last - 1, last - 1), &*adjective),
    ];
    let title = Note::new(format!("Skriv \"{words}\""), format!("Write \"{words}\""));
    findings.report(sentence.range(first, last), note).fix(title, Applicability::Unsafe, edits);
}

fn word_is_one(article: &str) -> bool {
    matches!(article, "den" | "det" | "Den" | "Det")
}

#[cfg(test)]
mod tests;
