//! Long documents on their way in: their texts go past the framework.
//!
//! The framework keeps as much room as the longest message ever took, and makes a tree of values of each. So the text
//! of a long document is taken out of "didOpen" before the framework sees it. The message goes on under another name,
//! with a number where the text was, and keeps its place among the others; its handler fetches the text by the number.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower_lsp::ls_types::{DidOpenTextDocumentParams, TextDocumentItem};

/// What the client says when it opens a document.
const DID_OPEN: &str = "textDocument/didOpen";

/// What the framework hears instead, if the document is long.
pub(crate) const DID_OPEN_LONG: &str = "referent/didOpen";

/// Shorter messages are not worth the trouble, in bytes.
const LONG: usize = 64 << 10;

/// At most this many texts wait; a client that opens more at once has them go the usual way.
const MOST_WAITING: usize = 256;

/// The texts that wait for their messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct LargeTexts(Arc<Mutex<Waiting>>);

#[derive(Debug, Default)]
struct Waiting {
    last: u64,
    texts: HashMap<u64, String>,
}

/// The parameters of [`DID_OPEN_LONG`].
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Opening {
    text_document: TextDocumentItem,
    parcel: u64,
}

#[derive(Deserialize)]
struct Message {
    params: Params,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Params {
    text_document: Document,
}

/// As the client wrote it: what is wrong with the rest is for the framework to say.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    uri: Value,
    language_id: Value,
    version: Value,
    text: String,
}

impl LargeTexts {
    /// The message to send on instead of `body`, which calls for `method`; none if it is to go as it is.
    pub(crate) fn lighten(&self, method: &str, body: &str) -> Option<String> {
        if method != DID_OPEN || body.len() < LONG {
            return None;
        }
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.texts.len() >= MOST_WAITING {
            return None;
        }
        let Message { params } = serde_json::from_str(body).ok()?;
        let Document { uri, language_id, version, text } = params.text_document;
        waiting.last += 1;
        let parcel = waiting.last;
        waiting.texts.insert(parcel, text);
        let document = json!({"uri": uri, "languageId": language_id, "version": version, "text": ""});
        let params = json!({"textDocument": document, "parcel": parcel});
        Some(json!({"jsonrpc": "2.0", "method": DID_OPEN_LONG, "params": params}).to_string())
    }

    /// What the client said, with the text in its place; none if no such text waits.
    pub(crate) fn unpack(&self, opening: Opening) -> Option<DidOpenTextDocumentParams> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let text = waiting.texts.remove(&opening.parcel)?;
        Some(DidOpenTextDocumentParams { text_document: TextDocumentItem { text, ..opening.text_document } })
    }
}

#[cfg(test)]
mod tests {
    use super::{DID_OPEN, DID_OPEN_LONG, LONG, LargeTexts, Opening};
    use serde_json::{Value, json};

    fn message(text: &str) -> String {
        let document = json!({"uri": "file:///a.md", "languageId": "markdown", "version": 7, "text": text});
        json!({"jsonrpc": "2.0", "method": DID_OPEN, "params": {"textDocument": document}}).to_string()
    }

    #[test]
    fn a_long_text_is_fetched_once_by_its_number() {
        let (large_texts, text) = (LargeTexts::default(), "æ\n".repeat(LONG));
        let light = large_texts.lighten(DID_OPEN, &message(&text)).expect("a long message");
        assert!(light.len() < 300, "{light}");
        let light: Value = serde_json::from_str(&light).expect("JSON");
        assert_eq!(light["method"], DID_OPEN_LONG);
        let opening = || serde_json::from_value::<Opening>(light["params"].clone()).expect("an opening");
        let document = large_texts.unpack(opening()).expect("the text").text_document;
        assert_eq!((document.version, document.text), (7, text));
        assert!(large_texts.unpack(opening()).is_none());
    }

    #[test]
    fn everything_else_goes_as_it_is() {
        let (large_texts, long) = (LargeTexts::default(), message(&"x".repeat(LONG)));
        assert!(large_texts.lighten(DID_OPEN, &message("x")).is_none());
        assert!(large_texts.lighten("textDocument/didChange", &long).is_none());
        assert!(large_texts.lighten(DID_OPEN, &long.replace("version", "edition")).is_none());
    }
}
