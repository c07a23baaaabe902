//! Two nouns that stand apart although they are one word: "anlægs budgettet", "avis abonnement", "et dialog møde".
//!
//! Two nouns side by side are one word unless something else holds them together, and what that may be differs: so the
//! joined form must be listed, or the first word cannot stand alone, or the article fits only the second.

mod bare;
mod described;
mod due;
#[cfg(test)]
mod fixture;
mod here;
mod last;
mod many;
mod named;
mod pair;
mod part;
mod shared;

use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::date::month_from;
use danish::letters::fold;
use danish::lexicon::{
    Readings, begins_compound, has_two_genders, readings, readings_of_compound, readings_of_noun,
};
use danish::tokens::{Classes, Token};
use due::{is_last_part_here, is_noun_due, is_noun_here};
use last::readings_of_last;
use text::TextRange;

pub(super) use here::Written;

const SINGULAR: Readings = Readings::from_bits(Readings::COMMON.bits() | Readings::NEUTER.bits());

/// This many words around two nouns decide whether they are one.
const NEIGHBOURS: usize = 2;

/// The words at `i` and behind it as one word, and where they stand, if they must be one.
pub(super) fn split_at(
    sentence: &Sentence<'_>,
    i: usize,
    written: &Written<'_>,
) -> Option<(TextRange, String)> {
    // Few words have a noun behind them, and what costs more is asked of those alone.
    if !may_be_parts(sentence, i) || !sentence.readings(i + 1).any(Readings::NOUN) {
        return None;
    }
    // Behind a line end the words may be held together by what stands on the other line.
    if !sentence.is_known_around(i, i + 1, NEIGHBOURS) {
        return None;
    }
    if is_measured(sentence, i) || stands_free(sentence, i) || named::is_named(sentence, i) {
        return None;
    }
    if is_apart(sentence.word(i)) {
        let shared = || [sentence.word(i), sentence.word(i + 1)].concat();
        let right =
            bare::joined_of_apart(sentence, i).or_else(|| shared::is_shared(sentence, i).then(shared))?;
        return Some((sentence.range(i, i + 1), right));
    }
    if is_slip(sentence, i)
        || is_order(sentence, i)
        || is_done_by(sentence, i)
        || follows_pointer(sentence, i)
    {
        return None;
    }
    if let Some(joint) = compounds().joint_of_short(sentence.word(i)) {
        let right = [sentence.word(i), joint, sentence.word(i + 1)].concat();
        return part::is_described(sentence, i).then(|| (sentence.range(i, i + 1), right));
    }
    let right = [sentence.word(i), sentence.word(i + 1)].concat();
    let certain = is_bound(sentence, i, &right)
        || are_nouns(sentence, i, &right)
        || fits_only_last(sentence, i)
        || bare::is_before_definite(sentence, i, &right)
        || is_verb_part(sentence, i, &right)
        || is_before_definite(sentence, i)
        || part::is_part(sentence, i, &right)
        || many::is_of_many(sentence, i)
        || shared::is_shared(sentence, i)
        || described::is_described(sentence, i);
    let right = if certain {
        Some(pair::linked(sentence, i).unwrap_or(right))
    } else {
        pair::joined(sentence, i).or_else(|| here::joined(sentence, i, written))
    };
    right.map(|right| (sentence.range(i, i + 1), right))
}

/// "en kubikmeter beton", "to balle halm": does the first noun measure the second, which is of some stuff or many?
fn is_measured(sentence: &Sentence<'_>, i: usize) -> bool {
    const REACH: usize = 2;
    let counts = Classes::ONE_COMMON
        .or(Classes::ONE_NEUTER)
        .or(Classes::NUMERAL)
        .or(Classes::SEVERAL)
        .or(Classes::MANY);
    let stuff = || compounds().is_stuff(sentence.word(i + 1)) && !fits_only_last(sentence, i);
    sentence.any(i.saturating_sub(REACH), i, counts)
        && (compounds().is_container(&fold(sentence.word(i))) || stuff())
        && !sentence.readings(i + 1).any(Readings::DEFINITE)
}

