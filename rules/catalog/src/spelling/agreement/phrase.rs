//! Article, adjectives and noun, and what does not fit among them.

mod other_article;
mod wrong_article;

use danish::clauses::{Sentence, is_odd_adjective};
use danish::inflection::{common, neuter, with_e, without_e};
use danish::lexicon::{Readings, begins_compound, has_two_genders, readings, readings_of_compound};
use danish::tokens::{Classes, Kind};

use other_article::{is_bent_between, other_article};
use wrong_article::wrong_article;

/// What does not fit.
pub(super) enum Fault {
    /// The article; this one fits.
    Article(&'static str),
    /// The adjective at this token; this form fits.
    Adjective(usize, String),
    /// The noun is definite and should not be; this is its form.
    Definite(String),
    /// The noun behind a genitive is definite and should not be; this is its form.
    Owned(String),
    /// The noun right behind the article or number is definite and should not be; this is its form.
    Stray(String),
    /// The noun behind a word for many is singular; this is its plural.
    Plural(String),
}

/// Words that are no noun of their own.
const SMALL_WORD: Classes = Classes::NOT_NOUN
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::BEFORE_NOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::FINITE)
    .or(Classes::MODAL);

/// Where a fault may begin.
pub(super) const BEGINS: Classes = Classes::DETERMINER.or(Classes::ENDS_AS_OWNER);

/// What may stand between article and noun.
const ANY_FORM: Readings =
    Readings::from_bits(Readings::ADJECTIVE.bits() | Readings::PARTICIPLE.bits() | Readings::PAST.bits());

/// Between article and noun there are at most so many adjectives.
const MOST_ADJECTIVES: usize = 3;

/// The fault of the phrase that begins with the article at `i`, and the token of its noun.
pub(super) fn fault_at(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let indefinite = Classes::ONE_COMMON.or(Classes::ONE_NEUTER);
    let definite = Classes::THE_COMMON.or(Classes::THE_NEUTER);
    let choice = || i > 0 && sentence.word(i - 1) == "/" || sentence.word(i + 1) == "/";
    if let Some(right) = definite_behind_owner(sentence, i) {
        return Some((Fault::Owned(right), i + 1));
    }
    if !sentence.is(i, Classes::DETERMINER) || sentence.word(i).chars().all(char::is_uppercase) || choice() {
        return None;
    }
    // "et flere kilometer langt stisystem": a measure stands between the article and its noun.
    if matches!(sentence.word(i + 1), "flere" | "få" | "mange" | "adskillige") {
        return None;
    }
    if let Some(right) = double_definite(sentence, i).filter(|_| !has_relative(sentence, i + 2)) {
        return Some((Fault::Definite(right), i + 2));
    }
    let is_indefinite = sentence.is(i, indefinite);
    let mut noun = i + 1;
    while noun - i <= MOST_ADJECTIVES
        && (sentence.is_adjective(noun, ANY_FORM)
            || matches!(sentence.word(noun), "ny" | "nyt" | "fælles")
            || sentence.is(i, definite) && is_bent_between(sentence, i, noun)
            || is_indefinite && !adjective_between(sentence, noun).is_none())
    {
        noun += 1;
    }
    let neuter = sentence.is(i, Classes::ONE_NEUTER.or(Classes::THE_NEUTER).or(Classes::THIS_NEUTER));
    if sentence.is(i, definite)
        && let Some(fault) = uninflected_adjective(sentence, i, neuter)
    {
        return Some(fault);
    }
    let gender = gender_at(sentence, noun, unheard(sentence, i, is_indefinite, noun))?;
    let fits = gender == if neuter { Readings::NEUTER } else { Readings::COMMON };
    let fault = match (is_indefinite, fits) {
        (true, true) => indefinite_adjective(sentence, i, noun, neuter),
        (true, false) => wrong_article(sentence, i, noun, neuter),
        (false, false) if sentence.is(i, definite) && noun > i + 1 => {
            other_article(sentence, i, noun, neuter)
        }
        (false, _) => None,
    };
    fault.map(|fault| (fault, noun))
}

