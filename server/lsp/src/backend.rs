//! The methods of the protocol. Each leaves one event for the owner before it waits for anything.

mod long;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, PoisonError};
use std::time::Duration;

use answers::commands;
use answers::{
    code_action, completion, document_link, file_rename, formatting, hover, navigation, on_type, rename,
    selection, tokens,
};
use rules::privacy::shown;
use serde::Serialize;
use serde_json::Value;
use snapshot::config::Settings;
use snapshot::document::Snapshot;
use snapshot::session::Session;
use tokio::sync::oneshot;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CompletionItem, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentFormattingParams, DocumentHighlight, DocumentHighlightParams,
    DocumentLink, DocumentLinkParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams,
    ExecuteCommandParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, LinkedEditingRangeParams, LinkedEditingRanges, Location,
    MessageType, PrepareRenameResponse, ReferenceParams, RenameFilesParams, RenameParams, SelectionRange,
    SelectionRangeParams, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult,
    SemanticTokensRangeParams, SemanticTokensRangeResult, ServerInfo, TextDocumentPositionParams,
    TextDocumentSaveReason, TextEdit, Uri, WillSaveTextDocumentParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceFolder, WorkspaceSymbolParams,
    WorkspaceSymbolResponse,
};
use workbench::guard::guarded;
use workbench::lang::Lang;

use super::client::{ClientMessage, ClientNotifier};
use super::events::{Event, StateHandle, Workspace};
use super::handlers::of_folder::Sheets;
use super::handlers::workspace_symbol::Index;
use super::handlers::{command, workspace, workspace_symbol};
use super::large_texts::LargeTexts;
use super::{capabilities, registration};

/// What the framework calls.
#[derive(Debug)]
pub(crate) struct Backend {
    state: StateHandle,
    notifier: ClientNotifier,
    /// The texts of long documents that are being opened.
    large_texts: LargeTexts,
    session: OnceLock<Arc<Session>>,
    /// The language asked for on the command line.
    lang: Option<Lang>,
    /// Was the end announced?
    ended: Arc<AtomicBool>,
    index: Arc<Index>,
    sheets: Arc<Sheets>,
    /// The tokens that each client has, to send only what changed.
    tokens: Arc<tokens::Known>,
}

impl Backend {
    /// A server whose documents are owned behind `state`.
    pub(crate) fn new(
        state: StateHandle,
        notifier: ClientNotifier,
        large_texts: LargeTexts,
        lang: Option<Lang>,
    ) -> Self {
        let (session, ended) = (OnceLock::new(), Arc::default());
        let (index, sheets, tokens) = Default::default();
        Self { state, notifier, large_texts, session, lang, ended, index, sheets, tokens }
    }

    /// Is set once the client has announced the end.
    pub(crate) fn ended(&self) -> Arc<AtomicBool> {
        self.ended.clone()
    }

    /// The document at `uri`; `None` when it is not open.
    async fn snapshot(&self, uri: Uri) -> Option<Snapshot> {
        let (wish, granted) = oneshot::channel();
        self.state.send(Event::Want(uri, wish));
        granted.await.ok()
    }

    /// Answers from a snapshot of the document at `uri`; `None` when it is not open.
    async fn ask<R: Send + 'static>(
        &self,
        uri: Uri,
        handler: impl FnOnce(&Snapshot) -> R + Send + 'static,
    ) -> Result<Option<R>> {
        let Some(snapshot) = self.snapshot(uri).await else { return Ok(None) };
        work(move || handler(&snapshot)).await.map(Some)
    }

    /// As [`ask`](Self::ask); nothing of a text of another kind, about which others answer.
    async fn ask_minutes<R: Send + 'static>(
        &self,
        uri: Uri,
        handler: impl FnOnce(&Snapshot) -> R + Send + 'static,
    ) -> Result<Option<R>> {
        let own = |snapshot: &Snapshot| (!snapshot.is_of_another_kind()).then(|| handler(snapshot));
        Ok(self.ask(uri, own).await?.flatten())
    }

    /// As [`ask_minutes`](Self::ask_minutes), for an answer that is written at once.
    async fn write<R: Serialize>(
        &self,
        uri: Uri,
        handler: impl FnOnce(&Snapshot) -> R + Send + 'static,
    ) -> Result<Option<String>> {
        let written = self.ask_minutes(uri, |snapshot| serde_json::to_string(&handler(snapshot))).await?;
        written.transpose().map_err(|_| Error::internal_error())
    }

    /// Everything that is open.
    async fn all(&self) -> Result<Workspace> {
        let (wish, granted) = oneshot::channel();
        self.state.send(Event::WantAll(wish));
        granted.await.map_err(|_| Error::internal_error())
    }
}