/// "en flybillet retur", "en skole børn elsker": what follows a noun without being part of it, or is many behind "en". An abbreviation
/// has a hyphen, which is for others to say.
fn stands_free(sentence: &Sentence<'_>, i: usize) -> bool {
    let one = i > 0 && sentence.is(i - 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    let many = sentence.plain_readings(i + 1).only(Readings::PLURAL | Readings::VERB);
    let capitals = sentence.word(i).chars().all(char::is_uppercase);
    // "hvilket projekt gruppen vælger", "hvis projekt gruppen vælger".
    let asked = i > 0
        && matches!(sentence.word(i - 1), "hvilken" | "hvilket" | "hvilke" | "hvis")
        && sentence.readings_of_compound(i + 1).any(Readings::DEFINITE);
    asked || compounds().stands_free(sentence.word(i + 1)) || capitals || one && many
}

/// "adresse adressefeltet" was begun twice, "af skifte navnet" has lost its "at", and a first part that nobody lists and that looks
/// like an adjective may be one, misspelt or rare: "supplerrende mapper", "oktale cifre".
fn is_slip(sentence: &Sentence<'_>, i: usize) -> bool {
    let (first, second) = (sentence.word(i), sentence.word(i + 1));
    let begun = second.starts_with(first) || first.ends_with(second) || second.ends_with(first);
    let infinitive = i > 0
        && matches!(sentence.word(i - 1), "af" | "for")
        && sentence.readings(i).any(Readings::INFINITIVE)
        && !compounds().is_first(first);
    let adjective = ADJECTIVE_ENDS.iter().any(|end| first.ends_with(end))
        && sentence.readings(i).is_none()
        && !compounds().is_bound(&fold(first))
        && sentence.readings(i + 1).any(Readings::PLURAL);
    begun || infinitive || adjective
}

/// How adjectives of many end.
const ADJECTIVE_ENDS: [&str; 9] = ["ale", "ende", "elle", "iske", "ive", "ære", "ente", "ante", "ige"];

/// "For at tilføje et indhold klik på feltet": what may be an imperative is the verb of a sentence that has no other.
fn is_order(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.readings(i + 1).any(Readings::IMPERATIVE)
        && sentence.is(i + 2, Classes::PREPOSITION)
        && !(0..sentence.len()).any(|at| {
            sentence.is(at, Classes::MODAL) || sentence.is_finite(at) || sentence.may_stand_finite(at)
        })
}

/// "mellem dias set af publikum": a participle with the one who did it.
fn is_done_by(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.word(i + 2) == "af" && sentence.readings(i + 1).any(Readings::PARTICIPLE)
}

/// "Tabellen herunder viser tallene": behind a noun the word is an adverb, and the verb follows.
fn follows_pointer(sentence: &Sentence<'_>, i: usize) -> bool {
    i > 1
        && sentence.word(i - 1) == "herunder"
        && !sentence.is_comma(i - 2)
        && sentence.readings(i).any(Readings::PRESENT | Readings::PAST)
}

/// Is this a noun that another may follow, or the name of a month?
fn is_apart(word: &str) -> bool {
    compounds().stands_apart(&fold(word)) || month_from(word).is_some()
}

/// Are there two words with one space between, and no sign or number that could hold them together otherwise?
fn may_be_parts(sentence: &Sentence<'_>, i: usize) -> bool {
    const SHORTEST: usize = 3;
    const FUNCTION: Classes =
        Classes::NOT_NOUN.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::BEFORE_NOUN);
    let plain = || {
        sentence.is_small(i)
            || sentence.token(i).is_some_and(Token::is_plain)
                && (i == 0 || part::is_with_capital(sentence, i))
    };
    if sentence.is(i, FUNCTION) || sentence.is(i + 1, FUNCTION) || !sentence.is_small(i + 1) || !plain() {
        return false;
    }
    let (first, second) = (sentence.word(i), sentence.word(i + 1));
    let long = |word: &str| word.chars().nth(SHORTEST - 1).is_some();
    // "for eksempel cellerne": the noun of a set phrase.
    let phrase = || {
        i > 0
            && matches!(
                (sentence.word(i - 1), first),
                ("i" | "I", "følge")
                    | ("for", "eksempel")
                    | ("til", "eksempel")
                    | ("med", "hensyn")
                    | ("i", "forhold")
                    | ("på", "grund")
            )
    };
    let apart = sentence.token(i + 1).is_some_and(|token| token.is_spaced());
    let joined_on = || {
        sentence.token(i + 2).is_some_and(|token| !token.is_spaced())
            && matches!(sentence.word(i + 2), "-" | "–" | "/" | "(" | "_")
    };
    let joined_before = || i > 0 && matches!(sentence.word(i - 1), "-" | "–" | "/" | "\"" | "”" | "'");
    let first_part = long(first) || compounds().joint_of_short(first).is_some();
    apart && first_part && long(second) && !phrase() && !joined_on() && !joined_before()
}

