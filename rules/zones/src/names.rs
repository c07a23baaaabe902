//! Names that are made of the words of dates and times: "foreningen Den 4. Juli", "bogen Kl 17 i Byen"; and lines in another
//! language.
//!
//! Whoever bears such a name has chosen its spelling, and English has its own, so no fix there is safe. It is asked of what was
//! found alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use text::is_space;
use text::lines::floor_boundary;
use text::short_words::{Edges, key};

/// `rules/data/lists/named_things.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    things: FxHashSet<String>,
    joiners: FxHashSet<String>,
    foreign: Vec<String>,
}

static NAMED: LazyLock<Named> = LazyLock::new(|| data::read("named_things"));

/// The words of English and German, each as a number.
static FOREIGN: LazyLock<(Edges, FxHashSet<u128>)> = LazyLock::new(|| {
    let words = || NAMED.foreign.iter().map(String::as_str);
    (Edges::of(words()), words().map(key).collect())
});

/// Does byte `at` of `text` lie in the name of something, of which the line that begins at byte `line` says what it is?
pub fn is_in_name(text: &str, line: usize, at: usize) -> bool {
    /// In bytes.
    const REACH: usize = 80;
    let at = floor_boundary(text, at);
    let start = floor_boundary(text, at.saturating_sub(REACH)).max(line).min(at);
    if is_shortened_name(text, at) {
        return true;
    }
    // Nothing stands before the first word of a line.
    if start == at {
        return false;
    }
    let own = text[at..].find(|c: char| is_space(c) || c == '\n').unwrap_or(text.len() - at);
    let mut words = text[start..at + own].rsplit(is_space).filter(|word| !word.is_empty());
    let Some(mut next) = words.next() else { return false };
    let mut third = None;
    for word in words {
        if is_thing(word) {
            return begins_large(next) || next == "af" && third.is_some_and(is_number);
        }
        if !goes_on(word) {
            return false;
        }
        (next, third) = (word, Some(next));
    }
    false
}

/// Is a line of these words written in English or German?
pub fn are_foreign<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    const FEWEST: usize = 3;
    let (edges, foreign) = &*FOREIGN;
    let mut seen = [0; FEWEST];
    let mut n = 0;
    for word in words.into_iter().filter(|word| edges.may_hold(word.as_bytes())) {
        let word = key(word);
        if foreign.contains(&word) && !seen[..n].contains(&word) {
            seen[n] = word;
            n += 1;
            if n == FEWEST {
                return true;
            }
        }
    }
    false
}

/// "Bla. Bla. Invest", also over a line end: is the word at byte `at` one of two short words with capitals and stops before a
/// third with a capital?
pub fn is_shortened_name(text: &str, at: usize) -> bool {
    let is_short = |word: &str| begins_large(word) && word.ends_with('.') && word.chars().count() <= 5;
    let mut behind = text[at..].split_whitespace();
    if !behind.next().is_some_and(is_short) {
        return false;
    }
    let (next, third) = (behind.next(), behind.next());
    let former = || text[..at].split_whitespace().next_back();
    next.is_some_and(begins_large)
        && (former().is_some_and(is_short) || next.is_some_and(is_short) && third.is_some_and(begins_large))
}

fn begins_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_thing(word: &str) -> bool {
    NAMED.things.contains(&word.to_lowercase())
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// May a name hold `word`?
fn goes_on(word: &str) -> bool {
    let ends = word.ends_with([',', ';', ':', '!', '?', ')']);
    !ends && (word.starts_with(char::is_uppercase) || is_number(word) || NAMED.joiners.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{are_foreign, is_in_name};

    fn of(line: &str, words: &str) -> bool {
        is_in_name(line, 0, line.find(words).expect("words of the line"))
    }

    #[test]
    fn a_thing_and_a_capital_make_a_name() {
        assert!(of("Nu har foreningen Den 4. Juli søgt", "Juli"));
        assert!(of("Udvalget af 4. Maj deltog", "Maj"));
        assert!(of("Foreningen af 12. Juni 1905 har søgt", "Juni"));
        assert!(of("Firmaet Holm og Dam-og Co ApS er hørt", "Dam-og"));
        assert!(of("Filmen og bogen Kl 17 i Byen er gode", "Kl"));
        assert!(of("Aftalen med Firm. Bla. Invest er ny", "Bla"));
        assert!(of("Aftalen med Bla. Firm.\nInvest er ny", "Bla"));
    }

    #[test]
    fn a_foreign_word_is_one_number() {
        assert!(super::NAMED.foreign.iter().all(|word| word.len() <= text::short_words::LONGEST));
    }

    fn is_foreign(line: &str) -> bool {
        are_foreign(line.split(|c: char| !c.is_alphabetic()))
    }

    #[test]
    fn english_and_german_are_foreign() {
        assert!(is_foreign("The meeting of the board is on 4 March at 5 pm, and it was held there."));
        assert!(is_foreign("Am 4 März ist das Rathaus für alle geöffnet und kostet 1.5 Euro."));
        assert!(!is_foreign("Mødet om \"the state of the art\" er den 4. marts for alle i byen."));
    }

    #[test]
    fn what_is_said_of_a_thing_is_no_name() {
        assert!(!of("Foreningen mødes den 4. Juli", "Juli"));
        assert!(!of("Projektet Havnen er 50 pct færdigt", "pct"));
        assert!(!of("Foreningen, den 4. Juli", "Juli"));
        assert!(!of("Mødet er den 4. Juli", "Juli"));
    }
}
