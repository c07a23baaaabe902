//! The verbs of those who decide.

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// Verbs; most words are told apart by their length and their first byte.
#[derive(Deserialize)]
#[serde(from = "Vec<Box<str>>")]
pub(super) struct Verbs {
    all: FxHashSet<Box<str>>,
    begin: [bool; 256],
    shortest: usize,
}

impl From<Vec<Box<str>>> for Verbs {
    fn from(written: Vec<Box<str>>) -> Self {
        let mut begin = [false; 256];
        for first in written.iter().filter_map(|verb| verb.as_bytes().first()) {
            begin[usize::from(*first)] = true;
        }
        let shortest = written.iter().map(|verb| verb.len()).min().unwrap_or(0);
        Self { all: written.into_iter().collect(), begin, shortest }
    }
}

impl Verbs {
    /// Is `word` one of them?
    pub(super) fn contain(&self, word: &str) -> bool {
        word.len() >= self.shortest
            && word.as_bytes().first().is_some_and(|first| self.begin[usize::from(*first)])
            && self.all.contains(word)
    }
}
