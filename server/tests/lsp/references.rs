//! One grammar of references: every form in which a text names an item, a point or an attachment leads to it.

use serde_json::{Value, json};

use crate::client::{Client, helix, vscode};

/// Forms that name item 3 by their last number.
const ITEMS: &[&str] = &[
    "punkt 3",
    "Punkt 3",
    "jf. punkt 3",
    "pkt. 3",
    "Pkt. 3",
    "pkt 3",
    "punkt nr. 3",
    "pkt. nr. 3",
    "punkt nummer 3",
    "dagsordenspunkt 3",
    "Dagsordenspunkt 3",
    "dagsordenspunkt nr. 3",
    "dagsordenens punkt 3",
    "dagsordenens pkt. 3",
    "mødets punkt 3",
    "sagen under punkt 3",
    "(punkt 3)",
    "(pkt. 3)",
    "(jf. punkt 3)",
    "sag nr. 3",
    "punkt\u{a0}3",
    "pkt.\u{a0}3",
    "punkt\u{a0}nr.\u{a0}3",
    "punkterne 1 og 3",
    "Punkterne 1 og 3",
    "punkt 1 og 3",
    "pkt. 1 og 3",
    "punkterne 1, 2 og 3",
    "punkt 1, 2 samt 3",
    "punkt 1 og punkt 3",
    "punkt 1/3",
    "punkterne 1-3",
    "punkterne 1–3",
    "punkt 1 – 3",
    "punkterne 1 til 3",
    "dagsordenspunkterne 1 og 3",
    "Dagsordenspunkterne 1-3",
    "pkt. 1 samt pkt. 3",
    "under pkt. 3,",
    "se punkt 3;",
    "punkt 3's",
    "punktet 3",
    "punkt 3 på dagsordenen",
    "punkterne 1, 2, samt 3",
    "punkt 1 eller 3",
    "sagerne 1 og 3",
];

/// Forms that name at-point 2 of the item by their last "2", or by their word.
const POINTS: &[&str] = &[
    "2. at-punkt",
    "2. at-punkt ovenfor",
    "andet at-punkt",
    "at-punkt 2",
    "At-punkt 2",
    "at-punkt nr. 2",
    "at-punkt nummer 2",
    "1. og 2. at-punkt",
    "at-punkterne 1 og 2",
    "At-punkterne 1-2",
    "at-punkt\u{a0}2",
    "indstillingens punkt 2",
    "indstillingspunkt 2",
    "indstillingens pkt. 2",
    "(at-punkt 2)",
    "jf. 2. at-punkt",
    "atpunkt 2",
];

/// Forms that name attachment 2 of the item by their last "2".
const ATTACHMENTS: &[&str] = &[
    "bilag 2",
    "Bilag 2",
    "jf. bilag 2",
    "bilag nr. 2",
    "Bilag nr. 2",
    "bilag nummer 2",
    "bilag\u{a0}2",
    "(bilag 2)",
    "(jf. bilag 2)",
    "bilagene 1 og 2",
    "Bilagene 1-2",
    "bilag 1 og 2",
    "bilag 1-2",
    "bilag 1–2",
    "bilag 1, 2",
    "bilag 1 samt 2",
    "bilag 1 samt bilag 2",
    "se bilag 2.",
    "vedlagt som bilag 2",
    "af bilag 2,",
    "bilag 2's",
    "bilag 1 & 2",
    "bilag 1 eller 2",
    "bilag 1/2",
    "bilag 1, samt 2",
];

const URI: &str = "file:///ws/a.referat";
const LEAD: &str = "Som det fremgår, jf. ";

fn minutes(form: &str) -> String {
    format!(
        "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\n1. Budget\n\n2. Skolen\n\nIndstilling\n\nDirektionen indstiller,\n\n\
         1. at planen godkendes,\n2. at den sendes i høring.\n\nSagsfremstilling\n\n{LEAD}{form} i dag.\n\n\
         Bilag\n\n1. Kort\n2. Plan\n\n3. Havn\n\nIntet.\n"
    )
}

