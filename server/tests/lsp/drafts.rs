//! From an empty document to an agenda, and from an agenda to minutes.

use rules::house::Houses;
use serde_json::{Value, json};

use crate::client::{Client, everyone, helix, neovim, vscode};

const URI: &str = "file:///ws/april.dagsorden";
const AGENDA: &str = "Dagsorden for møde i Kulturudvalget\n\nMødedato: Mandag den 4. april 2022 kl. 17.00\n\n\
    1. Godkendelse af dagsorden\n\n2. Havnebus\n\nIndstilling\n\nDirektionen indstiller,\n\n\
    1. at havnebussen godkendes,\n2. at planen drøftes.\n";

fn execute(client: &mut Client, command: &str, argument: Value) -> Value {
    client.request("workspace/executeCommand", json!({"command": command, "arguments": [argument]}))
}

#[test]
fn the_house_styles_are_listed_with_their_titles() {
    for mut client in everyone() {
        let styles = client.request("workspace/executeCommand", json!({"command": "referent.styles"}));
        assert_eq!(styles[0], json!({"name": "generel", "title": "Generel stil"}));
        assert_eq!(styles.as_array().expect("a list").len(), Houses::standard().iter().count());
        client.finish();
    }
}

#[test]
fn a_skeleton_is_what_the_command_line_writes() {
    let mut client = vscode();
    let new = json!({
        "style": "fredericia", "stage": "minutes", "committee": "Kulturudvalget", "date": "2022-04-04",
        "time": "17:00", "items": ["1. Havnebus", "Eventuelt"]
    });
    let made = execute(&mut client, "referent.new", new);
    let text = made["text"].as_str().expect("a text");
    assert!(
        text.starts_with("Referat af møde i Kulturudvalget\n\nMødedato: Mandag den 4. april 2022 kl. 17")
    );
    assert!(
        text.contains("Punkt 1 Havnebus\n\n") && text.contains("Beslutning i Kulturudvalget den 04-04-2022")
    );
    assert!(made["snippet"].as_str().is_some_and(|s| s.contains("Mødested: $4")), "{made:#}");
    let bare = execute(&mut client, "referent.new", json!({}));
    assert_eq!(
        bare["text"],
        "Dagsorden\n\nMødedato:\n\n1. Godkendelse af dagsorden\n\n2. Indsæt titel\n\n3. Eventuelt\n"
    );
    let wrong = json!({"command": "referent.new", "arguments": [{"style": "fredercia"}]});
    assert!(client.refused("workspace/executeCommand", wrong)["message"].to_string().contains("fredercia"));
    client.finish();
}

/// The text and the snippet are one document, and there is no item that nobody asked for.
#[test]
fn the_snippet_of_a_skeleton_says_what_its_text_says() {
    let mut client = vscode();
    for new in [
        json!({"items": ["Havnebus"]}),
        json!({"items": ["Havnebus", "Sti"]}),
        json!({"style": "odense", "items": ["Havnebus"]}),
    ] {
        let made = execute(&mut client, "referent.new", new.clone());
        let of = |key: &str| -> Vec<String> {
            let text = made[key].as_str().unwrap_or_default();
            let lines = text
                .lines()
                .filter(|line| line.contains(|c: char| c.is_ascii_digit()) && !line.contains('$'));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(of("text"), of("snippet"), "{new}");
    }
    for first in [0, 99999] {
        let wrong = json!({"command": "referent.new", "arguments": [{"first": first}]});
        assert!(client.refused("workspace/executeCommand", wrong)["message"].is_string(), "{first}");
    }
    client.finish();
}

/// However the agenda says that it is one, the minutes say that they are minutes.
#[test]
fn minutes_of_an_agenda_are_called_minutes() {
    let mut client = vscode();
    for title in ["Dagsorden", "Åben dagsorden", "Mødedagsorden", "Indkaldelse og dagsorden", "DAGSORDEN"] {
        let agenda = format!(
            "Kulturudvalget\n\n{title}\n\nMødedato: Tirsdag den 14. april 2026\n\n1. Bus\n\nIndstilling\n\nForvaltningen indstiller, at bussen købes.\n"
        );
        client.open(URI, &agenda);
        client.pushed_or_pulled(URI);
        let made = execute(&mut client, "referent.newMinutes", json!({"uri": URI}));
        client.notification("workspace/applyEdit");
        client.notification("window/showDocument");
        let text = made["text"].as_str().unwrap_or_default().to_lowercase();
        assert!(text.contains("referat") && !text.contains("dagsorden"), "{title}: {text}");
        client.close(URI);
    }
    client.finish();
}

#[test]
fn minutes_of_an_agenda_are_a_new_file_beside_it() {
    for mut client in everyone() {
        client.open(URI, AGENDA);
        client.pushed_or_pulled(URI);
        let made = execute(&mut client, "referent.newMinutes", json!({"uri": URI}));
        assert_eq!((&made["uri"], &made["created"]), (&json!("file:///ws/april.referat"), &json!(true)));
        let asked = client.notification("workspace/applyEdit");
        let (edit, to) = (&asked["edit"], "file:///ws/april.referat");
        let edits = match edit.get("documentChanges") {
            Some(changes) => {
                assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(to)));
                changes[1]["edits"].clone()
            }
            None => edit["changes"][to].clone(),
        };
        let text = client.edited("", &edits);
        assert_eq!(made["text"], text);
        assert!(text.starts_with("Referat af møde") && text.contains("drøftes.\n\nBeslutning\n"), "{text}");
        if client.shows_documents {
            assert_eq!(client.notification("window/showDocument")["uri"], to);
        }
        client.finish();
    }
}

