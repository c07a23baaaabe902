//! What is offered at a place: what mends something there, what hides a personal number first, and no guess by itself.

use serde_json::{Value, json};

use crate::client::{Client, helix, vscode};

const URI: &str = "file:///ws/a.referat";

fn minutes(words: &str) -> String {
    format!(
        "Referat af møde i Kulturudvalget\n\nMødedato: Tirsdag den 24. november 2026 kl. 17.00\n\n1. Havnebus\n\n\
         Sagsfremstilling\n\n{words}\n\nBussen har kørt i fem år.\n\nBeslutning\n\nGodkendt.\n"
    )
}

/// The actions at `words`, of all kinds or of those that are asked for.
fn actions(client: &mut Client, text: &str, words: &str, only: Option<&str>) -> Vec<Value> {
    client.open(URI, text);
    client.pulled(URI);
    let at = client.of(text, words);
    let mut context = json!({"diagnostics": []});
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let params = json!({"textDocument": {"uri": URI}, "range": {"start": at, "end": at}, "context": context});
    let found = client.request("textDocument/codeAction", params);
    client.close(URI);
    found.as_array().cloned().unwrap_or_default()
}

#[test]
fn everything_is_mended_from_where_something_is_wrong() {
    let mut client = vscode();
    let text = minutes("Driften koster ca 40.000 kr. om året.");
    let is_all = |action: &&Value| action["kind"] == "source.fixAll.referent";
    for (words, only, n) in [
        ("ca 40", None, 1),
        ("om året", None, 1),
        ("Bussen", None, 0),
        ("Havnebus", None, 0),
        ("Bussen", Some("source.fixAll"), 1),
        ("Bussen", Some("quickfix"), 0),
    ] {
        let found = actions(&mut client, &text, words, only);
        assert_eq!(found.iter().filter(is_all).count(), n, "{words}: {found:#?}");
    }
    client.finish();
}

#[test]
fn a_personal_number_is_hidden_when_somebody_asks() {
    let mut client = vscode();
    for (written, hidden) in [("010203-1234", "••••••-••••"), ("010203 1234", "•••••• ••••")]
    {
        let text = minutes(&format!("Ansøgeren med cpr-nr. {written} søger."));
        let found = actions(&mut client, &text, written, None);
        let first = &found[0];
        assert_eq!(first["title"], "Skjul cifrene i nummeret", "{found:#?}");
        assert!(first["isPreferred"] != true, "{first:#}");
        assert_eq!(client.edits_in(&first["edit"], URI)[0]["newText"], hidden);
    }
    client.finish();
}

#[test]
fn where_a_quotation_ends_is_not_guessed() {
    let mut client = vscode();
    let text = minutes("Formanden sagde: \"Planen skal godkendes i dag.");
    let found = actions(&mut client, &text, "\"Planen", None);
    assert!(
        found.iter().any(|action| action["title"].as_str().is_some_and(|title| title.starts_with("Indsæt")))
    );
    assert!(found.iter().all(|action| action["isPreferred"] != true), "{found:#?}");
    client.finish();
}

/// Minutes in a README are an example: nothing is said of them, and nothing is shown.
#[test]
fn a_readme_gets_nothing_at_all() {
    let mut client = vscode();
    let uri = "file:///ws/README.md";
    let text = minutes("Driften koster ca 40.000 kr. om året, jf. punkt 1.");
    let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    assert_eq!(client.pulled(uri), [] as [Value; 0]);
    let of = json!({"textDocument": {"uri": uri}});
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 30, "character": 0}});
    let hints = json!({"textDocument": {"uri": uri}, "range": whole});
    let at = client.of(&text, "punkt 1");
    let place = json!({"textDocument": {"uri": uri}, "position": at, "context": {"triggerKind": 1}});
    for (method, params) in [
        ("textDocument/documentSymbol", &of),
        ("textDocument/foldingRange", &of),
        ("textDocument/semanticTokens/full", &of),
        ("textDocument/codeLens", &of),
        ("textDocument/inlayHint", &hints),
        ("textDocument/hover", &place),
        ("textDocument/definition", &place),
        ("textDocument/completion", &place),
    ] {
        let found = client.request(method, params.clone());
        assert!(found.is_null() || found == json!([]), "{method}: {found:#}");
    }
    client.finish();
}

/// An editor that knows no actions without their edits has no other way to everything than the list at its cursor.
#[test]
fn a_simple_editor_finds_everything_wherever_it_looks() {
    let mut client = helix();
    let text = minutes("Driften koster ca 40.000 kr. om året.");
    client.open(URI, &text);
    client.pushed(URI, 1);
    let at = client.of(&text, "Bussen");
    let place = json!({"start": at, "end": at});
    let params = json!({"textDocument": {"uri": URI}, "range": place, "context": {"diagnostics": []}});
    let found = client.request("textDocument/codeAction", params);
    let kinds: Vec<&Value> = found.as_array().into_iter().flatten().map(|action| &action["kind"]).collect();
    assert_eq!(kinds, ["source.fixAll.referent"]);
    client.finish();
}
