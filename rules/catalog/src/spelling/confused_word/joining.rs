//! "og" for "at": "svært ved og finde", "er begyndt og drøfte".

use super::Confusion;
use danish::clauses::Sentence;
use danish::tokens::Classes;
use lint::{Severity, Text};

/// What "at" and an infinitive follow, and no "og" with one: of these words none is an infinitive that another could be joined to.
const LEADS: &[(&str, &str)] = &[
    ("nødt", "til"),
    ("svært", "ved"),
    ("svært", "for"),
    ("nemt", "ved"),
    ("nemt", "for"),
    ("let", "ved"),
    ("let", "for"),
    ("lettere", "ved"),
    ("sværere", "ved"),
    ("stand", "til"),
    ("tvunget", "til"),
    ("færd", "med"),
    ("gang", "med"),
    ("mulighed", "for"),
    ("muligheden", "for"),
    ("muligheder", "for"),
    ("pligt", "til"),
    ("lyst", "til"),
    ("tid", "til"),
    ("råd", "til"),
    ("henblik", "på"),
    ("behov", "for"),
    ("brug", "for"),
];

/// Tells of an "og" at `i` before an infinitive that nothing before it could be joined to.
pub(super) fn to(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    let before = i.checked_sub(1)?;
    if !sentence.is_infinitive(i + 1) && !is_get_all(sentence, i + 1) {
        return None;
    }
    let led = before > 0
        && LEADS
            .iter()
            .any(|&(noun, link)| (sentence.word(before - 1), sentence.word(before)) == (noun, link));
    // "Vi kan høre, hvad der er vigtigt og tage det med": an infinitive may be joined to one far before.
    let governs = Classes::MODAL.or(Classes::AT).without(Classes::BEFORE_AT);
    let alone =
        !sentence.is_cut_before() && !(0..i).any(|at| sentence.is(at, governs) || lets(sentence.word(at)));
    let begun = sentence.is(before, Classes::BEGINNING);
    let judged = sentence.is(before, Classes::GOVERNING)
        && sentence.word(before).ends_with('t')
        && before > 0
        && sentence.is(before - 1, Classes::COPULA);
    (led && !lets_infinitive(sentence, i) || alone && (begun || judged)).then_some(Confusion {
        shown: (before, i + 1),
        at: i,
        right: "at",
        why: Text { da: "Foran navnemåden hedder det her", en: "Before the infinitive one writes here" },
        severity: Severity::Warning,
    })
}

/// "vigtigt og få alle med".
fn is_get_all(sentence: &Sentence<'_>, i: usize) -> bool {
    matches!(sentence.word(i), "få")
        && matches!(sentence.word(i + 1), "alle" | "en" | "et" | "den" | "det" | "de")
}

fn lets(word: &str) -> bool {
    matches!(word, "lad" | "lade" | "lader" | "lod" | "Lad" | "bede" | "høre" | "se")
}

/// "hvad der er brug for og finde det": behind a modal verb or "at" an infinitive may be joined over the clause between.
fn lets_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.any(0, i, Classes::RELATIVE.or(Classes::DEPENDENT))
        && sentence.any(0, i, Classes::MODAL.or(Classes::AT))
}