/// The line that the last `digit` of `form`, or its first letter, leads to.
fn line_of(client: &mut Client, form: &str, digit: char) -> Value {
    client.open(URI, &minutes(form));
    let before = form.rfind(digit).map_or("", |at| &form[..at]);
    let column = LEAD.encode_utf16().count() + before.encode_utf16().count();
    let found = client.at("textDocument/definition", URI, json!({"line": 17, "character": column}));
    client.close(URI);
    let place = if found.is_array() { &found[0] } else { &found };
    place["range"]["start"]["line"].clone()
}

#[test]
fn every_form_leads_to_what_it_names() {
    assert_eq!(ITEMS.len() + POINTS.len() + ATTACHMENTS.len(), 88);
    let mut client = vscode();
    for (forms, digit, line) in [(ITEMS, '3', 24), (POINTS, '2', 13), (ATTACHMENTS, '2', 22)] {
        for form in forms {
            assert_eq!(line_of(&mut client, form, digit), line, "{form}");
        }
    }
    client.finish();
}

/// Points by their places in the list: a reader is led there, and their numbers may change without them.
#[test]
fn the_last_point_is_led_to_and_stays_the_last() {
    let mut client = vscode();
    for (form, line) in [
        ("sidste at-punkt", 13),
        ("Det sidste at-punkt ovenfor", 13),
        ("indstillingens sidste indstillingspunkt", 13),
        ("næstsidste at-punkt", 12),
        ("det sidste\u{a0}at\u{2011}punkt", 13),
        ("de to sidste at-punkter", 12),
        ("de sidste to at-punkter", 12),
    ] {
        assert_eq!(line_of(&mut client, form, 's'), line, "{form}");
    }
    for form in ["sidste at gøre", "sidste punkt på dagsordenen", "de tre sidste at-punkter", "sidste møde"]
    {
        assert_eq!(line_of(&mut client, form, 's'), Value::Null, "{form}");
    }
    let decided = "\nBeslutning\n\nFørste at-punkt blev godkendt. Sidste at-punkt blev udsat.\n\n3. Havn";
    let text = minutes("sidste at-punkt").replace("\n3. Havn", decided);
    client.open(URI, &text);
    let params = json!({"textDocument": {"uri": URI}, "position": client.of(&text, "2. at den"), "context": {"includeDeclaration": true}});
    let found = client.request("textDocument/references", params);
    let lines: Vec<&Value> =
        found.as_array().into_iter().flatten().map(|one| &one["range"]["start"]["line"]).collect();
    assert_eq!(lines, [13, 17, 26]);
    client.close(URI);
    assert_eq!(renamed(&mut client, &text, "2. at den", "5"), Ok(text.replace("2. at den", "5. at den")));
    client.finish();
}

/// "Planen, jf. bilag 2" may be an attachment of the plan: a reader is led to that of the list, and a rename asks.
#[test]
fn an_attachment_behind_any_noun_leads_to_the_list() {
    let mut client = vscode();
    for form in [
        "vi godkendte planen, jf. bilag 2",
        "vi godkendte byggeprogrammet, jf. bilag 2",
        "vi godkendte regnskabet (bilag 2)",
        "at sende bilag 2 i høring",
        "at sende bilag 1 og 2 i høring",
        "bilag 2 i offentlig høring",
        "budgettet, som fremgår af bilag 2",
    ] {
        assert_eq!(line_of(&mut client, form, '2'), 22, "{form}");
    }
    for form in ["lovens bilag 2", "bilag 2 til kontrakten", "planen, jf. bilag 2 på forrige møde"] {
        assert_eq!(line_of(&mut client, form, '2'), Value::Null, "{form}");
    }
    client.finish();
}

/// A point that names an attachment is not what stands at that name.
#[test]
fn an_attachment_of_a_law_in_a_point_leads_nowhere() {
    let text = minutes("bilag 1").replace("planen godkendes,", "planen godkendes, jf. lovens bilag 2,");
    let mut client = vscode();
    client.open(URI, &text);
    let at = client.of(&text, "bilag 2,");
    assert_eq!(client.at("textDocument/definition", URI, at), Value::Null);
    client.finish();
}

