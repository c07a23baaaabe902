//! A bare noun beside a definite one, where the lexicon lists the two as one word: "af ramme aftalen", "at dag tilbuddet".
//!
//! No sentence has a bare noun right before a definite one but where two parts of it meet, so what stands before the two must show that
//! a single part begins there, and the listed word that this part is one.

use super::{fits_only_last, is_noun, is_slip};
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::date::month_from;
use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;

const SINGULAR: Readings = Readings::from_bits(Readings::COMMON.bits() | Readings::NEUTER.bits());

/// Must the words at `i` and behind it be `right`, which is listed?
pub(super) fn is_before_definite(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let first = sentence.readings(i);
    let second = sentence.readings_of_compound(i + 1).without(Readings::OTHER);
    // "dag tilbuddets arealer".
    let owner = second.only(Readings::GENITIVE) && sentence.is(i + 1, Classes::ENDS_AS_OWNER);
    first.any(SINGULAR)
        && (second.any(Readings::DEFINITE) || owner)
        && second.only(Readings::DEFINITE | Readings::GENITIVE)
        && readings(&fold(right)).any(Readings::DEFINITE | Readings::GENITIVE)
        && !compounds().takes_s(sentence.word(i))
        && !compounds().stands_behind(sentence.word(i + 1))
        && begins_part(sentence, i, first)
}

/// Does what stands before `i` show that one part of the sentence begins there?
fn begins_part(sentence: &Sentence<'_>, i: usize, first: Readings) -> bool {
    let verb = Readings::INFINITIVE | Readings::PRESENT | Readings::PAST | Readings::IMPERATIVE;
    let spoken = sentence.may_stand_finite(i + 2) || sentence.is(i + 2, Classes::MODAL);
    let Some(before) = i.checked_sub(1) else {
        // "Tag dækningen af" is an order.
        let order = first.any(Readings::IMPERATIVE | Readings::ADJECTIVE);
        return !order && (spoken || sentence.readings(1).only(Readings::GENITIVE));
    };
    if sentence.is(before, Classes::PREPOSITION) {
        // "med støtte gruppen får": a clause without its "som" may begin there.
        return !sentence.is(before, Classes::COMPARING)
            && !(spoken && first.any(verb))
            && !is_phrase(sentence, i);
    }
    // "Det indebærer, at dag tilbuddets arealer udvides".
    if sentence.is(before, Classes::AT) {
        return !first.any(verb.without(Readings::IMPERATIVE));
    }
    let plain = !first.any(verb | Readings::ADJECTIVE);
    // "mellem skolen og dag plejen", where no verb that goes on with both could stand.
    let joined = matches!(sentence.word(before), "og" | "eller" | "samt")
        && i > 1
        && sentence.readings_of_compound(i - 2).only(Readings::NOUN);
    let object = sentence.is_infinitive(before) && !sentence.is(before, Classes::GIVING);
    plain && (joined && !spoken || object)
}

/// "i dag institutionen", "på plads møblerne": a set phrase ends at the noun.
fn is_phrase(sentence: &Sentence<'_>, i: usize) -> bool {
    let set = matches!(sentence.word(i - 1), "i" | "på" | "til" | "om" | "ad" | "fra" | "ved");
    compounds().is_of_phrase(&fold(sentence.word(i))) && set
        || matches!(sentence.word(i - 1), "i" | "på" | "til" | "ad")
            && compounds().stands_apart(&fold(sentence.word(i)))
}

/// The words at `i` and behind it as one, where the first is a noun that another may stand beside: "af dag institutionen", "et side antal".
pub(super) fn joined_of_apart(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    let word = sentence.word(i);
    let right = [word, sentence.word(i + 1)].concat();
    // "ugens første dag".
    let described = sentence.readings(i).any(Readings::ADJECTIVE) || sentence.is(i, Classes::FIXED_ADJECTIVE);
    let listed =
        !described && is_noun(readings(&fold(&right))) && month_from(word).is_none() && !is_slip(sentence, i);
    let fits = || fits_only_last(sentence, i) && sentence.readings(i + 1).any(SINGULAR);
    let owned = || {
        i > 0
            && (sentence.is(i - 1, Classes::POSSESSIVE)
                || sentence.readings_of_compound(i - 1).only(Readings::GENITIVE))
            && sentence.readings(i).only(Readings::NOUN | Readings::IMPERATIVE)
            && sentence.readings(i + 1).only(SINGULAR)
            && !compounds().is_container(&fold(word))
            && !compounds().is_stuff(sentence.word(i + 1))
    };
    (listed && (is_before_definite(sentence, i, &right) || fits() || owned())).then_some(right)
}
