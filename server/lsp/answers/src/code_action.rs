//! What can be done at a place: fixes of findings, and changes of structure.

pub(crate) mod decisions;
mod drafts;
mod points;
mod quick_fix;
mod renumber;
mod sections;
mod suppress;
pub mod vocabulary;

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize};
use serde::{Deserialize, Serialize};
use serde_json::json;
use snapshot::document::Snapshot;
use snapshot::edits::{confirmed, lines, workspace_edit};
use tower_lsp::ls_types::{
    self as lsp, CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    Command, Uri,
};

use crate::{commands, fixes};

/// All safe fixes of the document at once.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.referent");

/// What an action without its edit is asked for by.
#[derive(Debug, Serialize, Deserialize)]
pub struct Later {
    /// The document.
    pub(crate) uri: Uri,
}

/// A change of structure that can be made at a place.
struct Rewrite {
    title: String,
    edits: Vec<Edit>,
    /// Those of places that may mean something else.
    asked: Vec<Edit>,
}

impl Rewrite {
    fn new(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), edits, asked: Vec::new() }
    }

    /// What the client is offered. One that cannot ask about the doubtful places is told which they are.
    fn offered(self, snapshot: &Snapshot) -> CodeAction {
        let mut title = self.title;
        if !self.asked.is_empty() && !snapshot.session.client.previews_edits {
            let lines = lines(snapshot, &self.asked);
            title += &snapshot
                .session
                .lang
                .pick(format!(" (se efter i linje {lines})"), format!(" (look at line {lines})"));
        }
        let edit = Some(confirmed(snapshot, &self.edits, &self.asked));
        CodeAction { title, edit, ..CodeAction::default() }
    }
}

/// Answers with the actions that the client asked for.
pub fn actions(snapshot: &Snapshot, params: CodeActionParams) -> CodeActionResponse {
    let is_empty = snapshot.text().trim().is_empty();
    if snapshot.is_left_alone() && (!snapshot.may_be_begun() || !is_empty) {
        return Vec::new();
    }
    let only = params.context.only.as_deref();
    let place = snapshot.text_range(params.range);
    let shown = &params.context.diagnostics;
    let fixes_alone = only.is_none_or(|only| only.iter().all(|kind| *kind == CodeActionKind::QUICKFIX));
    if let Some(finding) = only_finding(snapshot, place, shown).filter(|_| fixes_alone) {
        return for_client(snapshot, quick_fix::best(snapshot, finding).into_iter().collect());
    }
    let mut actions = Vec::new();
    if wants(only, &CodeActionKind::QUICKFIX) {
        actions = quick_fix::actions(snapshot, place, shown);
    }
    if wants(only, &CodeActionKind::REFACTOR_REWRITE) {
        let put_in = quick_fix::put_in(snapshot, place);
        for rewrite in rewrites(snapshot, place) {
            // The fix of a finding may be the same change under another name, with other blank lines around it.
            let alike = |words: &String| matches!(&rewrite.edits[..], [edit] if edit.text().trim() == words);
            let is_fix = put_in.iter().any(alike);
            let action = rewrite.offered(snapshot);
            if actions.iter().all(|other| other.edit != action.edit) && !is_fix {
                actions.push(CodeAction { kind: Some(CodeActionKind::REFACTOR_REWRITE), ..action });
            }
        }
        actions.extend(drafts::minutes(snapshot, place));
    }
    // Most editors keep the order: what mends the text comes before what hides a finding.
    // Who looks at one place is not asked about all others; who asks for it by its kind is. Simple editors, as ALE and Kate, have no
    // other way than to find it among the actions of wherever the cursor stands.
    let is_asked = only.is_some() || !snapshot.session.client.lazy_edits;
    if wants(only, &FIX_ALL) && (is_asked || fixes::may_settle_at(snapshot, place)) {
        actions.extend(fix_all(snapshot));
    }
    if wants(only, &CodeActionKind::QUICKFIX) {
        actions.extend(vocabulary::actions(snapshot, place, shown));
        actions.extend(suppress::actions(snapshot, place, shown));
    }
    for_client(snapshot, actions)
}

