//! Findings that are not to be reported, as the settings say.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use rules::lint::Rule;

use super::layers::Layer;
use super::selection::unknown_rule;
use super::source::{ConfigError, Source};
use super::written::Suppress;
use crate::globs::Globs;
use crate::problem::Problem;

/// Findings that are not to be reported, and why.
#[derive(Clone, Debug)]
pub struct Suppression {
    /// The rule or group.
    pub rule: String,
    /// The files; all of them when there is none.
    pub(crate) files: Option<Globs>,
    /// The one finding.
    pub fingerprint: Option<String>,
    /// The number of the item.
    pub item: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Has it suppressed anything yet? Its copies share the answer.
    pub used: Arc<AtomicBool>,
    /// The one file it is for, when it is for one only; there it is told when it is not used.
    pub only: Option<PathBuf>,
    /// Where it is written: "referent.toml:12".
    pub place: String,
}

impl Suppression {
    /// Reads entry `key` of `source`.
    pub(crate) fn new(
        source: &Source,
        key: &str,
        written: &Suppress,
        rules: &[&'static Rule],
    ) -> Result<Self, ConfigError> {
        rules::lint::known(&written.rule, rules)
            .map_err(|error| source.error(&format!("{key}.rule"), unknown_rule(&error)))?;
        if !written.reason.contains(char::is_alphabetic) {
            let problem = Problem::new("skriv en grund", "write a reason");
            return Err(source.error(&format!("{key}.reason"), problem));
        }
        let files = written.file.as_ref().map(|pattern| Globs::new(std::slice::from_ref(pattern)));
        let files = files.transpose().map_err(|problem| source.error(&format!("{key}.file"), problem))?;
        let line = source.value(&format!("{key}.rule")).map_or(0, |(line, _)| line);
        Ok(Self {
            rule: written.rule.clone(),
            files,
            fingerprint: written.fingerprint.clone(),
            item: written.item.clone(),
            only: written.file.as_ref().filter(|file| !file.contains(['*', '?', '['])).map(PathBuf::from),
            until: written.until.map(|until| until.0),
            used: Arc::default(),
            place: format!("{}:{line}", source.name),
        })
    }
}

/// The suppressions of all files of settings, the base first.
pub(super) fn suppressions(
    layers: &[Layer],
    rules: &[&'static Rule],
) -> Result<Vec<Suppression>, ConfigError> {
    let mut all = Vec::new();
    for layer in layers {
        for (n, written) in layer.written.suppress.iter().enumerate() {
            all.push(Suppression::new(&layer.source, &format!("suppress[{n}]"), written, rules)?);
        }
    }
    Ok(all)
}
