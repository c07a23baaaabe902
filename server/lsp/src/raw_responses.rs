//! Answers on their way out: long ones are written once, and a client that does not read gets no more of them.
//!
//! The framework makes a tree of values of every answer and writes that. For the outline of a long meeting, with its
//! ten thousand nodes, this takes ten times as long as finding them. So the handlers of [`LONG`] requests write their
//! answers themselves: behind this service such a request has another name, and its answer is a string, which is put
//! on the wire as it stands. Cancelling it, and refusing it before the session or after, is left to the framework.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_service::Service;

use super::stdout_writer::StdoutWriter;
use super::uri::UriMap;

/// The requests with long answers: what the client calls them, and what the service behind does.
const LONG: [(&str, &str); 6] = [
    ("textDocument/documentSymbol", DOCUMENT_SYMBOL),
    ("textDocument/foldingRange", FOLDING_RANGE),
    ("textDocument/semanticTokens/full", SEMANTIC_TOKENS),
    ("textDocument/codeLens", CODE_LENS),
    ("textDocument/inlayHint", INLAY_HINT),
    ("textDocument/diagnostic", DIAGNOSTIC),
];

pub(crate) const DOCUMENT_SYMBOL: &str = "referent/documentSymbol";
pub(crate) const FOLDING_RANGE: &str = "referent/foldingRange";
pub(crate) const SEMANTIC_TOKENS: &str = "referent/semanticTokens/full";
pub(crate) const CODE_LENS: &str = "referent/codeLens";
pub(crate) const INLAY_HINT: &str = "referent/inlayHint";
pub(crate) const DIAGNOSTIC: &str = "referent/diagnostic";

/// While so many bytes wait to be read by the client, its requests are refused: answers nobody reads would fill the
/// memory.
const MOST_WAITING: usize = 64 << 20;

/// The service of the framework, and the way round it.
#[derive(Debug)]
pub(crate) struct RawResponses<S> {
    /// The service behind it.
    pub(crate) inner: S,
    /// Where long answers are left.
    pub(crate) writer: StdoutWriter,
    /// How the client spells addresses.
    pub(crate) uris: UriMap,
}

impl<S> Service<Request> for RawResponses<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if let Some(id) = request.id().filter(|_| self.writer.waiting() > MOST_WAITING) {
            let refusal = Response::from_error(id.clone(), unread());
            return Box::pin(async { Ok(Some(refusal)) });
        }
        // The framework takes these for notifications, and whoever asked would wait for ever.
        if let Some(id) = request.id().filter(|_| request.method().starts_with("$/")) {
            let refusal = Response::from_error(id.clone(), Error::method_not_found());
            return Box::pin(async { Ok(Some(refusal)) });
        }
        let Some((_, name)) = LONG.iter().find(|(name, _)| *name == request.method()) else {
            return Box::pin(self.inner.call(request));
        };
        // The inner service is called here and now: what arrives first is handled first.
        let answer = self.inner.call(renamed(request, name));
        let (writer, uris) = (self.writer.clone(), self.uris.clone());
        Box::pin(async move { Ok(answer.await?.and_then(|answer| post(answer, &writer, &uris))) })
    }
}

/// `request` under another name.
fn renamed(request: Request, name: &'static str) -> Request {
    let (_, id, params) = request.into_parts();
    let mut new = Request::build(name);
    if let Some(id) = id {
        new = new.id(id);
    }
    if let Some(params) = params {
        new = new.params(params);
    }
    new.finish()
}

/// Puts the string that `answer` holds on the wire; gives back what is no such answer.
fn post(answer: Response, writer: &StdoutWriter, uris: &UriMap) -> Option<Response> {
    let (id, result) = answer.into_parts();
    let Ok(Value::String(written)) = result else { return Some(Response::from_parts(id, result)) };
    if uris.is_plain() {
        writer.post(r#"{"jsonrpc":"2.0","result":"#, written, &after(&id));
        return None;
    }
    let mut value = serde_json::from_str(&written).unwrap_or_default();
    uris.restore(&mut value);
    Some(Response::from_ok(id, value))
}

/// What stands after the result.
fn after(id: &Id) -> String {
    // A number or a string can always be written.
    let id = serde_json::to_string(id).unwrap_or_default();
    format!(r#","id":{id}}}"#)
}

fn unread() -> Error {
    Error {
        code: ErrorCode::ServerError(-32803),
        message: "too many answers wait to be read".into(),
        data: None,
    }
}
