//! Formatting: the safe fixes of typography, and nothing else. The words of minutes are nobody's to format.

use rules::lint::Rule;
use rules::text::TextRange;
use snapshot::document::Snapshot;
use snapshot::edits::text_edits;
use tower_lsp::ls_types::TextEdit;

use crate::fixes;

/// Answers with the edits of the whole document, or of `within`.
pub fn format(snapshot: &Snapshot, within: Option<TextRange>) -> Vec<TextEdit> {
    let wanted = |rule: &Rule| rule.group() == "typography";
    let mut edits = fixes::settle(snapshot, &wanted);
    edits.retain(|edit| within.is_none_or(|within| within.contains_range(edit.range())));
    text_edits(snapshot, &edits)
}
