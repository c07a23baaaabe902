//! What happens to open documents and settings, and where it is left for their owner (`state`).

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rules::folder::FolderFinding;
use serde_json::Value;
use snapshot::config::Wrong;
use snapshot::document::Snapshot;
use snapshot::projects::Projects;
use snapshot::session::Session;
use tokio::sync::{oneshot, watch};
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidOpenTextDocumentParams, FileEvent, Uri, WorkspaceFolder,
    WorkspaceFoldersChangeEvent,
};

/// What happened.
#[derive(Debug)]
pub(crate) enum Event {
    /// The session begins; these folders are open, and these settings mean nothing.
    Start(Arc<Session>, Vec<WorkspaceFolder>, Vec<Wrong>),
    /// A document was opened.
    Open(DidOpenTextDocumentParams),
    /// A document was typed in.
    Change(DidChangeTextDocumentParams),
    /// A document was closed.
    Close(Uri),
    /// The settings were changed, to these if the client says so.
    SettingsChanged(Value),
    /// The settings are these.
    Settings(Value),
    /// Folders were opened or closed.
    Folders(WorkspaceFoldersChangeEvent),
    /// The writer has ended what was written: asked to have it saved, or went elsewhere.
    Ended(Uri),
    /// A document was written to the disk.
    Saved(Uri),
    /// Files were written, made or taken away.
    Watched(Vec<FileEvent>),
    /// Everything is to be read again.
    Reload,
    /// The client has announced the end: nobody may wait for a change any more.
    End,
    /// This is what the documents show together with others of their folder.
    Together(Together),
    /// A request wants a document.
    Want(Uri, oneshot::Sender<Snapshot>),
    /// A request wants all there is.
    WantAll(oneshot::Sender<Workspace>),
}

/// What was found in each document together with others of its folder, with the state of the document where it is open.
pub(crate) type Together = Vec<(Uri, u64, Vec<FolderFinding>)>;

/// Everything that is open.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The folders.
    pub(crate) folders: Vec<Uri>,
    /// The open documents.
    pub(crate) open: Vec<Snapshot>,
    /// The settings of every document.
    pub(crate) projects: Arc<Projects>,
    /// With whom we talk.
    pub(crate) session: Arc<Session>,
    /// Tells when something has happened since.
    pub(crate) news: watch::Receiver<()>,
}

/// Where events are left for the owner.
#[derive(Clone, Debug)]
pub(crate) struct StateHandle(SyncSender<Event>);

/// When so many events wait for the owner, the next ones wait in the pipe: the owner never waits for a client, so its
/// turn comes.
const MOST_WAITING: usize = 256;

impl StateHandle {
    /// A handle, and the receiver that the owner reads.
    pub(crate) fn new() -> (Self, Receiver<Event>) {
        let (events, received) = sync_channel(MOST_WAITING);
        (Self(events), received)
    }

    /// Leaves `event` behind all others.
    pub(crate) fn send(&self, event: Event) {
        // The owner is gone only while the process ends.
        let _ = self.0.send(event);
    }
}
