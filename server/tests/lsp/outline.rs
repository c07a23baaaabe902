//! Outline, folding, selection, symbols of the folder.

use serde_json::{Value, json};

use crate::client::{Client, HELIX, VSCODE, everyone, helix, vscode};

pub(crate) const URI: &str = "file:///ws/m%C3%B8de.txt";
pub(crate) const FREDERICIA: &str = include_str!("../../../tests/minutes/fredericia-social-faults.txt");

fn of(uri: &str) -> Value {
    json!({"textDocument": {"uri": uri}})
}

/// Ranges of siblings are apart, and each holds its own name and its children.
fn check_nesting(symbols: &[Value]) {
    let place = |range: &Value| (range["line"].as_u64(), range["character"].as_u64());
    for pair in symbols.windows(2) {
        assert!(place(&pair[0]["range"]["end"]) <= place(&pair[1]["range"]["start"]), "{pair:#?}");
    }
    for symbol in symbols {
        let (outer, inner) = (&symbol["range"], &symbol["selectionRange"]);
        assert!(place(&outer["start"]) <= place(&inner["start"]), "{symbol:#}");
        assert!(place(&inner["end"]) <= place(&outer["end"]), "{symbol:#}");
        check_nesting(symbol["children"].as_array().map_or(&[], Vec::as_slice));
    }
}

#[test]
fn the_outline_is_the_agenda() {
    let mut client = vscode();
    client.open(URI, FREDERICIA);
    let outline = client.request("textDocument/documentSymbol", of(URI));
    check_nesting(outline.as_array().expect("a list"));
    let meeting = &outline[0];
    assert_eq!(meeting["name"], "Social- og Omsorgsudvalget");
    let items = meeting["children"].as_array().expect("items");
    assert_eq!(items[0]["name"], "84. Godkendelse af dagsorden");
    assert_eq!(items[1]["detail"], "3 at-punkter · godkendt, drøftet");
    let sections: Vec<_> =
        items[1]["children"].as_array().expect("sections").iter().map(|s| &s["name"]).collect();
    assert!(sections.contains(&&json!("Indstillinger")), "{sections:?}");
    let points =
        items[1]["children"].as_array().expect("sections").iter().find(|s| s["name"] == "Indstillinger");
    assert_eq!(points.expect("the section")["children"].as_array().map(Vec::len), Some(3));
    client.finish();
}

/// Sections that every item has tell nothing; who wants them asks for all.
#[test]
fn the_outline_holds_what_is_recommended_and_decided_unless_all_is_asked_for() {
    for (settings, more) in [(json!({}), false), (json!({"outline": "all"}), true)] {
        let mut client = Client::start(VSCODE, json!({}), settings);
        client.open(URI, FREDERICIA);
        let outline = client.request("textDocument/documentSymbol", of(URI)).to_string();
        assert!(outline.contains("Indstillinger") && outline.contains("Beslutning i Social"), "{outline}");
        assert_eq!(outline.contains("Sagsbeskrivelse"), more, "{outline}");
        client.finish();
    }
}

#[test]
fn old_clients_get_a_flat_outline() {
    let mut client = helix();
    client.open(URI, FREDERICIA);
    client.pushed_or_pulled(URI);
    let outline = client.request("textDocument/documentSymbol", of(URI));
    assert_eq!(outline[1]["name"], "84. Godkendelse af dagsorden");
    assert_eq!(outline[1]["containerName"], "Social- og Omsorgsudvalget");
    assert!(outline[1]["location"]["range"].is_object());
    client.finish();
}

#[test]
fn every_sample_has_an_outline_that_nests() {
    for mut client in everyone() {
        for text in [
            include_str!("../../../tests/minutes/odense-skole.txt"),
            include_str!("../../../tests/minutes/numbered-council.md"),
            include_str!("../../../tests/minutes/kobenhavn-klima.txt"),
            include_str!("../../../tests/minutes/sag-nr-teknik.txt"),
        ] {
            client.open(URI, text);
            client.pushed_or_pulled(URI);
            let outline = client.request("textDocument/documentSymbol", of(URI));
            let outline = outline.as_array().expect("a list");
            assert!(!outline.is_empty());
            if outline[0].get("range").is_some() {
                check_nesting(outline);
            }
            for fold in client.request("textDocument/foldingRange", of(URI)).as_array().expect("a list") {
                assert!(fold["startLine"].as_u64() < fold["endLine"].as_u64(), "{fold:#}");
            }
            client.close(URI);
        }
        client.finish();
    }
}

