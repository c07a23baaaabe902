//! "en" for "end": "højere en forventet", "mere en 2 mio. kr.".

use super::Confusion;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::{Classes, Kind};
use lint::{Severity, Text};

/// Tells of an "en" at `i` behind a comparative, before what can only be compared.
pub(super) fn than(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    let more = i.checked_sub(1).filter(|&more| sentence.is(more, Classes::COMPARATIVE))?;
    let compared =
        is_pointed_at(sentence, i + 1) || is_expected(sentence, i + 1) || is_amount(sentence, i + 1);
    compared.then_some(Confusion {
        shown: (more, i + 1),
        at: i,
        right: "end",
        why: Text { da: "Når noget sammenlignes, hedder det", en: "When things are compared one writes" },
        severity: Severity::Warning,
    })
}

/// "lavere en i andre byer", "bedre en det gamle": no noun begins so.
fn is_pointed_at(sentence: &Sentence<'_>, i: usize) -> bool {
    matches!(
        sentence.word(i),
        "i" | "hos"
            | "det"
            | "dem"
            | "dette"
            | "disse"
            | "hvad"
            | "andre"
            | "alle"
            | "vi"
            | "man"
            | "at"
            | "gennemsnittet"
            | "landsgennemsnittet"
            | "nogensinde"
    )
}

/// "højere en forventet": and no "en forventet pris".
fn is_expected(sentence: &Sentence<'_>, i: usize) -> bool {
    let expected = matches!(
        sentence.word(i),
        "forventet" | "ventet" | "budgetteret" | "antaget" | "beregnet" | "planlagt" | "normalt" | "hidtil"
    );
    let described = sentence.is_small(i + 1)
        && !sentence.is(i + 1, Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY));
    expected && !described
}

/// "mere en 2 mio. kr.": and neither "en 3 km lang sti" nor "en 5. klasse".
fn is_amount(sentence: &Sentence<'_>, i: usize) -> bool {
    let number = sentence.token(i).is_some_and(|token| token.kind == Kind::Number);
    let unit = matches!(
        sentence.word(i + 1),
        "mio." | "mia." | "kr." | "%" | "pct." | "procent" | "millioner" | "kroner"
    );
    let many = sentence.readings_of_compound(i + 1).only(Readings::PLURAL);
    let described =
        sentence.readings(i + 2).any(Readings::ADJECTIVE) || sentence.readings(i + 2).any(Readings::NOUN);
    number && (unit || many) && (!described || sentence.is(i + 2, Classes::ANY))
}
