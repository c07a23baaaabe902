//! What is begun: a decision that is being written decides nothing before it says so, and the next item is offered in its form.

use serde_json::{Value, json};

use crate::client::{Client, VSCODE, vscode};

const URI: &str = "file:///ws/a.referat";
const HEAD: &str = "Referat af møde i Teknikudvalget\n\nDato: Onsdag den 2. december 2026 kl. 16.30\n\n1. Ny sti\n\n\
                    Indstilling\n\nForvaltningen indstiller,\n\n1. at stien godkendes,\n2. at planen sendes i høring.\n\nBeslutning\n\n";
const TAIL: &str = "\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n";

/// How many at-points the lens says are decided, after each letter of `decision`; what comes again is left out.
fn told(client: &mut Client, decision: &str) -> Vec<String> {
    client.open(URI, &format!("{HEAD}{TAIL}"));
    let (mut line, mut column) = (HEAD.matches('\n').count(), 0);
    let mut seen: Vec<String> = Vec::new();
    for (version, letter) in (2..).zip(decision.chars()) {
        let at = json!({"line": line, "character": column});
        client.change(URI, version, json!([{"range": {"start": at, "end": at}, "text": letter}]));
        (line, column) = if letter == '\n' { (line + 1, 0) } else { (line, column + 1) };
        let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
        let title = lenses[0]["command"]["title"].as_str().unwrap_or("all").to_owned();
        let count = title.rsplit(' ').next().unwrap_or_default().to_owned();
        if seen.last() != Some(&count) {
            seen.push(count);
        }
    }
    client.findings(URI, i32::try_from(decision.chars().count()).unwrap_or_default() + 1);
    client.close(URI);
    seen
}

#[test]
fn the_lens_stays_until_something_is_decided() {
    let settings = json!({"diagnostics": {"delay": 60_000}});
    let mut client = Client::start(VSCODE, json!({"initializationOptions": settings}), settings);
    for (decision, expected) in [
        ("Ad 1. Godkendt med to rettelser.\nAd 2. Udsat.", vec!["0/2", "1/2", "all"]),
        ("1. at-punkt: Godkendt.\n2. at-punkt: Ikke godkendt.", vec!["0/2", "1/2", "all"]),
        ("Udvalget godkendte indstillingen, idet Bo Berg var imod.", vec!["0/2", "all"]),
        ("Sagen blev udsat til maj.", vec!["0/2", "all"]),
    ] {
        assert_eq!(told(&mut client, decision), expected, "{decision}");
    }
    client.finish();
}

#[test]
fn a_lone_recommendation_without_a_decision_is_marked() {
    let mut client = vscode();
    let text = "Referat af møde i Teknikudvalget\n\nDato: Onsdag den 2. december 2026 kl. 16.30\n\n1. Ny sti\n\nIndstilling\n\n\
                Forvaltningen indstiller, at stien godkendes.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n";
    client.open(URI, text);
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 60, "character": 0}});
    let hints = client.request("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": all}));
    let labels: Vec<&Value> = hints.as_array().into_iter().flatten().map(|hint| &hint["label"]).collect();
    assert_eq!(labels, ["?"]);
    client.finish();
}

#[test]
fn where_nothing_is_left_the_command_says_so() {
    let mut client = vscode();
    client.open(URI, &format!("{HEAD}Ad 1. Godkendt.\nAd 2. Godkendt.{TAIL}"));
    let about = json!({"uri": URI, "position": {"line": 0, "character": 0}});
    let params = json!({"command": "referent.nextUndecided", "arguments": [about]});
    assert_eq!(client.request("workspace/executeCommand", params), Value::Null);
    let said = client.notification("window/showMessage");
    assert!(
        said["message"].as_str().is_some_and(|words| words.starts_with("Alle at-punkter er afgjort")),
        "{said}"
    );
    client.finish();
}

/// The labels that are offered at the end of `text`.
fn offered(client: &mut Client, uri: &str, text: &str) -> Vec<String> {
    client.open(uri, text);
    let line = text.matches('\n').count();
    let column = client.encoding.count(text.rsplit('\n').next().unwrap_or_default());
    let params = json!({
        "textDocument": {"uri": uri}, "position": {"line": line, "character": column}, "context": {"triggerKind": 1}
    });
    let found = client.request("textDocument/completion", params);
    client.close(uri);
    let items = found["items"].as_array().or(found.as_array()).cloned().unwrap_or_default();
    items.iter().filter_map(|item| item["label"].as_str()).map(str::to_owned).collect()
}