/// The forms that the word at `at` has as an adjective between "en" or "et" and a noun, where it is no order and no adverb; and no noun
/// where the article fits that, for "et streng argument" may be a compound written apart, but "en original dokument" is not.
pub(super) fn adjective_between(sentence: &Sentence<'_>, at: usize) -> Readings {
    let found = sentence.readings_of_compound(at);
    if sentence.is_adjective(at, ANY_FORM) {
        return found;
    }
    let singular = Readings::COMMON | Readings::NEUTER;
    let (word, next) = (sentence.word(at), at + 1);
    let noun = sentence.is_small(next)
        && !sentence.is(next, SMALL_WORD)
        && sentence.readings_of_noun(next).any(singular);
    if !noun || !sentence.is_small(at) || is_odd_adjective(word) || sentence.is(at, Classes::FIXED_ADJECTIVE)
    {
        return Readings::NONE;
    }
    // As an adverb it is listed apart.
    if word == "godt" {
        return Readings::ADJECTIVE_NEUTER;
    }
    let noun = match at.checked_sub(1) {
        Some(article) if sentence.is(article, Classes::ONE_COMMON) => Readings::COMMON,
        Some(article) if sentence.is(article, Classes::ONE_NEUTER) => Readings::NEUTER,
        _ => Readings::NONE,
    };
    let forms = found.without(Readings::IMPERATIVE | Readings::OTHER | noun);
    if found.any(Readings::ADJECTIVE_COMMON) && forms.only(Readings::ADJECTIVE) {
        forms
    } else {
        Readings::NONE
    }
}

/// What the word at `noun` cannot be behind the article at `i`, with or without adjectives between.
fn unheard(sentence: &Sentence<'_>, i: usize, is_indefinite: bool, noun: usize) -> Readings {
    // "kan den grønne støtte": behind a modal verb the infinitive may follow what looks like an adjective.
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    match (is_indefinite, noun > i + 1) {
        (false, true) if !sentence.any(0, i, governs) && !sentence.is_cut_before() => {
            Readings::INFINITIVE | Readings::PASSIVE | Readings::IMPERATIVE
        }
        (true, true) => Readings::VERB,
        (true, false) if sentence.is(i, Classes::ONE_NEUTER) => Readings::VERB,
        (true, false) => Readings::VERB.without(Readings::PRESENT),
        (false, _) => Readings::PASSIVE | Readings::IMPERATIVE,
    }
}

/// The gender of the noun at `i`, if it is a singular noun of one gender. What cannot stand there is not counted: right behind
/// "en" no infinitive, behind "en" and an adjective no verb.
fn gender_at(sentence: &Sentence<'_>, i: usize, unheard: Readings) -> Option<Readings> {
    const SHORTEST: usize = 3;
    let word = sentence.word(i);
    if !sentence.is_small(i) || word.chars().count() < SHORTEST || goes_on(sentence, i) {
        return None;
    }
    if sentence.is(i, Classes::QUANTITY) {
        return Some(Readings::COMMON);
    }
    if sentence.is(i, Classes::NOT_NOUN) || has_two_genders(word) {
        return None;
    }
    // "indsats" is the genitive of "indsat" only where a noun follows.
    let owner = sentence.is_small(i + 1)
        && sentence.readings_of_noun(i + 1).any(Readings::NOUN | Readings::ADJECTIVE);
    let genitive = if owner { Readings::NONE } else { Readings::GENITIVE };
    let found = sentence.readings_of_noun(i).without(Readings::OTHER | unheard | genitive);
    let singular = Readings::COMMON | Readings::NEUTER;
    if !found.only(singular | Readings::PLURAL) {
        return None;
    }
    let gender = found.without(Readings::PLURAL);
    let single = gender == Readings::COMMON || gender == Readings::NEUTER;
    single.then_some(gender)
}

/// Does the noun at `i` go on in another way than a sentence does: "type 2-diagram", "standard_resultat", "a/b"?
fn goes_on(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(next) = sentence.token(i + 1) else { return false };
    let number = next.kind == Kind::Number && next.is_spaced();
    let joined = next.kind == Kind::Sign
        && !next.is_spaced()
        && !matches!(sentence.word(i + 1), "," | "." | ":" | ";" | ")" | "?")
        // What is written as code may be the noun.
        || sentence.word(i + 1) == "`";
    let code = sentence.word(i + 1) == "." && sentence.token(i + 2).is_some_and(|after| !after.is_spaced());
    number || joined || code
}

/// "en treårige plan", "en kommunalt plan", "et kommunal tilbud".
fn indefinite_adjective(sentence: &Sentence<'_>, i: usize, noun: usize, is_neuter: bool) -> Option<Fault> {
    for at in i + 1..noun {
        let word = sentence.word(at);
        if is_bent(sentence, i, at) && !sentence.is(at, Classes::FIXED_ADJECTIVE) {
            let bare = without_e(word)?;
            let right = if is_neuter { neuter(&bare).unwrap_or(bare) } else { bare };
            return Some(Fault::Adjective(at, right));
        }
    }
    let last = noun.checked_sub(1).filter(|last| *last > i)?;
    let word = sentence.word(last);
    if is_neuter {
        // "et kort møde" has its "-t" already.
        let bare =
            adjective_between(sentence, last).only(Readings::ADJECTIVE_COMMON) && !word.ends_with("sk");
        return bare.then(|| neuter(word)).flatten().map(|right| Fault::Adjective(last, right));
    }
    let adverb =
        ["generelt", "særligt", "relativt", "væsentligt", "meget"].iter().any(|end| word.ends_with(end));
    let found = sentence.readings(last);
    let bent = found.any(Readings::ADJECTIVE_NEUTER)
        && sentence.is_adjective(last, Readings::ADJECTIVE_NEUTER | Readings::PARTICIPLE)
        && !adverb;
    bent.then(|| common(word)).flatten().map(|right| Fault::Adjective(last, right))
}

