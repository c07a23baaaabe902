//! An ending of the noun that the word before forbids, or that it demands: "en ny svømmehallen", "denne ordningen", "to forslagene",
//! "flere mulighed".

use super::phrase::{Fault, has_relative, indefinite};
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::inflection::with_e;
use danish::letters::fold;
use danish::lexicon::{Readings, readings_of_compound};
use danish::tokens::Classes;

/// Words that are no noun here, whatever the lexicon says.
const SMALL_WORD: Classes =
    Classes::NOT_NOUN.or(Classes::PREPOSITION).or(Classes::BEFORE_NOUN).or(Classes::SUBORDINATOR);

/// Where a fault may begin.
pub(super) const BEGINS: Classes = Classes::ONE_COMMON
    .or(Classes::ONE_NEUTER)
    .or(Classes::THIS_COMMON)
    .or(Classes::THIS_NEUTER)
    .or(Classes::NUMERAL)
    .or(Classes::SEVERAL)
    .or(Classes::MANY)
    .or(Classes::THE_PLURAL)
    .or(Classes::ENDS_AS_OWNER);

/// The fault of the phrase that begins at `i`, and the token of its noun.
pub(super) fn fault_at(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    if sentence.is(i, Classes::ONE_COMMON.or(Classes::ONE_NEUTER)) {
        let noun = i + 2;
        let adjective = sentence.is_adjective(i + 1, Readings::ADJECTIVE)
            && !sentence.is(i + 1, Classes::FIXED_ADJECTIVE)
            || matches!(sentence.word(i + 1), "ny" | "nyt");
        let stray =
            adjective.then(|| stray(sentence, noun)).flatten().map(|right| (Fault::Stray(right), noun));
        return stray.or_else(|| ending_without_d(sentence, i));
    }
    if sentence.is(i, Classes::THIS_COMMON.or(Classes::THIS_NEUTER)) {
        let fits = if sentence.is(i, Classes::THIS_COMMON) {
            Readings::DEFINITE_COMMON
        } else {
            Readings::DEFINITE_NEUTER
        };
        let alone = sentence.readings_of_compound(i + 1).any(fits);
        return alone.then(|| stray(sentence, i + 1)).flatten().map(|right| (Fault::Stray(right), i + 1));
    }
    if sentence.is(i, Classes::NUMERAL) && sentence.readings_of_compound(i + 1).any(Readings::DEFINITE_PLURAL)
    {
        return stray(sentence, i + 1).map(|right| (Fault::Stray(right), i + 1));
    }
    // "De mange borgerne", "De fleste reglerne": what counts them is no adjective.
    if matches!(sentence.word(i), "De" | "de")
        && matches!(sentence.word(i + 1), "mange" | "få" | "fleste" | "øvrige" | "andre" | "nye")
        && sentence.readings_of_compound(i + 2).any(Readings::DEFINITE_PLURAL)
    {
        return certain_stray(sentence, i + 2);
    }
    // "Disse reglerne gælder".
    if matches!(sentence.word(i), "disse" | "Disse")
        && sentence.readings_of_compound(i + 1).any(Readings::DEFINITE_PLURAL)
    {
        return certain_stray(sentence, i + 1);
    }
    if let Some(found) = ending_without_d(sentence, i) {
        return Some(found);
    }
    // "Disse har alle betydning": only behind a preposition "alle" surely belongs to the noun.
    let all = sentence.word(i) == "alle" && i > 0 && sentence.is(i - 1, Classes::PREPOSITION);
    // "Alle kommunal bygninger": no verb stands between.
    if sentence.word(i) == "Alle" && i == 0 {
        return bare_among_many(sentence, i);
    }
    if all || sentence.is(i, Classes::NUMERAL.or(Classes::SEVERAL)) {
        let single = single(sentence, i + 1, Readings::NONE).map(|right| (Fault::Plural(right), i + 1));
        return single.or_else(|| bare_among_many(sentence, i));
    }
    if matches!(sentence.word(i), "De" | "de") && (i == 0 || sentence.is(i - 1, Classes::PREPOSITION)) {
        return single_among_many(sentence, i).or_else(|| bare_among_many(sentence, i));
    }
    bare_behind_owner(sentence, i).or_else(|| single_among_many(sentence, i))
}

