//! Why each line that could be the heading of an item is one or not.

use super::candidate::Candidate;
use super::weighed::Weighed;
use super::{Segments, nearest, run_on, series, tables, weights};
use rustc_hash::FxHashSet;
use syntax::block::Block;
use syntax::numbered::Numbering;
use syntax::vocabulary::Vocabulary;

/// A line that could be the heading of an item, and why it is one or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The block.
    pub block: usize,
    /// Its number; `None` for a line without one, which is told of where no item was found.
    pub numbering: Option<Numbering>,
    /// What it shows by itself and in the series, and how much each sign counts.
    pub signs: Vec<(String, f32)>,
    /// Is it the heading of an item?
    pub chosen: bool,
}

/// Why each line of `blocks` that could be the heading of an item is one or not.
pub fn evidence(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Vec<Evidence> {
    let blocks = &*tables::as_titled(text, blocks);
    let weighed = Weighed::new(text, blocks, vocabulary);
    let segments = weighed.choose(text, blocks, vocabulary);
    let heads: Vec<usize> = segments.items.iter().map(|item| item.first + usize::from(item.above)).collect();
    let (candidates, others) = (&weighed.found.candidates, &weighed.found.rare);
    let ones = series::Ones::count(candidates, &|_| true);
    let told = |(at, candidate): (usize, &Candidate)| {
        let pairs = series::told(&weighed.series.lines, at, candidates, &ones);
        evidence_of(candidate, pairs, heads.binary_search(&candidate.block).is_ok())
    };
    let other = |candidate: &Candidate| evidence_of(candidate, Vec::new(), false);
    let mut evidence: Vec<Evidence> =
        candidates.iter().enumerate().map(told).chain(others.iter().map(other)).collect();
    if segments.items.is_empty() {
        evidence.extend(nearest::titles(blocks));
        nearest::tell(text, &mut evidence, blocks, &weighed.best(text, blocks, vocabulary), vocabulary);
    }
    let told: FxHashSet<usize> = evidence.iter().map(|own| own.block).collect();
    let untold = heads.iter().filter(|head| !told.contains(head));
    evidence.extend(untold.map(|&head| nearest::chosen(blocks, head)));
    tell_run_on(&mut evidence, text, blocks, &segments);
    evidence.sort_by_key(|evidence| evidence.block);
    evidence
}

/// The sign of a line that holds several items, of which no more than the first can be one.
pub const SEVERAL: &str = "several-on-one-line";

/// Tells of the lines on which items run together.
fn tell_run_on(evidence: &mut Vec<Evidence>, text: &str, blocks: &[Block], segments: &Segments) {
    let Some(row) = run_on(text, blocks).filter(|row| segments.items.len() < row.places.len()) else {
        return;
    };
    let mut places: Vec<usize> = row.places.into_iter().map(|(block, _)| block).collect();
    places.dedup();
    for block in places {
        let sign = (SEVERAL.to_owned(), 0.0);
        match evidence.iter_mut().find(|own| own.block == block) {
            Some(own) => own.signs.push(sign),
            None => evidence.push(Evidence { block, numbering: None, signs: vec![sign], chosen: false }),
        }
    }
}

fn evidence_of(candidate: &Candidate, pairs: Vec<(&'static str, f32)>, chosen: bool) -> Evidence {
    let pairs = pairs.into_iter().map(|(sign, weight)| (sign.to_owned(), weight));
    Evidence {
        block: candidate.block,
        numbering: Some(candidate.numbering),
        signs: weights::weights().shown(candidate.signs).into_iter().chain(pairs).collect(),
        chosen,
    }
}
