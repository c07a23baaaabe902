//! Words that make a sentence of what could be a title.

use super::heading_words::WORDS;
use danish::date::month_from;
use text::is_space;

/// Do `words` hold a verb, as no title does?
pub fn is_sentence(words: &str) -> bool {
    words.split(is_space).nth(2).is_some() && has_verb(words)
}

/// Is one of the first words a verb that titles do not have?
pub fn has_verb(words: &str) -> bool {
    const LOOKED_AT: usize = 30;
    let verb = |word: &str| WORDS.verbs.contains(word.trim_end_matches([',', '.']));
    words.split(is_space).take(LOOKED_AT).any(verb)
}

/// Does one sentence of `words` end and another begin?
pub fn holds_sentences(words: &str) -> bool {
    words.match_indices(". ").any(|(at, _)| {
        words[at + 2..].starts_with(char::is_uppercase) && !is_ordinal(&words[..at], &words[at + 2..])
    })
}

/// "DEN 11. FEBRUAR", "KONTORETS 2. SAL": does the stop between `before` and `behind` make a number an ordinal, and end no sentence?
pub(crate) fn is_ordinal(before: &str, behind: &str) -> bool {
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let shouts = || word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
    before.ends_with(|c: char| c.is_ascii_digit()) && (shouts() || month_from(word).is_some())
}

/// Does a sentence end in `words` behind a long word, which is no abbreviation, and another begin?
pub(crate) fn goes_on_behind_word(words: &str) -> bool {
    const SHORTEST: usize = 5;
    words.match_indices(". ").any(|(at, _)| {
        let letters = words[..at].chars().rev().take_while(|c| c.is_lowercase()).count();
        letters >= SHORTEST && words[at + 2..].starts_with(char::is_uppercase)
    })
}
