//! The phrases that tell of those who meet, and how they are looked for.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashSet;

use super::super::people::wording;

/// What a phrase tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// An act: the number of the phrase in the list.
    Act(usize),
    Spoke,
    Absent,
    Left,
    Came,
    /// There for a part of the meeting, nobody can tell which.
    InPart,
    Disqualified,
    Instead,
    StandsIn,
    Returned,
}

/// The phrases, ready to be looked for.
pub(super) struct Phrases {
    pub(super) finder: AhoCorasick,
    /// How the phrases begin: what few lines hold, and is quickly looked for.
    begins: Beginnings,
    /// What each tells.
    pub(super) tells: Vec<Tells>,
}

impl Phrases {
    /// May any of them stand in `words`, with no letter before it?
    pub(super) fn may_stand_in(&self, words: &str) -> bool {
        self.begins.stand_in(words.as_bytes()) && self.finder.is_match(words)
    }
}

/// The first bytes of phrases, in small letters of ASCII.
struct Beginnings {
    /// One bit for each hash of the first three: most words begin with none of them.
    threes: [u64; 64],
    all: FxHashSet<u64>,
}

impl Beginnings {
    /// At most this much of a phrase is looked for, in bytes.
    const LONGEST: usize = 6;

    /// Each phrase has so many bytes.
    const SHORTEST: usize = 3;

    fn of(phrases: &[String]) -> Self {
        let mut new = Self { threes: [0; 64], all: FxHashSet::default() };
        for phrase in phrases {
            let (three, whole) =
                (Self::key(phrase.as_bytes(), Self::SHORTEST), phrase.len().min(Self::LONGEST));
            let (place, bit) = Self::hash(three);
            new.threes[place] |= bit;
            new.all.insert(Self::key(phrase.as_bytes(), whole));
        }
        new
    }

    /// Does any of them stand behind what is no letter of ASCII?
    fn stand_in(&self, words: &[u8]) -> bool {
        let mut joined = false;
        words.iter().enumerate().any(|(at, byte)| {
            let may_begin = !joined;
            joined = byte.is_ascii_alphanumeric();
            may_begin && self.begin(&words[at..])
        })
    }

    fn begin(&self, words: &[u8]) -> bool {
        let (place, bit) = Self::hash(Self::key(words, Self::SHORTEST));
        let lengths = || Self::SHORTEST..=Self::LONGEST.min(words.len());
        self.threes[place] & bit != 0 && lengths().any(|len| self.all.contains(&Self::key(words, len)))
    }

    /// The first `len` bytes of `words` as a number.
    fn key(words: &[u8], len: usize) -> u64 {
        let mut letters = [0; 8];
        let len = len.min(words.len());
        letters[..len].copy_from_slice(&words[..len]);
        letters.make_ascii_lowercase();
        u64::from_le_bytes(letters)
    }

    fn hash(three: u64) -> (usize, u64) {
        let hash = three.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
    }
}

/// The phrases of `people.toml`; of two that begin together the longer one counts.
pub(super) fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        let lists = wording();
        let mut words: Vec<String> = Vec::new();
        let mut tells = Vec::new();
        // The finder takes "A" for "a" and not "Å" for "å": in capitals those are words of their own.
        let mut add = |list: &'static [String], told: Tells| {
            for phrase in list {
                let capitals = Some(phrase.to_uppercase()).filter(|_| !phrase.is_ascii());
                words.extend(capitals.into_iter().chain([phrase.clone()]));
                tells.resize(words.len(), told);
            }
        };
        add(&lists.absent, Tells::Absent);
        add(&lists.speaks, Tells::Spoke);
        add(&lists.left, Tells::Left);
        add(&lists.came, Tells::Came);
        add(&lists.there_in_part, Tells::InPart);
        add(&lists.disqualified, Tells::Disqualified);
        add(&lists.instead, Tells::Instead);
        add(&lists.stands_in, Tells::StandsIn);
        add(&lists.returns, Tells::Returned);
        for (at, act) in lists.acts.iter().enumerate() {
            add(&act[..1], Tells::Act(at));
        }
        let begins = Beginnings::of(&words);
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(&words);
        Phrases { finder: finder.expect("some short phrases make an automaton"), begins, tells }
    });
    &PHRASES
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, phrases};

    #[test]
    fn phrases_are_long_enough_to_be_told_by_their_beginnings() {
        let found = phrases();
        assert!(found.finder.min_pattern_len() >= Beginnings::SHORTEST);
    }

    #[test]
    fn a_phrase_is_seen_behind_anything_but_a_letter() {
        let begins = Beginnings::of(&["kom".to_owned(), "stemte imod".to_owned()]);
        for words in ["Bo kom", "KOM", "”stemte imod", "Da (Stemte"] {
            assert!(begins.stand_in(words.as_bytes()), "{words}");
        }
        for words in ["", "ko", "velkommen", "stem nu", "nedstemte"] {
            assert!(!begins.stand_in(words.as_bytes()), "{words}");
        }
    }
}
