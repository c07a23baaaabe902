//! What is said of findings as it goes on the wire, kept for the findings like them: at a letter hardly any is new, and all
//! are sent again.

use std::sync::{Arc, Mutex, PoisonError};

use rules::lint::{Applicability, Severity};
use rustc_hash::FxHashMap;
use serde::Serialize;
use workbench::lang::Lang;

/// At most this many are kept; then all are forgotten.
const MOST: usize = 4096;

/// The fields of a finding as JSON, behind its place: `"severity":2,…}`.
#[derive(Clone, Debug)]
pub struct Phrase(Arc<str>);

/// What tells findings with the same words apart: rule, severity, the safest fix, language.
pub(crate) type Kind = (&'static str, Severity, Option<Applicability>, Lang);

/// The phrases of a session.
#[derive(Clone, Debug, Default)]
pub struct Phrases(Arc<Mutex<Kept>>);

type Kept = FxHashMap<Kind, FxHashMap<Box<str>, Phrase>>;

impl Phrase {
    /// That of `fields`, at least one.
    pub fn of(fields: &impl Serialize) -> Self {
        // Findings hold nothing that JSON cannot say.
        let whole = serde_json::to_string(fields).unwrap_or_default();
        Self(whole.strip_prefix('{').unwrap_or("}").into())
    }

    /// As JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Phrases {
    /// That of a finding of this `kind` with these `words`, which `write` makes if it is the first.
    pub fn of(&self, kind: Kind, words: &str, write: impl FnOnce() -> Phrase) -> Phrase {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(&kind).and_then(|of_kind| of_kind.get(words)) {
            return known.clone();
        }
        let new = write();
        if kept.values().map(FxHashMap::len).sum::<usize>() >= MOST {
            kept.clear();
        }
        kept.entry(kind).or_default().insert(words.into(), new.clone());
        new
    }
}