/// Has the adjective at `at` its "-e", as "samlede" in "lavet en samlede oversigt", where the article at `i` is no pronoun?
fn is_bent(sentence: &Sentence<'_>, i: usize, at: usize) -> bool {
    let object = i > 0
        && (sentence.is(i - 1, Classes::PREPOSITION)
            || sentence.readings(i - 1).any(Readings::VERB) && !sentence.is(i - 1, Classes::AUXILIARY));
    let past = if object { Readings::PAST } else { Readings::NONE };
    sentence.is_adjective(at, Readings::ADJECTIVE_E | past)
        && sentence.readings_of_compound(at).any(Readings::ADJECTIVE_E)
}

/// "den kommunal boliganvisning", "den delt sti": an adjective or participle without "-e" before a noun without ending. It may
/// be an adverb ("giver det endelig mening") unless a preposition shows that a noun is coming.
fn uninflected_adjective(sentence: &Sentence<'_>, i: usize, is_neuter: bool) -> Option<(Fault, usize)> {
    let led = i > 0
        && sentence.is(i - 1, Classes::PREPOSITION)
        && !matches!(sentence.word(i - 1), "om" | "som" | "end");
    let mut noun = i + 1;
    while noun - i <= MOST_ADJECTIVES && is_before_noun(sentence, noun) {
        noun += 1;
    }
    // "Udvalget drøftede det økonomisk resultat": with its subject before the verb, the object follows.
    let subject = i > 1 && (sentence.is_definite_noun(i - 2) || sentence.is(i - 2, Classes::PRONOUN));
    // What begins the sentence has no verb before it that an adverb could belong to.
    let led = led || subject && sentence.is_finite(i - 1);
    let begins = i == 0 && sentence.is_whole();
    let inverted = i > 0
        && !led
        && (sentence.may_be_finite(i - 1) || sentence.is(i - 1, Classes::MODAL.or(Classes::ADVERB)));
    let at =
        (i + 1..noun).find(|&at| is_uninflected(sentence, at, at + 1 == noun, led || begins, inverted))?;
    let gender = if is_neuter { Readings::NEUTER } else { Readings::COMMON };
    let found = sentence.readings_of_noun(noun);
    // "den økonomisk ramte kommune": what may be an adjective is the noun only if no other follows.
    let next = sentence.readings_of_noun(noun + 1);
    let small_word =
        Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::SUBORDINATOR);
    let last = !sentence.is_small(noun + 1)
        || sentence.is(noun + 1, small_word)
        || !next.any(Readings::NOUN | Readings::ADJECTIVE);
    let singular = sentence.is_small(noun)
        && (sentence.is(noun, Classes::QUANTITY)
            || !sentence.is(noun, Classes::NOT_NOUN.or(Classes::PREPOSITION)))
        && !goes_on(sentence, noun)
        && found.any(gender)
        && !found.any(Readings::PARTICIPLE)
        && (last || !found.any(Readings::ADJECTIVE))
        && (led || !found.any(Readings::PRESENT | Readings::PAST));
    let right = singular.then(|| with_e(sentence.word(at))).flatten()?;
    Some((Fault::Adjective(at, right), noun))
}

/// May the word at `i` be an adjective or participle before a noun?
fn is_before_noun(sentence: &Sentence<'_>, i: usize) -> bool {
    // What costs most is asked last.
    sentence.is_small(i)
        && sentence.is_small(i + 1)
        && !sentence.is(i, Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY))
        && !sentence.is(i + 1, Classes::PREPOSITION.or(Classes::CONJUNCTION))
        && sentence.readings(i).any(Readings::ADJECTIVE | Readings::PARTICIPLE)
        && !is_odd_adjective(sentence.word(i))
        && sentence.readings_of_noun(i + 1).any(Readings::NOUN | Readings::ADJECTIVE)
}

