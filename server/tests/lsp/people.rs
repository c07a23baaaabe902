//! What is known of people and amounts, where the words stand.

use serde_json::{Value, json};

use crate::client::{Client, VSCODE, everyone, vscode};

const URI: &str = "file:///ws/a.referat";
const TEXT: &str = "Referat\n\nKulturudvalget\nTirsdag den 7. april 2026 kl. 17.00\n\n\
                    Deltagere: Bo Berg (A), Åse Ærø Dam (V)\nFraværende: Ib Holm (C)\n\n1. Havnebus\n\nIndstilling\n\n\
                    Direktionen indstiller, at der gives 40.000 kr. til bussen.\n\nSagsfremstilling\n\nBo Berg har bedt om \
                    40.000 kr. og ikke 45.000 kr. Ib Holm er imod.\n\nBeslutning\n\nGodkendt.\n\n2. Eventuelt\n\nIntet.\n";

fn hover(client: &mut Client, words: &str) -> String {
    let at = client.of(TEXT, words);
    let hover = client.at("textDocument/hover", URI, at);
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_name_tells_party_and_presence() {
    for mut client in everyone() {
        client.open(URI, TEXT);
        client.pushed_or_pulled(URI);
        let plain = |said: String| said.replace("**", "");
        assert!(plain(hover(&mut client, "Bo Berg har")).contains("Bo Berg (A): til stede"));
        let absent = plain(hover(&mut client, "Ib Holm er"));
        assert!(absent.contains("Ib Holm (C): fraværende"), "{absent}");
        assert!(!hover(&mut client, "Direktionen").contains("til stede"));
        client.finish();
    }
}

#[test]
fn a_name_tells_who_leads_the_body() {
    let mut client = vscode();
    for (list, chair) in [
        ("Åse Ærø Dam (V), formand\nBo Berg (A)", "**Åse Ærø Dam** (V), formand: til stede"),
        ("Åse Ærø Dam (formand), Bo Berg (A)", "**Åse Ærø Dam**, formand: til stede"),
        ("Åse Ærø Dam (V), Bo Berg (A)", "**Åse Ærø Dam** (V): til stede"),
    ] {
        let text = format!(
            "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\nDeltagere:\n{list}\n\n1. Bus\n\nÅse Ærø Dam fortalte. Bo Berg \
             spurgte.\n\nBeslutning\n\nGodkendt.\n"
        );
        client.open(URI, &text);
        for (words, said) in
            [("Åse Ærø Dam fortalte", chair), ("Bo Berg spurgte", "**Bo Berg** (A): til stede")]
        {
            let at = client.of(&text, words);
            let hover = client.at("textDocument/hover", URI, at);
            let words = hover["contents"]["value"].as_str().unwrap_or_default();
            assert_eq!(words.replace("\n\n", ""), said, "{list}: {hover:#}");
        }
        client.close(URI);
    }
    client.finish();
}

#[test]
fn an_amount_tells_where_it_stands_again() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let said = hover(&mut client, "40.000 kr. til");
    assert!(said.contains("linje 17: Bo Berg har bedt om 40.000 kr."), "{said}");
    assert_eq!(hover(&mut client, "45.000"), "");
    client.finish();
}

#[test]
fn the_party_stands_behind_a_name_where_all_is_asked_for() {
    for (hints, n_parties) in [("all", 1), ("undecided", 0)] {
        let mut client = Client::start(VSCODE, json!({}), json!({"hints": hints}));
        client.open(URI, TEXT);
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 40, "character": 0}});
        let shown =
            client.request("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": range}));
        let labels: Vec<&Value> = shown.as_array().into_iter().flatten().map(|hint| &hint["label"]).collect();
        assert_eq!(labels.iter().filter(|label| **label == "(A)").count(), n_parties, "{labels:?}");
        client.finish();
    }
}
