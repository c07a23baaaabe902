//! From a reference to what it names and back.

use serde_json::{Value, json};

use crate::client::{Client, everyone, vscode};
use crate::outline::{FREDERICIA, URI};

const COUNCIL: &str = "Byrådet\n4. april 2022 kl. 17.00\n\nIndholdsfortegnelse\n\n1. Budget.....2\n2. Skolen.....3\n\n\
    1. Budget\n\nSocial- og Arbejdsmarkedsudvalget (SAU) har talt, jf. bilag 2 og punkt 2. SAU er enig.\n\nIndstilling\n\n\
    Direktionen indstiller,\n\n1. at budgettet godkendes,\n2. at planen drøftes.\n\nBeslutning\n\n\
    Indstillingens 1. at-punkt blev godkendt, mens 2. at-punkt blev drøftet.\n\nBilag\n\nBilag 1: Plan\nBilag 2: Budget\n\n\
    2. Skolen\n\nBeslutning\n\nGodkendt.\n";

fn words_at(client: &mut Client, text: &str, method: &str, at: Value, more: Value) -> Vec<String> {
    let mut params = json!({"textDocument": {"uri": URI}, "position": at});
    params.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    let answer = client.request(method, params);
    let places = answer.as_array().cloned().unwrap_or_default();
    places.iter().map(|place| client.words(text, &place["range"]).to_owned()).collect()
}

fn definition(client: &mut Client, words: &str) -> Vec<String> {
    let at = client.of(COUNCIL, words);
    words_at(client, COUNCIL, "textDocument/definition", at, json!({}))
}

#[test]
fn references_lead_to_what_they_name() {
    for mut client in everyone() {
        client.open(URI, COUNCIL);
        client.pushed_or_pulled(URI);
        assert_eq!(definition(&mut client, "2. at-punkt"), ["2. at planen drøftes."]);
        assert_eq!(definition(&mut client, "bilag 2 og"), ["Bilag 2: Budget"]);
        assert_eq!(definition(&mut client, "punkt 2. SAU"), ["2. Skolen"]);
        assert_eq!(definition(&mut client, "Skolen....."), ["2. Skolen"]);
        assert_eq!(definition(&mut client, "SAU er"), ["SAU"]);
        client.finish();
    }
}

#[test]
fn a_point_knows_what_answers_it() {
    let mut client = vscode();
    client.open(URI, COUNCIL);
    let at = client.of(COUNCIL, "at budgettet");
    let all = json!({"context": {"includeDeclaration": false}});
    let found = words_at(&mut client, COUNCIL, "textDocument/references", at.clone(), all);
    assert_eq!(found, ["1. at-punkt"]);
    let marked = words_at(&mut client, COUNCIL, "textDocument/documentHighlight", at, json!({}));
    assert_eq!(marked, ["1. at budgettet godkendes,", "1. at-punkt"]);
    let ad = client.of(FREDERICIA, "Ad 2. Drøftet.\n\nPunkt 86");
    client.change(URI, 2, json!([{"text": FREDERICIA}]));
    let found = words_at(&mut client, FREDERICIA, "textDocument/definition", ad, json!({}));
    assert_eq!(found, ["2. at udvalget drøfter svarene fra Ældrerådet og Handicaprådet."]);
    client.finish();
}

#[test]
fn prose_leads_nowhere() {
    let mut client = vscode();
    client.open(URI, COUNCIL);
    assert_eq!(definition(&mut client, "har talt"), Vec::<String>::new());
    client.finish();
}

#[test]
fn a_number_is_renamed_with_all_that_refer_to_it() {
    for mut client in everyone() {
        client.open(URI, COUNCIL);
        client.pushed_or_pulled(URI);
        let at = client.of(COUNCIL, "2. Skolen\n\nBeslutning");
        let prepared = client.at("textDocument/prepareRename", URI, at.clone());
        assert_eq!(prepared["placeholder"], "2");
        let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "14"});
        let edit = client.request("textDocument/rename", params);
        let edited = client.edited(COUNCIL, &client.edits_in(&edit, URI));
        let expected = COUNCIL.replace("2. Skolen", "14. Skolen").replace("punkt 2. SAU", "punkt 14. SAU");
        assert_eq!(edited, expected);
        let taken = json!({"textDocument": {"uri": URI}, "position": at, "newName": "1"});
        let swap = client.request("textDocument/rename", taken);
        let edited = client.edited(COUNCIL, &client.edits_in(&swap, URI));
        assert!(
            edited.contains("\n2. Budget\n\nSocial-") && edited.contains("\n1. Skolen\n\nBesl"),
            "{edited}"
        );
        assert!(edited.contains("punkt 1. SAU") && edited.contains("\n2. Budget.....2\n"), "{edited}");
        client.finish();
    }
}