/// What counts, measures or only looks like a reference leads nowhere, so that no rename touches it.
#[test]
fn what_only_looks_like_a_reference_leads_nowhere() {
    let mut client = vscode();
    for form in
        ["punkt 3,5", "3 punkter", "3 pct.", "kontoen 3", "knudepunkt 3", "kl. 3", "bilag 2,5 mio.", "side 3"]
    {
        let digit = if form.contains('3') { '3' } else { '2' };
        assert_eq!(line_of(&mut client, form, digit), Value::Null, "{form}");
    }
    client.finish();
}

#[test]
fn an_attachment_gets_another_number_in_its_list_too() {
    let text = minutes("bilag 2 og igen bilag 2");
    let mut client = vscode();
    client.open(URI, &text);
    for words in ["bilag 2 og", "2. Plan"] {
        let mut at = client.of(&text, words);
        let ahead = words.find('2').unwrap_or_default();
        at["character"] = (at["character"].as_u64().unwrap_or_default() + ahead as u64).into();
        let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "7"});
        let edit = client.request("textDocument/rename", params);
        let renamed = client.edited(&text, &client.edits_in(&edit, URI));
        assert_eq!(renamed, text.replace("bilag 2", "bilag 7").replace("2. Plan", "7. Plan"));
    }
    client.finish();
}

const TWO: &str = "Referat af møde i Teknikudvalget\n\nDato: Onsdag den 2. december 2026 kl. 16.30\n\
                   Til stede: Anne Holm (A), Bo Berg (V)\n\n1. Sti\n\nSagsfremstilling\n\n\
                   2. at-punkt bortfalder, hvis at-punkt 1 vedtages.\n\nIndstilling\n\nForvaltningen indstiller,\n\n\
                   1. at stien godkendes, jf. 2. at-punkt,\n2. at pengene gives, hvis punkt 1 godkendes.\n\nBeslutning\n\n\
                   Ad 1. Godkendt.\nAd 2. Godkendt.\n\nBilag\n\n1. Kort\n2. Plan\n\n2. Bro\n\nSagsfremstilling\n\n\
                   I punkt 1, at-punkt 2, og i 1. at-punkt under punkt 1 står andet. Det ses af punkt 1, bilag 2, og af \
                   lovens bilag 2 og bilag 2 til kontrakten.\n\nBeslutning\n\nDrøftet.\n";

fn renamed(client: &mut Client, text: &str, words: &str, new: &str) -> Result<String, String> {
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let params = json!({"textDocument": {"uri": URI}, "position": client.of(text, words), "newName": new});
    let id = client.ask("textDocument/rename", params);
    let answer = client.answer(id);
    client.close(URI);
    match answer.get("error") {
        Some(error) => Err(error["message"].as_str().unwrap_or_default().to_owned()),
        None => Ok(client.edited(text, &client.edits_in(&answer["result"], URI))),
    }
}

#[test]
fn a_point_is_followed_outside_its_decision_and_from_another_item() {
    let mut client = vscode();
    let new = renamed(&mut client, TWO, "2. at pengene", "5");
    let expected = TWO
        .replace("2. at-punkt bortfalder", "5. at-punkt bortfalder")
        .replace("jf. 2. at-punkt", "jf. 5. at-punkt")
        .replace("2. at pengene", "5. at pengene")
        .replace("Ad 2.", "Ad 5.")
        .replace("punkt 1, at-punkt 2", "punkt 1, at-punkt 5");
    assert_eq!(new, Ok(expected));
    let new = renamed(&mut client, TWO, "1. at stien", "7");
    let expected = TWO
        .replace("hvis at-punkt 1", "hvis at-punkt 7")
        .replace("1. at stien", "7. at stien")
        .replace("hvis punkt 1", "hvis punkt 7")
        .replace("Ad 1.", "Ad 7.")
        .replace("1. at-punkt under", "7. at-punkt under");
    assert_eq!(new, Ok(expected));
    client.finish();
}

#[test]
fn an_attachment_is_that_of_the_item_or_paper_that_is_named() {
    let mut client = vscode();
    let new = renamed(&mut client, TWO, "2. Plan", "8");
    let expected = TWO.replace("2. Plan", "8. Plan").replace("punkt 1, bilag 2", "punkt 1, bilag 8");
    assert_eq!(new, Ok(expected));
    client.finish();
}