/// `actions` as the client takes them: one that knows no actions with edits gets commands that lead to the edits.
fn for_client(snapshot: &Snapshot, actions: Vec<CodeAction>) -> CodeActionResponse {
    let client = &snapshot.session.client;
    if client.literal_actions {
        return actions.into_iter().map(CodeActionOrCommand::CodeAction).collect();
    }
    let command = |action: CodeAction| {
        let edit = action.edit.filter(|_| client.applies_edits);
        let apply = |edit| Command {
            title: action.title.clone(),
            command: commands::APPLY.to_owned(),
            arguments: Some(vec![json!({"label": action.title, "edit": edit})]),
        };
        edit.map(apply).or(action.command).map(CodeActionOrCommand::Command)
    };
    actions.into_iter().filter_map(command).collect()
}

/// The one finding that is asked about, where the question is put for the whole document. That is Kate's quick fix,
/// which makes every change that it is offered, one over the other.
fn only_finding<'s>(
    snapshot: &Snapshot,
    place: TextRange,
    shown: &'s [lsp::Diagnostic],
) -> Option<&'s lsp::Diagnostic> {
    let [finding] = shown else { return None };
    let text = snapshot.text();
    let whole = place.start() == TextSize::new(0) && text[usize::from(place.end())..].trim().is_empty();
    let several = text[place].trim().contains('\n') && finding.range.start.line == finding.range.end.line;
    (whole && several).then_some(finding)
}

/// Gives `action` its edit, for the document as it is now.
pub fn resolve(snapshot: &Snapshot, mut action: CodeAction) -> CodeAction {
    if action.kind.as_ref() == Some(&FIX_ALL) {
        action.edit = Some(workspace_edit(snapshot, &fixes::settle(snapshot, &|_| true)));
    }
    action
}

/// Did the client ask for `kind`, or for a kind that it is one of?
fn wants(only: Option<&[CodeActionKind]>, kind: &CodeActionKind) -> bool {
    let covers = |asked: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(asked.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || asked.as_str().is_empty())
    };
    only.is_none_or(|only| only.iter().any(covers))
}

fn fix_all(snapshot: &Snapshot) -> Option<CodeAction> {
    let title = snapshot
        .session
        .lang
        .pick("Ret alt, der kan rettes automatisk", "Fix everything that is safe to fix");
    let mut action = CodeAction { title: title.to_owned(), kind: Some(FIX_ALL), ..CodeAction::default() };
    if snapshot.session.client.lazy_edits {
        // An action that does nothing is not offered.
        if !fixes::may_settle(snapshot) {
            return None;
        }
        action.data = Some(json!(Later { uri: snapshot.uri.clone() }));
        return Some(action);
    }
    let edits = fixes::settle(snapshot, &|_| true);
    action.edit = Some(workspace_edit(snapshot, &edits));
    (!edits.is_empty()).then_some(action)
}

fn rewrites(snapshot: &Snapshot, place: TextRange) -> Vec<Rewrite> {
    let mut rewrites = drafts::skeletons(snapshot);
    rewrites.extend(renumber::points(snapshot, place));
    rewrites.extend(renumber::items(snapshot, place));
    rewrites.extend(sections::missing(snapshot, place));
    rewrites.extend(decisions::undecided(snapshot, place));
    rewrites.extend(points::to_list(snapshot, place));
    rewrites.extend(points::to_sentence(snapshot, place));
    rewrites
}

#[cfg(test)]
mod tests {
    use super::{FIX_ALL, wants};
    use tower_lsp::ls_types::CodeActionKind;

    #[test]
    fn a_kind_is_wanted_by_its_prefix() {
        assert!(wants(None, &FIX_ALL));
        assert!(wants(Some(&[CodeActionKind::SOURCE]), &FIX_ALL));
        assert!(wants(Some(&[CodeActionKind::new("source.fixAll")]), &FIX_ALL));
        assert!(!wants(Some(&[CodeActionKind::new("source.fix")]), &FIX_ALL));
        assert!(!wants(Some(&[CodeActionKind::QUICKFIX]), &FIX_ALL));
    }
}
