//! A small word that has dropped out beside a verb: "besluttede godkende", "Der ikke afsat midler", "Det vigtigt, at …".

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Findings, Note, PartView};
use text::edit::Edit;

/// Tells of what is missing at the verb at `i`, and at the start of the sentence.
pub(super) fn check(view: &PartView<'_>, sentence: &Sentence<'_>, findings: &mut Findings) {
    for i in sentence.places(Classes::BEGINNING) {
        if lacks_at(sentence, i) {
            let (verb, next) = (sentence.word(i), sentence.word(i + 1));
            let note = Note::new(
                format!("Mellem \"{verb}\" og navnemåden \"{next}\" mangler \"at\""),
                format!("Between \"{verb}\" and the infinitive \"{next}\" the word \"at\" is missing"),
            );
            report(view, sentence, (i, "at"), note, findings);
        }
    }
    if lacks_verb(sentence) {
        let (first, next) = (sentence.word(0), sentence.word(1));
        let note = Note::new(
            format!("Mellem \"{first}\" og \"{next}\" mangler et udsagnsord, vist \"er\""),
            format!("Between \"{first}\" and \"{next}\" a verb is missing, perhaps \"er\""),
        );
        report(view, sentence, (0, "er"), note, findings);
    }
}

/// "Udvalget besluttede godkende planen": of these verbs none has an infinitive right behind it.
fn lacks_at(sentence: &Sentence<'_>, i: usize) -> bool {
    // "Hvad man skal, besluttede godkende myndighed": only with a subject before it is it surely the verb.
    let subject = i > 0 && (sentence.is_definite_noun(i - 1) || sentence.is(i - 1, Classes::PRONOUN));
    subject && sentence.is_infinitive(i + 1) && !sentence.any(0, i, Classes::MODAL)
}

/// "Der ikke afsat midler", "Det vigtigt, at alle får besked": a main clause that begins without its verb.
fn lacks_verb(sentence: &Sentence<'_>) -> bool {
    if !sentence.is_whole() || !matches!(sentence.word(0), "Der" | "Det") {
        return false;
    }
    let ends = matches!(sentence.word(sentence.len() - 1), ".");
    let verb = Classes::AUXILIARY.or(Classes::FINITE).or(Classes::MODAL);
    // "Der ikke kan, skal ikke": what may be a clause with its subject in front has its verb behind.
    let denied = sentence.word(0) == "Der"
        && sentence.word(1) == "ikke"
        && sentence.readings(2).any(Readings::PARTICIPLE)
        && !sentence.any(3, sentence.clause_end(3), verb);
    let at = 2 + usize::from(sentence.is_comma(2));
    let judged = sentence.word(0) == "Det"
        && sentence.is(at, Classes::AT)
        && sentence.is(1, Classes::GOVERNING)
        && sentence.plain_readings(1).any(Readings::ADJECTIVE_NEUTER)
        && sentence.plain_readings(1).only(Readings::ADJECTIVE | Readings::IMPERATIVE);
    ends && (denied || judged)
}

fn report(
    view: &PartView<'_>,
    sentence: &Sentence<'_>,
    at: (usize, &str),
    note: Note,
    findings: &mut Findings,
) {
    let (before, missing) = at;
    let whole = sentence.range(before, before + 1);
    if !view.is_prose(whole) {
        return;
    }
    let end = sentence.range(before, before).end();
    let title = Note::new(format!("Indsæt \"{missing}\""), format!("Insert \"{missing}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::insert(end, format!(" {missing}")));
}
