//! Suppressions for many files that suppressed nothing in any of them.
//!
//! One for a single file is told in that file. One for a pattern is told after the run, and only when the run went
//! through the whole folder of its settings: in the files that were left out it might have something to do.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use files::settings::Resolver;
use rules::lint::Rule;
use workbench::config::{Config, Suppression};
use workbench::outside;
use workbench::problem::Problem;

/// What is to be said after a run over `paths`.
pub(super) fn suppressions(resolver: &Resolver, paths: &[PathBuf]) -> Vec<Problem> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let folders: Vec<PathBuf> =
        paths.iter().filter(|path| path.is_dir()).map(|path| files::true_path(path)).collect();
    let mut said = Vec::new();
    for config in resolver.in_use() {
        if folders.iter().any(|folder| config.root.starts_with(folder)) {
            said.extend(config.suppressions.iter().filter(|entry| is_idle(&config, entry)).map(words));
        }
    }
    said
}

fn is_idle(config: &Config, entry: &Suppression) -> bool {
    let engine = config.engine(Path::new(""));
    let running: Vec<&Rule> = engine.settings.rules.iter().map(|(rule, _)| *rule).collect();
    let covered = |rule: &&Rule| ["all", rule.group(), rule.name].contains(&entry.rule.as_str());
    entry.only.is_none()
        && !entry.used.load(Ordering::Relaxed)
        && running.iter().any(|rule| rule.name == outside::UNUSED.name)
        && running.iter().any(covered)
}

fn words(entry: &Suppression) -> Problem {
    let (rule, place) = (&entry.rule, &entry.place);
    Problem::new(
        format!("{place}: undtagelsen af {rule} undtog intet i nogen fil"),
        format!("{place}: the suppression of {rule} suppressed nothing in any file"),
    )
}
