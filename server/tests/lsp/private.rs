//! No answer of the server repeats a number that is planted in the text, unless it is the text itself.
//!
//! What is asked is what the server says it can do: a provider or a command that is not named here fails the test.

use serde_json::{Value, json};

use crate::client::{Client, everyone, vscode};
use crate::planted_numbers::{minutes, repeated};

const URI: &str = "file:///ws/m%C3%B8de.txt";
const AGENDA: &str = "file:///ws/m%C3%B8de.dagsorden";

/// What the server offers and what it is asked for. An edit is content, and so is a draft.
const PROVIDERS: [(&str, &[&str]); 21] = [
    ("codeActionProvider", &["textDocument/codeAction", "codeAction/resolve"]),
    ("codeLensProvider", &["textDocument/codeLens"]),
    ("completionProvider", &["textDocument/completion", "completionItem/resolve"]),
    ("definitionProvider", &["textDocument/definition"]),
    ("diagnosticProvider", &["textDocument/diagnostic", "workspace/diagnostic"]),
    ("documentFormattingProvider", &[]),
    ("documentHighlightProvider", &["textDocument/documentHighlight"]),
    ("documentLinkProvider", &["textDocument/documentLink"]),
    ("documentOnTypeFormattingProvider", &[]),
    ("documentRangeFormattingProvider", &[]),
    ("documentSymbolProvider", &["textDocument/documentSymbol"]),
    ("executeCommandProvider", &[]),
    ("foldingRangeProvider", &["textDocument/foldingRange"]),
    ("hoverProvider", &["textDocument/hover"]),
    ("inlayHintProvider", &["textDocument/inlayHint"]),
    ("linkedEditingRangeProvider", &["textDocument/linkedEditingRange"]),
    ("referencesProvider", &["textDocument/references"]),
    ("renameProvider", &["textDocument/prepareRename"]),
    ("selectionRangeProvider", &["textDocument/selectionRange"]),
    ("semanticTokensProvider", &["textDocument/semanticTokens/full"]),
    ("workspaceSymbolProvider", &["workspace/symbol"]),
];

