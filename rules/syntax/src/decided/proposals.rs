//! Where one of several proposals begins that an item decides on, each for itself: "Forslag 1: Hunde.", "D1. Kompost", "1.1 Orgel".

use serde::Deserialize;

use super::WRITTEN;
use danish::letters::with_small;
use text::is_space;
use text::lines::floor_boundary;

/// What begins a proposal, and what only looks so.
#[derive(Deserialize)]
pub(super) struct Proposals {
    words: Vec<Box<str>>,
    links: Vec<Box<str>>,
    asking: Vec<Box<str>>,
}

impl Proposals {
    /// Does `label`, in small letters, ask for something?
    pub(super) fn are_asked(&self, label: &str) -> bool {
        self.asking.iter().any(|own| label.contains(&**own))
    }
}

/// A longer label is none, in bytes.
const LONGEST: usize = 40;
/// What is decided on is named in so many bytes at most.
const LONGEST_NAME: usize = 110;

/// The bytes of the label that `words`, the beginning of a sentence, has before what is proposed; 0 where it has none.
pub fn label_len(words: &str) -> usize {
    let word = words.split(is_space).next().unwrap_or("");
    let row = numbered(word);
    if row { word.len() } else { worded(words) }
}

/// "1.", "2)", "a)", "D1.", "1.1", "(3)".
fn numbered(word: &str) -> bool {
    const MOST: usize = 6;
    if word.len() > MOST || word.len() < 2 {
        return false;
    }
    let bare = word.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = bare.len() - digits.len();
    let counted = !digits.is_empty() && digits.split('.').all(|part| part.parse::<u8>().is_ok());
    let closed = bare.len() < word.len();
    letters <= 1
        && (counted && (closed || digits.contains('.') || letters == 1)
            || digits.is_empty() && letters == 1 && word.ends_with(')'))
}

/// "Forslag 1", "Ændringsforslag B", "Forslag fra Bo Dal": the bytes of a label that is a word, with its number.
pub fn worded(words: &str) -> usize {
    let head = &words[..floor_boundary(words, LONGEST)];
    if !head.starts_with(char::is_uppercase) {
        return 0;
    }
    let label = |folded: &str| {
        let own = WRITTEN
            .proposals
            .words
            .iter()
            .filter(|own| folded.starts_with(&***own))
            .map(|own| own.len())
            .max()?;
        let rest = folded[own..].strip_prefix(' ')?;
        let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let counted = next.parse::<u8>().is_ok() || next.chars().count() == 1 && next != "i";
        let linked = WRITTEN.proposals.links.iter().any(|link| **link == *next);
        (counted || linked).then_some(own + if counted { 1 + next.len() } else { 0 })
    };
    with_small(head, |folded| label(folded).unwrap_or(0)).min(words.len())
}

/// What stands behind the name of what is decided on: "Hunde: forkastet", "Kompost - vedtaget med 12 stemmer".
pub fn behind_name(sentence: &str) -> Option<&str> {
    let signs = sentence.char_indices().filter(|(_, c)| matches!(c, ':' | '-' | '–' | '—' | '=' | '→'));
    let apart = |at: usize, sign: char| {
        let behind = sentence[at + sign.len_utf8()..].starts_with(is_space);
        behind && (sign == ':' || sentence[..at].ends_with(is_space))
    };
    if sentence.starts_with(super::parted::QUOTES) {
        return None;
    }
    let (at, sign) =
        signs.take_while(|(at, _)| *at <= LONGEST_NAME).filter(|&(at, sign)| apart(at, sign)).last()?;
    let asks = with_small(&sentence[..at], |name| WRITTEN.proposals.are_asked(name));
    let behind = sentence[at + sign.len_utf8()..].trim_start_matches(is_space);
    (!asks && !behind.is_empty()).then_some(behind)
}

/// Begins `sentence` with none of those who decide elsewhere: "Kommunen: afslag"?
pub fn names_own(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    with_small(first, |first| !WRITTEN.elsewhere.contains(first))
}

#[cfg(test)]
mod tests {
    use super::{behind_name, label_len};

    #[test]
    fn a_label_begins_what_is_proposed() {
        for (words, label) in [
            ("Forslag 1: Hunde.", "Forslag 1"),
            ("Ændringsforslag B om takster", "Ændringsforslag B"),
            ("Forslag fra Bo Dal: Ny bro", "Forslag"),
            ("D2. Lukning for vand 1. november", "D2."),
            ("1.1 Orgel: bevilget", "1.1"),
            ("a) Ny bro", "a)"),
        ] {
            assert_eq!(&words[..label_len(words)], label, "{words}");
        }
        for words in [
            "Forslaget blev vedtaget.",
            "Forslag til budget",
            "2026 bliver et godt år.",
            "I dag",
            "Vi vedtog",
        ] {
            assert_eq!(label_len(words), 0, "{words}");
        }
    }

    #[test]
    fn what_came_of_it_stands_behind_its_name() {
        assert_eq!(behind_name("D1. Fælles kværn - forkastet."), Some("forkastet."));
        assert_eq!(behind_name("1.1 Orgel: bevilget 40.000 kr."), Some("bevilget 40.000 kr."));
        assert_eq!(behind_name("Indstilling: Godkendes."), None);
        assert_eq!(behind_name("Nord-Syd banen"), None);
    }
}