#[test]
fn the_next_item_begins_in_the_form_of_the_others() {
    let mut client = vscode();
    let word = "# Menighedsrådet\n\nReferat af møde torsdag den 4. marts 2027\n\n## Punkt 1: Varme\n\nBeslutning: Godkendt.\n\n";
    let number = "Menighedsrådet\nReferat af møde torsdag den 4. marts 2027\n\n1. Varme\n\nBeslutning\n\nGodkendt.\n\n";
    for (uri, text, expected) in [
        ("file:///ws/referat.md", format!("{word}## Punkt "), "## Punkt 2:"),
        ("file:///ws/referat.md", format!("{word}## "), "## Punkt 2:"),
        ("file:///ws/referat.md", word.to_owned(), "## Punkt 2:"),
        ("file:///ws/referat.txt", number.to_owned(), "2."),
    ] {
        let labels = offered(&mut client, uri, &text);
        assert_eq!(labels.first().map(String::as_str), Some(expected), "{text}: {labels:?}");
        assert!(!labels.contains(&"1".to_owned()), "{labels:?}");
    }
    client.finish();
}

/// In an agenda the sections of the item come first, and where a list is led to, its first point.
#[test]
fn the_next_item_waits_for_what_the_one_above_lacks() {
    let mut client = vscode();
    let uri = "file:///ws/dagsorden.md";
    let head =
        "# Strandlauget\n\nDagsorden til bestyrelsesmøde tirsdag den 9. marts 2027\n\n## 1. Ny bro\n\n";
    let below = offered(&mut client, uri, &format!("{head}Broen er gammel.\n\n"));
    assert!(below.contains(&"## 2.".to_owned()) && below[0] != "## 2.", "{below:?}");
    let led = offered(&mut client, uri, &format!("{head}Formanden indstiller,\n\n"));
    assert!(!led.contains(&"## 2.".to_owned()), "{led:?}");
    let listed =
        offered(&mut client, uri, &format!("{head}**Indstilling**\n\nFormanden indstiller,\n\n1. at"));
    assert!(listed.iter().any(|label| label.starts_with("at bestyrelsen godkender")), "{listed:?}");
    assert!(!listed.iter().any(|label| label.contains("Byrådet")), "{listed:?}");
    client.finish();
}

#[test]
fn the_day_of_the_meeting_has_its_true_weekday() {
    let mut client = vscode();
    let head = "# Havneudvalget\n\nReferat af mødet ";
    let uri = "file:///ws/referat.md";
    let days = offered(&mut client, uri, &format!("{head}tirsdag den "));
    assert_eq!(days.len(), 4, "{days:?}");
    let text = |day: &str| format!("{head}tirsdag den {day} kl. 17.00\n\n## 1. Mole\n\nIntet.\n");
    for day in days {
        client.open(uri, &text(&day));
        let found = client.pulled(uri);
        client.close(uri);
        assert!(found.iter().all(|found| found["code"] != "dates/weekday"), "{day}: {found:?}");
    }
    assert_eq!(offered(&mut client, uri, &format!("{head}t")), [] as [&str; 0]);
    let whole = offered(&mut client, uri, &format!("{head}ti"));
    assert!(whole.len() == 1 && whole[0].starts_with("tirsdag den "), "{whole:?}");
    client.finish();
}

#[test]
fn rules_are_offered_in_a_comment_and_abbreviations_in_the_text() {
    let mut client = vscode();
    let uri = "file:///ws/referat.md";
    let head = "# Havneudvalget\n\nReferat af møde torsdag den 4. marts 2027\n\n## 1. Mole\n\nTeknik- og Miljøforvaltningen (TMF) og Havnelauget \
                (HL) har svaret.\n\n";
    let rules = offered(&mut client, uri, &format!("{head}<!-- referent: ignore dates/weekday, weekda"));
    assert_eq!(rules, [] as [&str; 0]);
    let rules = offered(&mut client, uri, &format!("{head}<!-- referent: ignore weekda"));
    assert_eq!(rules, ["dates/weekday"]);
    assert_eq!(offered(&mut client, uri, &format!("{head}Det vurderer TM")), ["TMF"]);
    assert!(!offered(&mut client, uri, &format!("{head}Det vurderer T")).contains(&"TMF".to_owned()));
    client.finish();
}

/// "3. " that Enter puts in below the points is no point that lacks its decision.
#[test]
fn a_mark_without_words_is_no_point() {
    let settings = json!({"diagnostics": {"delay": 60_000}});
    let mut client = Client::start(VSCODE, json!({"initializationOptions": settings}), settings);
    for (below, expected) in [
        ("", "At-punkter afgjort: 1/2"),
        ("\n3. ", "At-punkter afgjort: 1/2"),
        ("\n3. at stien males.", "At-punkter afgjort: 1/3"),
    ] {
        let head =
            HEAD.replace("i høring.", &format!("i høring{}", if below.is_empty() { "." } else { below }));
        let text = format!("{head}Ad 1. Godkendt.{TAIL}");
        client.open(URI, &text);
        let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
        assert_eq!(lenses[0]["command"]["title"], expected, "{below:?}");
        client.close(URI);
    }
    client.finish();
}