/// Does the adjective at `at` lack its "-e"? Right before the noun it may be a participle; further off only what is no adverb counts:
/// "den økonomisk svage borger".
fn is_uninflected(sentence: &Sentence<'_>, at: usize, last: bool, led: bool, inverted: bool) -> bool {
    let word = sentence.word(at);
    if sentence.is(at, Classes::FIXED_ADJECTIVE) || word == "ny" {
        return false;
    }
    let found = sentence.readings(at);
    let bent = found
        .any(Readings::ADJECTIVE_E | Readings::ADJECTIVE_FIXED | Readings::PRESENT | Readings::INFINITIVE);
    let adverb = sentence.is(at, Classes::ADVERB_ADJECTIVE)
        || inverted && (word.ends_with("ig") || word.ends_with("isk"));
    let bare =
        found.any(Readings::ADJECTIVE_COMMON) && (last || !adverb && found.only(Readings::ADJECTIVE_COMMON));
    let participle = last && led && found.any(Readings::PARTICIPLE);
    // "det nye plan materiale" may be a compound written apart.
    let part = last
        && found.any(Readings::COMMON | Readings::NEUTER)
        && sentence.readings_of_compound(at - 1).any(Readings::ADJECTIVE_E)
        && begins_compound(word);
    !bent && !part && (bare && (led || !adverb) || participle)
}

/// "den grønne trepartsaftalen": the noun without its ending.
fn double_definite(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    let noun = i + 2;
    let word = sentence.word(noun);
    if !sentence.is_adjective(i + 1, Readings::ADJECTIVE_E) || !sentence.is_small(noun) {
        return None;
    }
    if sentence.is(i, Classes::ONE_COMMON.or(Classes::ONE_NEUTER)) || sentence.is(noun, Classes::NOT_NOUN) {
        return None;
    }
    let certain = sentence.readings_of_compound(noun).without(Readings::OTHER).only(Readings::DEFINITE);
    certain.then(|| indefinite(word)).flatten()
}

/// "Det værste naboerne har oplevet, er støjen": is the noun at `i` the subject of a clause without its "som", with the main verb behind?
pub(super) fn has_relative(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb = |at: usize| sentence.may_be_finite(at) || sentence.is(at, Classes::MODAL);
    let main = |at: usize| {
        sentence.is(at, Classes::AUXILIARY.or(Classes::FINITE).or(Classes::MODAL))
            || sentence.is_comma(at - 1) && verb(at)
    };
    let ends = |at: usize| sentence.is(at, Classes::CONJUNCTION) || sentence.begins_clause(at);
    let own = if sentence.is(i + 1, Classes::ADVERB) { i + 2 } else { i + 1 };
    let end = (own + 1..sentence.len()).find(|&at| ends(at)).unwrap_or(sentence.len());
    verb(own) && (own + 1..end).any(main)
}

/// "kommunens bygningerne": the noun without its ending.
fn definite_behind_owner(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    // Most words end otherwise, and that is quickly said.
    if !sentence.is(i, Classes::ENDS_AS_OWNER) || !sentence.is_small(i + 1) {
        return None;
    }
    let word = sentence.word(i + 1);
    // "personalets ageren".
    let verbal = word.strip_suffix('n').is_some_and(|verb| readings(verb).any(Readings::INFINITIVE));
    let spaced = sentence.token(i + 1).is_some_and(|token| token.is_spaced());
    let certain = !sentence.is(i, Classes::ANY)
        && sentence.readings_of_compound(i).only(Readings::GENITIVE)
        && spaced
        && !verbal
        && sentence.is_definite_noun(i + 1)
        && !sentence.is(i + 1, Classes::ANY);
    certain.then(|| indefinite(word)).flatten()
}

/// The indefinite form of a definite noun: the shorter one if it is listed ("bank", not "banke"), else the longer one
/// ("trepartsaftale", not "trepartsaf-tal").
pub(super) fn indefinite(definite: &str) -> Option<String> {
    let plural = ["erne", "ene"].iter().any(|end| definite.ends_with(end));
    let wanted = if plural { Readings::PLURAL } else { Readings::COMMON | Readings::NEUTER };
    let mut forms = Vec::new();
    for (ending, add) in
        [("erne", "er"), ("erne", "ere"), ("ene", ""), ("en", ""), ("et", ""), ("n", ""), ("t", "")]
    {
        if let Some(stem) = definite.strip_suffix(ending) {
            forms.push(format!("{stem}{add}"));
            let mut ends = stem.chars().rev();
            if add.is_empty() && ends.next() == ends.next() {
                forms.push(stem.chars().take(stem.chars().count().saturating_sub(1)).collect());
            }
        }
    }
    forms.retain(|form| readings_of_compound(form).any(wanted));
    // "sandsynligheden" is that of "sandsynlighed", and not of a heath.
    if let Some(quality) = forms.iter().position(|form| form.ends_with("ighed") || form.ends_with("somhed")) {
        return Some(forms.swap_remove(quality));
    }
    let listed = forms.iter().position(|form| readings(form).any(wanted));
    let longest = (0..forms.len()).max_by_key(|&i| forms[i].len());
    listed.or(longest).map(|i| forms.swap_remove(i))
}
