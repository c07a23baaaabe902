//! The one owner of open documents and settings. Events are handled in the order in which they arrive.
//!
//! It has a thread of its own: an edit is read and linted there at once, because that costs what the edit touches (well
//! under a millisecond), while reading, cancelling and writing go on beside it. What is waiting in the queue is taken in
//! before anything is told, so a burst of edits gives few publications, and the last is always of the last version.

mod settings;
mod telling;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use answers::raw_findings::RawFindings;
use ropey::Rope;
use serde_json::Value;
use snapshot::config::Wrong;
use snapshot::document::{Open, SettingsFile, Snapshot};
use snapshot::kind;
use snapshot::projects::Projects;
use snapshot::session::Session;
use snapshot::uri;
use tokio::sync::watch;
use tower_lsp::ls_types::{DidChangeTextDocumentParams, DidOpenTextDocumentParams, FileEvent, Uri};
use workbench::guard::guarded;

use super::client::{ClientMessage, ClientNotifier};
use super::complaints::Complaints;
use super::events::{Event, Workspace};

/// At most this long events are taken in before findings are told, however many still wait.
const LONGEST_BURST: Duration = Duration::from_millis(50);

/// The owner.
#[derive(Debug)]
pub(crate) struct State {
    session: Arc<Session>,
    projects: Arc<Projects>,
    folders: Vec<Uri>,
    open: HashMap<Uri, Open>,
    /// Files of settings that are open in the editor.
    settings: HashMap<Uri, SettingsFile>,
    complaints: Complaints,
    epoch: u64,
    notifier: ClientNotifier,
    /// Rules whose fault was told.
    told: HashSet<&'static str>,
    /// Settings of the client that mean nothing, and that it was told of.
    wrong: Vec<Wrong>,
    /// Who waits for a change is told here.
    news: watch::Sender<()>,
}

impl State {
    /// Waits for the session to begin, and handles events until nobody can send any more.
    pub(crate) fn run(events: &Receiver<Event>, notifier: ClientNotifier) {
        let (session, folders, wrong) = loop {
            match events.recv() {
                Ok(Event::Start(session, folders, wrong)) => break (session, folders, wrong),
                Ok(_) => {}
                Err(_) => return,
            }
        };
        let folders: Vec<Uri> = folders.into_iter().map(|folder| folder.uri).collect();
        let projects = Arc::new(Projects::new(&session.settings, &folders, HashMap::new(), None));
        let (open, settings, complaints, told) = Default::default();
        let mut state = Self {
            session,
            projects,
            folders,
            open,
            settings,
            complaints,
            epoch: 0,
            notifier,
            told,
            wrong: Vec::new(),
            news: watch::channel(()).0,
        };
        state.tell_wrong(wrong);
        state.complain();
        while state.step(events) {}
    }

