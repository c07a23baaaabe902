//! What follows a new number as ordinary sentences name it, what is asked about, and what is told where it cannot follow; and that
//! what is marked is what a rename changes or asks about.

use serde_json::Value;

use crate::client::{Client, vscode};
use crate::renumbered::{rename, renamed};

const URI: &str = "file:///ws/a.referat";

/// Minutes in which `words` stand in the account of item 3 and `decided` is the decision of item 4.
fn minutes(words: &str, decided: &str) -> String {
    format!(
        "Boligforeningen Skovkanten\n\nReferat\n\nMødedato: Torsdag den 8. april 2027 kl. 19.00\nTil stede: Gerda Holm, Palle Rask\n\n\
         1. Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n\n2. Fest\n\nBeslutning\nDrøftet.\n\n\
         3. Økonomi\n\nSagsfremstilling\n{words}\n\nBeslutning\nTaget til efterretning.\n\n\
         4. Vaskeri\n\nIndstilling\nFormanden indstiller,\n1. at bestyrelsen vælger tilbuddet\n2. at arbejdet sættes i gang\n\n\
         Beslutning\n{decided}\n\n5. Legeplads\n\nBeslutning\nDrøftet.\n\nBilag\nBilag 1: Regnskab\nBilag 2: Tilbud\n"
    )
}

