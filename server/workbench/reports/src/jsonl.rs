//! One JSON object a line for each finding: the object of `json`, and the path of its file.

use serde::Serialize;
use workbench::lang::Lang;

use super::Checked;
use super::json::{Finding, findings, text_of};

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(flatten)]
    finding: Finding,
}

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let line = |finding| text_of(&Line { path: checked.path, finding }) + "\n";
    findings(checked, lang).into_iter().map(line).collect()
}
