//! Hover, tokens, hints and lenses.

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, everyone, vscode};
use crate::outline::URI;

pub(crate) const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\nTil stede: Inger Mølholm, Bent Skaarup\n\n1. Budget 🙂\n\n\
    Sagsnr.: 85.02.02-P35-12-22\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet godkendes,\n2. at planen drøftes.\n\n\
    Beslutning\n\nAd 1. Godkendt, bl.a. fordi det haster.\n\n2. Skolen (Lukket)\n\nBeslutning\n\nGodkendt.\n";

fn hover(client: &mut Client, words: &str) -> String {
    let at = client.of(TEXT, words);
    let hover = client.at("textDocument/hover", URI, at);
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn hover_tells_what_stands_behind_the_words() {
    for mut client in everyone() {
        client.open(URI, TEXT);
        client.pushed_or_pulled(URI);
        assert!(hover(&mut client, "april").contains("mandag den 4. april 2022, uge 14"));
        assert!(hover(&mut client, "at budgettet").contains("Ad 1. Godkendt"));
        assert!(hover(&mut client, "at planen").contains("Ikke afgjort"));
        assert!(hover(&mut client, "bl.a.").contains("blandt andet"));
        assert!(hover(&mut client, "P35").contains("KLE-emne 85.02.02"));
        assert_eq!(hover(&mut client, "fordi det"), "");
        client.finish();
    }
}

#[test]
fn hover_on_a_finding_gives_the_reason_of_the_rule() {
    let mut client = vscode();
    let text = TEXT.replace("2. at planen", "2. At planen");
    client.open(URI, &text);
    let at = client.of(&text, "At planen");
    let value = client.at("textDocument/hover", URI, at)["contents"]["value"].to_string();
    assert!(value.contains("at-points/lead-word"), "{value}");
    client.finish();
}

/// The words of each token with the number of its kind.
fn decode(client: &Client, text: &str, data: &[Value]) -> Vec<(String, u64)> {
    let (mut line, mut column) = (0, 0);
    let number = |value: &Value| value.as_u64().expect("a number");
    data.chunks(5)
        .map(|token| {
            column = if number(&token[0]) == 0 { column + number(&token[1]) } else { number(&token[1]) };
            line += number(&token[0]);
            let end = column + number(&token[2]);
            let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": end}});
            (client.words(text, &range).to_owned(), number(&token[3]))
        })
        .collect()
}

#[test]
fn tokens_lie_on_the_words_they_colour_and_their_delta_is_what_changed() {
    for mut client in everyone() {
        client.open(URI, TEXT);
        client.pushed_or_pulled(URI);
        let full = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
        let old = full["data"].as_array().expect("tokens").clone();
        let words = decode(&client, TEXT, &old);
        for expected in [("Budget 🙂", 0), ("Indstilling", 2), ("Godkendt", 3), ("4. april 2022 ", 1)] {
            let expected = expected.0.trim_end();
            assert!(words.iter().any(|(word, _)| word == expected), "{expected}: {words:?}");
        }
        let text = TEXT.replace("planen", "planen den 8. marts 2022");
        client.change(URI, 2, json!([{"text": text}]));
        client.findings(URI, 2);
        let params = json!({"textDocument": {"uri": URI}, "previousResultId": full["resultId"]});
        let delta = client.request("textDocument/semanticTokens/full/delta", params);
        let mut patched = old.clone();
        for edit in delta["edits"].as_array().expect("edits") {
            let (start, len) = (
                edit["start"].as_u64().expect("n") as usize,
                edit["deleteCount"].as_u64().expect("n") as usize,
            );
            patched.splice(start..start + len, edit["data"].as_array().expect("data").iter().cloned());
        }
        let fresh = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
        assert_eq!(json!(patched), fresh["data"]);
        assert!(delta["edits"][0]["data"].as_array().expect("data").len() < old.len() / 2);
        client.finish();
    }
}

#[test]
fn hints_tell_weekdays_and_open_points() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let hints = client.request("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": all}));
    let labels: Vec<_> = hints.as_array().expect("hints").iter().map(|hint| hint["label"].clone()).collect();
    assert_eq!(labels, ["?"]);
    client.finish();
}

