//! Every safe fix in all minutes of the open folders, as one edit that the editor shows before it is made where it can.

use std::collections::HashMap;
use std::sync::Arc;

use answers::fixes;
use serde_json::{Value, json};
use snapshot::document::Snapshot;
use snapshot::edits::text_edits;
use snapshot::uri;
use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, DocumentChanges, MessageType, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};
use workbench::findings::Encoding;

use super::workspace;
use crate::client::{ClientMessage, ClientNotifier};
use crate::events::Workspace;

/// The edits of one document.
struct Fixed {
    uri: Uri,
    version: Option<i32>,
    edits: Vec<TextEdit>,
}

/// Has the editor make every safe fix; answers with how many there are in how many files.
pub(super) fn fix_all(workspace: &Workspace, notifier: &ClientNotifier) -> Value {
    let mut fixed: Vec<Fixed> = workspace.open.iter().filter_map(settled).collect();
    let is_open =
        |path: &std::path::Path| workspace.open.iter().any(|s| uri::path(&s.uri).as_deref() == Some(path));
    let closed = workspace::minutes(workspace, notifier).into_iter().filter(|path| !is_open(path));
    fixed.extend(closed.filter_map(|path| settled(&read(workspace, &path)?)));
    let n_edits: usize = fixed.iter().map(|fixed| fixed.edits.len()).sum();
    let answer = json!({"files": fixed.len(), "edits": n_edits});
    let lang = workspace.session.lang;
    if fixed.is_empty() {
        let nothing = lang.pick("Intet i mappen kan rettes sikkert", "Nothing in the folder is safe to fix");
        notifier.say(ClientMessage::Show(MessageType::INFO, nothing.to_owned()));
    } else {
        let label = lang.pick("Sikre rettelser i hele mappen", "Safe fixes in the whole folder");
        notifier.say(ClientMessage::Apply(label.to_owned(), one_edit(workspace, fixed, label), None));
    }
    answer
}

fn settled(snapshot: &Snapshot) -> Option<Fixed> {
    let edits = text_edits(snapshot, &fixes::settle(snapshot, &|_| true));
    (!edits.is_empty()).then(|| Fixed { uri: snapshot.uri.clone(), version: snapshot.version, edits })
}

/// The minutes at `path`; nothing where an editor would read the bytes otherwise than we do, or where they are none.
fn read(workspace: &Workspace, path: &std::path::Path) -> Option<Snapshot> {
    let uri = Uri::from_file_path(path)?;
    let source = files::read(path, "", workspace.projects.resolver().limits(path)).ok()?;
    if source.encoding != Encoding::Utf8 || source.extracted.is_some() {
        return None;
    }
    let project = workspace.projects.project(&uri, "", source.encoding);
    let snapshot = Snapshot::new(uri, source.text, Arc::new(project), workspace.session.clone());
    Some(snapshot)
}

/// One edit of all files, shown first where the client can: every fix of it is chosen, and may be left out.
fn one_edit(workspace: &Workspace, fixed: Vec<Fixed>, label: &str) -> WorkspaceEdit {
    let client = &workspace.session.client;
    if !client.versioned_edits {
        let changes: HashMap<Uri, Vec<TextEdit>> =
            fixed.into_iter().map(|Fixed { uri, edits, .. }| (uri, edits)).collect();
        return WorkspaceEdit::new(changes);
    }
    let asked = |edit| match client.previews_edits {
        true => OneOf::Right(AnnotatedTextEdit { text_edit: edit, annotation_id: SAFE.to_owned() }),
        false => OneOf::Left(edit),
    };
    let edits = fixed.into_iter().map(|Fixed { uri, version, edits }| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(asked).collect(),
    });
    let mut edits: Vec<TextDocumentEdit> = edits.collect();
    // An editor shows edits first where one of them is to be confirmed, and takes what is not to be as chosen. So one that changes
    // nothing is to be confirmed.
    if client.previews_edits
        && let Some(first) = edits.first_mut()
    {
        let nothing = TextEdit::new(Range::default(), String::new());
        let nothing = AnnotatedTextEdit { text_edit: nothing, annotation_id: LOOK.to_owned() };
        first.edits.push(OneOf::Right(nothing));
    }
    let look = workspace
        .session
        .lang
        .pick("Se rettelserne igennem, og anvend dem", "Look at the fixes, and apply them");
    let annotated = [(SAFE, label, false), (LOOK, look, true)].map(|(id, label, confirm)| {
        let label = label.to_owned();
        (id.to_owned(), ChangeAnnotation { label, needs_confirmation: Some(confirm), description: None })
    });
    WorkspaceEdit {
        changes: None,
        document_changes: Some(DocumentChanges::Edits(edits)),
        change_annotations: client.previews_edits.then(|| HashMap::from(annotated)),
    }
}

/// What the edits are called among themselves.
const SAFE: &str = "safe";

/// What the edit is called that has the others shown.
const LOOK: &str = "look";
