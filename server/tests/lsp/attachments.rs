//! Attachments by letters, by item, and listed once for a whole paper: where they are named leads to where they are listed.

use serde_json::{Value, json};

use crate::client::{Client, vscode};

const URI: &str = "file:///ws/a.referat";

fn club(words: &str) -> String {
    format!(
        "Bådelauget Tovværket\nReferat af bestyrelsesmøde tirsdag den 9. marts 2027 kl. 18.30\n\nTil stede: Ulla Krog, Per Ask\n\n\
         1. Økonomi\n{words}\nBeslutning: Godkendt.\n\n2. Bro\nPer Ask maler broen.\n\n3. Eventuelt\nIntet.\n\n\
         Bilag A: Regnskab for februar\nBilag B: Tegning af broen\n"
    )
}

fn parish(words: &str) -> String {
    format!(
        "Menighedsrådet i Tang Sogn\nReferat af møde onsdag den 10. marts 2027 kl. 17.00\n\n1. Godkendelse af dagsorden\n\nGodkendt.\n\n\
         2. Varme i kirken\n\n{words}\n\nBilag 2.1: Tilbud fra smeden\nBilag 2.2: Tilbud fra mureren\n\nBeslutning\n\nUdsat.\n\n\
         3. Eventuelt\n\nIntet.\n"
    )
}

fn paper(words: &str) -> String {
    format!(
        "Skolebestyrelsen\nReferat af møde onsdag den 10. marts 2027 kl. 17.00\n\n1. Budget\n\n{words}\n\nBeslutning\n\nGodkendt.\n\n\
         2. Eventuelt\n\nIntet.\n\nBilag\n\nBilag 1: Tilbud\nBilag 2: Tegning\nBilag 3: Tidsplan\n"
    )
}

/// The line to which the "‸" in `form` leads.
fn led(client: &mut Client, text: &dyn Fn(&str) -> String, form: &str) -> String {
    let (before, after) = form.split_once('‸').expect("the cursor");
    let text = text(&format!("{before}{after}"));
    client.open(URI, &text);
    let mut at = client.of(&text, &format!("{before}{after}"));
    at["character"] = json!(client.encoding.count(before));
    let found = client.at("textDocument/definition", URI, at);
    client.close(URI);
    let line = found[0]["range"]["start"]["line"].as_u64();
    line.and_then(|line| text.lines().nth(usize::try_from(line).ok()?)).unwrap_or_default().to_owned()
}

#[test]
fn letters_and_parts_lead_to_their_lines() {
    let mut client = vscode();
    for (form, line) in [
        ("Se bilag ‸A om pengene.", "Bilag A: Regnskab for februar"),
        ("Se ‸bilag B.", "Bilag B: Tegning af broen"),
        ("Jf. bilag A og ‸B tilsammen.", "Bilag B: Tegning af broen"),
        ("Jf. bilag ‸A samt B.", "Bilag A: Regnskab for februar"),
        ("Se bilag ‸C.", ""),
    ] {
        assert_eq!(led(&mut client, &club, form), line, "{form}");
    }
    for (form, line) in [
        ("Se bilag 2.‸1 om prisen.", "Bilag 2.1: Tilbud fra smeden"),
        ("Jf. bilag 2.1 og ‸2.2 igen.", "Bilag 2.2: Tilbud fra mureren"),
        ("Rummet er 2.‸1 meter højt.", ""),
    ] {
        assert_eq!(led(&mut client, &parish, form), line, "{form}");
    }
    for (form, line) in [
        ("Se bilag ‸1 og 2.", "Bilag 1: Tilbud"),
        ("Se bilag ‸1-3 under ét.", "Bilag 1: Tilbud"),
        ("Bil. ‸2 viser broen.", "Bilag 2: Tegning"),
        ("Se kontraktens bilag ‸2.", ""),
    ] {
        assert_eq!(led(&mut client, &paper, form), line, "{form}");
    }
    client.finish();
}

/// Where each item has its own list, an item without one names none of another's.
#[test]
fn a_list_of_one_item_is_not_that_of_another() {
    let mut client = vscode();
    let text = |words: &str| {
        paper(words).replace(
            "Godkendt.\n\n2.",
            "Godkendt.\n\n2. Tag\n\nTaget er nyt.\n\nBilag\n\nBilag 1: Foto\n\n3.",
        )
    };
    assert_eq!(led(&mut client, &text, "Se bilag ‸1."), "");
    client.finish();
}

#[test]
fn a_new_letter_follows_to_all_places() {
    let mut client = vscode();
    let text = club("Se bilag A, og se bilag A og B.");
    client.open(URI, &text);
    let params =
        json!({"textDocument": {"uri": URI}, "position": client.of(&text, "A: Regnskab"), "newName": "C"});
    let edit = client.request("textDocument/rename", params);
    let edits: Vec<Value> = client.edits_in(&edit, URI).as_array().cloned().unwrap_or_default();
    assert_eq!(edits.len(), 3, "{edits:#?}");
    assert!(edits.iter().all(|edit| edit["newText"] == "C"), "{edits:#?}");
    let text = parish("Se bilag 2.1 om prisen.");
    client.close(URI);
    client.open(URI, &text);
    for new in ["2.3", "3"] {
        let params =
            json!({"textDocument": {"uri": URI}, "position": client.of(&text, "2.1: T"), "newName": new});
        let edit = client.request("textDocument/rename", params);
        let edits = client.edits_in(&edit, URI);
        assert_eq!(edits.as_array().map(Vec::len), Some(2), "{edits:#}");
        assert_eq!(edits[0]["newText"], "2.3");
    }
    client.finish();
}

#[test]
fn what_is_listed_is_offered_behind_the_word() {
    let mut client = vscode();
    for (text, expected) in [
        (club("Det ses, jf. bilag "), vec!["A", "B"]),
        (parish("Det ses, jf. bilag "), vec!["2.1", "2.2"]),
        (paper("Det ses, jf. bilag "), vec!["1", "2", "3"]),
    ] {
        client.open(URI, &text);
        let mut at = client.of(&text, "Det ses");
        at["character"] = json!("Det ses, jf. bilag ".len());
        let params = json!({"textDocument": {"uri": URI}, "position": at, "context": {"triggerKind": 1}});
        let found = client.request("textDocument/completion", params);
        client.close(URI);
        let labels: Vec<&str> =
            found.as_array().into_iter().flatten().filter_map(|o| o["label"].as_str()).collect();
        assert_eq!(labels, expected);
    }
    client.finish();
}