/// "anlægs budgettet", "børne institution": a first part that is no word, or a genitive that nobody owns.
fn is_bound(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let listed = || is_noun(readings(&fold(right)));
    let first = sentence.readings(i);
    // "et anlægs budget" may be that of one plant; "børne" is no word anywhere.
    let owner = i > 0
        && !sentence.is(i - 1, Classes::PREPOSITION)
        && (sentence.is(i - 1, Classes::DETERMINER) || sentence.readings(i - 1).any(Readings::ADJECTIVE));
    let described = i > 0 && describes_only_last(sentence, i);
    // "børne" is no word, so that nothing but its other part stands behind it.
    if first.is_none() && compounds().is_bound(&fold(sentence.word(i))) {
        return true;
    }
    // "for en sikkerheds skyld".
    let ownerless =
        compounds().owns_nothing(&fold(sentence.word(i))) && !compounds().follows_owner(sentence.word(i + 1));
    let free = ownerless || described || !owner && (i == 0 || sentence.is(i - 1, Classes::PREPOSITION));
    if free && (ownerless || compounds().is_bound(&fold(sentence.word(i)))) {
        return sentence.plain_readings(i + 1).only(Readings::NOUN | Readings::IMPERATIVE) || listed();
    }
    if first.is_none() {
        return listed();
    }
    if !first.only(Readings::GENITIVE) {
        return false;
    }
    // No genitive has a definite noun behind it: "Affalds ordningen".
    let owned = sentence.readings(i + 1).without(Readings::OTHER).only(Readings::DEFINITE);
    let owner = sentence.word(i).strip_suffix('s').map(readings_of_noun).unwrap_or_default();
    let single = owner.any(Readings::COMMON | Readings::NEUTER) && !owner.any(Readings::DEFINITE);
    let bare = i == 0
        || sentence.is(i - 1, Classes::PREPOSITION.or(Classes::CONJUNCTION))
        || sentence.is_finite(i - 1)
        || sentence.is_comma(i - 1);
    let number = i > 0 && sentence.word(i - 1).starts_with(|c: char| c.is_ascii_digit());
    let due = i > 0 && is_noun_due(sentence, i) && !sentence.is(i - 1, Classes::PREPOSITION);
    let verb =
        i > 0 && sentence.readings(i - 1).any(Readings::VERB) && !sentence.is(i - 1, Classes::DETERMINER);
    // "Afdelings budget" heads what is below; no name ends like that first part.
    let made = || {
        i == 0
            && sentence.word(i).strip_suffix('s').is_some_and(|first| compounds().takes_s(&fold(first)))
            && sentence.plain_readings(i + 1).only(Readings::NOUN)
            && is_noun(readings_of_compound(right))
    };
    single && (owned && !number || (bare || verb && !due || is_counted(sentence, i)) && listed() || made())
}

