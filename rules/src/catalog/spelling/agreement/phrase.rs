//! Article, adjectives and noun, and what does not fit among them.

use crate::danish::clauses::Sentence;
use crate::danish::inflection::{common, neuter, with_e, without_e};
use crate::danish::lexicon::{Readings, has_two_genders, readings, readings_of_compound};
use crate::danish::tokens::{Classes, Kind};

/// What does not fit.
pub(super) enum Fault {
    /// The article; this one fits.
    Article(&'static str),
    /// The adjective at this token; this form fits.
    Adjective(usize, String),
    /// The noun is definite and should not be; this is its form.
    Definite(String),
}

/// Between article and noun there are at most so many adjectives.
const MOST_ADJECTIVES: usize = 3;

/// The fault of the phrase that begins with the article at `i`, and the token of its noun.
pub(super) fn fault_at(sentence: &Sentence<'_>, i: usize) -> Option<(Fault, usize)> {
    let indefinite = Classes::ONE_COMMON.or(Classes::ONE_NEUTER);
    let definite = Classes::THE_COMMON.or(Classes::THE_NEUTER);
    let all =
        indefinite.or(definite).or(Classes::THE_PLURAL).or(Classes::THIS_COMMON).or(Classes::THIS_NEUTER);
    if !sentence.is(i, all) || sentence.word(i).chars().all(char::is_uppercase) {
        return None;
    }
    if let Some(right) = double_definite(sentence, i) {
        return Some((Fault::Definite(right), i + 2));
    }
    let any_form = Readings::ADJECTIVE;
    let mut noun = i + 1;
    while noun - i <= MOST_ADJECTIVES && sentence.is_adjective(noun, any_form) {
        noun += 1;
    }
    let unheard = match (sentence.is(i, indefinite), noun > i + 1) {
        (true, true) => Readings::VERB,
        (true, false) => Readings::INFINITIVE | Readings::IMPERATIVE,
        (false, _) => Readings::NONE,
    };
    let gender = gender_at(sentence, noun, unheard)?;
    let neuter = sentence.is(i, Classes::ONE_NEUTER.or(Classes::THE_NEUTER).or(Classes::THIS_NEUTER));
    let fits = gender == if neuter { Readings::NEUTER } else { Readings::COMMON };
    let fault = if sentence.is(i, indefinite) {
        match fits {
            true => indefinite_adjective(sentence, i, noun, neuter),
            false => wrong_article(sentence, i, noun, neuter),
        }
    } else if sentence.is(i, definite) && fits {
        definite_adjective(sentence, i, noun)
    } else {
        None
    };
    fault.map(|fault| (fault, noun))
}

/// The gender of the noun at `i`, if it is a singular noun of one gender. What cannot stand there is not counted: right behind
/// "en" no infinitive, behind "en" and an adjective no verb.
fn gender_at(sentence: &Sentence<'_>, i: usize, unheard: Readings) -> Option<Readings> {
    const SHORTEST: usize = 3;
    let word = sentence.word(i);
    if !sentence.is_small(i) || word.chars().count() < SHORTEST || goes_on(sentence, i) {
        return None;
    }
    if sentence.is(i, Classes::NOT_NOUN) || has_two_genders(word) {
        return None;
    }
    let found = sentence.readings_of_noun(i).without(Readings::OTHER | unheard);
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
        && !matches!(sentence.word(i + 1), "," | "." | ":" | ";" | ")" | "?");
    let code = sentence.word(i + 1) == "." && sentence.token(i + 2).is_some_and(|after| !after.is_spaced());
    number || joined || code
}

fn wrong_article(sentence: &Sentence<'_>, i: usize, noun: usize, neuter: bool) -> Option<Fault> {
    // "et dialog møde" is a compound written apart.
    let wanted = if neuter { Readings::NEUTER } else { Readings::COMMON };
    let small_word =
        Classes::NOT_NOUN.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::BEFORE_NOUN);
    let behind = sentence.readings_of_compound(noun + 1).any(wanted)
        && sentence.is_small(noun + 1)
        && !sentence.is(noun + 1, small_word);
    // A word that nobody knows may be the noun.
    let unknown = sentence.is_word(noun + 1)
        && sentence.readings_of_compound(noun + 1).is_none()
        && !sentence.is(noun + 1, small_word);
    (!behind && !unknown)
        .then(|| Fault::Article(if sentence.is_capital(i) { capital(neuter) } else { small(neuter) }))
}

