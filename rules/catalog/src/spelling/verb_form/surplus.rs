//! An "at" behind a modal verb, which has the infinitive without it: "vil at prøve", "skal ikke at mødes".

use super::modal::is_main;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Findings, Note, PartView};
use text::TextRange;
use text::edit::Edit;

/// Tells of each such "at".
pub(super) fn check(view: &PartView<'_>, sentence: &Sentence<'_>, findings: &mut Findings) {
    for modal in sentence.places(Classes::MODAL) {
        let mut at = modal + 1;
        while sentence.is(at, Classes::ADVERB) {
            at += 1;
        }
        let wish = matches!(sentence.word(modal), "vil" | "ville") && sentence.may_be_finite(at + 2);
        if sentence.is(at, Classes::AT)
            && is_infinitive(sentence, at + 1)
            && !wish
            && is_main(sentence, modal)
        {
            report(view, sentence, (modal, at), findings);
        }
    }
}

/// "prøve", "mødes"; but "vil at der sker noget" and "vil at planen udsættes" are a wish.
fn is_infinitive(sentence: &Sentence<'_>, verb: usize) -> bool {
    let found = sentence.plain_readings(verb);
    sentence.is_small(verb)
        && found.any(Readings::INFINITIVE | Readings::PASSIVE)
        && !found.any(Readings::PRESENT | Readings::PAST | Readings::DEFINITE | Readings::ADJECTIVE)
        && !sentence.is(verb, Classes::NOT_INFINITIVE.or(Classes::PRONOUN))
}

fn report(
    view: &PartView<'_>,
    sentence: &Sentence<'_>,
    (modal, at): (usize, usize),
    findings: &mut Findings,
) {
    let whole = sentence.range(modal, at + 1);
    if !view.is_prose(whole) {
        return;
    }
    let (leader, verb) = (sentence.word(modal), sentence.word(at + 1));
    let note = Note::new(
        format!("Efter \"{leader}\" står navnemåde uden \"at\": {verb}"),
        format!("After \"{leader}\" comes the infinitive without \"at\": \"{verb}\""),
    );
    let gone = TextRange::new(sentence.range(at, at).start(), sentence.range(at + 1, at + 1).start());
    let title = Note::new("Slet \"at\"", "Delete \"at\"");
    findings.report(whole, note).unsafe_fix(title, Edit::delete(gone));
}
