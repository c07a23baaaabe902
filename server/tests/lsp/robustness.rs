//! What must not bring the server down, or leave it behind.

use std::time::Instant;

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, PATIENCE, neovim, vscode};

const URI: &str = "file:///ws/a.referat";

#[test]
fn the_end_of_input_ends_the_process() {
    let mut client = neovim();
    client.hang_up();
    client.ended();
}

#[test]
fn exit_without_shutdown_is_an_error_and_needs_no_closed_input() {
    let mut client = neovim();
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn exit_before_the_session_begins_ends_the_process() {
    let mut client = Client::spawn();
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn garbage_is_answered_and_the_session_goes_on() {
    let mut client = neovim();
    client.raw(b"Content-Length: 7\r\n\r\n{\"a\": [");
    let answer = client.claim(|message| message["error"].is_object());
    assert_eq!(answer["error"]["code"], -32700);
    client.open(URI, "Byrådet\n");
    client.pushed(URI, 1);
    client.notify("textDocument/didOpen", json!({"nonsense": 1}));
    assert!(client.refused("textDocument/hover", json!({"nonsense": 1}))["code"].is_i64());
    assert_eq!(client.refused("textDocument/nonsense", json!({}))["code"], -32601);
    client.finish();
}

#[test]
fn requests_about_documents_that_are_not_open_are_answered_with_nothing() {
    let mut client = vscode();
    let gone = json!({"textDocument": {"uri": "file:///gone.txt"}, "position": {"line": 9, "character": 9}});
    assert_eq!(client.request("textDocument/hover", gone.clone()), Value::Null);
    assert_eq!(client.request("textDocument/documentSymbol", gone), Value::Null);
    client.change("file:///gone.txt", 2, json!([{"text": "x"}]));
    client.notification("window/logMessage");
    client.finish();
}

#[test]
fn positions_far_outside_bring_nothing_down() {
    let mut client = vscode();
    client.open(URI, include_str!("../../../tests/minutes/odense-skole.txt"));
    let far = json!({"line": u32::MAX, "character": u32::MAX});
    for method in
        ["hover", "definition", "documentHighlight", "completion", "prepareRename", "linkedEditingRange"]
    {
        client.at(&format!("textDocument/{method}"), URI, far.clone());
    }
    let backwards = json!({"start": far, "end": {"line": 0, "character": 0}});
    client.request("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": backwards}));
    let params = json!({"textDocument": {"uri": URI}, "range": backwards, "context": {"diagnostics": []}});
    client.request("textDocument/codeAction", params);
    client.finish();
}

#[test]
fn every_request_survives_every_place_of_a_faulty_document() {
    let mut client = neovim();
    let text = include_str!("../../../tests/minutes/fredericia-social-faults.txt");
    for (version, cut) in (1..).zip((0..text.len()).step_by(701).filter(|&at| text.is_char_boundary(at))) {
        let uri = format!("file:///ws/{version}.txt");
        client.open(&uri, &text[..cut]);
        client.pushed(&uri, 1);
        let end = client.position(&text[..cut], cut);
        for method in [
            "hover",
            "definition",
            "references",
            "completion",
            "prepareRename",
            "documentSymbol",
            "foldingRange",
            "codeLens",
            "semanticTokens/full",
            "documentLink",
        ] {
            let params = json!({"textDocument": {"uri": uri}, "position": end, "context": {"includeDeclaration": true, "triggerKind": 1}});
            client.request(&format!("textDocument/{method}"), params);
        }
        client.close(&uri);
    }
    client.finish();
}

#[test]
fn a_client_that_reads_nothing_does_not_stop_the_reader() {
    let mut client = Client::start(NEOVIM, json!({}), Value::Null);
    let text = include_str!("../../../tests/minutes/fredericia-social-faults.txt");
    client.open(URI, text);
    // Nothing is taken from the pipe by this thread; requests and edits come mixed, as from an eager editor.
    let begun = Instant::now();
    let mut last = 0;
    for version in 2..=1001 {
        let start = json!({"line": 5, "character": 0});
        client.change(URI, version, json!([{"range": {"start": start, "end": start}, "text": "x"}]));
        last = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    }
    assert!(begun.elapsed() < PATIENCE);
    assert!(client.answer(last)["result"].is_array());
    client.pushed(URI, 1001);
    client.ignore_rest();
}

#[test]
fn a_request_can_be_taken_back() {
    let mut client = vscode();
    let text = include_str!("../../../tests/minutes/fredericia-social-faults.txt").repeat(200);
    client.open(URI, &text);
    let id = client.ask("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
    client.notify("$/cancelRequest", json!({"id": id}));
    let answer = client.answer(id);
    assert!(answer["error"]["code"] == -32800 || answer["result"].is_object(), "{answer:#}");
    client.finish();
}

#[test]
fn a_shutdown_session_refuses_requests() {
    let mut client = neovim();
    client.request("shutdown", Value::Null);
    let refused = client.refused(
        "textDocument/hover",
        json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}),
    );
    assert_eq!(refused["code"], -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn a_document_that_is_too_long_is_checked_when_it_is_saved_and_that_is_said() {
    let text = include_str!("../../../tests/minutes/fredericia-social-faults.txt");
    let settings = json!({"diagnostics": {"longest": 1, "delay": 0}});
    let mut client = Client::start(NEOVIM, json!({"initializationOptions": settings.clone()}), settings);
    client.open(URI, text);
    let shown = client.notification("window/showMessage");
    assert!(shown["message"].as_str().is_some_and(|words| words.contains("1 KiB")), "{shown:#}");
    assert!(!client.pushed(URI, 1).is_empty());
    let start = json!({"line": 0, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": start, "end": start}, "text": "x"}]));
    assert!(client.pushed(URI, 2).is_empty());
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": URI}}));
    assert!(!client.pushed(URI, 2).is_empty());
    client.finish();
}