#[test]
fn a_document_that_was_never_saved_gives_the_text_alone() {
    let mut client = vscode();
    let uri = "untitled:Untitled-1";
    client.open(uri, AGENDA);
    let refused = json!({"command": "referent.newMinutes", "arguments": [{"uri": uri}]});
    let error = client.refused("workspace/executeCommand", refused);
    assert_eq!(error["message"], "gem dagsordenen først");
    let made = execute(&mut client, "referent.newMinutes", json!({"uri": uri, "create": false}));
    assert_eq!((&made["uri"], &made["created"]), (&Value::Null, &json!(false)));
    assert!(made["text"].as_str().is_some_and(|text| text.starts_with("Referat af")));
    client.finish();
}

#[test]
fn minutes_that_are_there_are_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("april.referat"), "Referat\n").expect("a file");
    let uri = format!("file://{}/april.dagsorden", folder.path().display());
    let mut client = vscode();
    client.open(&uri, AGENDA);
    let params = json!({"command": "referent.newMinutes", "arguments": [{"uri": uri}]});
    let error = client.refused("workspace/executeCommand", params);
    assert!(error["message"].as_str().is_some_and(|why| why.contains("april.referat")), "{error:#}");
    client.finish();
}

#[test]
fn how_a_document_stands_is_told_in_one_answer() {
    let mut client = helix();
    client.open(URI, AGENDA);
    client.pushed(URI, 1);
    let status = execute(&mut client, "referent.status", json!({"uri": URI}));
    assert_eq!(status["style"]["name"], "generel");
    assert_eq!((&status["stage"], &status["date"]), (&json!("agenda"), &json!("2022-04-04")));
    assert_eq!(
        (&status["items"], &status["atPoints"], &status["decided"]),
        (&json!(2), &json!(2), &json!(0))
    );
    assert!(status["findings"]["errors"].is_u64());
    let gone = json!({"command": "referent.status", "arguments": [{"uri": "file:///ws/gone.txt"}]});
    assert_eq!(client.refused("workspace/executeCommand", gone)["message"], "dokumentet er ikke åbent");
    client.finish();
}

#[test]
fn a_skeleton_is_offered_until_its_whole_name_is_typed() {
    let mut client = vscode();
    let styles = Houses::standard().iter().count();
    for (typed, n) in [("Dagsorden: ", styles), ("dagsorden: O", 1), ("Dagsorden for", 0)] {
        client.open(URI, typed);
        let offered = client.at("textDocument/completion", URI, json!({"line": 0, "character": typed.len()}));
        assert_eq!(offered.as_array().map_or(0, Vec::len), n, "{typed}: {offered:#}");
        client.close(URI);
    }
    client.finish();
}

#[test]
fn an_empty_document_begins_with_a_skeleton() {
    for mut client in everyone() {
        client.open(URI, "\n");
        client.pushed_or_pulled(URI);
        let offered = client.at("textDocument/completion", URI, json!({"line": 0, "character": 0}));
        let labels: Vec<_> = offered.as_array().expect("offers").iter().map(|o| o["label"].clone()).collect();
        let styles = Houses::standard().iter().count();
        assert_eq!(labels.len(), 2 * styles, "{labels:#?}");
        assert_eq!(
            (&labels[0], &labels[styles]),
            (&json!("Dagsorden: Generel stil"), &json!("Referat: Generel stil"))
        );
        let text = offered[0]["textEdit"]["newText"].as_str().expect("a text");
        // The Helix of these tests knows no snippets.
        let stops = "Dagsorden for møde i $1\n\nMødedato: $2 kl. $3\nMødested: $4\n";
        let plain = "Dagsorden\n\nMødedato:\n\n1. Godkendelse af dagsorden\n";
        assert!(text.starts_with(stops) || text.starts_with(plain), "{text}");
        let at = json!({"line": 0, "character": 0});
        let params = json!({
            "textDocument": {"uri": URI}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
        });
        let actions = client.request("textDocument/codeAction", params);
        assert_eq!(actions[1]["title"], "Begynd et referat (Generel stil)");
        client.finish();
    }
}

#[test]
fn the_head_of_an_agenda_offers_its_minutes() {
    let mut client = neovim();
    client.open(URI, AGENDA);
    client.pushed(URI, 1);
    let at = json!({"line": 0, "character": 3});
    let params = json!({
        "textDocument": {"uri": URI}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
    });
    let actions = client.request("textDocument/codeAction", params);
    let action = actions.as_array().expect("a list").iter().find(|action| !action["command"].is_null());
    let command = &action.expect("the action")["command"];
    client.request("workspace/executeCommand", command.clone());
    client.notification("workspace/applyEdit");
    client.notification("window/showDocument");
    client.finish();
}
