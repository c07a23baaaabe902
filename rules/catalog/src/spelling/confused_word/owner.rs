//! "sin" for "deres": "Borgerne har modtaget sit svar".

use super::Confusion;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Severity, Text};

/// Tells of "sin" at `i` behind the verb of several that begin the sentence, with nobody between whose it could be.
///
/// "Alle ting har sin pris" is a saying, and what each has is "sit" ("Klubberne har hver sin bane").
pub(super) fn theirs(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    const FURTHEST: usize = 4;
    const FIXED: &[&str] =
        &["tid", "art", "måde", "vis", "plads", "helhed", "pris", "gang", "egen", "eget", "egne"];
    let subject = sentence.readings_of_compound(0).without(Readings::OTHER);
    if !(2..=FURTHEST).contains(&i) || !subject.only(Readings::DEFINITE_PLURAL) || !sentence.is_whole() {
        return None;
    }
    let verb =
        |at: usize| sentence.readings(at).any(Readings::VERB) && !sentence.readings(at).any(Readings::NOUN);
    let spoken =
        |at: usize| sentence.is(at, Classes::MODAL.or(Classes::HAVE).or(Classes::AUXILIARY)) || verb(at);
    let begins = sentence.is(1, Classes::MODAL.or(Classes::HAVE)) || sentence.is_finite(1) && verb(1);
    let between = (2..i).all(|at| spoken(at) || sentence.is(at, Classes::ADVERB));
    // "har sin rigtighed" is said of many as well.
    let governed = verb(i - 1) && !sentence.is(i - 1, Classes::HAVE.or(Classes::AUXILIARY));
    let thing = sentence.is_small(i + 1)
        && sentence.readings_of_compound(i + 1).any(Readings::NOUN | Readings::ADJECTIVE)
        && !FIXED.contains(&sentence.word(i + 1));
    (begins && between && governed && thing).then_some(Confusion {
        shown: (i - 1, i),
        at: i,
        right: "deres",
        why: Text { da: "Om det, flere ejer, hedder det", en: "Of what several own one writes" },
        severity: Severity::Warning,
    })
}
