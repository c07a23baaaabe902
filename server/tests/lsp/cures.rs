//! What is offered at a finding: the cure, nothing made up, nothing twice, and no click that hides a private number.

use serde_json::{Value, json};

use crate::actions::actions_in;
use crate::client::vscode;

const URI: &str = "file:///ws/a.referat";

/// Only the writer knows what was decided: a line that is begun decides nothing, stands in its place, and is not put in twice.
#[test]
fn what_was_decided_is_not_made_up() {
    let points = "1. at broen godkendes,\n2. at planen drøftes,\n3. at bevillingen anbefales.";
    let text = format!(
        "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nIndstilling\n\nDirektionen indstiller,\n\n{points}\n\nBeslutning\n\n"
    );
    for (decision, after) in [
        ("Ad 3. Godkendt.\n", Some("Ad 1.\nAd 2.\nAd 3. Godkendt.\n")),
        (
            "Ad 1. Ikke godkendt.\n\nAd 3. Godkendt.\n",
            Some("Ad 1. Ikke godkendt.\n\nAd 2.\n\nAd 3. Godkendt.\n"),
        ),
        (
            "Ad 1. Godkendt.\n\nBo Berg stemte imod.\n",
            Some("Ad 1. Godkendt.\n\nBo Berg stemte imod.\n\nAd 2.\n\nAd 3.\n"),
        ),
        ("Ad 1. Godkendt.\nAd 2.\nAd 3. Godkendt.\n", None),
        ("Godkendt, idet 3. at-punkt udgår.\n", None),
    ] {
        let text = format!("{text}{decision}");
        let mut client = vscode();
        client.open(URI, &text);
        client.pushed_or_pulled(URI);
        let offered = actions_in(&mut client, &text, decision.trim(), json!(["refactor.rewrite"]));
        let lines =
            |action: &&Value| action["title"].as_str().is_some_and(|title| title.contains("mangler en"));
        let done = offered
            .iter()
            .find(lines)
            .map(|action| client.edited(&text, &client.edits_in(&action["edit"], URI)));
        assert_eq!(done, after.map(|after| text.replace(decision, after)), "{decision}");
        client.finish();
    }
}

/// "til" joins what stands in a row, and letters stay letters.
#[test]
fn the_lines_that_are_put_in_are_named_as_they_will_stand() {
    let lead = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nIndstilling\n\nDirektionen indstiller,\n\n";
    for (points, decision, title) in [
        (
            "1. at a bygges,\n2. at b bygges,\n3. at c bygges,\n4. at d bygges.",
            "Ad 1. Godkendt.\nAd 3. Godkendt.",
            "\"Ad 2.\" og \"Ad 4.\" for de 2",
        ),
        (
            "1. at a bygges,\n2. at b bygges,\n3. at c bygges,\n4. at d bygges.",
            "Ad 1. Godkendt.",
            "\"Ad 2.\" til \"Ad 4.\" for de 3",
        ),
        ("a) at a bygges,\nb) at b bygges.", "Ad a) Godkendt.", "\"Ad b)\" for det"),
    ] {
        let text = format!("{lead}{points}\n\nBeslutning\n\n{decision}\n");
        let mut client = vscode();
        client.open(URI, &text);
        client.pushed_or_pulled(URI);
        let offered = actions_in(&mut client, &text, "Ad ", json!(["refactor.rewrite"]));
        let titles: Vec<&str> = offered.iter().filter_map(|action| action["title"].as_str()).collect();
        assert!(titles.iter().any(|offered| offered.contains(title)), "{title}: {titles:?}");
        client.finish();
    }
}

/// Other text names the points by their numbers, which a sentence has not.
#[test]
fn points_that_are_named_elsewhere_keep_their_numbers() {
    let minutes = |words: &str| {
        format!(
            "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nSagsfremstilling\n\n{words}\n\nIndstilling\n\nDirektionen indstiller,\n\n\
             1. at broen godkendes,\n2. at planen drøftes.\n\nBeslutning\n\nGodkendt.\n\n2. Sti\n\nSagsfremstilling\n\n"
        )
    };
    for (words, below, offered) in [
        ("Broen er gammel.", "Stien er ny.\n", true),
        ("Se at-punkt 2.", "Stien er ny.\n", false),
        ("Broen er gammel.", "Se punkt 1, at-punkt 2.\n", false),
    ] {
        let text = minutes(words) + below;
        let mut client = vscode();
        client.open(URI, &text);
        client.pushed_or_pulled(URI);
        let actions = actions_in(&mut client, &text, "2. at planen", Value::Null);
        let is_there = actions.iter().any(|action| action["title"].to_string().contains("i én sætning"));
        assert_eq!(is_there, offered, "{words} {below}");
        client.finish();
    }
}

