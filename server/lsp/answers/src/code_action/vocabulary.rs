//! A word that is right in this house goes into the list of its settings.

use rules::lint::Diagnostic;
use rules::text::TextRange;
use rules::text::edit::Edits;
use snapshot::document::Snapshot;
use snapshot::edits::edit_file;
use tower_lsp::ls_types::{self as lsp, CodeAction, CodeActionKind, WorkspaceEdit};
use workbench::config::add_word;

use super::quick_fix::as_shown;

/// The rules that ask the list of words.
const ASKING: [&str; 2] = ["names/abbreviation", "spelling/unknown-word"];

/// An action for each word at `place` that is found to be unknown.
pub(super) fn actions(snapshot: &Snapshot, place: TextRange, shown: &[lsp::Diagnostic]) -> Vec<CodeAction> {
    let found = snapshot.findings();
    let here = |found: &&Diagnostic| found.range.intersect(place).is_some();
    let asks = |found: &&Diagnostic| ASKING.contains(&found.rule.name);
    let action = |found: &Diagnostic| {
        let word = &snapshot.text()[found.range];
        let lang = snapshot.session.lang;
        Some(CodeAction {
            title: lang.pick(
                format!("Føj \"{word}\" til ordlisten"),
                format!("Add \"{word}\" to the list of words"),
            ),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![as_shown(snapshot, found, shown)]),
            edit: Some(edit(snapshot, word)?),
            ..CodeAction::default()
        })
    };
    found.iter().map(AsRef::as_ref).filter(here).filter(asks).filter_map(action).collect()
}

/// The edit of the settings that hold for the document, or of new ones, after which `word` is known; nothing for what is no
/// word, or where there is no place for settings.
pub fn edit(snapshot: &Snapshot, word: &str) -> Option<WorkspaceEdit> {
    let is_word = word.chars().all(|c| c.is_alphanumeric() || "-.'".contains(c));
    let file =
        snapshot.project.settings.as_ref().filter(|_| is_word && word.chars().any(char::is_alphabetic))?;
    let text = file.text().unwrap_or_default();
    let works = |edit: &rules::text::edit::Edit| {
        let new = Edits::new(vec![edit.clone()]).and_then(|edits| edits.apply(&text));
        new.is_some_and(|new| snapshot.project.knows_with(new, word))
    };
    let edit = add_word(&text, word).into_iter().find(works)?;
    edit_file(&snapshot.session, file, &edit)
}