fn small(neuter: bool) -> &'static str {
    if neuter { "en" } else { "et" }
}

fn capital(neuter: bool) -> &'static str {
    if neuter { "En" } else { "Et" }
}

/// "en treårige plan", "en kommunalt plan", "et kommunal tilbud".
fn indefinite_adjective(sentence: &Sentence<'_>, i: usize, noun: usize, is_neuter: bool) -> Option<Fault> {
    for at in i + 1..noun {
        let word = sentence.word(at);
        if sentence.is_adjective(at, Readings::ADJECTIVE_E) && !sentence.is(at, Classes::FIXED_ADJECTIVE) {
            let bare = without_e(word)?;
            let right = if is_neuter { neuter(&bare).unwrap_or(bare) } else { bare };
            return Some(Fault::Adjective(at, right));
        }
    }
    let last = noun.checked_sub(1).filter(|last| *last > i)?;
    let word = sentence.word(last);
    if is_neuter {
        let bare = sentence.is_adjective(last, Readings::ADJECTIVE_COMMON) && !word.ends_with("sk");
        return bare.then(|| neuter(word)).flatten().map(|right| Fault::Adjective(last, right));
    }
    let adverb =
        ["generelt", "særligt", "relativt", "væsentligt", "meget"].iter().any(|end| word.ends_with(end));
    let bent = sentence.is_adjective(last, Readings::ADJECTIVE_NEUTER) && !adverb;
    bent.then(|| common(word)).flatten().map(|right| Fault::Adjective(last, right))
}

/// "den kommunal boliganvisning".
fn definite_adjective(sentence: &Sentence<'_>, i: usize, noun: usize) -> Option<Fault> {
    // "den økonomisk svage borger": before another adjective it may be an adverb.
    let both = Readings::ADJECTIVE_COMMON | Readings::ADJECTIVE_NEUTER;
    let last = noun - 1;
    let uninflected = |at: usize| {
        sentence.is_adjective(at, Readings::ADJECTIVE_COMMON)
            || at == last
                && sentence.is_adjective(at, both)
                && sentence.readings(at).any(Readings::ADJECTIVE_COMMON)
    };
    let at = (i + 1..noun).find(|&at| uninflected(at) && !sentence.is(at, Classes::FIXED_ADJECTIVE))?;
    with_e(sentence.word(at)).map(|right| Fault::Adjective(at, right))
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

/// The indefinite form of a definite noun: the shorter one if it is listed ("bank", not "banke"), else the longer one
/// ("trepartsaftale", not "trepartsaf-tal").
fn indefinite(definite: &str) -> Option<String> {
    let plural = ["erne", "ene"].iter().any(|end| definite.ends_with(end));
    let wanted = if plural { Readings::PLURAL } else { Readings::COMMON | Readings::NEUTER };
    let mut forms = Vec::new();
    for (ending, add) in [("erne", "er"), ("ene", ""), ("en", ""), ("et", ""), ("n", ""), ("t", "")] {
        if let Some(stem) = definite.strip_suffix(ending) {
            forms.push(format!("{stem}{add}"));
            let mut ends = stem.chars().rev();
            if add.is_empty() && ends.next() == ends.next() {
                forms.push(stem.chars().take(stem.chars().count().saturating_sub(1)).collect());
            }
        }
    }
    forms.retain(|form| readings_of_compound(form).any(wanted));
    let listed = forms.iter().position(|form| readings(form).any(wanted));
    let longest = (0..forms.len()).max_by_key(|&i| forms[i].len());
    listed.or(longest).map(|i| forms.swap_remove(i))
}
