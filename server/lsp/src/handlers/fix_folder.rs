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
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
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

/// One edit of all files, to be confirmed file by file where the client can ask.
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
    let annotation =
        ChangeAnnotation { label: label.to_owned(), needs_confirmation: Some(true), description: None };
    WorkspaceEdit {
        changes: None,
        document_changes: Some(DocumentChanges::Edits(edits.collect())),
        change_annotations: client.previews_edits.then(|| HashMap::from([(SAFE.to_owned(), annotation)])),
    }
}

/// What the edits are called among themselves.
const SAFE: &str = "safe";
