//! Single faults planted into the clean samples by program: is each found, and what else appears?
//!
//! The score stands in `tests/snapshots/planted.snap`; read its difference when a rule changes. A fault counts as
//! caught when its rule has a finding that the clean sample has not.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

#[path = "planted/plant.rs"]
mod plant;
mod project;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use expect_test::expect_file;
use plant::{Fault, faults};
use rules::document::{Document, Engine};

use crate::project::sample_paths;

fn clean_samples() -> Vec<(String, String)> {
    let paths = sample_paths();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let clean = paths.iter().filter(|path| !name(path).contains("faults"));
    clean.map(|path| (name(path), std::fs::read_to_string(path).expect("UTF-8"))).collect()
}

/// The findings as rule and words, so that a finding that only moved is the same.
fn found(engine: &Arc<Engine>, text: &str) -> BTreeMap<(&'static str, String), usize> {
    let document = Document::new(engine.clone(), text.to_owned());
    let mut found = BTreeMap::new();
    for diagnostic in document.diagnostics() {
        *found.entry((diagnostic.rule.name, document.text()[diagnostic.range].to_owned())).or_insert(0) += 1;
    }
    found
}

/// No table is accepted below this: of all faults, in hundredths.
const FLOOR: usize = 93;

/// Nor where a rule misses more than half of at least `FEW` of its own.
const FEW: usize = 3;

/// The rules with findings in `after` that `before` has not, each once.
fn new_rules(
    before: &BTreeMap<(&'static str, String), usize>,
    after: &BTreeMap<(&'static str, String), usize>,
) -> Vec<&'static str> {
    let more =
        |(key, count): &(&(&'static str, String), &usize)| before.get(*key).copied().unwrap_or(0) < **count;
    let mut rules: Vec<_> = after.iter().filter(more).map(|((rule, _), _)| *rule).collect();
    rules.dedup();
    rules
}

#[derive(Default)]
struct Score {
    planted: usize,
    caught: usize,
    missed: Vec<String>,
    others: Vec<String>,
}

#[test]
fn planted_faults_are_found() {
    let engine = Arc::new(Engine::default());
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for (name, text) in clean_samples() {
        let document = Document::new(engine.clone(), text.clone());
        let before = found(&engine, &text);
        for Fault { rule, what, text } in faults(&document) {
            let new = new_rules(&before, &found(&engine, &text));
            let score = scores.entry(rule).or_default();
            score.planted += 1;
            if new.contains(&rule) {
                score.caught += 1;
            } else {
                score.missed.push(format!("{name}: {what}"));
            }
            let others: Vec<_> = new.into_iter().filter(|other| *other != rule).collect();
            if !others.is_empty() {
                score.others.push(format!("{name}: {what}: {}", others.join(", ")));
            }
        }
    }
    let planted: usize = scores.values().map(|score| score.planted).sum();
    assert!(planted >= 150, "only {planted} faults were planted");
    let caught: usize = scores.values().map(|score| score.caught).sum();
    assert!(caught * 100 >= planted * FLOOR, "{caught} of {planted} were caught");
    for (rule, score) in &scores {
        assert!(score.planted < FEW || score.caught * 2 >= score.planted, "{rule}: too few are caught");
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/snapshots/planted.snap")]
        .assert_eq(&table(&scores));
}

fn table(scores: &BTreeMap<&'static str, Score>) -> String {
    let mut table = String::new();
    let sum = |count: fn(&Score) -> usize| scores.values().map(count).sum::<usize>();
    let (planted, caught, others) = (sum(|s| s.planted), sum(|s| s.caught), sum(|s| s.others.len()));
    writeln!(
        table,
        "{planted} planted, {caught} caught, {} missed, {others} with other findings\n",
        planted - caught
    )
    .expect("a string");
    for (rule, score) in scores {
        writeln!(table, "{rule}: {} of {}", score.caught, score.planted).expect("a string");
        for missed in &score.missed {
            writeln!(table, "    missed in {missed}").expect("a string");
        }
        for other in &score.others {
            writeln!(table, "    more in {other}").expect("a string");
        }
    }
    table
}
