//! An article of the wrong gender before its noun: "et situation".

use danish::clauses::Sentence;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;

use super::{Fault, SMALL_WORD};

/// What the article at `i` should be, if the noun at `noun` has the other gender and nothing behind that explains it.
pub(super) fn wrong_article(sentence: &Sentence<'_>, i: usize, noun: usize, neuter: bool) -> Option<Fault> {
    // "et dialog møde" is a compound written apart.
    let wanted = if neuter { Readings::NEUTER } else { Readings::COMMON };
    // "et række spørgsmål".
    let behind = !sentence.is(noun, Classes::QUANTITY)
        && sentence.readings_of_compound(noun + 1).any(wanted)
        && sentence.is_small(noun + 1)
        && !sentence.is(noun + 1, SMALL_WORD);
    // A word that nobody knows may be the noun.
    let unknown = sentence.is_word(noun + 1)
        && sentence.readings_of_compound(noun + 1).is_none()
        && !sentence.is(noun + 1, SMALL_WORD);
    // "et standard datetime.datetime-objekt".
    let code =
        sentence.word(noun + 2) == "." && sentence.token(noun + 3).is_some_and(|after| !after.is_spaced());
    // "et fuldbredde, dobbelt tegn": the noun of the article comes behind what describes it.
    let listed = sentence.is_comma(noun + 1)
        && sentence.is_small(noun + 2)
        && !sentence.is(noun + 2, Classes::ANY)
        && sentence.readings_of_compound(noun + 2).only(Readings::NOUN | Readings::ADJECTIVE)
        && sentence.readings_of_compound(noun + 3).any(wanted);
    (!behind && !unknown && !code && !listed && !has_lost_letter(sentence.word(noun)))
        .then(|| Fault::Article(if sentence.is_capital(i) { capital(neuter) } else { small(neuter) }))
}

/// "procentegn" may be "procent-tegn" with a letter lost, whose gender is that of another noun.
fn has_lost_letter(word: &str) -> bool {
    const SHORTEST: usize = 3;
    let noun = |part: &str| readings(part).any(Readings::NOUN);
    let lost = |(at, _): (usize, char)| {
        let (first, last) = word.split_at(at);
        let letter = first.len() - first.chars().next_back().map_or(0, char::len_utf8);
        // "videosystem" is a system, whatever "videos" are.
        noun(first) && noun(&word[letter..]) && !last.is_empty() && readings(&word[..letter]).is_none()
    };
    readings(word).is_none() && word.char_indices().skip(SHORTEST).any(lost)
}

fn small(neuter: bool) -> &'static str {
    if neuter { "en" } else { "et" }
}

fn capital(neuter: bool) -> &'static str {
    if neuter { "En" } else { "Et" }
}
