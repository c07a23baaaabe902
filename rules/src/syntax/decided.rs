//! Lines inside an item that say what was decided, where no heading does: "Godkendt", "Drøftet. Sagen tages op i maj.",
//! "Bestyrelsen besluttede, at …", "=> Udsat."

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::title;
use crate::danish::letters::small;
use crate::data;
use crate::text::is_space;
use crate::text::lines::floor_boundary;

#[derive(Deserialize)]
struct Written {
    arrows: Vec<Box<str>>,
    said: Vec<Box<str>>,
    tails: Vec<Box<str>>,
    bodies: Vec<Box<str>>,
    others: Vec<Box<str>>,
    pronouns: Vec<Box<str>>,
    verbs: FxHashSet<Box<str>>,
    phrases: Vec<Box<str>>,
    passive: Vec<Box<str>>,
    elsewhere: FxHashSet<Box<str>>,
    unlike: Vec<Box<str>>,
    earlier: Vec<Box<str>>,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| data::read("decided_lines"));

/// A longer sentence tells more than an outcome, in bytes.
const LONGEST: usize = 90;
/// So many bytes of a sentence are looked at for who decides.
const LOOKED_AT: usize = 120;
/// So many words may stand before an outcome, and in the name of a body.
const BEFORE: usize = 4;
const NAME: usize = 3;

/// The bytes of the first sentence of `words`.
fn first_sentence(words: &str) -> &str {
    let ends = |at: &usize| {
        let word = words[..*at].rsplit(is_space).next().unwrap_or("");
        let figure = word.ends_with(|c: char| c.is_ascii_digit());
        !figure && !title::words().end_in_abbreviation(&small(&words[at - word.len()..=*at]))
    };
    let stops = words.match_indices(". ").map(|(at, _)| at).take(4);
    stops.into_iter().find(ends).map_or(words, |at| &words[..=at])
}

/// `words` behind the arrow that stands before a decision: "=> Udsat."
pub(super) fn behind_arrow(words: &str) -> &str {
    if !words.starts_with(['=', '-', '>', '→', '⇒', '»']) {
        return words;
    }
    let arrows = WRITTEN.arrows.iter().filter_map(|arrow| words.strip_prefix(&**arrow));
    let rest = arrows.filter(|rest| rest.starts_with(is_space)).min_by_key(|rest| rest.len());
    rest.map_or(words, |rest| rest.trim_start_matches(is_space))
}

/// Are `words`, behind a title and a colon or a dash, an outcome and nothing else?
pub(super) fn is_outcome_alone(words: &str) -> bool {
    words.len() <= LONGEST / 2 && is_bare(small(words).trim_end_matches('.'), 0)
}

/// Is a line whose title is missing an outcome and nothing else: "Ad 2 Godkendt."?
pub(crate) fn is_outcome_line(words: &str) -> bool {
    words.ends_with('.') && is_outcome_alone(words)
}

/// The outcome in `words`, what stands behind the title in the line of an item's heading.
pub(crate) fn outcome_behind(words: &str) -> Option<&str> {
    let said = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    (is_outcome_alone(said) || says_outcome(said)).then_some(said)
}

/// Do `words`, a line inside an item, say an outcome and nothing else, or that the body decided?
pub(crate) fn says_outcome(words: &str) -> bool {
    if !words.starts_with(char::is_uppercase) {
        return false;
    }
    deciding_sentence(words).is_some() || {
        let first = first_sentence(words);
        first.len() <= LONGEST && is_outcome(first, first.len() == words.len()) || ends_in_outcome(words)
    }
}

/// The sentence of a line that says the outcome.
pub(crate) fn outcome_sentence(words: &str) -> &str {
    let first = first_sentence(words);
    let said = behind_arrow(first.trim_start_matches(['*', '_']));
    let decides = || first.len() == words.len() || is_outcome(said, false);
    deciding_sentence(said).or_else(|| deciding_sentence(words)).unwrap_or(if decides() {
        first
    } else {
        words
    })
}

/// The sentence of `words` that says that the body decided, among the first ones.
fn deciding_sentence(words: &str) -> Option<&str> {
    const LOOKED_AT: usize = 6;
    let behind = words.match_indices(". ").map(|(at, _)| &words[at + 2..]);
    std::iter::once(words)
        .chain(behind.take(LOOKED_AT))
        .find(|rest| rest.starts_with(char::is_uppercase) && says_who_decides(rest))
        .map(first_sentence)
}

/// Is `sentence` an outcome, or "Budgettet blev godkendt"? One `alone` on its line may say a little more.
fn is_outcome(sentence: &str, alone: bool) -> bool {
    let folded = small(sentence);
    let said = folded.trim_end_matches(['.', '!']);
    let begins = said.split([' ', ',']).next().unwrap_or("");
    if WRITTEN.elsewhere.contains(begins) || WRITTEN.unlike.iter().any(|words| said.contains(&**words)) {
        return false;
    }
    let known = title::words();
    let stopped = said.len() < folded.len();
    stopped && (known.end_in_outcome(said) || alone && known.say_outcome(said)) || is_bare(said, BEFORE)
}

/// "Formanden orienterede. Taget til efterretning": is the last sentence nothing but an outcome?
fn ends_in_outcome(words: &str) -> bool {
    let body = words.trim_end_matches('.');
    let Some((_, last)) = body.rsplit_once(". ") else { return false };
    last.len() <= LONGEST / 2 && last.starts_with(char::is_uppercase) && is_bare(&small(last), 0)
}

