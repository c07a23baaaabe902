//! The findings of all minutes in the open folders.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use answers::diagnostics;
use files::find;
use files::stamp;
use rules::folder::FolderFinding;
use serde_json::json;
use snapshot::document::Snapshot;
use snapshot::uri;
use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, ProgressParams, ProgressParamsValue, ProgressToken, Uri, WorkDoneProgress,
    WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
};
use workbench::findings::sidecar_of;
use workbench::lang::Lang;

use super::of_folder::{self, Sheets};
use crate::client::{ClientMessage, ClientNotifier};
use crate::events::{Together, Workspace};

/// Is set when the client takes its question back.
pub(crate) type Cancelled = Arc<AtomicBool>;

/// Sets it when it is dropped with the request that is cancelled.
pub(crate) struct CancelOnDrop(pub(crate) Cancelled);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Answers with a report for each file of which there is something new to say, and whether there was any; the open ones
/// from the editor, the others from the disk. What all show together of the open ones is for their owner to tell.
pub(crate) fn diagnostics(
    workspace: &Workspace,
    params: &WorkspaceDiagnosticParams,
    sheets: &Sheets,
    notifier: &ClientNotifier,
    cancelled: &Cancelled,
) -> (WorkspaceDiagnosticReport, bool, Together) {
    let progress =
        Progress::begin(workspace, params.work_done_progress_params.work_done_token.clone(), notifier);
    let mut items: Vec<_> = workspace.open.iter().filter_map(|snapshot| open(snapshot, params)).collect();
    let mut has_news = false;
    let partly = params.partial_result_params.partial_result_token.as_ref();
    let is_open =
        |uri: &Uri| workspace.open.iter().any(|snapshot| uri::path(&snapshot.uri) == uri::path(uri));
    let files = minutes(workspace, notifier);
    let (mut of_folder, together) = of_folder::findings(workspace, &files, sheets);
    for (n, file) in files.iter().enumerate() {
        if cancelled.load(Ordering::Relaxed) {
            break;
        }
        progress.report(n, files.len());
        if let Some(uri) = Uri::from_file_path(file).filter(|uri| !is_open(uri)) {
            let beside = of_folder.remove(file).unwrap_or_default();
            items.extend(closed(workspace, uri, file, (params, beside)));
        }
        if let Some(token) = partly.filter(|_| items.len() >= PART) {
            has_news = true;
            notifier.say(ClientMessage::Part(token.clone(), json!({"items": std::mem::take(&mut items)})));
        }
    }
    progress.end();
    if !cancelled.load(Ordering::Relaxed) {
        items.extend(gone(workspace, &files, params));
    }
    has_news |= !items.is_empty();
    if let Some(token) = partly.filter(|_| has_news) {
        // Once something was sent by itself, nothing may be left for the answer.
        notifier.say(ClientMessage::Part(token.clone(), json!({"items": std::mem::take(&mut items)})));
    }
    (WorkspaceDiagnosticReport { items }, has_news, together)
}

fn open(
    snapshot: &Snapshot,
    params: &WorkspaceDiagnosticParams,
) -> Option<WorkspaceDocumentDiagnosticReport> {
    let version = snapshot.version.map(i64::from);
    let result_id = diagnostics::written(snapshot).name();
    report(snapshot.uri.clone(), version, result_id, params, || {
        diagnostics::all(snapshot).map(Into::into).collect()
    })
}

/// At most this many reports are sent together to a client that takes them as they come.
const PART: usize = 20;

/// More files are not read: a home directory is no archive of minutes.
const MOST_FILES: usize = 10_000;

/// Files longer than this are read only when they are opened.
const MOST_BYTES: u64 = 16 << 20;

