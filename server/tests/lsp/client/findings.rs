//! The findings of a document, pushed or pulled as the client wants them.

use serde_json::{Value, json};

use super::Client;

impl Client {
    /// The findings pushed for version `version` of a document; those of a later version than the first are only sent where they
    /// are others.
    pub(crate) fn pushed(&mut self, uri: &str, version: i32) -> Vec<Value> {
        if version > 1 {
            return self.shown(uri, version);
        }
        loop {
            let params = self.claim(|message| publishes(message, uri))["params"].clone();
            self.show(&params, version);
            if params["version"] == version {
                return self.shown[uri].clone();
            }
        }
    }

    /// The findings that a document has once all is said of its version `version`.
    fn shown(&mut self, uri: &str, version: i32) -> Vec<Value> {
        self.sent(uri, version);
        self.shown.get(uri).cloned().expect("findings that were pushed")
    }

    /// What is sent of a document until all is said of its version `version`.
    pub(crate) fn sent(&mut self, uri: &str, version: i32) -> Vec<Value> {
        // What was changed before a document is opened is told before the next one that is opened after that was told.
        self.fence();
        self.fence();
        let mut sent = Vec::new();
        while let Some(at) = self.unclaimed.iter().position(|message| publishes(message, uri)) {
            let params = self.unclaimed.remove(at)["params"].clone();
            self.show(&params, version);
            sent.push(params);
        }
        sent
    }

    fn show(&mut self, params: &Value, version: i32) {
        assert!(params["version"].as_i64() <= Some(version.into()), "{params:#}");
        let found = params["diagnostics"].as_array().cloned().expect("a list");
        self.shown.insert(params["uri"].as_str().expect("an address").to_owned(), found);
    }

    /// Opens a document of which something is told, and closes it.
    fn fence(&mut self) {
        self.n_fences += 1;
        let uri = format!("file:///fence/{}.referat", self.n_fences);
        self.open(&uri, "");
        self.claim(|message| publishes(message, &uri));
        self.close(&uri);
    }

    /// The findings pulled for a document.
    pub(crate) fn pulled(&mut self, uri: &str) -> Vec<Value> {
        let report = self.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}));
        report["items"].as_array().cloned().expect("a full report")
    }

    /// The findings of a document that was just opened or changed, in the way of this client.
    pub(crate) fn findings(&mut self, uri: &str, version: i32) -> Vec<Value> {
        if self.capabilities["diagnosticProvider"].is_null() {
            self.pushed(uri, version)
        } else {
            self.pulled(uri)
        }
    }

    /// Takes the findings of a document that was just opened, whichever way they come.
    pub(crate) fn pushed_or_pulled(&mut self, uri: &str) {
        self.findings(uri, 1);
    }
}

/// Does `message` tell the findings of the document at `uri`?
pub(super) fn publishes(message: &Value, uri: &str) -> bool {
    message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
}
