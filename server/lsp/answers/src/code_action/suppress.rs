//! Findings that are not to be told any more: this one, those of its rule in the document, and those of its rule here.
//!
//! In Markdown that is a comment, which nobody sees in what is published; in plain text a comment would be published, so
//! it is an entry in the file beside the document, by the fingerprint that the command line tells too. Each edit is
//! tried before it is offered: an action that would have no effect is not there.

use std::sync::Arc;

use rules::lint::{Diagnostic, Rule};
use rules::text::edit::{Edit, Edits};
use rules::text::{TextRange, TextSize};
use serde_json::json;
use snapshot::document::Snapshot;
use snapshot::edits::{edit_file, workspace_edit};
use tower_lsp::ls_types::{self as lsp, CodeAction, CodeActionKind, WorkspaceEdit};
use workbench::baseline::is_private_error;
use workbench::config::{added, new_settings, switch_off};
use workbench::findings::{can_be_read, is_markdown};
use workbench::named::Named;

use super::quick_fix::as_shown;

/// With more findings at a place, nobody wants to choose among so many ways to be rid of them.
const FEW: usize = 3;

/// The ways to be rid of the findings that touch `place`.
pub(super) fn actions(snapshot: &Snapshot, place: TextRange, shown: &[lsp::Diagnostic]) -> Vec<CodeAction> {
    let here_at = |found: &Diagnostic| found.range.intersect(place).is_some();
    // Names cost more than all the rest, and most places have nothing to be silent about.
    if !snapshot.has_any(&here_at) {
        return Vec::new();
    }
    let mut found = snapshot.project.filter.count(&snapshot.document, &snapshot.project.name);
    // Whoever lets a private number stand writes that and why by hand: no click says that it was seen.
    found.retain(|named| here_at(&named.diagnostic) && !is_private_error(&named.diagnostic));
    if found.len() > FEW {
        return Vec::new();
    }
    let mut actions = Vec::new();
    let lang = snapshot.session.lang;
    for (n, named) in found.iter().enumerate() {
        let rule = named.diagnostic.rule;
        let mut add = |title: String, edit: Option<WorkspaceEdit>| {
            actions.extend(edit.map(|edit| CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![as_shown(snapshot, &named.diagnostic, shown)]),
                edit: Some(edit),
                data: Some(json!({"suppress": rule.name})),
                ..CodeAction::default()
            }));
        };
        let quoted = snapshot.document.mask(std::slice::from_ref(&named.diagnostic)).about(&named.diagnostic);
        let said = quoted.shown(lang.note(&named.diagnostic.note));
        // What is to be done about it stands behind; here nothing is.
        let said = said.split(';').next().unwrap_or_default();
        let title = lang.pick("Undtag her", "Suppress here");
        add(format!("{title}: {said}"), here(snapshot, named));
        let about = lang.text(rule.summary);
        if found[..n].iter().any(|former| former.diagnostic.rule.name == rule.name) {
            continue;
        }
        let title = lang.pick("Undtag reglen i hele dokumentet", "Suppress the rule in this document");
        add(format!("{title}: {about}"), in_file(snapshot, rule));
        let title = lang.pick("Slå reglen fra i referent.toml", "Switch the rule off in referent.toml");
        add(format!("{title}: {about}"), off(snapshot, rule));
    }
    actions
}

fn here(snapshot: &Snapshot, named: &Named) -> Option<WorkspaceEdit> {
    if !is_markdown(&snapshot.project.name) {
        return beside(snapshot, named.diagnostic.rule, Some(&named.fingerprint));
    }
    let at = block_start(snapshot, named.diagnostic.range.start());
    let end = snapshot.line_end();
    let comment = comment(snapshot, "ignore", named.diagnostic.rule);
    // A list is not torn apart where that can be helped.
    let ways = [format!("{comment}{end}"), format!("{comment}{end}{end}")];
    ways.into_iter()
        .map(|words| Edit::insert(at, words))
        .find(|edit| ends(snapshot, edit, named))
        .map(|edit| workspace_edit(snapshot, &[edit]))
}

fn in_file(snapshot: &Snapshot, rule: &Rule) -> Option<WorkspaceEdit> {
    if !is_markdown(&snapshot.project.name) {
        return beside(snapshot, rule, None);
    }
    let end = snapshot.line_end();
    let mark = if snapshot.text().starts_with('\u{feff}') { TextSize::of('\u{feff}') } else { 0.into() };
    let words = format!("{}{end}{end}", comment(snapshot, "ignore-file", rule));
    Some(workspace_edit(snapshot, &[Edit::insert(mark, words)]))
}

/// `<!-- referent: ignore dates/weekday – grunden er ikke skrevet -->`.
fn comment(snapshot: &Snapshot, order: &str, rule: &Rule) -> String {
    format!("<!-- referent: {order} {} – {} -->", rule.name, reason(snapshot))
}

/// What stands for the reason until the writer has a better one.
fn reason(snapshot: &Snapshot) -> &'static str {
    snapshot.session.lang.pick("grunden er ikke skrevet", "no reason was written")
}

/// An entry in the file beside the document.
fn beside(snapshot: &Snapshot, rule: &Rule, fingerprint: Option<&str>) -> Option<WorkspaceEdit> {
    let file = snapshot.project.beside.as_ref()?;
    let fingerprint = fingerprint.map(|print| format!("fingerprint = \"{print}\"\n")).unwrap_or_default();
    let reason = reason(snapshot);
    let entry = format!("[[suppress]]\nrule = \"{}\"\n{fingerprint}reason = \"{reason}\"\n", rule.name);
    let text = file.text().unwrap_or_default();
    let edit = added(&text, &entry);
    can_be_read(&applied(&text, &edit)?).then(|| edit_file(&snapshot.session, file, &edit))?
}

/// Switches `rule` off in the settings that hold for the document, or in new ones.
fn off(snapshot: &Snapshot, rule: &Rule) -> Option<WorkspaceEdit> {
    let file = snapshot.project.settings.as_ref()?;
    let edits = match file.text() {
        None => vec![Edit::insert(0.into(), new_settings(rule.name))],
        Some(text) => switch_off(&text, rule.name),
    };
    let text = file.text().unwrap_or_default();
    let works = |edit: &Edit| applied(&text, edit).is_some_and(|new| snapshot.project.is_off_with(new, rule));
    let edit = edits.into_iter().find(works)?;
    edit_file(&snapshot.session, file, &edit)
}

fn applied(text: &str, edit: &Edit) -> Option<String> {
    Edits::new(vec![edit.clone()]).and_then(|edits| edits.apply(text))
}

/// Is there one finding of the rule less after `edit`, and none that the suppression brings with it?
fn ends(snapshot: &Snapshot, edit: &Edit, named: &Named) -> bool {
    let (filter, name) = (&snapshot.project.filter, &snapshot.project.name);
    let mut document = (*snapshot.document).clone();
    if document.edit(edit).is_none() {
        return false;
    }
    let n_of =
        |findings: &[Arc<Diagnostic>], rule: &str| findings.iter().filter(|f| f.rule.name == rule).count();
    let (before, after) = (snapshot.findings(), filter.findings(&document, name));
    let rule = named.diagnostic.rule.name;
    n_of(&after, rule) < n_of(&before, rule) && after.len() < before.len()
}

/// Where the block begins that `offset` lies in.
fn block_start(snapshot: &Snapshot, offset: TextSize) -> TextSize {
    let mut start = TextSize::new(0);
    for block in snapshot.document.minutes().blocks() {
        if start + block.len > offset {
            return start;
        }
        start += block.len;
    }
    start
}
