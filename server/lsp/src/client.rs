//! Everything that the server says of its own accord, from one task; no handler ever waits for the client.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use answers::raw_findings::RawFindings;
use rules::privacy::shown;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::notification::{Notification, Progress};
use tower_lsp::ls_types::request::ApplyWorkspaceEdit;
use tower_lsp::ls_types::{
    ApplyWorkspaceEditParams, ConfigurationItem, Location, MessageType, ProgressParams, ProgressToken, Range,
    Registration, ShowDocumentParams, Uri, WorkspaceEdit,
};

use super::events::{Event, StateHandle};
use super::stdout_writer::StdoutWriter;
use super::uri::UriMap;

/// A client that answers no question within this time has answered with nothing.
const PATIENCE: Duration = Duration::from_secs(5);

/// While so many bytes wait to be read by the client, new findings wait too: only the latest of a document count.
const MOST_WAITING: usize = 1 << 20;

/// Something to say to the client.
#[derive(Debug)]
pub(crate) enum ClientMessage {
    /// The findings of a document, which lie in [`ClientNotifier::findings`].
    Findings(String),
    /// A message that the editor shows.
    Show(MessageType, String),
    /// A message for the log.
    Log(String),
    /// Ask for diagnostics again.
    RefreshDiagnostics,
    /// Ask for inlay hints again.
    RefreshHints,
    /// Ask for code lenses again.
    RefreshLenses,
    /// Let us know of these.
    Register(Vec<Registration>),
    /// What are the settings?
    AskSettings,
    /// Make this edit, which is called so, and open that document.
    Apply(String, WorkspaceEdit, Option<Uri>),
    /// Show this place.
    Go(Location),
    /// How far a long task is.
    Progress(ProgressParams),
    /// A part of an answer.
    Part(ProgressToken, Value),
}

/// Where the rest of the server leaves what is to be said.
#[derive(Clone, Debug)]
pub(crate) struct ClientNotifier {
    sayings: UnboundedSender<ClientMessage>,
    findings: Arc<Mutex<HashMap<String, Findings>>>,
    said: Arc<Mutex<HashSet<String>>>,
    uris: UriMap,
}

/// The findings of one document that wait to be sent.
#[derive(Clone, Debug)]
struct Findings {
    diagnostics: RawFindings,
    uri: String,
    version: Option<i32>,
}

/// Findings whose addresses were encoded, with those the client knows.
enum PublishSpelled {}

impl Notification for PublishSpelled {
    type Params = Value;
    const METHOD: &'static str = "textDocument/publishDiagnostics";
}

/// "$/progress" with a part of an answer, which the framework has no type for.
enum Part {}

impl Notification for Part {
    type Params = Value;
    const METHOD: &'static str = "$/progress";
}

impl ClientNotifier {
    /// A notifier, and the receiver that [`speak`] reads.
    pub(crate) fn new(uris: UriMap) -> (Self, UnboundedReceiver<ClientMessage>) {
        let (sayings, heard) = unbounded_channel();
        (Self { sayings, findings: Arc::default(), said: Arc::default(), uris }, heard)
    }

    /// Says `message` after all that was said before.
    pub(crate) fn say(&self, message: ClientMessage) {
        // The other end is gone only while the process ends.
        let _ = self.sayings.send(message);
    }

    /// Shows `words`, the first time they are said in this session.
    pub(crate) fn say_once(&self, words: String) {
        if self.said.lock().unwrap_or_else(PoisonError::into_inner).insert(words.clone()) {
            self.say(ClientMessage::Show(MessageType::WARNING, words));
        }
    }

    /// Tells the findings of a document; those that were not sent yet are replaced.
    pub(crate) fn publish(&self, uri: &Uri, version: Option<i32>, diagnostics: RawFindings) {
        let uri = self.uris.of(uri);
        let new = Findings { uri: uri.clone(), version, diagnostics };
        let mut waiting = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.insert(uri.clone(), new).is_none() {
            self.say(ClientMessage::Findings(uri));
        }
    }

    fn take(&self, uri: &str) -> Option<Findings> {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner).remove(uri)
    }
}