#[test]
fn lenses_and_hints_say_what_the_settings_ask_for() {
    let text = TEXT.replace("fordi det haster.", "fordi det haster.\n\nAd 2. Drøftet.");
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let n = |answer: Value| answer.as_array().map_or(0, Vec::len);
    for (how, n_hints, n_lenses) in [("undecided", 0, 0), ("all", 3, 2), ("off", 0, 0)] {
        let options = json!({"initializationOptions": {"hints": how, "lenses": how}});
        let mut client = Client::start(NEOVIM, options, Value::Null);
        client.open(URI, &text);
        client.pushed(URI, 1);
        let document = json!({"uri": URI});
        let hints = client.request("textDocument/inlayHint", json!({"textDocument": document, "range": all}));
        assert_eq!(n(hints), n_hints, "{how}");
        assert_eq!(
            n(client.request("textDocument/codeLens", json!({"textDocument": document}))),
            n_lenses,
            "{how}"
        );
        client.finish();
    }
}

#[test]
fn the_next_undecided_point_is_found_from_anywhere() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let next = |client: &mut Client, line: u32| {
        let about = json!({"uri": URI, "position": {"line": line, "character": 0}});
        let params = json!({"command": "referent.nextUndecided", "arguments": [about]});
        let found = client.request("workspace/executeCommand", params);
        client.claim(|message| message["method"] == "window/showDocument");
        client.words(TEXT, &found["range"]).to_owned()
    };
    assert_eq!(next(&mut client, 0), "at planen drøftes.");
    assert_eq!(next(&mut client, 20), "at planen drøftes.");
    client.finish();
}

/// Boards and councils without at-points have a decision to write all the same.
#[test]
fn a_decision_that_is_not_written_is_told_and_found() {
    let mut client = vscode();
    let of = |decision: &str| {
        format!(
            "Referat\n\nMenighedsrådet\nOnsdag den 2. december 2026\n\n1. Regnskab\n\nKassereren gennemgik tallene.\n\n\
             Beslutning\n\n{decision}\n\n2. Kirkeblad\n\nBladet er trykt.\n\nBeslutning\n\nTaget til efterretning.\n"
        )
    };
    for (decision, titles, line) in [
        ("", json!(["Beslutningen er ikke skrevet"]), json!(9)),
        ("Regnskabet blev godkendt.", json!([]), Value::Null),
        ("Udsat til næste møde.", json!([]), Value::Null),
    ] {
        client.open(URI, &of(decision));
        let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
        let told: Vec<&Value> =
            lenses.as_array().into_iter().flatten().map(|lens| &lens["command"]["title"]).collect();
        assert_eq!(json!(told), titles, "{decision}");
        let about = json!({"uri": URI, "position": {"line": 0, "character": 0}});
        let params = json!({"command": "referent.nextUndecided", "arguments": [about]});
        let found = client.request("workspace/executeCommand", params);
        assert_eq!(found["range"]["start"]["line"], line, "{decision}");
        // Either the place is shown, or it is said that there is none.
        let method = if found.is_null() { "window/showMessage" } else { "window/showDocument" };
        client.claim(|message| message["method"] == method);
        client.close(URI);
    }
    client.finish();
}

#[test]
fn a_point_is_undecided_although_nobody_asks_for_the_rule() {
    let options = json!({"initializationOptions": {"ignore": ["decisions/undecided-at-point"]}});
    let mut client = Client::start(NEOVIM, options, Value::Null);
    client.open(URI, &TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.", "Budgettet blev godkendt."));
    client.pushed(URI, 1);
    let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    assert_eq!(lenses[0]["command"]["title"], "At-punkter afgjort: 1/2");
    client.finish();
}

#[test]
fn lenses_count_what_is_decided() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    let titles: Vec<_> =
        lenses.as_array().expect("lenses").iter().map(|l| l["command"]["title"].clone()).collect();
    assert_eq!(titles, ["At-punkter afgjort: 1/2"]);
    client.finish();
}

#[test]
fn lenses_count_as_the_findings_do() {
    let mut client = vscode();
    client.open(URI, &TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.", "Budgettet blev godkendt."));
    let document = json!({"textDocument": {"uri": URI}});
    let report = client.request("textDocument/diagnostic", document.clone());
    let codes: Vec<&Value> =
        report["items"].as_array().expect("findings").iter().map(|found| &found["code"]).collect();
    assert!(codes.iter().any(|code| **code == "decisions/undecided-at-point"), "{codes:?}");
    let lenses = client.request("textDocument/codeLens", document);
    assert_eq!(lenses[0]["command"]["title"], "At-punkter afgjort: 1/2");
    client.finish();
}
