//! What an offer is written over, and which names, dates and headings are offered where.

use serde_json::json;

use crate::client::{Client, vscode};

const URI: &str = "file:///ws/a.referat";

const HEAD: &str = "Kulturudvalget\nReferat af møde den 7. april 2026 kl. 17.00\nMødte: formand Anne Brandt (A), Bent Carlsen (V), \
                    Karen-Margrethe Dahl (F)\n\n1. Havnebus\n\n";

/// The text after each offer at "¦" is taken.
fn taken(client: &mut Client, uri: &str, language: &str, text: &str) -> Vec<String> {
    let at = text.find('¦').expect("the cursor");
    let (before, text) = (&text[..at], text.replace('¦', ""));
    let opened = json!({"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}});
    client.notify("textDocument/didOpen", opened);
    let line = before.matches('\n').count();
    let column = client.encoding.count(before.rsplit('\n').next().unwrap_or_default());
    let params = json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": column}});
    let items = client.request("textDocument/completion", params);
    client.close(uri);
    let all = items["items"].as_array().or(items.as_array()).into_iter().flatten();
    all.map(|item| client.edited(&text, &json!([item["textEdit"]]))).collect()
}

#[test]
fn a_name_is_written_over_the_part_that_stands() {
    let mut client = vscode();
    for (typed, name) in [
        ("Anne Bra¦", "Anne Brandt"),
        ("Anne B¦", "Anne Brandt"),
        ("B. Carl¦", "Bent Carlsen"),
        ("Bra¦ndt", "Anne Brandt"),
        ("Karen-Marg¦", "Karen-Margrethe Dahl"),
        ("Carlsen¦", "Bent Carlsen"),
    ] {
        let text = format!("{HEAD}Sagsfremstilling\n\nSagen er rejst af {typed}\n");
        let found = taken(&mut client, URI, "referat", &text);
        let expected = format!("{HEAD}Sagsfremstilling\n\nSagen er rejst af {name}\n");
        assert_eq!(found, [expected], "{typed}");
    }
    let other = format!("{HEAD}Sagsfremstilling\n\nSagen er rejst af Peter Brandt¦\n");
    assert_eq!(taken(&mut client, URI, "referat", &other), [] as [String; 0]);
    client.finish();
}

#[test]
fn a_day_that_does_not_exist_is_not_offered() {
    let mut client = vscode();
    for (typed, offered) in
        [("den 30/4¦", true), ("den 31/4¦", false), ("den 24/7¦ åbne døgnbutik", false), ("den 24/7¦.", true)]
    {
        let found =
            taken(&mut client, URI, "referat", &format!("{HEAD}Sagsfremstilling\n\nMød op {typed}\n"));
        assert_eq!(found.len(), usize::from(offered), "{typed}: {found:?}");
    }
    client.finish();
}

#[test]
fn a_heading_is_no_decision_and_an_entry_of_a_list_no_item() {
    let mut client = vscode();
    let points = "Indstilling\n\nForvaltningen indstiller, at udvalget\n\n1. godkender bussen\n";
    let open = format!("{HEAD}{points}2. søger penge\n\nBeslutning\n\n## ¦\n");
    let found = taken(&mut client, URI, "referat", &open);
    assert!(found.iter().all(|text| !text.contains("## Ad")), "{found:?}");
    let found = taken(&mut client, URI, "referat", &format!("{HEAD}{points}2. ¦\n"));
    assert!(!found.is_empty() && found.iter().all(|text| !text.contains("Eventuelt")), "{found:?}");
    for title in ["5) ¦", "## Punkt 2: ¦", "Punkt 2 – ¦"] {
        let text = format!("{HEAD}Beslutning\n\nGodkendt.\n\n{}\n", title.replace('5', "2"));
        let found = taken(&mut client, URI, "referat", &text);
        assert!(found.iter().any(|text| text.contains("Eventuelt")), "{title}: {found:?}");
    }
    client.finish();
}

#[test]
fn a_readme_is_offered_nothing() {
    let mut client = vscode();
    for name in ["README.md", "readme", "CONTRIBUTING.md"] {
        let uri = format!("file:///ws/{name}");
        assert_eq!(taken(&mut client, &uri, "markdown", "¦"), [] as [String; 0], "{name}");
    }
    assert!(!taken(&mut client, "file:///ws/marts.md", "markdown", "¦").is_empty());
    client.finish();
}

#[test]
fn another_with_a_longer_name_keeps_it() {
    let said = "Anne Brandt talte. Anne Brandt Hansen talte. Peter Anne Brandt gik.\nSå gik Anne\u{a0}Brandt, og A. Brandt kom.";
    let text = format!("{HEAD}Sagsfremstilling\n\n{said}\n");
    let mut client = vscode();
    client.open(URI, &text);
    client.pushed_or_pulled(URI);
    let params = json!({"textDocument": {"uri": URI}, "position": client.of(&text, "Anne Brandt talte"), "newName": "Karen Ruth"});
    let answer = client.request("textDocument/rename", params);
    let edits = client.edits_in(&answer, URI);
    let edited = client.edited(&text, &edits);
    for words in [
        "Karen Ruth talte",
        "Anne Brandt Hansen",
        "Peter Anne Brandt",
        "formand Karen Ruth",
        "Karen\u{a0}Ruth",
        "K. Ruth kom",
    ] {
        assert!(edited.contains(words), "{words}: {edited}");
    }
    client.finish();
}

/// "Bilag 2" at the start of a line begins an entry of the list; behind words it names one.
#[test]
fn an_entry_of_the_attachments_is_offered_no_other() {
    let mut client = vscode();
    let text = |words: &str| format!("{HEAD}Bilag\n\nBilag 1 - Kort\nBilag 2 - Plan\n{words}\n");
    for words in ["Bilag ¦", "Bilag 2¦", "bilag nr. ¦"] {
        assert_eq!(taken(&mut client, URI, "referat", &text(words)), [] as [String; 0], "{words}");
    }
    let named =
        format!("{HEAD}Sagsfremstilling\n\nDet ses af bilag ¦\n\nBilag\n\nBilag 1 - Kort\nBilag 2 - Plan\n");
    assert_eq!(taken(&mut client, URI, "referat", &named).len(), 2);
    client.finish();
}
