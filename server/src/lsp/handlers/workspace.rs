//! The findings of all minutes in the open folders.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, ProgressParams, ProgressParamsValue, ProgressToken,
    UnchangedDocumentDiagnosticReport, Uri, WorkDoneProgress, WorkDoneProgressBegin, WorkDoneProgressEnd,
    WorkDoneProgressReport, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::diagnostics;
use crate::lsp::client::{Saying, Voice};
use crate::lsp::document::Snapshot;
use crate::lsp::files::{self, Found};
use crate::lsp::state::Workspace;
use crate::lsp::uri;

/// Is set when the client takes its question back.
pub(crate) type Cancelled = Arc<AtomicBool>;

/// Answers with a report for each file; the open ones from the editor, the others from the disk.
pub(crate) fn diagnostics(
    workspace: &Workspace,
    params: &WorkspaceDiagnosticParams,
    voice: &Voice,
    cancelled: &Cancelled,
) -> WorkspaceDiagnosticReport {
    let progress =
        Progress::begin(workspace, params.work_done_progress_params.work_done_token.clone(), voice);
    let mut items: Vec<_> = workspace.open.iter().map(|snapshot| open(snapshot, params)).collect();
    let is_open =
        |uri: &Uri| workspace.open.iter().any(|snapshot| uri::path(&snapshot.uri) == uri::path(uri));
    let files: Vec<Found> =
        workspace.folders.iter().filter_map(uri::path).flat_map(|f| files::minutes(&f)).collect();
    for (n, file) in files.iter().enumerate() {
        if cancelled.load(Ordering::Relaxed) {
            break;
        }
        progress.report(n, files.len());
        if let Some(uri) = Uri::from_file_path(&file.path).filter(|uri| !is_open(uri)) {
            items.extend(closed(workspace, uri, file, params));
        }
    }
    progress.end();
    WorkspaceDiagnosticReport { items }
}

fn open(snapshot: &Snapshot, params: &WorkspaceDiagnosticParams) -> WorkspaceDocumentDiagnosticReport {
    let version = snapshot.version.map(i64::from);
    let result_id = diagnostics::result_id(snapshot);
    report(snapshot.uri.clone(), version, result_id, params, || diagnostics::all(snapshot))
}

fn closed(
    workspace: &Workspace,
    uri: Uri,
    file: &Found,
    params: &WorkspaceDiagnosticParams,
) -> Option<WorkspaceDocumentDiagnosticReport> {
    let mut hasher = DefaultHasher::new();
    (file, Arc::as_ptr(&workspace.engine) as usize).hash(&mut hasher);
    let result_id = format!("f{:x}", hasher.finish());
    let text = if is_known(&uri, &result_id, params) { String::new() } else { files::text(&file.path)? };
    let (engine, session) = (workspace.engine.clone(), workspace.session.clone());
    Some(report(uri.clone(), None, result_id, params, || {
        diagnostics::all(&Snapshot::new(uri, text, engine, session))
    }))
}

fn is_known(uri: &Uri, result_id: &str, params: &WorkspaceDiagnosticParams) -> bool {
    params.previous_result_ids.iter().any(|previous| previous.uri == *uri && previous.value == result_id)
}

fn report(
    uri: Uri,
    version: Option<i64>,
    result_id: String,
    params: &WorkspaceDiagnosticParams,
    items: impl FnOnce() -> Vec<tower_lsp::ls_types::Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    if is_known(&uri, &result_id, params) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
        return WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report,
        });
    }
    WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: Some(result_id),
            items: items(),
        },
    }
    .into()
}

/// How far the work is, for a client that asked to be told.
struct Progress<'v> {
    token: Option<ProgressToken>,
    voice: &'v Voice,
}

impl<'v> Progress<'v> {
    fn begin(workspace: &Workspace, token: Option<ProgressToken>, voice: &'v Voice) -> Self {
        let new = Self { token, voice };
        let title =
            workspace.session.lang.pick("Læser mappens referater", "Reading the minutes of the folder");
        new.say(WorkDoneProgress::Begin(WorkDoneProgressBegin {
            title: title.to_owned(),
            cancellable: Some(true),
            percentage: Some(0),
            ..WorkDoneProgressBegin::default()
        }));
        new
    }

    fn report(&self, done: usize, all: usize) {
        if done.is_multiple_of(50) {
            self.say(WorkDoneProgress::Report(WorkDoneProgressReport {
                percentage: Some((done * 100 / all.max(1)) as u32),
                message: Some(format!("{done}/{all}")),
                ..WorkDoneProgressReport::default()
            }));
        }
    }

    fn end(self) {
        self.say(WorkDoneProgress::End(WorkDoneProgressEnd { message: None }));
    }

    fn say(&self, progress: WorkDoneProgress) {
        if let Some(token) = self.token.clone() {
            let value = ProgressParamsValue::WorkDone(progress);
            self.voice.say(Saying::Progress(ProgressParams { token, value }));
        }
    }
}