/// What each command is told.
const COMMANDS: [(&str, &str); 11] = [
    ("referent.reload", "null"),
    ("referent.styles", "null"),
    ("referent.new", r#"{"committee": "Byrådet"}"#),
    ("referent.newMinutes", r#"{"uri": "file:///ws/m%C3%B8de.txt", "create": false}"#),
    ("referent.status", r#"{"uri": "file:///ws/m%C3%B8de.txt"}"#),
    (
        "referent.nextUndecided",
        r#"{"uri": "file:///ws/m%C3%B8de.txt", "position": {"line": 0, "character": 0}}"#,
    ),
    ("referent.fixAllInFolder", "null"),
    (
        "referent.compareWithAgenda",
        r#"{"uri": "file:///ws/m%C3%B8de.txt", "with": "file:///ws/m%C3%B8de.dagsorden"}"#,
    ),
    ("referent.addToVocabulary", r#"{"uri": "file:///ws/m%C3%B8de.txt", "word": "krogstang"}"#),
    ("referent.treatAsMinutes", r#"{"uri": "file:///ws/m%C3%B8de.md", "text": "Sag 010203-1234"}"#),
    ("referent.applyEdit", r#"{"label": "Ret", "edit": {"changes": {}}}"#),
];

/// Methods about a place in the text.
const BY_PLACE: [&str; 9] = [
    "textDocument/codeAction",
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentHighlight",
    "textDocument/references",
    "textDocument/prepareRename",
    "textDocument/linkedEditingRange",
    "textDocument/selectionRange",
];

#[test]
fn findings_and_what_is_said_unasked_repeat_no_planted_number() {
    for mut client in everyone() {
        client.open(URI, &minutes());
        hides("findings", Value::Array(client.findings(URI, 1)));
        hides("what is said unasked", Value::Array(client.unclaimed()));
    }
}

#[test]
fn no_answer_repeats_a_planted_number() {
    let text = minutes();
    let mut client = vscode();
    client.open(URI, &text);
    let offered = client.capabilities.as_object().expect("capabilities").clone();
    for provider in offered.keys().filter(|key| key.ends_with("Provider")) {
        let known = PROVIDERS.iter().find(|(known, _)| known == provider);
        let (_, methods) = known.unwrap_or_else(|| panic!("what does {provider} show of a text?"));
        for method in *methods {
            ask(&mut client, method, &text);
        }
    }
    hides("what is said unasked", Value::Array(client.unclaimed()));
}

#[test]
fn no_command_repeats_a_planted_number() {
    let mut client = vscode();
    client.open(URI, &minutes());
    client.open(AGENDA, &minutes().replace("får tilskud", "får støtte").replace("500 kr", "600 kr"));
    let offered = client.capabilities["executeCommandProvider"]["commands"].clone();
    for command in offered.as_array().expect("a list") {
        let known = COMMANDS.iter().find(|(known, _)| command == known);
        let (_, argument) = known.unwrap_or_else(|| panic!("what does {command} show of a text?"));
        let argument: Value = serde_json::from_str(argument).expect("JSON");
        let params = json!({"command": command, "arguments": [argument]});
        hides(command.as_str().unwrap_or_default(), client.request("workspace/executeCommand", params));
    }
    hides("what is said unasked", Value::Array(client.unclaimed()));
}

/// Asks about the whole text, or about the lines of it where the method is about a place.
fn ask(client: &mut Client, method: &str, text: &str) {
    let document = json!({"uri": URI});
    let end = json!({"line": text.lines().count(), "character": 0});
    let range = json!({"start": {"line": 0, "character": 0}, "end": end});
    match method {
        "codeAction/resolve" => resolve(client, method, "textDocument/codeAction", text),
        "completionItem/resolve" => resolve(client, method, "textDocument/completion", text),
        "workspace/diagnostic" => {
            hides(method, client.request(method, json!({"previousResultIds": []})));
        }
        _ if BY_PLACE.contains(&method) => {
            for params in places(text) {
                hides(method, client.request(method, params));
            }
        }
        _ => {
            let params = json!({"textDocument": document, "query": "", "range": range});
            hides(method, client.request(method, params));
        }
    }
}

/// Asks for the rest of what `method` offers at some places.
fn resolve(client: &mut Client, method: &str, offering: &str, text: &str) {
    for params in places(text).step_by(17) {
        let offered = client.request(offering, params);
        let list = offered.get("items").unwrap_or(&offered).as_array().cloned().unwrap_or_default();
        for item in list.into_iter().filter(|item| item.get("edit").is_none()).take(4) {
            hides(method, client.request(method, item));
        }
    }
}

/// What is said of a place near the end of each line, as far as there is one of every kind.
fn places(text: &str) -> impl Iterator<Item = Value> + use<'_> {
    const LINES: usize = 165;
    text.lines().enumerate().take(LINES).filter(|(_, words)| !words.is_empty()).map(|(line, words)| {
        let character = words.encode_utf16().count().saturating_sub(3);
        let position = json!({"line": line, "character": character});
        json!({
            "textDocument": {"uri": URI}, "position": position, "positions": [position],
            "range": {"start": position, "end": position},
            "context": {"includeDeclaration": true, "triggerKind": 1, "diagnostics": []},
        })
    })
}

/// Fails when `answer`, but for what it writes into a text, repeats a number.
fn hides(what: &str, mut answer: Value) {
    drop_content(&mut answer);
    assert_eq!(repeated(&answer.to_string()), Vec::<String>::new(), "{what}");
}

/// Takes out what is the text itself: edits, and drafts.
fn drop_content(answer: &mut Value) {
    match answer {
        Value::Array(parts) => parts.iter_mut().for_each(drop_content),
        Value::Object(parts) => {
            parts.retain(|key, _| !matches!(key.as_str(), "edit" | "text" | "textEdit" | "newText"));
            parts.values_mut().for_each(drop_content);
        }
        _ => {}
    }
}
