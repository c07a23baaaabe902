//! Files that nobody has read, in every report: one that leaves them out looks clean.

use documents::findings::finding;
use rules::catalog;
use rules::document::Document;
use rules::lint::{Note, Severity};
use rules::privacy::Shown;
use rules::text::{TextRange, TextSize};
use serde::Serialize;

use super::{Checked, HeldBack};

/// Something that was to be checked and was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The name of the file, true, as programs need it; `None` where more than a file is concerned.
    pub path: Option<String>,
    /// Why, and what to do about it.
    #[serde(rename = "message")]
    pub why: Shown,
    /// Does the run fail by it?
    #[serde(skip)]
    pub fails: bool,
}

/// What tells of it in the formats that know nothing but findings.
const RULE: &str = "document/not-read";

/// Writes the file at `path` by `write`, as one in which nothing was found but that it could not be read, and `why`.
pub(super) fn as_file(path: &str, why: &Shown, write: impl Fn(&Checked<'_>) -> String) -> String {
    let Some(rule) = catalog::rule(RULE) else { return String::new() };
    let document = Document::new(Default::default(), String::new());
    let why = why.to_string();
    let place = TextRange::empty(TextSize::new(0));
    let diagnostics = [finding(rule, Severity::Error, place, Note::new(why.clone(), why))];
    let fingerprints = ["not-read".to_owned()];
    write(&Checked {
        path,
        document: &document,
        source: None,
        diagnostics: &diagnostics,
        control: None,
        fingerprints: &fingerprints,
        held_back: HeldBack::default(),
    })
}
