//! Edits of a document as the protocol has them.

use std::collections::HashMap;

use ropey::Rope;
use rules::text::TextSize;
use rules::text::edit::Edit;
use tower_lsp::ls_types::{
    CreateFile, DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    Range, ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::document::Snapshot;
use super::position::position;
use super::projects::WrittenFile;
use super::session::Session;

/// `edits` with positions.
pub(crate) fn text_edits(snapshot: &Snapshot, edits: &[Edit]) -> Vec<TextEdit> {
    edits.iter().map(|edit| TextEdit::new(snapshot.range(edit.range()), edit.text().to_owned())).collect()
}

/// `edits` of the document of `snapshot`, with its version when the client can tell it from another.
pub(crate) fn workspace_edit(snapshot: &Snapshot, edits: &[Edit]) -> WorkspaceEdit {
    let (uri, edits) = (snapshot.uri.clone(), text_edits(snapshot, edits));
    if !snapshot.session.client.versioned_edits {
        return WorkspaceEdit::new(HashMap::from([(uri, edits)]));
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: snapshot.version };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }])),
        ..WorkspaceEdit::default()
    }
}

/// The edit that makes a file at `uri` with `text` in it.
pub(crate) fn new_file(session: &Session, uri: Uri, text: String) -> WorkspaceEdit {
    let edit = TextEdit::new(Range::default(), text);
    if !session.client.creates_files {
        return WorkspaceEdit::new(HashMap::from([(uri, vec![edit])]));
    }
    let create = CreateFile { uri: uri.clone(), options: None, annotation_id: None };
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: None };
    let fill = TextDocumentEdit { text_document, edits: vec![OneOf::Left(edit)] };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(vec![
            DocumentChangeOperation::Op(ResourceOp::Create(create)),
            DocumentChangeOperation::Edit(fill),
        ])),
        ..WorkspaceEdit::default()
    }
}

/// `edit` of a file beside the documents: of its text in the editor where it is open there, else of that on the disk; the
/// file is made when it is not there.
pub(crate) fn edit_file(session: &Session, file: &WrittenFile, edit: &Edit) -> Option<WorkspaceEdit> {
    let uri = file.uri()?;
    let Some(text) = file.text() else { return Some(new_file(session, uri, edit.text().to_owned())) };
    let rope = Rope::from_str(&text);
    let at = |offset: TextSize| position(&rope, session.encoding, offset.into());
    let range = Range::new(at(edit.range().start()), at(edit.range().end()));
    let edit = TextEdit::new(range, edit.text().to_owned());
    if !session.client.versioned_edits {
        return Some(WorkspaceEdit::new(HashMap::from([(uri, vec![edit])])));
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: file.version() };
    let edits = vec![OneOf::Left(edit)];
    Some(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }])),
        ..WorkspaceEdit::default()
    })
}
