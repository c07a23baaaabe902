//! The last of two compounds that share their last part, written apart: "pleje- og demens området".
//!
//! The hyphen tells that a last part is coming. The word behind "og" has none yet, unless it is a compound itself: "tids- og
//! handleplan".

use super::bare::has_one_verb;
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
    // "test- og vaccine center": a word that is no compound leaves the hyphen waiting for the second.
    let single =
        noun && second.any(singular) && second.only(singular | Readings::IMPERATIVE) && !is_compound(&word);
    // "mad- og drikke gæsterne har med": a clause without its "som" begins at the second.
    let spoken = sentence.may_stand_finite(i + 2) || sentence.is(i + 2, Classes::MODAL);
    (part && (definite || many) || single) && (!spoken || is_before_verb(sentence, i))
}

/// "Udgiften på pleje- og demens området er stor": is the one verb of the clause behind the two?
fn is_before_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let begin =
        (0..i).rev().find(|&at| sentence.is(at, Classes::COMMA.or(Classes::STOP))).map_or(0, |at| at + 1);
    begin == 0 && !(0..i).any(verb) && has_one_verb(sentence, i)
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
        told("Byen har åbnet et test- og vaccine center.", "vaccine center");
        told("Merforbruget på pleje- og park området er stort.", "park området");
        told("Der er travlt med børne- og familie aktiviteter i maj.", "familie aktiviteter");
    }

    #[test]
    fn ignores_last_parts_that_are_there() {
        silent("Vi fulgte tids- og handleplanen, der gælder for børne- og ungeområdet.");
        silent("Der var mad- og drikke gæsterne havde med.");
        silent("Børne- og ungeområdet er dyrt, og vej- og parkplanen er klar.");
    }
}
