//! The phrases that tell of those who meet, and how they are looked for.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::super::people::wording;
use crate::text::lines::floor_boundary;

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

/// So much of a phrase is looked for first, in bytes.
const BEGINNING: usize = 6;

/// The phrases, ready to be looked for.
pub(super) struct Phrases {
    pub(super) finder: AhoCorasick,
    /// How the phrases begin: what hardly any line holds, and is quickly looked for.
    begins: AhoCorasick,
    /// What each tells.
    pub(super) tells: Vec<Tells>,
}

impl Phrases {
    /// Does any of them stand in `words`, whole or as a part of longer words?
    pub(super) fn stand_in(&self, words: &str) -> bool {
        self.begins.is_match(words) && self.finder.is_match(words)
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
        for (at, (verb, _)) in lists.acts.iter().enumerate() {
            add(std::slice::from_ref(verb), Tells::Act(at));
        }
        let begins = words.iter().map(|phrase| &phrase[..floor_boundary(phrase, BEGINNING)]);
        let begins = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .prefilter(false)
            .kind(Some(AhoCorasickKind::DFA))
            .build(begins)
            .expect("some beginnings of phrases make an automaton");
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(&words);
        Phrases { finder: finder.expect("some short phrases make an automaton"), begins, tells }
    });
    &PHRASES
}