/// The edits of a rename: those that are made, and those that are asked about.
fn edits(client: &mut Client, text: &str, words: &str, new: &str) -> (Vec<Value>, Vec<Value>) {
    let answer = rename(client, text, words, new);
    let all = answer["result"]["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    all.into_iter().partition(|edit| edit["annotationId"].is_null())
}

#[test]
fn an_attachment_that_holds_a_paper_follows() {
    let mut client = vscode();
    for words in [
        "Det fremgår af tilbuddet, jf. bilag 2.",
        "Formanden gennemgik regnskabet, jf. bilag 2.",
        "Vedtægterne findes i bilag 2.",
        "Se tilbuddet (bilag 2).",
        "Jf. regnskabet (bilag 2) er der overskud.",
        "Som det ses af oversigten i bilag 2.",
        "Udvalgets notat, jf. bilag 2, viser det.",
        "Det fremgår af tilbuddet, jf. bilag 2. Se bilag 2.",
        "Jf. § 5, stk. 2. Se også bilag 2.",
        "Se bilag 1-2.",
    ] {
        let text = minutes(words, "Godkendt.");
        let expected = text.replace(words, &words.replace("bilag 2", "bilag 3").replace("1-2", "1-3"));
        let expected = expected.replace("Bilag 2:", "Bilag 3:");
        assert_eq!(renamed(&mut client, &text, "2: Tilbud", "3"), expected, "{words}");
        assert!(edits(&mut client, &text, "2: Tilbud", "3").1.is_empty(), "{words}");
    }
    for words in
        ["Se lovens bilag 2.", "Bilag 2 til overenskomsten gælder.", "Det fremgår af loven (bilag 2)."]
    {
        let text = minutes(words, "Godkendt.");
        let expected = text.replace("Bilag 2:", "Bilag 3:");
        assert_eq!(renamed(&mut client, &text, "2: Tilbud", "3"), expected, "{words}");
    }
    for words in
        ["Projektet er omfattet af miljøloven, jf. bilag 2.", "Det følger af lovens bilag 1. Se bilag 2."]
    {
        let text = minutes(words, "Godkendt.");
        let (made, asked) = edits(&mut client, &text, "2: Tilbud", "3");
        assert_eq!((made.len(), asked.len()), (1, 1), "{words}");
    }
    client.finish();
}

#[test]
fn a_range_follows_where_it_names_the_same() {
    let mut client = vscode();
    for (words, decided, place, new, after) in [
        ("Jf. pkt. 3-5.", "Godkendt.", "5. Legeplads", "6", "Jf. pkt. 3-6."),
        ("Se punkterne 3 til 5.", "Godkendt.", "5. Legeplads", "6", "Se punkterne 3 til 6."),
        ("Jf. pkt. 3–5", "Godkendt.", "5. Legeplads", "6", "Jf. pkt. 3–6"),
        ("Se.", "Ad 1-2. Godkendt.", "2. at arbejdet", "3", "Ad 1-3. Godkendt."),
        (
            "Se.",
            "Indstillingens 2. at blev godkendt.",
            "2. at arbejdet",
            "3",
            "Indstillingens 3. at blev godkendt.",
        ),
        ("Se.", "2. at blev godkendt.", "2. at arbejdet", "3", "3. at blev godkendt."),
    ] {
        let text = minutes(words, decided);
        let new = renamed(&mut client, &text, place, new);
        assert!(new.lines().any(|line| line == after), "{words} {decided}: {new}");
    }
    client.finish();
}

#[test]
fn all_that_cannot_follow_is_named() {
    let mut client = vscode();
    let text =
        minutes("Jf. pkt. 3-5.\nDet er drøftet før.\nSe punkterne 4 til 5.\nSe også pkt. 2-5.", "Godkendt.");
    for (place, new, told) in [
        (
            "5. Legeplads",
            "9",
            "\"pkt. 3-5\" i linje 21, \"punkterne 4 til 5\" i linje 23 og \"pkt. 2-5\" i linje 24 går fra et nummer til et andet og kan \
             ikke følge med; skriv numrene hver for sig først",
        ),
        (
            "4. Vaskeri",
            "8",
            "\"punkterne 4 til 5\" i linje 23 går fra et nummer til et andet og kan ikke følge med; skriv numrene hver for sig \
             først. \"pkt. 3-5\" i linje 21 og \"pkt. 2-5\" i linje 24 omfatter også dette nummer, uden at det står der; skriv numrene \
             hver for sig først",
        ),
    ] {
        let answer = rename(&mut client, &text, place, new);
        assert_eq!(answer["error"]["message"], told);
    }
    client.finish();
}

#[test]
fn what_is_marked_is_what_a_rename_changes_or_asks_about() {
    let mut client = vscode();
    for (words, place, new) in [
        ("Det fremgår af tilbuddet, jf. bilag 2.", "2: Tilbud", "3"),
        ("Som det ses af oversigten i bilag 2. Se bilag 2.", "2: Tilbud", "3"),
        ("Projektet er omfattet af miljøloven, jf. bilag 2.", "2: Tilbud", "3"),
        ("Bilag 2 på hjemmesiden viser det.", "2: Tilbud", "3"),
        ("Det fremgår af vedtægterne, jf. punkt 5 nedenfor.", "5. Legeplads", "6"),
        ("Formanden gennemgik vedtægterne, jf. punkt 5.", "5. Legeplads", "6"),
        ("Sag nr. 5 udgår.", "5. Legeplads", "6"),
        ("Teknikudvalget (TMU) støtter det. TMU vil se tal.", "TMU) støtter", "TU"),
    ] {
        let text = minutes(words, "Godkendt.");
        let (made, asked) = edits(&mut client, &text, place, new);
        let mut changed: Vec<Value> =
            made.iter().chain(&asked).map(|edit| edit["range"]["start"]["line"].clone()).collect();
        changed.sort_by_key(Value::as_u64);
        assert!(changed.len() > 1, "{words}");
        client.open(URI, &text);
        // From where it stands and from where it is named.
        let named = changed
            .iter()
            .filter_map(Value::as_u64)
            .map(|line| (line, text.lines().nth(line as usize).unwrap_or_default()));
        for (line, here) in named {
            let at = made
                .iter()
                .chain(&asked)
                .find(|edit| edit["range"]["start"]["line"] == line)
                .expect("an edit");
            let at = at["range"]["start"].clone();
            for method in ["textDocument/references", "textDocument/documentHighlight"] {
                let params = serde_json::json!({
                    "textDocument": {"uri": URI}, "position": at, "context": {"includeDeclaration": true}
                });
                let found = client.request(method, params);
                let lines =
                    found.as_array().into_iter().flatten().map(|one| one["range"]["start"]["line"].clone());
                assert_eq!(lines.collect::<Vec<_>>(), changed, "{method} in {here}");
            }
        }
        client.close(URI);
    }
    client.finish();
}