/// The minutes in the open folders; says when some are left out.
pub(crate) fn minutes(workspace: &Workspace, notifier: &ClientNotifier) -> Vec<PathBuf> {
    let below = |folder: PathBuf| find::minutes_below(&folder, workspace.projects.resolver().clone());
    let folders = workspace.folders.iter().filter_map(uri::path);
    let mut files: Vec<PathBuf> = folders.flat_map(below).take(MOST_FILES + 1).collect();
    let lang = workspace.session.lang;
    if files.len() > MOST_FILES {
        files.truncate(MOST_FILES);
        notifier.say_once(lang.pick(
            format!("Kun de første {MOST_FILES} referater i mapperne læses; åbn en mindre mappe"),
            format!("Only the first {MOST_FILES} minutes in the folders are read; open a smaller folder"),
        ));
    }
    files.retain(|file| {
        let long = stamp(file).is_some_and(|stamp| stamp.len > MOST_BYTES);
        if long {
            let name = files::name(file);
            notifier.say_once(lang.pick(
                format!("{name} er større end 16 MiB og læses først, når den åbnes"),
                format!("{name} is larger than 16 MiB and is read when it is opened"),
            ));
        }
        !long
    });
    files
}

/// The findings of a file that is not open. Its result is named by when it was written and by what is written there: what was
/// only touched is no news.
fn closed(
    workspace: &Workspace,
    uri: Uri,
    file: &Path,
    (params, of_folder): (&WorkspaceDiagnosticParams, Vec<FolderFinding>),
) -> Option<WorkspaceDocumentDiagnosticReport> {
    let mut beside = DefaultHasher::new();
    (file, workspace.projects.generation).hash(&mut beside);
    for found in &of_folder {
        (found.rule.name, found.range, Lang::Da.note(&found.note)).hash(&mut beside);
    }
    let hashed = |more: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = beside.clone();
        more(&mut hasher);
        hasher.finish()
    };
    let stamped = hashed(&|hasher| (stamp(file), stamp(&sidecar_of(file))).hash(hasher));
    let previous = params.previous_result_ids.iter().find(|previous| previous.uri == uri);
    let (known_stamp, known) = previous.and_then(|previous| previous.value.split_once('.')).unzip();
    // What was not written to is not read.
    if known_stamp == Some(&format!("f{stamped:x}")) {
        return None;
    }
    let limits = workspace.projects.resolver().limits(file);
    let files::Source { text, encoding, .. } = files::read(file, "", limits).ok()?;
    let suppressed = files::short_text(&sidecar_of(file));
    let written = format!("{:x}", hashed(&|hasher| (&text, &suppressed).hash(hasher)));
    if known == Some(&written) {
        return None;
    }
    let result_id = format!("f{stamped:x}.{written}");
    let session = workspace.session.clone();
    report(uri.clone(), None, result_id, params, || {
        let mut project = workspace.projects.project(&uri, "", encoding);
        Arc::make_mut(&mut project.filter).of_folder = of_folder;
        let snapshot = Snapshot::new(uri, text, Arc::new(project), session);
        diagnostics::all(&snapshot).map(Into::into).collect()
    })
}

/// An empty report for each document that the client knows findings of and that is no longer one of the files: it was
/// deleted, renamed or excluded, or its folder was closed.
fn gone(
    workspace: &Workspace,
    files: &[PathBuf],
    params: &WorkspaceDiagnosticParams,
) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let open = workspace.open.iter().filter_map(|snapshot| uri::path(&snapshot.uri));
    let here: HashSet<PathBuf> = files.iter().cloned().chain(open).collect();
    let is_gone = |uri: &Uri| uri::path(uri).is_some_and(|path| !here.contains(&path));
    // What was said to be gone is known by no name.
    let known = params.previous_result_ids.iter().filter(|previous| !previous.value.is_empty());
    let gone = known.map(|previous| previous.uri.clone()).filter(is_gone);
    gone.filter_map(|uri| report(uri, None, String::new(), params, Vec::new)).collect()
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
) -> Option<WorkspaceDocumentDiagnosticReport> {
    // A document that is not named is as it was.
    if is_known(&uri, &result_id, params) {
        return None;
    }
    let report = WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: Some(result_id),
            items: items(),
        },
    };
    Some(report.into())
}

/// How far the work is, for a client that asked to be told.
struct Progress<'v> {
    token: Option<ProgressToken>,
    notifier: &'v ClientNotifier,
}

impl<'v> Progress<'v> {
    fn begin(workspace: &Workspace, token: Option<ProgressToken>, notifier: &'v ClientNotifier) -> Self {
        let new = Self { token, notifier };
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
            self.notifier.say(ClientMessage::Progress(ProgressParams { token, value }));
        }
    }
}
