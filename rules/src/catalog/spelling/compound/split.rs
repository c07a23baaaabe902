//! Two nouns that stand apart although they are one word: "anlægs budgettet", "avis abonnement", "et dialog møde".
//!
//! Two nouns side by side are one word unless something else holds them together, and what that may be differs: so the
//! joined form must be listed, or the first word cannot stand alone, or the article fits only the second.

use crate::danish::clauses::Sentence;
use crate::danish::compounds::compounds;
use crate::danish::date::month_from;
use crate::danish::letters::fold;
use crate::danish::lexicon::{Readings, has_two_genders, readings, readings_of_noun};
use crate::danish::tokens::Classes;
use crate::text::TextRange;

/// Words that determine a noun, so that a genitive may follow: "et anlægs budget".
const DETERMINER: Classes = Classes::ONE_COMMON
    .or(Classes::ONE_NEUTER)
    .or(Classes::THE_COMMON)
    .or(Classes::THE_NEUTER)
    .or(Classes::THE_PLURAL)
    .or(Classes::THIS_COMMON)
    .or(Classes::THIS_NEUTER);

/// The words at `i` and behind it as one word, and where they stand, if they must be one.
pub(super) fn split_at(sentence: &Sentence<'_>, i: usize) -> Option<(TextRange, String)> {
    // Few words have a noun behind them, and what costs more is asked of those alone.
    if !may_be_parts(sentence, i) || !sentence.readings(i + 1).any(Readings::NOUN) {
        return None;
    }
    let right = format!("{}{}", sentence.word(i), sentence.word(i + 1));
    let certain =
        is_bound(sentence, i, &right) || are_nouns(sentence, i, &right) || fits_only_last(sentence, i);
    (certain && !is_apart(sentence.word(i))).then(|| (sentence.range(i, i + 1), right))
}

/// Is this a noun that another may follow, or the name of a month?
fn is_apart(word: &str) -> bool {
    compounds().stands_apart(&fold(word)) || month_from(word).is_some()
}

/// Are there two words with one space between, and no sign or number that could hold them together otherwise?
fn may_be_parts(sentence: &Sentence<'_>, i: usize) -> bool {
    const SHORTEST: usize = 3;
    let (first, second) = (sentence.word(i), sentence.word(i + 1));
    let small = sentence.is_small(i) || i == 0 && sentence.token(0).is_some_and(|token| token.is_plain());
    let function =
        Classes::NOT_NOUN.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::BEFORE_NOUN);
    let long = |word: &str| word.chars().count() >= SHORTEST;
    let apart = sentence.token(i + 1).is_some_and(|token| token.is_spaced());
    let joined_on = || {
        sentence.token(i + 2).is_some_and(|token| !token.is_spaced())
            && matches!(sentence.word(i + 2), "-" | "–" | "/" | "(" | "_")
    };
    let joined_before = || i > 0 && matches!(sentence.word(i - 1), "-" | "–" | "/" | "\"" | "”" | "'");
    small
        && sentence.is_small(i + 1)
        && apart
        && !sentence.is(i, function)
        && !sentence.is(i + 1, function)
        && long(first)
        && long(second)
        && !joined_on()
        && !joined_before()
}

/// "anlægs budgettet", "børne institution": a first part that is no word, or a genitive that nobody owns.
fn is_bound(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let listed = || is_noun(readings(&fold(right)));
    let first = sentence.readings(i);
    let led = i == 0 || sentence.is(i - 1, Classes::PREPOSITION);
    if led && compounds().is_bound(&fold(sentence.word(i))) {
        return sentence.readings(i + 1).only(Readings::NOUN) || listed();
    }
    if first.is_none() {
        return listed();
    }
    if !first.only(Readings::GENITIVE) {
        return false;
    }
    let owner = sentence.word(i).strip_suffix('s').map(readings_of_noun).unwrap_or_default();
    let single = owner.any(Readings::COMMON | Readings::NEUTER) && !owner.any(Readings::DEFINITE);
    let bare = i == 0
        || sentence.is(i - 1, Classes::PREPOSITION.or(Classes::CONJUNCTION))
        || sentence.is_comma(i - 1);
    single && bare && listed()
}

/// "avis abonnement": two nouns, the first bare, whose joined form is listed.
fn are_nouns(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let singular = Readings::COMMON | Readings::NEUTER;
    let first = sentence.readings(i);
    let verb = Readings::INFINITIVE | Readings::IMPERATIVE;
    let second = sentence.readings(i + 1).without(verb | Readings::OTHER | Readings::ADJECTIVE);
    let noun = singular | Readings::PLURAL | Readings::DEFINITE;
    let noun_due = i > 0 && sentence.is(i - 1, Classes::PREPOSITION.or(DETERMINER));
    let number = i > 0 && sentence.word(i - 1).starts_with(|c: char| c.is_ascii_digit());
    first.any(singular)
        && first.only(singular | Readings::PLURAL | verb)
        && (noun_due || !first.any(Readings::INFINITIVE))
        && second.only(noun)
        && !number
        && is_noun(readings(&fold(right)))
}

/// "et dialog møde": the article fits the second noun and not the first.
fn fits_only_last(sentence: &Sentence<'_>, i: usize) -> bool {
    if i == 0 {
        return false;
    }
    let (fitting, other) = if sentence.is(i - 1, Classes::ONE_COMMON) {
        (Readings::COMMON, Readings::NEUTER)
    } else if sentence.is(i - 1, Classes::ONE_NEUTER) {
        (Readings::NEUTER, Readings::COMMON)
    } else {
        return false;
    };
    let verb = Readings::INFINITIVE | Readings::IMPERATIVE;
    let second = sentence.readings_of_noun(i + 1).without(verb | Readings::OTHER);
    sentence.readings_of_noun(i).only(other)
        && second.any(fitting)
        && second.only(fitting | Readings::PLURAL)
        && !has_two_genders(sentence.word(i))
        && !has_two_genders(sentence.word(i + 1))
}

fn is_noun(found: Readings) -> bool {
    found.any(Readings::NOUN)
}