/// "et nyt forenings skilt", "nyt forenings skilt": an adjective in the neuter, which describes no owner of the common gender.
fn describes_only_last(sentence: &Sentence<'_>, i: usize) -> bool {
    let before = sentence.readings_of_compound(i - 1);
    let owner = sentence.word(i).strip_suffix('s').map(readings_of_noun).unwrap_or_default();
    let neuter = before.any(Readings::ADJECTIVE_NEUTER)
        && before.only(Readings::ADJECTIVE_NEUTER | Readings::PARTICIPLE);
    (neuter || sentence.word(i - 1) == "nyt")
        && owner.any(Readings::COMMON)
        && !owner.any(Readings::NEUTER)
        && sentence.plain_readings(i + 1).any(Readings::NEUTER)
}

/// "et klatre arrangement": an infinitive without "at" follows no article or preposition, begins no sentence, and is no object.
fn is_verb_part(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let article = i > 0 && sentence.is(i - 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    // "en lege plads": no plural stands behind "en".
    let plural = if article { Readings::PLURAL } else { Readings::NONE };
    let found = sentence.readings(i);
    let infinitive =
        found.any(Readings::INFINITIVE) && found.only(Readings::INFINITIVE | Readings::IMPERATIVE | plural);
    if !infinitive || !sentence.plain_readings(i + 1).only(Readings::NOUN | Readings::IMPERATIVE) {
        return false;
    }
    let listed = || is_noun(readings(&fold(right)));
    let Some(before) = i.checked_sub(1) else { return listed() };
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE);
    let object = sentence.is_finite(before) && !sentence.is(before, governs);
    let definite = sentence.readings(i + 1).any(Readings::DEFINITE);
    // "for sende sagen" lacks its "at", and "samt sende" goes on with verbs.
    let led = matches!(sentence.word(before), "i" | "på" | "fra" | "med" | "under" | "over");
    // "for et etablere dræning" has another "et" for "at".
    let fits = || {
        let second = sentence.readings_of_noun(i + 1);
        sentence.is(before, Classes::ONE_COMMON) && second.any(Readings::COMMON)
            || sentence.is(before, Classes::ONE_NEUTER) && second.any(Readings::NEUTER)
    };
    article && (fits() || listed()) || object && listed() || led && (definite || listed())
}

/// "alle bestyrelses medlemmer", "5 bestyrelses medlemmer": what is counted is the second, for the first is one.
fn is_counted(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let number = sentence.word(before).starts_with(|c: char| c.is_ascii_digit());
    let many = sentence.is(before, Classes::NUMERAL.or(Classes::SEVERAL).or(Classes::MANY));
    // "4 hørings svar", which may be one as well.
    let other = Readings::COMMON | Readings::NEUTER | Readings::IMPERATIVE | Readings::ADJECTIVE_COMMON;
    let second = sentence.plain_readings(i + 1);
    (number || many) && second.any(Readings::PLURAL) && second.only(Readings::PLURAL | other)
}

/// "avis abonnement": two nouns, the first bare, whose joined form is listed.
fn are_nouns(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let noun = SINGULAR | Readings::PLURAL | Readings::DEFINITE | Readings::GENITIVE;
    let first = sentence.readings(i);
    let second = sentence.readings(i + 1);
    let number = i > 0 && sentence.word(i - 1).starts_with(|c: char| c.is_ascii_digit());
    (first.any(SINGULAR) || are_several(sentence, i))
        && second.any(noun)
        && !number
        && is_noun(readings(&fold(right)))
        && is_noun_here(sentence, i, first.without(Readings::OTHER))
        && is_last_part_here(sentence, i, second.without(Readings::OTHER))
}

/// "til forældre møde": a plural behind an article or a preposition, with one noun behind it that is not of their clause.
fn are_several(sentence: &Sentence<'_>, i: usize) -> bool {
    let led = Classes::PREPOSITION.or(Classes::ONE_COMMON).or(Classes::ONE_NEUTER);
    let singular = Readings::COMMON | Readings::NEUTER;
    i > 0
        && sentence.plain_readings(i).only(Readings::PLURAL)
        && sentence.is(i - 1, led)
        && sentence.readings(i + 1).any(singular)
        && !sentence.any(0, i, Classes::GIVING)
}

