//! What words that decide say was decided, in a line or a cell.

use references::outcome::{self, Outcome};
use syntax::decided::{self, Said};

/// What the sentences of `words` that decide say was decided, each once; what all say where none does.
pub(super) fn decided_outcomes(words: &str) -> Vec<Outcome> {
    let mut found: Vec<Outcome> = Vec::new();
    let (mut told, mut decides) = (false, false);
    for (sentence, said) in decided::sentences(words) {
        decides |= said == Said::Decided;
        if matches!(said, Said::Decided | Said::Outcome) {
            told = true;
            push_outcomes(sentence, &mut found);
        }
    }
    if !told {
        push_outcomes(words, &mut found);
    }
    if decides && found.is_empty() {
        found.push(Outcome::Other);
    }
    found
}

fn push_outcomes(words: &str, found: &mut Vec<Outcome>) {
    for (outcome, _) in outcome::decided(words) {
        if !found.contains(&outcome) {
            found.push(outcome);
        }
    }
}
