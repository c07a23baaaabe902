//! The file beside a document that suppresses findings goes where the document goes.

use files::lies_at;
use snapshot::uri;
use tower_lsp::ls_types::{
    DocumentChangeOperation, DocumentChanges, FileOperationFilter, FileOperationPattern,
    FileOperationPatternKind, FileOperationRegistrationOptions, RenameFile, RenameFileOptions,
    RenameFilesParams, ResourceOp, Uri, WorkspaceEdit, WorkspaceFileOperationsServerCapabilities,
};
use workbench::findings::sidecar_of;

/// We want to know before a document gets another name.
pub fn capability() -> WorkspaceFileOperationsServerCapabilities {
    let pattern = FileOperationPattern {
        glob: "**/*".to_owned(),
        matches: Some(FileOperationPatternKind::File),
        options: None,
    };
    let filters = vec![FileOperationFilter { scheme: Some("file".to_owned()), pattern }];
    WorkspaceFileOperationsServerCapabilities {
        will_rename: Some(FileOperationRegistrationOptions { filters }),
        ..WorkspaceFileOperationsServerCapabilities::default()
    }
}

/// The edit that renames what lies beside the documents of `params`; nothing when nothing lies there.
pub fn will_rename(params: &RenameFilesParams) -> Option<WorkspaceEdit> {
    let beside = |uri: &str| uri::path(&uri.parse::<Uri>().ok()?).map(|path| sidecar_of(&path));
    let renamed = params.files.iter().filter_map(|file| {
        let (old, new) = (beside(&file.old_uri)?, beside(&file.new_uri)?);
        (lies_at(&old) && !lies_at(&new)).then_some(())?;
        Some(DocumentChangeOperation::Op(ResourceOp::Rename(RenameFile {
            old_uri: Uri::from_file_path(old)?,
            new_uri: Uri::from_file_path(new)?,
            options: Some(RenameFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) }),
            annotation_id: None,
        })))
    });
    let operations: Vec<_> = renamed.collect();
    (!operations.is_empty()).then(|| WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    })
}