/// "om sygehus bygningen": behind a preposition no bare noun has a definite one beside it, unless a clause begins there
/// ("om huse kommunen ejer").
fn is_before_definite(sentence: &Sentence<'_>, i: usize) -> bool {
    const PREPOSITIONS: &[&str] = &["i", "på", "for", "om", "til", "af", "ved", "fra"];
    let (first, second) = (sentence.word(i), sentence.word(i + 1));
    // "på ældre området": what begins compounds, before what ends them, whatever else it may be.
    if i == 0 || !sentence.is(i - 1, Classes::PREPOSITION) || !PREPOSITIONS.contains(&sentence.word(i - 1)) {
        return false;
    }
    let known = compounds().is_first(&fold(first)) && compounds().is_head(second);
    let noun = sentence.readings(i);
    let several = noun.only(Readings::PLURAL) && begins_compound(&fold(first));
    let bare = noun.only(Readings::COMMON | Readings::NEUTER) || several;
    (known || bare && !sentence.is(i, Classes::ROLE))
        // What has an "s" in compounds is something else without it: "med undtagelse møderne".
        && !compounds().takes_s(first)
        && !compounds().stands_behind(second)
        && readings_of_last(sentence, i).only(Readings::DEFINITE)
        && !sentence.may_be_finite(i + 2)
}

/// "et dialog møde": the article fits the second noun and not the first.
fn fits_only_last(sentence: &Sentence<'_>, i: usize) -> bool {
    if i == 0 {
        return false;
    }
    // "et nyt bestyrelses medlem".
    let described =
        i > 1 && (sentence.is_adjective(i - 1, Readings::ADJECTIVE) || many::may_describe(sentence, i - 1));
    let article = if described { i - 2 } else { i - 1 };
    // "det samlede økonomi regulativ": "den" and "det" alone may stand for themselves.
    let bent = described
        && sentence.readings_of_compound(i - 1).any(Readings::ADJECTIVE_E)
        && !sentence.any(0, article, Classes::GIVING);
    let is_one = |one: Classes, the: Classes| sentence.is(article, if bent { one.or(the) } else { one });
    let (fitting, other) = if is_one(Classes::ONE_COMMON, Classes::THE_COMMON) {
        (Readings::COMMON, Readings::NEUTER)
    } else if is_one(Classes::ONE_NEUTER, Classes::THE_NEUTER) {
        (Readings::NEUTER, Readings::COMMON)
    } else {
        return false;
    };
    let verb = Readings::INFINITIVE | Readings::IMPERATIVE;
    // "et hørings svar": what may be an adjective has its noun behind it.
    let last = !sentence.readings_of_compound(i + 2).any(Readings::NOUN) || sentence.is(i + 2, Classes::ANY);
    let adjective = if last { Readings::ADJECTIVE } else { Readings::NONE };
    let second = sentence.readings_of_noun(i + 1).without(verb | adjective | Readings::OTHER);
    // "et biodiversitets område": the article fits no owner either.
    let first = sentence.readings_of_noun(i).without(Readings::OTHER);
    let genitive = first.only(Readings::GENITIVE);
    // "den nye områdes plan" has lost a letter.
    if genitive && !sentence.is(article, Classes::ONE_COMMON.or(Classes::ONE_NEUTER)) {
        return false;
    }
    let owner = sentence.word(i).strip_suffix('s').filter(|_| genitive).map(readings_of_noun);
    // "salgs" may be of one or of many.
    owner.map_or(first, |owner| owner.without(Readings::PLURAL | Readings::VERB)).only(other)
        && second.any(fitting)
        && second.only(fitting | Readings::PLURAL)
        && !has_two_genders(sentence.word(i))
        && !has_two_genders(sentence.word(i + 1))
}

fn is_noun(found: Readings) -> bool {
    found.any(Readings::NOUN)
}