    /// Waits for events, handles them and tells what came of it; `false` when nobody can send any more.
    fn step(&mut self, events: &Receiver<Event>) -> bool {
        let first = match self.rest() {
            Some(rest) => events.recv_timeout(rest),
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match first {
            Ok(event) => self.handle(event),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_BURST
            && let Ok(event) = events.try_recv()
        {
            self.handle(event);
        }
        let told = guarded(|| {
            self.end_typing();
            self.tell();
        });
        self.log_panic(told);
        true
    }

    fn handle(&mut self, event: Event) {
        let asks = matches!(event, Event::Want(..) | Event::WantAll(_) | Event::Together(_));
        let handled = guarded(|| match event {
            Event::Start(..) | Event::End => {}
            Event::Open(params) => self.open(params),
            Event::Change(params) => self.change(params),
            Event::Close(uri) => self.close(&uri),
            Event::SettingsChanged(_) if self.session.client.configuration => {
                self.notifier.say(ClientMessage::AskSettings)
            }
            // A client that has no settings of ours means those that it gave at the start.
            Event::SettingsChanged(Value::Null) | Event::Settings(Value::Null) => {}
            Event::SettingsChanged(sent) | Event::Settings(sent) => self.configure(&sent),
            Event::Folders(change) => {
                self.folders.retain(|folder| !change.removed.iter().any(|removed| removed.uri == *folder));
                self.folders.extend(change.added.into_iter().map(|added| added.uri));
                self.reload();
            }
            Event::Ended(uri) => self.end_writing(&uri),
            Event::Saved(uri) => self.saved(&uri),
            Event::Watched(changes) => {
                let is_settings = |change: &FileEvent| kind::is_settings(&change.uri);
                if changes.iter().any(is_settings) || self.projects.have_changed() {
                    self.reload();
                }
            }
            Event::Reload if self.session.client.configuration => {
                self.reload();
                self.notifier.say(ClientMessage::AskSettings);
            }
            Event::Reload => self.reload(),
            Event::Together(together) => self.take_together(together),
            // Whoever asked may have been cancelled: then nobody is there to take the answer.
            Event::Want(uri, answer) => {
                self.reload_if_stale();
                if let Some(open) = self.open.get(&uri) {
                    let _ = answer.send(open.now.clone());
                }
            }
            Event::WantAll(answer) => {
                self.reload_if_stale();
                let _ = answer.send(self.workspace());
            }
        });
        self.log_panic(handled);
        if !asks {
            self.news.send_replace(());
        }
    }

    /// Leaves in the client's log where something gave up.
    fn log_panic(&self, done: Result<(), String>) {
        if let Err(place) = done {
            self.notifier.say(ClientMessage::Log(format!("internal error at {place}")));
        }
    }

    fn workspace(&self) -> Workspace {
        Workspace {
            folders: self.folders.clone(),
            open: self.open.values().map(|open| open.now.clone()).collect(),
            projects: self.projects.clone(),
            session: self.session.clone(),
            news: self.news.subscribe(),
        }
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let DidOpenTextDocumentParams { text_document: document } = params;
        if kind::is_settings(&document.uri) {
            let file = SettingsFile { version: document.version, rope: Rope::from_str(&document.text) };
            self.settings.insert(document.uri, file);
            self.reload();
            return;
        }
        if self.projects.have_changed() {
            self.reload();
        }
        let stored = uri::encoding(&document.uri);
        let project = self.projects.project(&document.uri, &document.language_id, stored);
        let session = self.session_for(&project);
        let mut now = Snapshot::new(document.uri.clone(), document.text, Arc::new(project), session);
        now.version = Some(document.version);
        now.epoch = self.next_epoch();
        if now.is_long() {
            let n = self.session.settings.longest >> 10;
            self.notifier.say_once(self.session.lang.pick(
                format!("Dokumentet er større end {n} KiB og gennemgås kun, når det åbnes og gemmes"),
                format!(
                    "The document is larger than {n} KiB and is checked only when it is opened and saved"
                ),
            ));
        }
        let (language, faults) = (document.language_id, now.left_out());
        self.open.insert(
            document.uri,
            Open { now, language, stored, typed: None, untold: true, told: None, faults },
        );
        self.complain();
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        if let Some(file) = self.settings.get_mut(&params.text_document.uri) {
            file.change(params, self.session.encoding);
            self.reload();
            return;
        }
        self.reload_if_stale();
        let epoch = self.next_epoch();
        let Some(open) = self.open.get_mut(&params.text_document.uri) else {
            let uri = params.text_document.uri.as_str().to_owned();
            self.notifier.say(ClientMessage::Log(format!("a change in a document that is not open: {uri}")));
            return;
        };
        let version = params.text_document.version;
        if open.now.version.is_some_and(|last| version <= last) {
            let last = open.now.version.unwrap_or_default();
            self.notifier.say(ClientMessage::Log(self.session.lang.pick(
                format!("version {version} følger ikke efter version {last}"),
                format!("version {version} does not follow version {last}"),
            )));
        }
        open.change(params.content_changes);
        open.now.version = Some(version);
        open.now.epoch = epoch;
        let told_at_once = !self.session.tells_later();
        if told_at_once {
            open.now.typing = None;
        }
        open.typed = (!told_at_once).then(Instant::now);
        open.untold = true;
    }

    fn close(&mut self, uri: &Uri) {
        if self.settings.remove(uri).is_some() {
            self.reload();
        }
        self.projects.forget(uri);
        if self.open.remove(uri).is_some() && self.session.pushes() {
            self.notifier.publish(uri, None, RawFindings::nothing());
        }
        self.open.shrink_to(2 * self.open.len());
    }

    fn next_epoch(&mut self) -> u64 {
        self.epoch += 1;
        self.epoch
    }
}
