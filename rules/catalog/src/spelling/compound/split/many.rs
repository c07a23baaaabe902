//! A noun in the singular between what is said of many and a plural: "de kommende budget forhandlinger", "andre rente vilkår", "12
//! vuggestue pladser".
//!
//! What stands before goes with the plural and not with the singular, which therefore is the first part of it.

use super::last::readings_of_last;
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::letters::fold;
use danish::lexicon::Readings;
use danish::tokens::{Classes, Kind};

/// More adjectives than these hardly ever stand before one noun.
const MOST_ADJECTIVES: usize = 3;

/// Is the word at `i` the first part of the plural behind it?
pub(super) fn is_of_many(sentence: &Sentence<'_>, i: usize) -> bool {
    is_one_before_many(sentence, i) && is_plural_due(sentence, i)
}

/// Do a noun that is one and a noun that is many stand side by side, neither of which measures or dates the other?
fn is_one_before_many(sentence: &Sentence<'_>, i: usize) -> bool {
    let singular = Readings::COMMON | Readings::NEUTER;
    let first = sentence.readings_of_compound(i).without(Readings::OTHER);
    let second = readings_of_last(sentence, i);
    let (word, last) = (sentence.word(i), sentence.word(i + 1));
    sentence.is_small(i)
        && first.any(singular)
        && first.only(singular | Readings::IMPERATIVE)
        && second.any(Readings::PLURAL)
        && second.only(singular | Readings::PLURAL | Readings::IMPERATIVE)
        && !compounds().is_container(&fold(word))
        && !compounds().is_stuff(last)
        && !compounds().stands_behind(last)
}

/// Must a plural follow the adjectives that stand before `i`, or the word that stands there?
fn is_plural_due(sentence: &Sentence<'_>, i: usize) -> bool {
    let mut begin = i;
    while begin > 0 && i - begin < MOST_ADJECTIVES && is_described(sentence, begin - 1) {
        begin -= 1;
    }
    let Some(head) = begin.checked_sub(1) else { return false };
    let given = sentence.any(0, head, Classes::GIVING);
    if tells_many(sentence, head) {
        // "Så gav de støtte": the pronoun.
        return begin < i || !sentence.is(head, Classes::THE_PLURAL) || !given;
    }
    is_count(sentence, head)
        || !given && (begin..i).any(|at| is_bent(sentence, at)) && is_lead(sentence, head)
}

/// May the word at `at` be an adjective of a plural?
fn is_described(sentence: &Sentence<'_>, at: usize) -> bool {
    let found = sentence.readings_of_compound(at);
    sentence.word(at) == "nye"
        || may_describe(sentence, at) && found.any(Readings::ADJECTIVE_E | Readings::ADJECTIVE_FIXED)
}

/// Is the word at `at` an adjective, or a form of a verb that stands for one: "samlede", "vedtaget"?
pub(super) fn may_describe(sentence: &Sentence<'_>, at: usize) -> bool {
    let found = sentence.readings_of_compound(at).without(Readings::OTHER);
    // The infinitive of "samlede" is nobody's.
    let verb = if sentence.word(at).ends_with("ede") { Readings::INFINITIVE } else { Readings::NONE };
    sentence.is_small(at)
        && found.any(Readings::ADJECTIVE)
        && found.only(Readings::ADJECTIVE | Readings::PARTICIPLE | Readings::PAST | verb)
}

/// Is it the form of many for certain, where "den" does not stand before it: "nye", and neither "næste" nor "mindre"?
fn is_bent(sentence: &Sentence<'_>, at: usize) -> bool {
    let found = sentence.readings_of_compound(at).without(Readings::OTHER);
    let only = found == Readings::ADJECTIVE_E && !sentence.is(at, Classes::FIXED_ADJECTIVE);
    only || sentence.word(at) == "nye"
}

/// "de", "andre", "flere", "tre": but "den nye" is of one, and "få" is a verb as well.
fn tells_many(sentence: &Sentence<'_>, at: usize) -> bool {
    let many = Classes::THE_PLURAL.or(Classes::MANY).or(Classes::SEVERAL).or(Classes::NUMERAL);
    sentence.is(at, many) && !matches!(sentence.word(at), "nye" | "få")
}

/// "12", as it counts what follows: neither a year nor the number of what stands before it, as in "punkt 3".
fn is_count(sentence: &Sentence<'_>, at: usize) -> bool {
    const YEAR: usize = 4;
    let word = sentence.word(at);
    let whole = word.bytes().all(|byte| byte.is_ascii_digit());
    // "højst 2", "har 12", "de mindst 3".
    let counts = |before: usize| {
        let found = sentence.readings(before);
        let other = Readings::VERB | Readings::ADJECTIVE | Readings::OTHER;
        sentence.is(before, Classes::ANY)
            || sentence.is_small(before) && found.any(other) && !found.any(Readings::NOUN)
    };
    sentence.token(at).is_some_and(|token| token.kind == Kind::Number)
        && word != "1"
        && !(whole && word.len() == YEAR)
        && at.checked_sub(1).is_some_and(counts)
}

/// Does a phrase begin behind the word at `at`, so that no "den" or owner belongs to it?
fn is_lead(sentence: &Sentence<'_>, at: usize) -> bool {
    let preposition = sentence.is(at, Classes::PREPOSITION) && !sentence.is(at, Classes::COMPARING);
    let passive = sentence.word(at).ends_with('s') && sentence.plain_readings(at) == Readings::PASSIVE;
    preposition || sentence.is_finite(at) || sentence.is_infinitive(at) || passive
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::split::fixture::{silent, told};

    #[test]
    fn flags_a_singular_between_what_is_said_of_many_and_a_plural() {
        told("Sagen indgår i de kommende budget forhandlinger.", "budget forhandlinger");
        told("Udvalget drøftede andre rente vilkår.", "rente vilkår");
        told("Der tales om nogle budget områder.", "budget områder");
        told("Byen får 129 vuggestue pladser i maj.", "vuggestue pladser");
        told("Der tillades højst 2 bolig etager på grunden.", "bolig etager");
        told("Der opføres nye senior boliger ved åen.", "senior boliger");
        told("Det vedtages efter drøftelse af eventuelle skole indsatser.", "skole indsatser");
    }

    #[test]
    fn ignores_what_is_of_one_or_counted_or_numbered() {
        silent("Den nye hal kommuner bygger er stor, og rådets nye plan borgere læser er lang.");
        silent("De unge musikere spiller, og de ældre hjælper.");
        silent("Der købes 20 procent elbiler, 5 kilo æbler, 12 meter planker og 3 par sko.");
        silent("Det næste antal dage er få, og de fleste har fri.");
    }
}
