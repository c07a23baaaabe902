//! How much each sign counts, as `item_weights.toml` says.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::candidate::Candidate;
use syntax::sign::{Sign, Signs};

/// What one sign of a pair, or a choice, counts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Pair {
    pub(super) number_follows: f32,
    pub(super) jump: f32,
    pub(super) jump_step: f32,
    pub(super) same_number: f32,
    pub(super) backward: f32,
    pub(super) restart_in_part: f32,
    pub(super) same_marker: f32,
    pub(super) other_marker: f32,
    pub(super) same_indent: f32,
    pub(super) other_indent: f32,
    pub(super) other_rank: f32,
    pub(super) dense: f32,
    pub(super) half_list: f32,
}

/// The first line of a series.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Start {
    pub(super) one: f32,
    pub(super) other: f32,
    pub(super) section_before: f32,
}

/// Between kinds of heading.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Choice {
    pub(super) threshold: f32,
    pub(super) plain_pair: f32,
    pub(super) other_document: f32,
}

#[derive(Deserialize)]
struct RawWeights {
    line: FxHashMap<Box<str>, f32>,
    pair: Pair,
    start: Start,
    choice: Choice,
}

/// All weights.
#[derive(Debug)]
pub(super) struct Weights {
    line: [f32; 64],
    pub(super) pair: Pair,
    pub(super) start: Start,
    pub(super) choice: Choice,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let RawWeights { line, pair, start, choice } = data::read("item_weights");
    let mut weights = [0.0; 64];
    for sign in Sign::ALL {
        weights[*sign as usize] = line.get(&*sign.name()).copied().unwrap_or(0.0);
    }
    Weights { line: weights, pair, start, choice }
});

pub(super) fn weights() -> &'static Weights {
    &WEIGHTS
}

impl Weights {
    /// What one sign of a line counts.
    pub(super) fn of(&self, sign: Sign) -> f32 {
        self.line[sign as usize]
    }

    /// The signs of a line that count something, by name, and how much.
    pub(super) fn shown(&self, signs: Signs) -> Vec<(String, f32)> {
        let shown = Sign::ALL.iter().filter(|sign| signs.has(**sign) && self.of(**sign) != 0.0);
        shown.map(|sign| (sign.name(), self.of(*sign))).collect()
    }

    /// What all the signs of a line count.
    pub(super) fn sum(&self, signs: Signs) -> f32 {
        signs.each().map(|at| self.line[at]).sum()
    }
}

/// Counts together what each candidate shows.
pub(super) fn score(candidates: &mut [Candidate]) {
    for candidate in candidates {
        candidate.score = weights().sum(candidate.signs);
    }
}

#[cfg(test)]
mod tests {
    use super::RawWeights;
    use syntax::sign::Sign;

    #[test]
    fn every_weight_is_that_of_a_sign() {
        let written: RawWeights = data::read("item_weights");
        let names: Vec<String> = Sign::ALL.iter().map(|sign| sign.name()).collect();
        for name in written.line.keys() {
            assert!(names.contains(&name.to_string()), "{name}");
        }
    }
}
