//! The phrases that tell of those who meet, and how they are looked for.

use std::sync::LazyLock;

use super::super::people::wording;
use text::needles::Needles;

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
    pub(super) finder: Needles,
    /// What each tells.
    pub(super) tells: Vec<Tells>,
}

impl Phrases {
    /// May any of them stand in `words`, with no letter before it?
    pub(super) fn may_stand_in(&self, words: &str) -> bool {
        let glued = |at: usize| words.as_bytes()[..at].last().is_some_and(u8::is_ascii_alphanumeric);
        self.finder.any(words, |found| !glued(found.start))
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
        Phrases { finder: Needles::caseless(words), tells }
    });
    &PHRASES
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn a_phrase_is_seen_behind_anything_but_a_letter() {
        for words in ["Bo Dal stemte imod", "STEMTE IMOD", "”stemte imod", "Da (Stemte imod"] {
            assert!(phrases().may_stand_in(words), "{words}");
        }
        for words in ["", "stem", "stem nu", "nedstemte imod"] {
            assert!(!phrases().may_stand_in(words), "{words}");
        }
    }
}