/// "til de berørte lodsejer", "af de samme medarbejder": one noun behind "de" and an adjective, where a preposition shows that a noun is
/// due and nothing behind it goes on.
fn single_among_many(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let noun = i + 2;
    let lead = Classes::PREPOSITION.or(Classes::CONJUNCTION);
    if !matches!(sentence.word(i), "de" | "disse") || i == 0 || !sentence.is(i - 1, lead) {
        return None;
    }
    // "og de berørte klager", "Blandt de berørte klager mange": what may be a verb is one, unless the clause has its own before.
    let verb = sentence.readings(noun).any(Readings::VERB);
    let spoken =
        sentence.any(0, i, Classes::AUXILIARY.or(Classes::FINITE)) || (0..i).any(|at| sentence.is_finite(at));
    if verb && !(spoken && sentence.is(i - 1, Classes::PREPOSITION)) {
        return None;
    }
    let closes = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::RELATIVE).or(Classes::AUXILIARY);
    let closed = !sentence.is_word(noun + 1) || sentence.is(noun + 1, closes);
    let described = sentence.word(i + 1) == "samme"
        || sentence.is_small(i + 1)
            && !sentence.is(i + 1, Classes::FIXED_ADJECTIVE)
            && sentence.readings_of_compound(i + 1).any(Readings::ADJECTIVE_E)
            && !sentence.readings_of_compound(i + 1).any(Readings::NOUN);
    (closed && described && sentence.is_clause_known(noun))
        .then(|| single(sentence, noun, Readings::VERB))
        .flatten()
        .map(|right| (Fault::Plural(right), noun))
}

/// As [`stray`]; "Disse reglerne bygger på, er gamle" begins with a clause of its own.
fn certain_stray(sentence: &Sentence<'_>, noun: usize) -> Option<(Fault, usize)> {
    stray(sentence, noun).filter(|_| !has_relative(sentence, noun)).map(|right| (Fault::Stray(right), noun))
}

/// "to stor træer", "mange god input": an adjective without "-e" before what is many.
fn bare_among_many(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let noun = i + 2;
    // No order stands behind an adjective: "mange stor projekter".
    let many = sentence.readings_of_compound(noun).without(Readings::OTHER | Readings::IMPERATIVE);
    // "tre god forslag": behind a number what looks alike in singular and plural is many.
    let numbered = sentence.is(i, Classes::NUMERAL) || sentence.is(i, Classes::SEVERAL) && i > 0;
    let bare = Readings::PLURAL | Readings::NEUTER | Readings::COMMON;
    let certain = sentence.is_adjective(i + 1, Readings::ADJECTIVE_COMMON | Readings::ADJECTIVE_NEUTER)
        && sentence.readings_of_compound(i + 1).any(Readings::ADJECTIVE_COMMON)
        && !sentence.is(i + 1, Classes::ADVERB_ADJECTIVE.or(Classes::FIXED_ADJECTIVE))
        && sentence.is_small(noun)
        && (many.only(Readings::PLURAL) || numbered && many.any(Readings::PLURAL) && many.only(bare))
        && !sentence.is(noun, SMALL_WORD);
    certain
        .then(|| with_e(sentence.word(i + 1)))
        .flatten()
        .map(|right| (Fault::Adjective(i + 1, right), noun))
}

/// "et velfungerene samarbejde", "de løbene udgifter": before a noun "-ene" is "-ende" without its "d".
fn ending_without_d(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let (at, noun) = (i + 1, i + 2);
    let stem = sentence.word(at).strip_suffix("ene")?;
    let right = format!("{stem}ende");
    let written = sentence.readings(at);
    let certain = (written.is_none() || written == Readings::DEFINITE_PLURAL)
        && stem.len() > 2
        && sentence.is_small(at)
        && sentence.is_small(noun)
        && !sentence.is(noun, SMALL_WORD)
        && readings_of_compound(&right).any(Readings::ADJECTIVE)
        && sentence.readings_of_compound(noun).any(Readings::NOUN);
    certain.then_some((Fault::Adjective(at, right), noun))
}