#[test]
fn a_selection_widens_to_the_whole_document() {
    let mut client = vscode();
    client.open(URI, FREDERICIA);
    let at = client.of(FREDERICIA, "svarene fra");
    let ranges = client
        .request("textDocument/selectionRange", json!({"textDocument": {"uri": URI}, "positions": [at]}));
    let mut texts = Vec::new();
    let mut next = &ranges[0];
    while next.is_object() {
        texts.push(client.words(FREDERICIA, &next["range"]));
        next = &next["parent"];
    }
    assert_eq!(texts[0], "svarene");
    assert!(texts.windows(2).all(|pair| pair[1].contains(pair[0])), "{texts:#?}");
    assert_eq!(texts.last(), Some(&FREDERICIA));
    assert!(texts.len() >= 5, "{texts:#?}");
    client.finish();
}

#[test]
fn items_of_every_meeting_in_the_folder_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Referat [udkast] børn.txt");
    std::fs::write(&path, "Byrådet\n4. april 2022\n\n1. Fleksjob til alle\n\n2. Budget\n").expect("a file");
    std::fs::write(folder.path().join("notes.rs"), "1. Fleksjob\n").expect("a file");
    let uri = format!("file://{}", folder.path().display());
    let mut client =
        Client::start(HELIX, json!({"workspaceFolders": [{"uri": uri, "name": "ws"}]}), json!({}));
    client.open("file:///elsewhere/a.txt", "Byrådet\n5. maj 2022\n\n7. Fleksjob igen\n\n8. Budget\n");
    client.pushed_or_pulled("file:///elsewhere/a.txt");
    for _ in 0..2 {
        let found = client.request("workspace/symbol", json!({"query": "FLEKSJOB byråd"}));
        let names: Vec<_> = found.as_array().expect("a list").iter().map(|s| s["name"].clone()).collect();
        assert_eq!(names, ["7. Fleksjob igen", "1. Fleksjob til alle"]);
    }
    client.finish();
}

/// What was read of an item counts as long as its text stands: after any edit the outline is that of the text read afresh.
#[test]
fn the_outline_follows_every_edit() {
    let text = "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\n1. Bus\n\nBeslutning\n\nGodkendt.\n\n2. Sti\n\nBeslutning\n\n\
                Udsat.\n\n3. Bro\n\nBeslutning\n\nDrøftet.\n";
    let edits = [
        ("Godkendt.", "Afvist."),
        ("Udsat.", "Godkendt.\n\nBeslutning\n\nUdsat."),
        ("Beslutning\n\nAfvist.", "Resume\n\nAfvist."),
        ("2. Sti\n\nBeslutning\n\nGodkendt.\n\n", ""),
        ("7. april", "8. april"),
        ("Drøftet.", "Taget til efterretning."),
        ("1. Bus", "1. Udsat\n\nBeslutning\n\nUdsat.\n\n2. Bus"),
    ];
    let mut client = vscode();
    let mut now = text.to_owned();
    client.open(URI, &now);
    for (version, (old, new)) in (2..).zip(edits) {
        client.request("textDocument/documentSymbol", of(URI));
        let (from, to) = (client.of(&now, old), now.find(old).expect("the words") + old.len());
        let last = &now[..to];
        let (line, column) = (last.matches('\n').count(), last.rsplit('\n').next().unwrap_or_default());
        let end = json!({"line": line, "character": column.encode_utf16().count()});
        client.change(URI, version, json!([{"range": {"start": from, "end": end}, "text": new}]));
        now = now.replacen(old, new, 1);
        let followed = client.request("textDocument/documentSymbol", of(URI));
        client.open("file:///ws/afresh.txt", &now);
        let afresh = client.request("textDocument/documentSymbol", of("file:///ws/afresh.txt"));
        client.close("file:///ws/afresh.txt");
        assert_eq!(followed, afresh, "{now}");
        assert!(followed.to_string().contains("\"detail\""), "{followed:#}");
    }
    client.finish();
}
