//! Titles of closed items: which tell of the case, and of whom.
//!
//! A title that names no private person and no private detail may be published, and is needed. So it stays where nothing of that is found
//! in it.

mod somebody;
#[cfg(test)]
mod tests;

use crate::closed::{WORDS, is_before_name, is_firm_in_any_case, is_place, may_be_family, others_in};
use danish::letters::small;
use danish::lexicon::{is_compound, readings};
use text::{TextRange, is_space};

pub use somebody::is_of_somebody;

/// `title` up to who presents the item: "Orientering v/Anne Holm".
pub(crate) fn without_presenter(title: &str) -> &str {
    let presented = WORDS.presenting.iter().filter_map(|words| title.find(words.as_str())).min();
    &title[..presented.unwrap_or(title.len())]
}

/// "Opsigelse af Anne Holm": does the title of a closed item surely say whose case it is? "Aftale med Global Connect" may name a
/// firm, and behind "v/" stands who presents the item.
pub fn names_whose(title: &str) -> bool {
    let about = without_presenter(title);
    let is_name = |name: TextRange| {
        let name = small(&about[name]);
        let first = name.split(is_space).next().unwrap_or_default();
        // "Kirsten" looks like a word of two parts, and "Mads" like one for food.
        let is_no_word =
            readings(first).is_none() && (first.chars().count() < SHORTEST_COMPOUND || !is_compound(first));
        is_no_word || WORDS.surname_ends.iter().any(|end| name.trim_end_matches('s').ends_with(end.as_str()))
    };
    let lower = small(about);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.own_cases.iter().any(|case| word.ends_with(case.as_str())))
        && others_in(about).any(is_name)
}

/// Does the title of a closed item tell of the case: a sentence, a figure, or a name behind a word like "hos"?
pub fn tells_of_case(title: &str) -> bool {
    let words: Vec<&str> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says_what_is = words.len() > 2
        && (title.trim_end().ends_with('.')
            || words.iter().any(|word| WORDS.verbs.contains(&word.to_lowercase())));
    let names_firm = words.last().is_some_and(|last| words.len() > 1 && is_firm_in_any_case(last));
    says_what_is
        || names_somebody(title)
        || names_firm
        || title.contains('@')
        || has_long_figure(title)
        || is_unknown(title, &words)
}

/// "KØB AF TORKILD BRÆNDHOLM", "Brændholm": in capitals throughout or by itself, a word that nobody lists is a name.
fn is_unknown(title: &str, words: &[&str]) -> bool {
    let in_capitals = !title.contains(char::is_lowercase);
    // "SALG TIL STENALT": a word that looks like one of two parts, where a name stands.
    let is_named = |pair: &[&str]| {
        let own = small(pair[1]);
        WORDS.before_people.contains(&small(pair[0]))
            && own.chars().count() >= SHORTEST_NAME
            && (own.chars().count() < SHORTEST_COMPOUND || may_be_family(&own))
            && own.chars().all(char::is_alphabetic)
            && readings(&own).is_none()
            && !is_place(pair[1])
    };
    let unknown = |word: &&str| {
        let lower = small(word);
        lower.chars().count() >= SHORTEST_NAME
            && lower.chars().all(char::is_alphabetic)
            && readings(&lower).is_none()
            && (!in_capitals || !is_compound(&lower))
            && !is_place(word)
    };
    match words {
        [only] => unknown(only) && !is_compound(&small(only)) && !names_matter(only),
        _ => in_capitals && (words.iter().any(unknown) || words.windows(2).any(is_named)),
    }
}

/// "Lønsag", "Renoveringsudbud": does `word` end as those do that say what an item is about, and so is nobody's name?
pub fn names_matter(word: &str) -> bool {
    let lower = small(word);
    WORDS.matter_ends.iter().any(|end| lower.len() > end.len() && lower.ends_with(end.as_str()))
}

/// "Klage fra Krag", and not "Salg af Nordmark Skole": does a name, which is that of no place, stand behind a word like "fra"?
fn names_somebody(title: &str) -> bool {
    let words: Vec<&str> = title.split(is_space).collect();
    let bare = |word: &'_ str| -> std::ops::Range<usize> {
        let start = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        start..word.trim_end_matches(|c: char| !c.is_alphanumeric()).len().max(start)
    };
    let is_name = |word: &&str| {
        // "EDB-drift"
        let first = word[bare(word)].split('-').next().unwrap_or_default();
        first.starts_with(char::is_uppercase) && first.contains(char::is_lowercase)
    };
    (1..words.len()).any(|at| {
        let before = small(&words[at - 1][bare(words[at - 1])]);
        let run = words[at..].iter().take_while(|word| is_name(word)).count();
        let named = || words[at..at + run].join(" ");
        // "virksomheden Bentax", "Aftale med Nordhavn Byg"
        (WORDS.before_people.contains(&before) || is_before_name(&before))
            && run > 0
            && (!is_place(&words[at][bare(words[at])]) || run > 1)
            && !is_place(named().trim_end_matches(|c: char| !c.is_alphanumeric()))
    })
}

/// A shorter word that looks like one of two parts may be somebody's first name, in letters.
const SHORTEST_COMPOUND: usize = 9;
/// A shorter word is no name, in letters.
const SHORTEST_NAME: usize = 4;

/// "40.000", "21 43 65 87", "12.03.2019": figures with more digits than a year, parted by single signs. "2024-2027" is none.
fn has_long_figure(title: &str) -> bool {
    let is_year = |run: &str| run.len() == YEAR && (run.starts_with("19") || run.starts_with("20"));
    let mut chains = title.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ' ' | '-' | ','));
    chains.any(|chain| {
        let runs = chain.split(['.', ' ', '-', ',']).filter(|run| !is_year(run));
        runs.map(str::len).sum::<usize>() > YEAR
    })
}

/// Digits of a year.
const YEAR: usize = 4;