#[test]
fn a_list_is_numbered_with_what_answers_it() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at broen \
                godkendes,\n3. at planen godkendes.\n\nBeslutning\n\nAd 1. Godkendt.\n\nAd 3. Godkendt.\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let offered = actions_in(&mut client, text, "3. at planen", Value::Null);
    let numbering =
        |action: &&Value| action["title"].as_str().is_some_and(|title| title.starts_with("Nummerér"));
    let all: Vec<&Value> = offered.iter().filter(numbering).collect();
    assert_eq!(all.len(), 1, "{offered:#?}");
    assert_eq!(all[0]["kind"], "quickfix");
    let edited = client.edited(text, &client.edits_in(&all[0]["edit"], URI));
    assert_eq!(edited, text.replace("3. at", "2. at").replace("Ad 3", "Ad 2"));
    client.finish();
}

#[test]
fn what_a_fix_puts_in_is_not_offered_once_more() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nSagsfremstilling\n\nBroen er gammel.\n\n2. Vej\n\nBeslutning\n\n\
                Godkendt.\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let offered = actions_in(&mut client, text, "1. Bro", Value::Null);
    let titles: Vec<&str> = offered.iter().filter_map(|action| action["title"].as_str()).collect();
    let put_in: Vec<&&str> = titles
        .iter()
        .filter(|title| title.starts_with("Indsæt") && title.contains("\"Beslutning\""))
        .collect();
    assert!(put_in.len() <= 1, "{titles:#?}");
    client.finish();
}

/// No click says that a private number was seen and is right.
/// The cure of the finding that is asked about stands before that of the one beside it.
#[test]
fn the_cure_of_the_neighbour_is_not_preferred() {
    let text =
        "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nSagsfremstilling\n\nDer gives 500 kr  til broen.\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    for (words, title) in [("kr", "Skriv \"kr.\""), ("  ", "Slet det ene mellemrum")] {
        let start = client.of(text, words);
        let mut end = start.clone();
        end["character"] = json!(start["character"].as_u64().unwrap_or_default() + words.len() as u64);
        let params = json!({
            "textDocument": {"uri": URI}, "range": {"start": start, "end": end}, "context": {"diagnostics": []}
        });
        let offered = client.request("textDocument/codeAction", params);
        assert_eq!(
            (&offered[0]["title"], &offered[0]["isPreferred"]),
            (&json!(title), &json!(true)),
            "{offered:#}"
        );
    }
    client.finish();
}

#[test]
fn a_private_number_is_not_silenced_by_a_click() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Ansøgning\n\nAnsøgeren (cpr. 010203-1234) har søgt om støtte.\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let offered = actions_in(&mut client, text, "010203", Value::Null);
    assert!(offered.iter().all(|action| action["data"]["suppress"].is_null()), "{offered:#?}");
    client.finish();
}

/// What stands behind a reference is the document's words, and they pass the mask.
#[test]
fn a_private_number_behind_a_reference_is_hidden() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Sag om 010203-1234\n\nSagsfremstilling\n\nSe punkt 1 og bilag 1.\n\n\
                Bilag\n\n1. Brev fra 010203-1234.pdf\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    for words in ["punkt 1", "bilag 1"] {
        let at = client.of(text, words);
        let told = client.at("textDocument/hover", URI, at).to_string();
        assert!(told.contains("••••••-••••") && !told.contains("010203"), "{words}: {told}");
    }
    client.finish();
}

/// The text after Enter, which made line `line`.
fn enter(text: &str, line: usize) -> String {
    let mut client = vscode();
    client.open(URI, text);
    let params = json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": 0}, "ch": "\n",
        "options": {"tabSize": 2, "insertSpaces": true}
    });
    let edits = client.request("textDocument/onTypeFormatting", params);
    let after = client.edited(text, &edits);
    client.finish();
    after
}