/// Is an outcome the whole of `said`, behind at most `before` words, and with nothing after it that says more?
fn is_bare(said: &str, before: usize) -> bool {
    let own = || WRITTEN.said.iter().find_map(|outcome| said.strip_prefix(&**outcome));
    let Some(rest) = title::words().behind_outcome(said, before).or_else(own) else { return false };
    let rest = rest.trim_start_matches(is_space);
    let tail =
        |tail: &str| rest.strip_prefix(tail).is_some_and(|rest| rest.trim_matches(is_space).is_empty());
    rest.is_empty() || rest.starts_with(", ") || WRITTEN.tails.iter().any(|own| tail(own))
}

/// "Bestyrelsen besluttede, at …", "Det blev besluttet at …", at this meeting and no other.
pub(crate) fn says_who_decides(words: &str) -> bool {
    let head = &words[..floor_boundary(words, LOOKED_AT)];
    let decides = behind_body(head).or_else(|| behind_passive(head));
    decides.is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_space);
        let dated = ["i ", "den ", "d. ", "pr. "].iter().any(|word| {
            rest.strip_prefix(*word).is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
        });
        !dated && !WRITTEN.earlier.iter().any(|word| rest.starts_with(&**word))
    })
}

/// Do `words`, in small letters behind a label, say that the body decided?
pub(super) fn names_decision(words: &str) -> bool {
    let head = &words[..floor_boundary(words, LOOKED_AT)];
    let passive = WRITTEN.passive.iter().any(|begins| head.starts_with(&**begins));
    passive || behind_body(head).is_some()
}

fn behind_passive(head: &str) -> Option<&str> {
    if !head.starts_with(['D', 'V', 'M', 'B', 'A']) {
        return None;
    }
    let begins = |own: &&str| {
        head.as_bytes().get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own.as_bytes()))
    };
    let begins = WRITTEN.passive.iter().map(|own| &**own).find(begins)?;
    head.get(begins.len()..)
}

/// What stands behind the body's name and its verb.
fn behind_body(head: &str) -> Option<&str> {
    let mut at = 0;
    for (n, word) in head.split(' ').take(NAME + 1).enumerate() {
        let bare = word.trim_end_matches(',');
        let acts = n > 0 && (WRITTEN.verbs.contains(bare) || n == 1 && acts_in_words(&head[at..]));
        if acts {
            return is_own_body(&head[..at - 1]).then(|| &head[at + word.len()..]);
        }
        at += word.len() + 1;
    }
    None
}

fn acts_in_words(rest: &str) -> bool {
    rest.starts_with(['h', 'k', 't']) && WRITTEN.phrases.iter().any(|phrase| rest.starts_with(&**phrase))
}

/// Does `name` end as that of a body whose own minutes these are?
fn is_own_body(name: &str) -> bool {
    let folded = small(name);
    let last = folded.rsplit(' ').next().unwrap_or("");
    let alone = last.len() == folded.len();
    let other = WRITTEN.others.iter().any(|other| &**other == last);
    alone && WRITTEN.pronouns.iter().any(|own| &**own == last)
        || !other && WRITTEN.bodies.iter().any(|own| last.ends_with(&**own))
}

#[cfg(test)]
mod tests {
    use super::{behind_arrow, says_outcome};

    #[test]
    fn an_outcome_may_lack_its_stop_or_be_followed_by_a_sentence() {
        for words in [
            "Godkendt",
            "Taget til efterretning",
            "Godkendt uden bemærkninger",
            "Dagsordenen blev godkendt",
            "Dagsorden er godkendt, og alle er mødt.",
            "Drøftet. Sagen tages op på næste møde.",
            "Budgettet for 2024 blev godkendt. For: 22",
            "Ganske få. Taget til efterretning",
        ] {
            assert!(says_outcome(words), "{words}");
        }
    }

    #[test]
    fn a_body_decides_at_its_own_meeting() {
        for words in [
            "Bestyrelsen besluttede, at gebyret er 200 kr.",
            "Det blev besluttet at skrive til vejlauget",
            "Det besluttedes at gentage turen.",
            "Provstiudvalget bevilger 128.400 kr. til fyret",
            "Man vedtog at tage imod gaven.",
            "Vi besluttede at male skuret.",
            "Der var enighed om at købe en pumpe.",
            "Besluttet at søge støtte.",
            "Kæret renses i maj. Det blev besluttet at søge støtte.",
        ] {
            assert!(says_outcome(words), "{words}");
        }
        for words in [
            "Byrådet besluttede, at vejen lukkes.",
            "Bestyrelsen besluttede i 2019, at gebyret er 200 kr.",
            "Bestyrelsen besluttede på sidste møde at male skuret.",
            "Formanden godkendte planen. Den er sendt.",
            "Vi talte om, hvad bestyrelsen besluttede.",
        ] {
            assert!(!says_outcome(words), "{words}");
        }
    }

    #[test]
    fn what_only_speaks_of_an_outcome_is_none() {
        for words in [
            "Kommunen har godkendt planen.",
            "Hvis budgettet godkendes, køber vi pumpen.",
            "Planen er udsat for kritik.",
            "Kommunen har ikke godkendt planen og vil ikke tale om den",
            "Godkendt budget følger",
            "Regnskab",
        ] {
            assert!(!says_outcome(words), "{words}");
        }
    }

    #[test]
    fn an_arrow_is_no_part_of_what_was_decided() {
        assert_eq!(behind_arrow("=> Udsat."), "Udsat.");
        assert_eq!(behind_arrow("=== Udsat"), "=== Udsat");
    }
}
