//! A finding: what is wrong, where, and what may be done about it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::fix::Fix;
use super::once::Habit;
use super::rule::{Rule, Text};
use crate::text::edit::moved;
use crate::text::{TextRange, TextSize};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// May be right as it is.
    Hint,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

/// Words for the writer in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// Danish.
    pub da: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Note {
    /// A note made of what was found.
    pub fn new(da: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { da: da.into(), en: en.into() }
    }
}

impl From<Text> for Note {
    fn from(text: Text) -> Self {
        Self { da: text.da.into(), en: text.en.into() }
    }
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where, counted as the finding is.
    pub range: TextRange,
    /// What stands there.
    pub note: Note,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub severity: Severity,
    /// The words it is about.
    pub range: TextRange,
    /// One sentence on what is wrong here and why, without a final stop.
    pub note: Note,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// What may be done, the best first.
    pub fixes: Vec<Fix>,
    /// What is said once of all findings like it, where it is a habit of the whole file.
    pub habit: Option<Habit>,
}

impl AsRef<Self> for Diagnostic {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl AsMut<Self> for Diagnostic {
    fn as_mut(&mut self) -> &mut Self {
        self
    }
}

impl Diagnostic {
    /// The same finding counted from `offset` bytes earlier.
    pub fn shifted(mut self, offset: TextSize) -> Self {
        self.shift(TextSize::new(0), offset);
        self
    }

    /// Moves the finding of a part that began at `from` and begins at `to` now.
    pub(crate) fn shift(&mut self, from: TextSize, to: TextSize) {
        let moved = |range: TextRange| range - from + to;
        self.range = moved(self.range);
        for related in &mut self.related {
            related.range = moved(related.range);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.shift(from, to);
        }
    }

    /// Moves the finding along with an edit outside its places, which replaced `range` by `inserted` bytes.
    pub(crate) fn follow(&mut self, range: TextRange, inserted: TextSize) {
        self.range = moved(self.range, range, inserted);
        for related in &mut self.related {
            related.range = moved(related.range, range, inserted);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.moved(range, inserted);
        }
    }
}