#[test]
fn enter_takes_no_number_from_a_line_with_words() {
    let head = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bro\n\nIndstilling\n\nDirektionen indstiller,\n\n";
    for rest in [
        "1. \nat broen godkendes,\n2. at planen godkendes.\n",
        "1.\n at broen godkendes,\n2. at planen godkendes.\n",
    ] {
        let text = format!("{head}{rest}");
        assert_eq!(enter(&text, 10), text);
    }
    // The heading of the next item is no point of the list before it.
    let text = format!("{head}1. at broen godkendes.\n\n2. Havnebus til Fjordby\n\n");
    assert_eq!(enter(&text, 12), text);
    let text = format!("{head}1. at broen godkendes,\n\n2. at planen godkendes,\n\n");
    assert_eq!(enter(&text, 12), text.replace("planen godkendes,\n\n", "planen godkendes,\n3. \n"));
}

#[test]
fn what_a_range_or_another_meeting_names_is_not_renumbered() {
    let item = |n: u32, words: &str| {
        format!("{n}. Sag nr. {n}\n\nSagsfremstilling\n\n{words}\n\nBeslutning\n\nGodkendt.\n\n")
    };
    let words = "Sagen var punkt 1 på dagsordenen den 4. november 2021. Se punkt 1.";
    let text = format!(
        "Byrådet\n4. april 2022 kl. 17.00\n\n{}{}{}",
        item(1, "Vejen er ny."),
        item(2, words),
        item(3, "Se punkt 2-3.")
    );
    let mut client = vscode();
    client.open(URI, &text);
    let rename =
        |at: Value, name: &str| json!({"textDocument": {"uri": URI}, "position": at, "newName": name});
    let edit = client.request("textDocument/rename", rename(client.of(&text, "1. Sag"), "7"));
    let renamed = client.edited(&text, &client.edits_in(&edit, URI));
    assert_eq!(renamed, text.replace("1. Sag", "7. Sag").replace("Se punkt 1.", "Se punkt 7."));
    client.refused("textDocument/rename", rename(client.of(&text, "2. Sag"), "7"));
    let linked = client.at("textDocument/linkedEditingRange", URI, client.of(&text, "2. Sag"));
    assert_eq!(linked, Value::Null);
    client.finish();
}

/// The one cure of a finding is preferred; what was decided only the writer knows, so no line that says so is.
#[test]
fn the_one_cure_is_preferred_and_mending_all_stands_before_hiding() {
    let mut client = vscode();
    let head =
        "Kulturudvalget\nReferat\nMødedato: onsdag den 6. maj 2026 kl. 15.30\n\n1. Plan\n\nIndstilling\n";
    for (points, title) in [
        (
            "Forvaltningen indstiller, at udvalget\n1. at godkender planen\n2. godkender kortet\n",
            "Slet \"at\" her",
        ),
        ("Forvaltningen indstiller,\n1. at planen godkendes\n2. At kortet godkendes\n", "Skriv \"at\""),
    ] {
        let text = format!("{head}{points}\nBeslutning\nGodkendt.\n");
        client.open(URI, &text);
        client.pulled(URI);
        let words = if points.contains("2. At") { "At kortet" } else { "at godkender" };
        let at = client.of(&text, words);
        let params = json!({
            "textDocument": {"uri": URI}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
        });
        let actions = client.request("textDocument/codeAction", params);
        let actions = actions.as_array().cloned().unwrap_or_default();
        assert_eq!((&actions[0]["title"], &actions[0]["isPreferred"]), (&json!(title), &json!(true)));
        let place = |wanted: &str| {
            actions.iter().position(|action| {
                action["kind"] == wanted
                    || action["title"].as_str().is_some_and(|title| title.starts_with(wanted))
            })
        };
        assert!(place("source.fixAll") < place("Undtag her"), "{actions:#?}");
        // "at udvalget" goes on in the points: no sentence joins them.
        let joins = actions.iter().any(|action| action["title"] == "Skriv at-punkterne i én sætning");
        assert!(!(points.contains("at udvalget") && joins), "{actions:#?}");
        client.close(URI);
    }
    client.finish();
}
