//! Findings, pushed and pulled, and those that wait until typing pauses.

use serde_json::{Value, json};

use crate::client::{Client, HELIX, NEOVIM, VSCODE, everyone, neovim, vscode};

const URI: &str = "file:///ws/a.referat";
const CAPITAL_AT: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. 🙂 Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                          1. at budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";

fn lead_word(findings: &[Value]) -> Vec<&Value> {
    findings.iter().filter(|finding| finding["code"] == "at-points/lead-word").collect()
}

#[test]
fn every_client_sees_the_same_findings_at_the_same_words() {
    for mut client in everyone() {
        client.open(URI, CAPITAL_AT);
        let findings = client.findings(URI, 1);
        let [finding] = lead_word(&findings)[..] else { panic!("{findings:#?}") };
        assert_eq!(client.words(CAPITAL_AT, &finding["range"]), "At");
        assert_eq!(finding["source"], "referent");
        assert_eq!(finding["data"], json!({"rule": "at-points/lead-word", "fix": "safe"}));
        client.finish();
    }
}

#[test]
fn an_edit_is_followed_by_its_findings() {
    let mut client = neovim();
    client.open(URI, CAPITAL_AT);
    assert_eq!(lead_word(&client.pushed(URI, 1)).len(), 1);
    let at = client.of(CAPITAL_AT, "At planen");
    let mut end = at.clone();
    end["character"] = json!(at["character"].as_u64().expect("a column") + 1);
    client.change(URI, 2, json!([{"range": {"start": at, "end": end}, "text": "a"}]));
    assert_eq!(lead_word(&client.pushed(URI, 2)).len(), 0);
    client.close(URI);
    client.finish();
}

#[test]
fn closing_clears_and_opening_again_tells_again() {
    let mut client = neovim();
    for _ in 0..2 {
        client.open(URI, CAPITAL_AT);
        assert!(!client.pushed(URI, 1).is_empty());
        client.close(URI);
    }
    client.finish();
}

#[test]
fn a_client_that_pulls_is_never_pushed_to() {
    let mut client = vscode();
    client.open(URI, CAPITAL_AT);
    let report = client.request("textDocument/diagnostic", json!({"textDocument": {"uri": URI}}));
    assert_eq!(report["kind"], "full");
    assert_eq!(lead_word(report["items"].as_array().expect("a list")).len(), 1);
    let again = json!({"textDocument": {"uri": URI}, "previousResultId": report["resultId"]});
    assert_eq!(client.request("textDocument/diagnostic", again.clone())["kind"], "unchanged");
    client.change(URI, 2, json!([{"text": CAPITAL_AT.replace("At planen", "at planen")}]));
    let report = client.request("textDocument/diagnostic", again);
    assert_eq!(lead_word(report["items"].as_array().expect("a list")).len(), 0);
    client.finish();
}

#[test]
fn rules_are_documented_for_clients_that_show_it() {
    let mut client = vscode();
    client.open(URI, CAPITAL_AT);
    let findings = client.pulled(URI);
    let href = lead_word(&findings)[0]["codeDescription"]["href"].as_str().expect("an address");
    assert!(href.ends_with("RULES.md#at-pointslead-word"), "{href}");
    client.finish();
}

#[test]
fn a_burst_gives_few_publications_and_the_last_is_of_the_last_version() {
    let mut client = neovim();
    client.open(URI, CAPITAL_AT);
    for version in 2..=200 {
        let start = json!({"line": 3, "character": 3});
        client.change(URI, version, json!([{"range": {"start": start, "end": start}, "text": "x"}]));
    }
    assert!(!client.pushed(URI, 200).is_empty());
    client.finish();
}

