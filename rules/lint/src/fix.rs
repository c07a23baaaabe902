//! A fix: edits that are made together or not at all.

use serde::Serialize;

use super::words::{Note, Text};
use text::edit::Edit;

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// A person must look: what the minutes say may change.
    Unsafe,
    /// Anybody: what the minutes say cannot change.
    Safe,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// An imperative: "Skriv \"at\"".
    pub title: Note,
    /// Who may apply it.
    pub applicability: Applicability,
    /// The edits, sorted and disjoint, counted as the finding is.
    pub edits: Vec<Edit>,
}

/// What is said of a fault that goes through the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habit {
    /// The finding, where "{n}" is the number of places.
    pub note: Text,
    /// The fix of all of them.
    pub fix: Text,
}
