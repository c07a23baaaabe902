//! "af" before an infinitive, where "at" was meant: "begynder af lukke", "ved af forlænge linjen".

use super::hangs;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Findings, Note, PartView, Text};
use text::edit::Edit;

/// Tells of an "af" at `i` that an infinitive follows, which "af" cannot have behind it.
pub(super) fn check(view: &PartView<'_>, sentence: &Sentence<'_>, i: usize, findings: &mut Findings) {
    if sentence.word(i) != "af" || i == 0 {
        return;
    }
    // "til af lukke": behind a preposition it cannot be right, whatever else the verb may be.
    let led = sentence.is(i - 1, Classes::BEFORE_AT) && sentence.word(i + 1) != "true";
    let verb = sentence.is_small(i + 1)
        && sentence.readings(i + 1).any(Readings::INFINITIVE)
        && !sentence.is(i + 1, Classes::NUMERAL);
    if !(sentence.is_infinitive(i + 1) || led && verb) {
        return;
    }
    let whole = sentence.range(i, i + 1);
    let begins = sentence.is_sign(i - 1);
    if begins || hangs(view, whole) || !view.is_prose(whole) {
        return;
    }
    let verb = sentence.word(i + 1);
    let note = Note::new(
        format!("Foran navnemåden \"{verb}\" står \"at\", ikke \"af\""),
        format!("Before the infinitive \"{verb}\" stands \"at\", not \"af\""),
    );
    let title = Text { da: "Skriv \"at\"", en: "Write \"at\"" };
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(i, i), "at"));
}