/// Does `job` on another thread. A fault in it is answered as one, and the server goes on.
async fn work<R: Send + 'static>(job: impl FnOnce() -> R + Send + 'static) -> Result<R> {
    let done = tokio::task::spawn_blocking(move || guarded(job)).await;
    match done {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(place)) => Err(Error { data: Some(place.into()), ..Error::internal_error() }),
        Err(_) => Err(Error::internal_error()),
    }
}

/// The folder is not read again for each letter that is typed.
const REST: Duration = Duration::from_millis(500);

fn refused(why: String) -> Error {
    Error::invalid_params(String::from(shown(&why)))
}

/// The address in the `data` of an item that is to be resolved.
fn address(data: Option<&Value>) -> Option<Uri> {
    data?.get("uri")?.as_str()?.parse().ok()
}

fn folders(params: &InitializeParams) -> Vec<WorkspaceFolder> {
    #[expect(deprecated, reason = "older clients announce nothing else")]
    let root = params.root_uri.clone();
    let root = root.map(|uri| vec![WorkspaceFolder { uri, name: String::new() }]);
    params.workspace_folders.clone().or(root).unwrap_or_default()
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let sent = params.initialization_options.clone().unwrap_or_default();
        let (settings, wrong) = Settings::read(&sent, &Settings::default());
        let session = Arc::new(Session::new(&params, settings, self.lang));
        self.state.send(Event::Start(session.clone(), folders(&params), wrong));
        let capabilities = capabilities::capabilities(&session);
        let version = Some(env!("CARGO_PKG_VERSION").to_owned());
        // A second "initialize" is refused by the framework.
        let _ = self.session.set(session);
        let server_info = Some(ServerInfo { name: "referent".to_owned(), version });
        Ok(InitializeResult { capabilities, server_info, ..InitializeResult::default() })
    }

    async fn initialized(&self, _: InitializedParams) {
        let Some(session) = self.session.get() else { return };
        let wanted = registration::registrations(session);
        if !wanted.is_empty() {
            self.notifier.say(ClientMessage::Register(wanted));
        }
        if session.client.configuration {
            self.notifier.say(ClientMessage::AskSettings);
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.ended.store(true, Ordering::Relaxed);
        self.state.send(Event::End);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.state.send(Event::Open(params));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.state.send(Event::Change(params));
    }

    async fn will_save(&self, params: WillSaveTextDocumentParams) {
        // What an editor saves by itself every few seconds is still being written.
        if params.reason != TextDocumentSaveReason::AFTER_DELAY {
            self.state.send(Event::Ended(params.text_document.uri));
        }
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.state.send(Event::Saved(params.text_document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).remove(&params.text_document.uri);
        self.state.send(Event::Close(params.text_document.uri));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.state.send(Event::SettingsChanged(params.settings));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.state.send(Event::Folders(params.event));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.state.send(Event::Watched(params.changes));
    }

    async fn workspace_diagnostic(
        &self,
        mut params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let cancelled = workspace::Cancelled::default();
        let _guard = workspace::CancelOnDrop(cancelled.clone());
        loop {
            let workspace = self.all().await?;
            let mut news = workspace.news.clone();
            let can_wait = workspace.session.client.watches && !params.previous_result_ids.is_empty();
            let (notifier, cancelled, asked) = (self.notifier.clone(), cancelled.clone(), params.clone());
            let sheets = self.sheets.clone();
            let all = move || workspace::diagnostics(&workspace, &asked, &sheets, &notifier, &cancelled);
            let (report, has_news, together) = work(all).await?;
            self.state.send(Event::Together(together));
            // A client asks again as soon as it is answered, so the answer waits until there is one.
            if has_news || !can_wait || self.ended.load(Ordering::Relaxed) || news.changed().await.is_err() {
                return Ok(report.into());
            }
            params.work_done_progress_params.work_done_token = None;
            tokio::time::sleep(REST).await;
        }
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let (workspace, index, notifier) = (self.all().await?, self.index.clone(), self.notifier.clone());
        work(move || workspace_symbol::symbols(&workspace, &index, &params.query, &notifier)).await.map(Some)
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let positions = params.positions;
        self.ask_minutes(params.text_document.uri, move |snapshot| selection::ranges(snapshot, &positions))
            .await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        Ok(self.ask_minutes(uri, |snapshot| navigation::definition(snapshot, params)).await?.flatten())
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let uri = params.text_document_position.text_document.uri.clone();
        Ok(self.ask_minutes(uri, |snapshot| navigation::references(snapshot, params)).await?.flatten())
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        Ok(self.ask_minutes(uri, |snapshot| navigation::highlight(snapshot, params)).await?.flatten())
    }

    async fn linked_editing_range(
        &self,
        params: LinkedEditingRangeParams,
    ) -> Result<Option<LinkedEditingRanges>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        Ok(self.ask_minutes(uri, |snapshot| navigation::linked(snapshot, params)).await?.flatten())
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask_minutes(params.text_document.uri, document_link::links).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        Ok(self.ask_minutes(uri, |snapshot| hover::hover(snapshot, params)).await?.flatten())
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let uri = params.text_document_position.text_document.uri.clone();
        Ok(self.ask(uri, move |snapshot| completion::complete(snapshot, &params)).await?.flatten())
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let Some(uri) = address(item.data.as_ref()) else { return Ok(item) };
        let whole = item.clone();
        Ok(self.ask(uri, |snapshot| completion::resolve(snapshot, whole)).await?.unwrap_or(item))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri.clone();
        self.ask(uri, |snapshot| code_action::actions(snapshot, params)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let Some(uri) = address(action.data.as_ref()) else { return Ok(action) };
        let whole = action.clone();
        Ok(self.ask(uri, |snapshot| code_action::resolve(snapshot, whole)).await?.unwrap_or(action))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (known, previous) = (self.tokens.clone(), params.previous_result_id);
        let delta = move |snapshot: &Snapshot| tokens::since(snapshot, &known, &previous);
        self.ask_minutes(params.text_document.uri, delta).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        let part = move |s: &Snapshot| tokens::tokens(s, Some(s.text_range(range)));
        Ok(self.ask_minutes(params.text_document.uri, part).await?.map(Into::into))
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask_minutes(params.text_document.uri, |snapshot| formatting::format(snapshot, None)).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let range = params.range;
        self.ask_minutes(params.text_document.uri, move |s| formatting::format(s, Some(s.text_range(range))))
            .await
    }

    async fn on_type_formatting(
        &self,
        params: DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        let uri = params.text_document_position.text_document.uri.clone();
        self.ask(uri, |snapshot| on_type::typed(snapshot, params)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let position = params.position;
        let prepare = move |s: &Snapshot| rename::prepare(s, s.offset(position));
        Ok(self.ask_minutes(params.text_document.uri, prepare).await?.flatten())
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (uri, notifier) =
            (params.text_document_position.text_document.uri.clone(), self.notifier.clone());
        let warn = move |left| notifier.say(ClientMessage::Show(MessageType::WARNING, left));
        let renamed = self.ask_minutes(uri, move |snapshot| rename::rename(snapshot, params, &warn)).await?;
        renamed.unwrap_or(Ok(None)).map_err(refused)
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        work(move || file_rename::will_rename(&params)).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        if params.command == commands::RELOAD {
            self.state.send(Event::Reload);
            return Ok(None);
        }
        let (workspace, notifier) = (self.all().await?, self.notifier.clone());
        work(move || command::run(&workspace, params, &notifier)).await?.map_err(refused)
    }
}
