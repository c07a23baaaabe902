//! The first request of five editors, as each sends it; the server must understand it and what each can do.

use serde_json::{Value, json};

use crate::client::Client;

const EDITORS: [(&str, &str, &str); 5] = [
    ("Visual Studio Code 1.100", include_str!("initialize/vscode.json"), "utf-16"),
    ("Neovim 0.7", include_str!("initialize/neovim-0.7.json"), "utf-16"),
    ("Neovim 0.11", include_str!("initialize/neovim-0.11.json"), "utf-8"),
    ("Helix 25.07", include_str!("initialize/helix.json"), "utf-8"),
    ("Emacs 28 with eglot 1.9", include_str!("initialize/emacs.json"), "utf-16"),
];
const URI: &str = "file:///ws/april.referat";
const TEXT: &str = include_str!("../../../tests/minutes/fredericia-social-faults.txt");

#[test]
fn every_editor_is_served_from_its_first_request_to_its_last() {
    for (name, request, encoding) in EDITORS {
        let request: Value = serde_json::from_str(request).expect("JSON");
        assert_eq!(request["method"], "initialize", "{name}");
        let mut client = Client::start(&request["params"].to_string(), json!({}), Value::Null);
        let offered = client.capabilities["positionEncoding"].as_str().unwrap_or("utf-16");
        assert_eq!(offered, encoding, "{name}");
        client.open(URI, TEXT);
        assert!(client.findings(URI, 1).len() > 5, "{name}");
        let document = json!({"textDocument": {"uri": URI}});
        let outline = client.request("textDocument/documentSymbol", document.clone());
        assert!(outline.as_array().is_some_and(|outline| !outline.is_empty()), "{name}");
        let at = client.of(TEXT, "Beslutning");
        for method in ["hover", "completion", "definition"] {
            client.at(&format!("textDocument/{method}"), URI, at.clone());
        }
        let start = json!({"line": 0, "character": 0});
        client.change(URI, 2, json!([{"range": {"start": start, "end": start}, "text": "ø"}]));
        client.findings(URI, 2);
        client.close(URI);
        client.finish();
    }
}