#[test]
fn the_whole_folder_is_reported_with_progress() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("æ [1].txt"), CAPITAL_AT).expect("a file");
    std::fs::write(folder.path().join("b.md"), CAPITAL_AT.replace("At planen", "at planen")).expect("a file");
    let uri = format!("file://{}", folder.path().display());
    let mut client =
        Client::start(VSCODE, json!({"workspaceFolders": [{"uri": uri, "name": "ws"}]}), json!({}));
    let report =
        client.request("workspace/diagnostic", json!({"previousResultIds": [], "workDoneToken": "t"}));
    let items = report["items"].as_array().expect("reports").clone();
    assert_eq!(items.len(), 2);
    assert_eq!(lead_word(items[1]["items"].as_array().expect("a list")).len(), 1);
    assert_eq!(client.notification("$/progress")["value"]["kind"], "begin");
    loop {
        if client.notification("$/progress")["value"]["kind"] == "end" {
            break;
        }
    }
    let known: Vec<Value> =
        items.iter().map(|item| json!({"uri": item["uri"], "value": item["resultId"]})).collect();
    // The answer waits for something to say.
    let waiting = client.ask("workspace/diagnostic", json!({"previousResultIds": known}));
    std::fs::remove_file(folder.path().join("b.md")).expect("the file was there");
    let gone = json!({"uri": items[1]["uri"], "type": 3});
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": [gone]}));
    let report = client.answer(waiting)["result"].clone();
    let cleared: Vec<&Value> =
        report["items"].as_array().expect("reports").iter().filter(|item| item["kind"] == "full").collect();
    assert_eq!(cleared.len(), 1, "{report}");
    assert!(cleared[0]["uri"].as_str().is_some_and(|uri| uri.ends_with("b.md")));
    assert_eq!(cleared[0]["items"], json!([]));
    client.finish();
}

/// The findings sent for a document in a session with `profile`, over whose text each of `letters` is typed behind the last line.
fn sent_while_typing(profile: &str, text: &str, letters: &str) -> Vec<Value> {
    let mut client = Client::start(profile, json!({}), json!({}));
    client.open(URI, text);
    client.pushed(URI, 1);
    let line = text.lines().count();
    let mut sent = Vec::new();
    for (version, letter) in (2..).zip(letters.chars()) {
        let at = json!({"line": line, "character": version - 2});
        client.change(URI, version, json!([{"range": {"start": at, "end": at}, "text": letter}]));
        sent.extend(client.sent(URI, version));
    }
    client.finish();
    sent
}

#[test]
fn findings_that_stayed_the_same_are_not_pushed_again() {
    for (profile, text) in [(NEOVIM, CAPITAL_AT), (NEOVIM, "Byrådet\n4. april 2022\n"), (NEOVIM, "")] {
        assert_eq!(sent_while_typing(profile, text, "Udvalget så på sagen"), Vec::<Value>::new(), "{text}");
    }
}

#[test]
fn findings_that_stayed_the_same_are_not_sent_again() {
    let mut client = vscode();
    client.open(URI, CAPITAL_AT);
    let first = client.request("textDocument/diagnostic", json!({"textDocument": {"uri": URI}}));
    let end = json!({"line": 99, "character": 0});
    for (version, text) in [(2, "Godkendt.\n"), (3, "Drøftet.\n")] {
        client.change(URI, version, json!([{"range": {"start": end, "end": end}, "text": text}]));
    }
    let params = json!({"textDocument": {"uri": URI}, "previousResultId": first["resultId"]});
    assert_eq!(client.request("textDocument/diagnostic", params)["kind"], "unchanged");
    client.finish();
}

#[test]
fn english_clients_read_english() {
    let mut client = Client::start(HELIX, json!({"locale": "en-GB"}), json!({}));
    client.open(URI, CAPITAL_AT);
    let findings = client.findings(URI, 1);
    let english = lead_word(&findings)[0]["message"].clone();
    client.finish();
    let mut client = Client::start(HELIX, json!({"locale": "en-GB"}), json!({"language": "da"}));
    client.open(URI, CAPITAL_AT);
    let findings = client.findings(URI, 1);
    assert_ne!(lead_word(&findings)[0]["message"], english);
    client.finish();
}

#[test]
fn places_beside_a_finding_are_spelled_as_the_client_does() {
    let mut client = vscode();
    let uri = "file:///ws/a [1].referat";
    client.open(uri, CAPITAL_AT);
    let findings = client.pulled(uri);
    assert!(!json!(findings).to_string().contains("%5B"), "{findings:#?}");
    client.finish();
    let mut client = neovim();
    client.open(uri, CAPITAL_AT);
    let findings = client.pushed(uri, 1);
    assert!(!json!(findings).to_string().contains("%5B"), "{findings:#?}");
    client.finish();
}