#[test]
fn a_point_is_renamed_with_its_answers() {
    let mut client = vscode();
    client.open(URI, COUNCIL);
    let at = client.of(COUNCIL, "2. at planen");
    let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "3"});
    let edit = client.request("textDocument/rename", params);
    let edited = client.edited(COUNCIL, &client.edits_in(&edit, URI));
    assert_eq!(edited, COUNCIL.replace("2. at planen", "3. at planen").replace("2. at-punkt", "3. at-punkt"));
    let linked = client.at("textDocument/linkedEditingRange", URI, client.of(COUNCIL, "2. at planen"));
    assert_eq!(linked["ranges"].as_array().map(Vec::len), Some(2));
    client.finish();
}

const REFERENCES: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n\
    1. at budgettet godkendes, jf. bilag 2,\n2. at planen drøftes, jf. Dagsordenspunkt 3.\n\nSagsfremstilling\n\n\
    Som nævnt i 2. at-punkt ovenfor hører Punkterne 2 og 3 sammen, jf. punkt nr. 3.\n\nBilag\n\nBilag 1: Plan\n\
    Bilag 2: Kort\n\n2. Skolen\n\nBeslutning\n\nGodkendt.\n\n3. Havnen\n\nBeslutning\n\nGodkendt.\n";

#[test]
fn references_are_read_in_every_form_and_place() {
    let mut client = vscode();
    client.open(URI, REFERENCES);
    for (words, expected) in [
        ("bilag 2,", "Bilag 2: Kort"),
        ("Dagsordenspunkt 3", "3. Havnen"),
        ("2. at-punkt", "2. at planen drøftes, jf. Dagsordenspunkt 3."),
        ("2 og 3 sammen", "2. Skolen"),
        ("3 sammen", "3. Havnen"),
        ("nr. 3.", "3. Havnen"),
    ] {
        let at = client.of(REFERENCES, words);
        let found = words_at(&mut client, REFERENCES, "textDocument/definition", at, json!({}));
        assert_eq!(found, [expected], "{words}");
    }
    let at = client.of(REFERENCES, "3. Havnen");
    let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "5"});
    let edit = client.request("textDocument/rename", params);
    let edited = client.edited(REFERENCES, &client.edits_in(&edit, URI));
    for words in ["Dagsordenspunkt 5.", "Punkterne 2 og 5 sammen", "punkt nr. 5.", "5. Havnen"] {
        assert!(edited.contains(words), "{words}: {edited}");
    }
    client.finish();
}

#[test]
fn an_attachment_is_renamed_with_what_refers_to_it() {
    let mut client = vscode();
    client.open(URI, REFERENCES);
    let at = client.of(REFERENCES, "2: Kort");
    let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "1"});
    let edit = client.request("textDocument/rename", params);
    let edited = client.edited(REFERENCES, &client.edits_in(&edit, URI));
    for words in ["jf. bilag 1,", "Bilag 2: Plan", "Bilag 1: Kort"] {
        assert!(edited.contains(words), "{words}: {edited}");
    }
    client.finish();
}

#[test]
fn a_number_inside_a_range_is_told_before_a_rename() {
    let mut client = vscode();
    let text = REFERENCES.replace("Punkterne 2 og 3", "punkterne 1-3");
    client.open(URI, &text);
    let at = client.of(&text, "2. Skolen");
    let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "7"});
    let refused = client.refused("textDocument/rename", params);
    assert!(refused["message"].as_str().expect("words").contains("punkterne 1-3"), "{refused}");
    client.finish();
}

#[test]
fn a_committee_is_renamed_everywhere() {
    let mut client = vscode();
    let text = "Kulturudvalget\n4. april 2022\n\n1. Budget\n\nBeslutning\n\nKulturudvalgets budget. Kulturudvalget er enig.\n";
    client.open(URI, text);
    let params =
        json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}, "newName": "Byrådet"});
    let edit = client.request("textDocument/rename", params);
    let edited = client.edited(text, &client.edits_in(&edit, URI));
    assert_eq!(edited, text.replace("Kulturudvalget", "Byrådet"));
    client.finish();
}

#[test]
fn pages_and_files_are_links() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("Budget 2022.pdf"), "").expect("a file");
    let uri = format!("file://{}/a.txt", folder.path().display());
    let text = "Byrådet\n4. april 2022\n\n1. Budget\n\nSe (https://example.dk/plan?a=b).\n\nBilag\n\nBudget 2022.pdf\nMangler.pdf\n";
    let mut client = vscode();
    client.open(&uri, text);
    let links = client.request("textDocument/documentLink", json!({"textDocument": {"uri": uri}}));
    let words: Vec<_> =
        links.as_array().expect("links").iter().map(|l| client.words(text, &l["range"])).collect();
    assert_eq!(words, ["https://example.dk/plan?a=b", "Budget 2022.pdf"]);
    client.finish();
}