#[test]
fn the_ends_of_a_range_are_not_moved() {
    let mut client = vscode();
    for range in ["bilag 1-2", "bilag 1 – 2"] {
        let text = minutes(range);
        assert!(renamed(&mut client, &text, "2. Plan", "8").is_err(), "{range}");
    }
    let text = minutes("at-punkterne 1-2");
    assert!(renamed(&mut client, &text, "2. at den", "8").is_err());
    let text = minutes("første at-punkt");
    let expected = text.replace("1. at planen", "3. at planen").replace("første", "tredje");
    assert_eq!(renamed(&mut client, &text, "1. at planen", "3"), Ok(expected));
    client.finish();
}

/// "3. punkt" may be an item or a point: the user is asked, or told.
#[test]
fn what_may_mean_something_else_is_told_of() {
    let text = minutes("3. punkt");
    let mut client = vscode();
    client.open(URI, &text);
    let params =
        json!({"textDocument": {"uri": URI}, "position": client.of(&text, "3. Havn"), "newName": "8"});
    let edit = client.request("textDocument/rename", params.clone());
    let edits = edit["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    let asked: Vec<&Value> = edits.iter().filter(|edit| !edit["annotationId"].is_null()).collect();
    assert_eq!((edits.len(), asked.len()), (2, 1), "{edit:#}");
    assert_eq!(edit["changeAnnotations"]["asked"]["needsConfirmation"], true);
    client.finish();
    let mut client = helix();
    client.open(URI, &text);
    client.pushed_or_pulled(URI);
    let edit = client.request("textDocument/rename", params);
    let plain = client.edited(&text, &client.edits_in(&edit, URI));
    if edit["changeAnnotations"].is_null() {
        assert_eq!(plain, text.replace("3. Havn", "8. Havn"));
        let told = client.notification("window/showMessage");
        assert!(told["message"].as_str().unwrap_or_default().contains("18"), "{told:#}");
    }
    client.finish();
}

/// "Rapporten, bilag 2" is an attachment of the report or the report itself: a reader is led to the list, and a rename asks.
#[test]
fn an_attachment_beside_a_paper_is_asked_about() {
    let mut client = vscode();
    for (form, n_asked) in [
        ("se rapporten, bilag 2", 1),
        ("se notatet om trafikken, bilag 2", 1),
        ("se planen fra 2019, bilag 2", 1),
        ("se vurderingen bilag 2", 1),
        ("se rapporten (bilag 2)", 0),
        ("se byen, bilag 2", 0),
    ] {
        assert_eq!(line_of(&mut client, form, '2'), 22, "{form}");
        let text = minutes(form);
        client.open(URI, &text);
        let params =
            json!({"textDocument": {"uri": URI}, "position": client.of(&text, "2. Plan"), "newName": "8"});
        let edit = client.request("textDocument/rename", params);
        let edits = edit["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
        let asked = edits.iter().filter(|edit| !edit["annotationId"].is_null()).count();
        assert_eq!((edits.len(), asked), (2, n_asked), "{form}: {edit:#}");
        client.close(URI);
    }
    assert_eq!(line_of(&mut client, "se rapportens bilag 2", '2'), Value::Null);
    client.finish();
}

#[test]
fn bodies_are_renamed_as_they_are_written_and_people_only_to_names() {
    let mut client = vscode();
    let text = TWO.replace(
        "lovens bilag 2",
        "TEKNIKUDVALGETS plan, teknikudvalget og Anne\nHolms notat i lovens bilag 2",
    );
    let new = renamed(&mut client, &text, "Teknikudvalget", "Vejudvalget");
    let expected = text
        .replace("Teknikudvalget", "Vejudvalget")
        .replace("TEKNIKUDVALGET", "VEJUDVALGET")
        .replace("teknikudvalget", "vejudvalget");
    assert_eq!(new, Ok(expected));
    let new = renamed(&mut client, &text, "Anne Holm", "Anna Lund");
    assert_eq!(new, Ok(text.replace("Anne Holm", "Anna Lund").replace("Anne\nHolm", "Anna\nLund")));
    for wrong in ["123", "Bo Berg", "*Bo [x](y)*", "010180-1233", ""] {
        assert!(renamed(&mut client, &text, "Anne Holm", wrong).is_err(), "{wrong}");
    }
    assert!(renamed(&mut client, &text, "2. Bro", "0").is_err());
    client.finish();
}
