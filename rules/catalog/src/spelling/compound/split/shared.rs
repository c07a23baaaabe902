//! The last of two compounds that share their last part, written apart: "pleje- og demens området".
//!
//! The hyphen tells that a last part is coming. The word behind "og" has none yet, unless it is a compound itself: "tids- og
//! handleplan".

use super::last::readings_of_last;
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::letters::fold;
use danish::lexicon::{Readings, begins_compound, is_compound};
use danish::tokens::Classes;

/// Does the word at `i`, behind a hyphen and "og", wait for the word behind it as its last part?
pub(super) fn is_shared(sentence: &Sentence<'_>, i: usize) -> bool {
    if i < 3 || !is_behind_hyphen(sentence, i - 1) {
        return false;
    }
    let singular = Readings::COMMON | Readings::NEUTER;
    let first = sentence.readings(i).without(Readings::OTHER);
    let second = readings_of_last(sentence, i);
    let word = fold(sentence.word(i));
    let noun = first.any(singular | Readings::PLURAL)
        && first.only(singular | Readings::PLURAL | Readings::IMPERATIVE);
    let part = begins_compound(&word) && !is_compound(&word) && noun || compounds().is_first(&word);
    let definite = second.only(Readings::DEFINITE);
    let many = second.only(Readings::PLURAL | Readings::IMPERATIVE)
        && second.any(Readings::PLURAL)
        && first.only(singular);
    // "mad- og drikke gæsterne har med": a clause without its "som" begins at the second.
    let spoken = sentence.may_stand_finite(i + 2) || sentence.is(i + 2, Classes::MODAL);
    part && (definite || many) && !spoken
}

/// Does the conjunction at `at` stand right behind a first part with its hyphen: "pleje- og"?
fn is_behind_hyphen(sentence: &Sentence<'_>, at: usize) -> bool {
    let joined = sentence.token(at - 1).is_some_and(|sign| !sign.is_spaced());
    sentence.is(at, Classes::CONJUNCTION)
        && matches!(sentence.word(at - 1), "-" | "‑")
        && joined
        && sentence.is_word(at - 2)
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::split::fixture::{silent, told};

    #[test]
    fn flags_the_last_part_that_the_hyphen_stands_for() {
        told("Der er travlt på børne- og unge området.", "unge området");
        told("Midlerne gives til klub- og kunst aktiviteter.", "kunst aktiviteter");
        told("Vi ser på vej- og park planen i maj.", "park planen");
    }

    #[test]
    fn ignores_last_parts_that_are_there() {
        silent("Vi fulgte tids- og handleplanen, der gælder for børne- og ungeområdet.");
        silent("Der var mad- og drikke gæsterne havde med.");
        silent("Børne- og ungeområdet er dyrt, og vej- og parkplanen er klar.");
    }
}