/// Says what is left in `notifier`, in order.
pub(crate) async fn speak(
    client: Client,
    notifier: ClientNotifier,
    mut heard: UnboundedReceiver<ClientMessage>,
    state: StateHandle,
    writer: StdoutWriter,
) {
    while let Some(message) = heard.recv().await {
        match message {
            ClientMessage::Findings(uri) => {
                while writer.waiting() > MOST_WAITING {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                if let Some(findings) = notifier.take(&uri) {
                    publish(&client, &notifier.uris, &writer, findings).await;
                }
            }
            ClientMessage::Show(kind, text) => client.show_message(kind, shown(&text)).await,
            ClientMessage::Log(text) => client.log_message(MessageType::LOG, shown(&text)).await,
            ClientMessage::Progress(progress) => client.send_notification::<Progress>(progress).await,
            ClientMessage::Part(token, mut value) => {
                notifier.uris.restore(&mut value);
                client.send_notification::<Part>(json!({"token": token, "value": value})).await;
            }
            question => ask(client.clone(), question, state.clone()),
        }
    }
}

/// Publishes `findings`: past the framework, which would make a tree of values of them first.
async fn publish(client: &Client, uris: &UriMap, writer: &StdoutWriter, findings: Findings) {
    let Findings { diagnostics, uri, version } = findings;
    let diagnostics = String::from(diagnostics);
    let mut params = json!({"uri": uri});
    if let Some(version) = version {
        params["version"] = version.into();
    }
    if uris.is_plain() {
        let method = PublishSpelled::METHOD;
        let before = format!(r#"{{"jsonrpc":"2.0","method":"{method}","params":{{"diagnostics":"#);
        let after = format!(",{}}}", params.to_string().trim_start_matches('{'));
        writer.post(&before, diagnostics, &after);
    } else {
        params["diagnostics"] = serde_json::from_str(&diagnostics).unwrap_or_default();
        uris.restore(&mut params);
        client.send_notification::<PublishSpelled>(params).await;
    }
}

/// Makes `edit` and opens the document at `uri`; one that the client did not make is told.
async fn apply(client: &Client, label: String, edit: WorkspaceEdit, uri: Option<Uri>) -> Result<()> {
    let params = ApplyWorkspaceEditParams { label: Some(label.clone()), edit };
    let done = client.send_request::<ApplyWorkspaceEdit>(params).await?;
    if !done.applied {
        let why = done.failure_reason.map(|why| format!(": {why}")).unwrap_or_default();
        client.show_message(MessageType::WARNING, format!("{label}{why}")).await;
        return Ok(());
    }
    let Some(uri) = uri else { return Ok(()) };
    show(client, uri, None).await
}

/// Opens the document at `uri`, at `selection`.
async fn show(client: &Client, uri: Uri, selection: Option<Range>) -> Result<()> {
    let show = ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection };
    client.show_document(show).await.map(|_| ())
}

/// Asks the client something, without waiting for the answer here.
fn ask(client: Client, question: ClientMessage, state: StateHandle) {
    let asking = async move {
        match question {
            ClientMessage::RefreshDiagnostics => client.workspace_diagnostic_refresh().await,
            ClientMessage::RefreshHints => client.inlay_hint_refresh().await,
            ClientMessage::RefreshLenses => client.code_lens_refresh().await,
            ClientMessage::Register(registrations) => client.register_capability(registrations).await,
            ClientMessage::Apply(label, edit, uri) => apply(&client, label, edit, uri).await,
            ClientMessage::Go(Location { uri, range }) => show(&client, uri, Some(range)).await,
            ClientMessage::AskSettings => {
                let item = ConfigurationItem { scope_uri: None, section: Some("referent".to_owned()) };
                let answer = client.configuration(vec![item]).await;
                answer.map(|mut values| state.send(Event::Settings(values.pop().unwrap_or_default())))
            }
            _ => Ok(()),
        }
    };
    tokio::spawn(async move {
        // A client that does not answer goes on with what it has.
        let _ = tokio::time::timeout(PATIENCE, asking).await;
    });
}
