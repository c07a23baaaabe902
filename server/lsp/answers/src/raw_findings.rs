//! Findings as they go on the wire.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;
use snapshot::phrases::Phrase;
use tower_lsp::ls_types::{Diagnostic, Range};

/// Findings as they go on the wire, which is a fifth of the room that they take as values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawFindings(String);

impl RawFindings {
    /// None, which takes back what was said before.
    pub fn nothing() -> Self {
        Self("[]".to_owned())
    }

    /// Those of `diagnostics`.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        // Findings hold nothing that JSON cannot say.
        serde_json::to_string(diagnostics).map_or_else(|_| Self::nothing(), Self)
    }

    /// As JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same for the same findings, whatever was typed between them.
    pub fn hash(&self) -> u64 {
        FxBuildHasher.hash_one(&self.0)
    }

    /// Are there none?
    pub fn is_nothing(&self) -> bool {
        self.0 == "[]"
    }

    /// The name of this state of the findings.
    pub fn name(&self) -> String {
        format!("{:x}", self.hash())
    }
}

impl FromIterator<(Range, Phrase)> for RawFindings {
    fn from_iter<I: IntoIterator<Item = (Range, Phrase)>>(findings: I) -> Self {
        let mut written = Vec::from(b"[");
        for (range, phrase) in findings {
            written.extend_from_slice(if written.len() > 1 { br#",{"range":"# } else { br#"{"range":"# });
            // A range is four numbers.
            let _ = serde_json::to_writer(&mut written, &range);
            written.push(b',');
            written.extend_from_slice(phrase.as_str().as_bytes());
        }
        written.push(b']');
        Self(String::from_utf8(written).unwrap_or_else(|_| "[]".to_owned()))
    }
}

impl From<RawFindings> for String {
    fn from(RawFindings(written): RawFindings) -> Self {
        written
    }
}
