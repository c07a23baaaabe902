//! Edits of a document as the protocol has them.

use std::collections::HashMap;

use ropey::Rope;
use rules::text::TextSize;
use rules::text::edit::Edit;
use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::document::Snapshot;
use super::position::position;
use super::projects::WrittenFile;
use super::session::Session;

/// `edits` with positions.
pub fn text_edits(snapshot: &Snapshot, edits: &[Edit]) -> Vec<TextEdit> {
    edits.iter().map(|edit| TextEdit::new(snapshot.range(edit.range()), edit.text().to_owned())).collect()
}

/// `edits` of the document of `snapshot`, with its version when the client can tell it from another.
pub fn workspace_edit(snapshot: &Snapshot, edits: &[Edit]) -> WorkspaceEdit {
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

/// `edits` of the document, and others of what may mean something else, which the user confirms one by one; a client that
/// cannot ask gets none of these.
pub fn confirmed(snapshot: &Snapshot, edits: &[Edit], asked: &[Edit]) -> WorkspaceEdit {
    const ASKED: &str = "asked";
    if asked.is_empty() || !snapshot.session.client.previews_edits {
        return workspace_edit(snapshot, edits);
    }
    let label = snapshot.session.lang.pick("Henviser måske til noget andet", "May mean something else");
    let text_document =
        OptionalVersionedTextDocumentIdentifier { uri: snapshot.uri.clone(), version: snapshot.version };
    let annotated =
        |text_edit| OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: ASKED.to_owned() });
    let mut all: Vec<OneOf<TextEdit, AnnotatedTextEdit>> =
        text_edits(snapshot, edits).into_iter().map(OneOf::Left).collect();
    all.extend(text_edits(snapshot, asked).into_iter().map(annotated));
    let annotation =
        ChangeAnnotation { label: label.to_owned(), needs_confirmation: Some(true), description: None };
    WorkspaceEdit {
        changes: None,
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits: all }])),
        change_annotations: Some(HashMap::from([(ASKED.to_owned(), annotation)])),
    }
}

/// The lines of `edits` as a person counts them: "3, 12".
pub fn lines(snapshot: &Snapshot, edits: &[Edit]) -> String {
    let mut lines: Vec<u32> =
        edits.iter().map(|edit| snapshot.position(edit.range().start()).line + 1).collect();
    lines.dedup();
    lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// The edit that makes a file at `uri` with `text` in it.
pub fn new_file(session: &Session, uri: Uri, text: String) -> WorkspaceEdit {
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
pub fn edit_file(session: &Session, file: &WrittenFile, edit: &Edit) -> Option<WorkspaceEdit> {
    let uri = file.uri()?;
    let Some(text) = file.text() else { return Some(new_file(session, uri, edit.text().to_owned())) };
    let rope = Rope::from_str(&text);
    let at = |offset: TextSize| position(&rope, session.encoding, offset.into());
    let range = Range::new(at(edit.range().start()), at(edit.range().end()));
    // Lines end as they do in the file.
    let words = match text.contains("\r\n") {
        true => edit.text().replace("\r\n", "\n").replace('\n', "\r\n"),
        false => edit.text().to_owned(),
    };
    let edit = TextEdit::new(range, words);
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
