//! The messages with long texts and long answers, which go past the framework.

use answers::{code_lens, diagnostics, folding, inlay_hint, symbols, tokens};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CodeLensParams, DocumentDiagnosticParams, DocumentSymbolParams, FoldingRangeParams, InlayHintParams,
    SemanticTokensParams,
};

use super::super::events::Event;
use super::super::large_texts::Opening;
use super::{Backend, work};

/// The notification of a long document, whose text [`large_texts`](crate::large_texts) holds.
impl Backend {
    pub(crate) async fn did_open_long(&self, params: Opening) {
        if let Some(params) = self.large_texts.unpack(params) {
            self.state.send(Event::Open(params));
        }
    }
}

/// The requests with long answers, which [`raw_responses`](crate::raw_responses) puts on the wire.
impl Backend {
    pub(crate) async fn outline(&self, params: DocumentSymbolParams) -> Result<Option<String>> {
        self.ask_minutes(params.text_document.uri, symbols::written).await
    }

    pub(crate) async fn folds(&self, params: FoldingRangeParams) -> Result<Option<String>> {
        self.write(params.text_document.uri, folding::ranges).await
    }

    pub(crate) async fn tokens(&self, params: SemanticTokensParams) -> Result<Option<String>> {
        let known = self.tokens.clone();
        self.write(params.text_document.uri, move |snapshot| tokens::full(snapshot, &known)).await
    }

    pub(crate) async fn lenses(&self, params: CodeLensParams) -> Result<Option<String>> {
        self.write(params.text_document.uri, code_lens::lenses).await
    }

    pub(crate) async fn hints(&self, params: InlayHintParams) -> Result<Option<String>> {
        let range = params.range;
        self.write(params.text_document.uri, move |s| inlay_hint::hints(s, s.text_range(range))).await
    }

    pub(crate) async fn findings(&self, params: DocumentDiagnosticParams) -> Result<Option<String>> {
        let snapshot = self.snapshot(params.text_document.uri.clone()).await;
        let report = move || snapshot.map_or_else(diagnostics::nothing, |s| diagnostics::pull(&s, params));
        work(report).await
    }
}