/// "Skolens samlet budget": behind a genitive the adjective has its "-e".
fn bare_behind_owner(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let (at, noun) = (i + 1, i + 2);
    if !sentence.is(i, Classes::ENDS_AS_OWNER) || sentence.is(i, Classes::ANY) || !sentence.is_small(at) {
        return None;
    }
    let word = sentence.word(at);
    let found = sentence.readings(at);
    let participle =
        word.ends_with("et") && found.any(Readings::PARTICIPLE) && found.any(Readings::ADJECTIVE);
    // "økonomisk" has no "-t".
    let uninflected = Readings::ADJECTIVE_COMMON | Readings::ADJECTIVE_NEUTER;
    let bare = ["ig", "isk", "al"].iter().any(|end| word.ends_with(end))
        && found.any(Readings::ADJECTIVE_COMMON)
        && found.only(uninflected);
    let singular = Readings::COMMON | Readings::NEUTER;
    let owned = sentence.readings_of_compound(noun).without(Readings::IMPERATIVE);
    let certain = (participle || bare)
        && !sentence.is(at, Classes::ADVERB_ADJECTIVE)
        && sentence.readings_of_compound(i).only(Readings::GENITIVE)
        && sentence.is_small(noun)
        && !sentence.is(noun, SMALL_WORD)
        && owned.any(singular | Readings::PLURAL)
        && owned.only(singular | Readings::PLURAL)
        && (sentence.is(noun + 1, Classes::AUXILIARY.or(Classes::PREPOSITION))
            || !sentence.readings_of_compound(noun + 1).any(Readings::NOUN | Readings::ADJECTIVE));
    certain.then(|| with_e(word)).flatten().map(|right| (Fault::Adjective(at, right), noun))
}

/// The form without ending of the noun at `noun`, if it is definite and no clause without its "som" can begin there.
fn stray(sentence: &Sentence<'_>, noun: usize) -> Option<String> {
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let certain = sentence.is_small(noun)
        && !sentence.is(noun, SMALL_WORD)
        && sentence.is_definite_noun(noun)
        && sentence.token(noun).is_some_and(|token| token.is_spaced());
    let begin = sentence.sign_before(noun).map_or(0, |sign| sign + 1);
    let known = sentence.is_clause_known(noun) && !(begin == 0 && sentence.is_cut_before());
    let relative = (begin..noun).any(verb) && (noun + 1..sentence.clause_end(noun + 1)).any(verb);
    (certain && known && !relative).then(|| indefinite(sentence.word(noun))).flatten()
}

/// The plural of the noun at `noun`, if it is a singular one that counts and nothing else but what is `unheard` there: "flere mulighed",
/// and not "ti procent", "to mand".
fn single(sentence: &Sentence<'_>, noun: usize, unheard: Readings) -> Option<String> {
    let word = sentence.word(noun);
    let found = sentence.readings_of_compound(noun).without(Readings::OTHER | unheard);
    let goes_on = sentence.is_small(noun + 1)
        && !sentence.is(noun + 1, SMALL_WORD)
        && sentence.readings_of_compound(noun + 1).any(Readings::NOUN | Readings::ADJECTIVE);
    let hangs = sentence.word(noun + 1) == "-";
    let counts = sentence.is_small(noun)
        && found.only(Readings::COMMON)
        && !sentence.is(noun, SMALL_WORD)
        && !compounds().stands_apart(&fold(word))
        && !word.ends_with('s');
    // "de relevante politiker" may be "politikere" or "politikker".
    let other = word.strip_suffix("er").is_some_and(|stem| {
        let last = stem.chars().next_back().unwrap_or_default();
        readings_of_compound(&format!("{stem}{last}er")).any(Readings::PLURAL)
    });
    let plural = || {
        let forms = [format!("{word}er"), format!("{word}r"), format!("{word}e")];
        forms.into_iter().find(|form| readings_of_compound(form).any(Readings::PLURAL))
    };
    (counts && !goes_on && !hangs && !other).then(plural).flatten()
}
