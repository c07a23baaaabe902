//! Hover, completion, tokens, hints and lenses.

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM, everyone, helix, vscode};
use crate::outline::{FREDERICIA, URI};

const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\nTil stede: Inger Mølholm, Bent Skaarup\n\n1. Budget 🙂\n\n\
    Sagsnr.: 85.02.02-P35-12-22\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet godkendes,\n2. at planen drøftes.\n\n\
    Beslutning\n\nAd 1. Godkendt, bl.a. fordi det haster.\n\n2. Skolen (Lukket)\n\nBeslutning\n\nGodkendt.\n";

fn hover(client: &mut Client, words: &str) -> String {
    let at = client.of(TEXT, words);
    let hover = client.at("textDocument/hover", URI, at);
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn hover_tells_what_stands_behind_the_words() {
    for mut client in everyone() {
        client.open(URI, TEXT);
        client.pushed_or_pulled(URI);
        assert!(hover(&mut client, "april").contains("mandag den 4. april 2022, uge 14"));
        assert!(hover(&mut client, "at budgettet").contains("Ad 1. Godkendt"));
        assert!(hover(&mut client, "at planen").contains("Ikke afgjort"));
        assert!(hover(&mut client, "bl.a.").contains("blandt andet"));
        assert!(hover(&mut client, "P35").contains("KLE-emne 85.02.02"));
        assert_eq!(hover(&mut client, "fordi det"), "");
        client.finish();
    }
}

#[test]
fn hover_on_a_finding_gives_the_reason_of_the_rule() {
    let mut client = vscode();
    let text = TEXT.replace("2. at planen", "2. At planen");
    client.open(URI, &text);
    let at = client.of(&text, "At planen");
    let value = client.at("textDocument/hover", URI, at)["contents"]["value"].to_string();
    assert!(value.contains("at-points/lead-word"), "{value}");
    client.finish();
}

fn labels(client: &mut Client, text: &str, cursor: &str) -> Vec<Value> {
    client.open(URI, text);
    let at = client.position(text, text.find(cursor).expect("the cursor") + cursor.len());
    let items = client.at("textDocument/completion", URI, at);
    client.close(URI);
    items["items"].as_array().or(items.as_array()).cloned().unwrap_or_default()
}

#[test]
fn completion_offers_what_fits_the_place() {
    let mut client = vscode();
    let has = |items: &[Value], label: &str| items.iter().any(|item| item["label"] == label);
    let decision = TEXT.replace("haster.\n", "haster.\n\nAd");
    assert!(has(&labels(&mut client, &decision, "haster.\n\nAd"), "Ad 2. Drøftet."));
    let empty = TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.\n", "\n");
    assert!(has(&labels(&mut client, &empty, "planen drøftes.\n\nBeslutning\n\n"), "Ad 1. Godkendt."));
    let date = TEXT.replace("haster.", "haster den 8/3");
    let items = labels(&mut client, &date, "haster den 8/3");
    assert!(has(&items, "8. marts 2022"), "{items:#?}");
    let name = TEXT.replace("haster.", "haster Ben");
    assert!(has(&labels(&mut client, &name, "haster Ben"), "Bent Skaarup"));
    let lacking = "Indstillinger\n\nSocial og Omsorg indstiller, at orienteringen";
    let section = FREDERICIA.replace(lacking, &format!("Vurd\n\n{lacking}"));
    client.open(URI, &section);
    let at = client.of(&section, "Vurd\n");
    let at = json!({"line": at["line"], "character": 4});
    let items = client.at("textDocument/completion", URI, at);
    let item = items.as_array().expect("a list").iter().find(|item| item["label"] == "Vurdering");
    let item = item.unwrap_or_else(|| panic!("{items:#}")).clone();
    assert_eq!(item["detail"], "mangler");
    assert_eq!(item["textEdit"]["newText"], "Vurdering\n\n$0");
    let resolved = client.request("completionItem/resolve", item);
    assert!(resolved["documentation"]["value"].as_str().is_some_and(|words| words.contains("Fredericia")));
    client.finish();
}

/// The first few words that are offered where "$0" stands in `text`.
fn offered(client: &mut Client, text: &str) -> Vec<String> {
    let at = text.find("$0").expect("the cursor");
    let items = labels(client, &text.replace("$0", ""), &text[..at]);
    items.iter().map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
}

#[test]
fn a_line_is_begun_with_what_comes_next() {
    let mut client = vscode();
    let agenda = "Dagsorden for møde i Byrådet\n\nMødedato: Mandag den 4. april 2022\n\n1. Budget\n\n";
    let item = offered(&mut client, &format!("{agenda}$0\n\n2. Skolen\n"));
    assert_eq!(item[0], "Indstilling", "{item:?}");
    let list = "Indstilling\n\nDirektionen indstiller,\n\n1. at budgettet godkendes,\n2. at planen drøftes";
    let within = offered(&mut client, &format!("{agenda}{list},\n3. $0\n"));
    assert!(within.iter().all(|label| label.starts_with("at ")), "{within:?}");
    let long = offered(&mut client, &format!("{agenda}{list},\n3. at Byrådet drø$0\n"));
    assert_eq!(long, ["at Byrådet drøfter …"]);
    let whole = offered(&mut client, &format!("{agenda}{list},\n3. at Byrådet godkender $0\n"));
    assert_eq!(whole, Vec::<String>::new(), "nothing is left to add");
    let after = offered(&mut client, &format!("{agenda}{list}.\n\n$0\n"));
    assert!(
        after.len() > 4 && after.iter().all(|label| label != "Beslutning"),
        "nothing is decided yet: {after:?}"
    );
    let minutes = format!(
        "Referat af møde i Byrådet\n\nMødedato: Mandag den 4. april 2022\n\n1. Budget\n\n{list}.\n\n$0\n\n2. Skolen\n\nBeslutning\n\nGodkendt.\n"
    );
    assert_eq!(offered(&mut client, &minutes)[0], "Beslutning");
    let begun = offered(&mut client, &minutes.replace("$0", "bes$0"));
    assert_eq!(begun, ["Beslutning"]);
    client.finish();
}

#[test]
fn nothing_is_offered_in_the_middle_of_a_sentence() {
    let mut client = vscode();
    for sentence in [
        "$0Udvalget drøftede sagen.",
        "Udva$0lget drøftede sagen.",
        "Udvalget drøftede $0sagen.",
        "Sagen blev $0",
    ] {
        let text = TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.", sentence);
        assert_eq!(offered(&mut client, &text), Vec::<String>::new(), "{sentence}");
    }
    client.finish();
}

/// After "punkt" the items stand with their titles, after "bilag" the attachments, and people are found by any name.
#[test]
fn completion_names_what_can_be_referred_to() {
    let mut client = vscode();
    let text = "Kulturudvalget\n7. april 2026 kl. 17.00\n\nDeltagere: Bo Ærø Lindberg (A), Åse Dam (V)\n\n1. Budget for busser\n\n\
                Bilag\n\n1. Kort over ruten\n2. Regnskab\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet godkendes,\n\
                2. at planen drøftes.\n\n2. Regnskab for teatret\n\nResume\n\nSe ";
    let mut offered = |words: &str, at_the_item: bool| -> Vec<(String, String)> {
        let place = "Direktionen";
        let text = if at_the_item {
            text.replace(place, &format!("{words}\n\n{place}"))
        } else {
            format!("{text}{words}")
        };
        let items = labels(&mut client, &text, words);
        let word = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
        items.iter().map(|item| (word(item, "label"), word(item, "detail"))).collect()
    };
    let own = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(label, detail)| ((*label).to_owned(), (*detail).to_owned())).collect()
    };
    let first = own(&[("1", "1. Budget for busser")]);
    for words in ["nu punkt ", "jf. punkt nr. ", "nu (jf. pkt. ", "nu Dagsordenspunkt ", "nu punkt\u{a0}"] {
        assert_eq!(offered(words, false), first, "{words}");
    }
    assert_eq!(offered("nu jf. standpunkt ", false), own(&[]));
    let attached = offered("Se jf. bilag ", true);
    assert_eq!(attached.iter().map(|(label, _)| label.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert!(attached[1].1.contains("Regnskab"), "{attached:?}");
    for words in ["nu Lin", "nu Ærø", "nu Bo"] {
        assert!(offered(words, false).iter().any(|(label, _)| label == "Bo Ærø Lindberg"), "{words}");
    }
    client.finish();
}

#[test]
fn completion_knows_the_usual_items() {
    let mut client = vscode();
    let text = "Kulturudvalget\n7. april 2026 kl. 17.00\n\n1. Godkendelse af dagsorden\n\n2. Havnebus\n\nIndstilling\n\n\
                Direktionen indstiller, at bussen bevares.\n\n";
    let mut offered = |words: &str| -> Vec<String> {
        let items = labels(&mut client, &format!("{text}{words}"), &format!("bevares.\n\n{words}"));
        items.iter().map(|item| item["label"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(offered("3. Ev"), ["Eventuelt"]);
    let all = offered("3. ");
    assert!(
        all.contains(&"Meddelelser".to_owned()) && !all.contains(&"Godkendelse af dagsorden".to_owned()),
        "{all:?}"
    );
    assert!(!all.contains(&"Beslutning".to_owned()), "{all:?}");
    for words in ["5. Ev", "Ev", "3.Ev"] {
        assert!(!offered(words).contains(&"Eventuelt".to_owned()), "{words}");
    }
    client.finish();
}

#[test]
fn clients_without_snippets_get_plain_words() {
    let mut client = helix();
    let text = FREDERICIA.replace("Punkt 89", "\nVur\n\nPunkt 89");
    client.open(URI, &text);
    client.pushed_or_pulled(URI);
    let at = client.of(&text, "ur\n\nPunkt 89");
    let items = client.at("textDocument/completion", URI, at);
    assert!(!items.to_string().contains("$0"));
    client.finish();
}

/// The words of each token with the number of its kind.
fn decode(client: &Client, text: &str, data: &[Value]) -> Vec<(String, u64)> {
    let (mut line, mut column) = (0, 0);
    let number = |value: &Value| value.as_u64().expect("a number");
    data.chunks(5)
        .map(|token| {
            column = if number(&token[0]) == 0 { column + number(&token[1]) } else { number(&token[1]) };
            line += number(&token[0]);
            let end = column + number(&token[2]);
            let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": end}});
            (client.words(text, &range).to_owned(), number(&token[3]))
        })
        .collect()
}

#[test]
fn tokens_lie_on_the_words_they_colour_and_their_delta_is_what_changed() {
    for mut client in everyone() {
        client.open(URI, TEXT);
        client.pushed_or_pulled(URI);
        let full = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
        let old = full["data"].as_array().expect("tokens").clone();
        let words = decode(&client, TEXT, &old);
        for expected in [("Budget 🙂", 0), ("Indstilling", 2), ("Godkendt", 3), ("4. april 2022 ", 1)] {
            let expected = expected.0.trim_end();
            assert!(words.iter().any(|(word, _)| word == expected), "{expected}: {words:?}");
        }
        let text = TEXT.replace("planen", "planen den 8. marts 2022");
        client.change(URI, 2, json!([{"text": text}]));
        client.findings(URI, 2);
        let params = json!({"textDocument": {"uri": URI}, "previousResultId": full["resultId"]});
        let delta = client.request("textDocument/semanticTokens/full/delta", params);
        let mut patched = old.clone();
        for edit in delta["edits"].as_array().expect("edits") {
            let (start, len) = (
                edit["start"].as_u64().expect("n") as usize,
                edit["deleteCount"].as_u64().expect("n") as usize,
            );
            patched.splice(start..start + len, edit["data"].as_array().expect("data").iter().cloned());
        }
        let fresh = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
        assert_eq!(json!(patched), fresh["data"]);
        assert!(delta["edits"][0]["data"].as_array().expect("data").len() < old.len() / 2);
        client.finish();
    }
}

#[test]
fn hints_tell_weekdays_and_open_points() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let hints = client.request("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": all}));
    let labels: Vec<_> = hints.as_array().expect("hints").iter().map(|hint| hint["label"].clone()).collect();
    assert_eq!(labels, ["?"]);
    client.finish();
}

#[test]
fn lenses_and_hints_say_what_the_settings_ask_for() {
    let text = TEXT.replace("fordi det haster.", "fordi det haster.\n\nAd 2. Drøftet.");
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let n = |answer: Value| answer.as_array().map_or(0, Vec::len);
    for (how, n_hints, n_lenses) in [("undecided", 0, 0), ("all", 3, 2), ("off", 0, 0)] {
        let options = json!({"initializationOptions": {"hints": how, "lenses": how}});
        let mut client = Client::start(NEOVIM, options, Value::Null);
        client.open(URI, &text);
        client.pushed(URI, 1);
        let document = json!({"uri": URI});
        let hints = client.request("textDocument/inlayHint", json!({"textDocument": document, "range": all}));
        assert_eq!(n(hints), n_hints, "{how}");
        assert_eq!(
            n(client.request("textDocument/codeLens", json!({"textDocument": document}))),
            n_lenses,
            "{how}"
        );
        client.finish();
    }
}

#[test]
fn the_next_undecided_point_is_found_from_anywhere() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let next = |client: &mut Client, line: u32| {
        let about = json!({"uri": URI, "position": {"line": line, "character": 0}});
        let params = json!({"command": "referent.nextUndecided", "arguments": [about]});
        let found = client.request("workspace/executeCommand", params);
        client.claim(|message| message["method"] == "window/showDocument");
        client.words(TEXT, &found["range"]).to_owned()
    };
    assert_eq!(next(&mut client, 0), "at planen drøftes.");
    assert_eq!(next(&mut client, 20), "at planen drøftes.");
    client.finish();
}

/// Boards and councils without at-points have a decision to write all the same.
#[test]
fn a_decision_that_is_not_written_is_told_and_found() {
    let mut client = vscode();
    let of = |decision: &str| {
        format!(
            "Referat\n\nMenighedsrådet\nOnsdag den 2. december 2026\n\n1. Regnskab\n\nKassereren gennemgik tallene.\n\n\
             Beslutning\n\n{decision}\n\n2. Kirkeblad\n\nBladet er trykt.\n\nBeslutning\n\nTaget til efterretning.\n"
        )
    };
    for (decision, titles, line) in [
        ("", json!(["Beslutningen er ikke skrevet"]), json!(9)),
        ("Regnskabet blev godkendt.", json!([]), Value::Null),
        ("Udsat til næste møde.", json!([]), Value::Null),
    ] {
        client.open(URI, &of(decision));
        let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
        let told: Vec<&Value> =
            lenses.as_array().into_iter().flatten().map(|lens| &lens["command"]["title"]).collect();
        assert_eq!(json!(told), titles, "{decision}");
        let about = json!({"uri": URI, "position": {"line": 0, "character": 0}});
        let params = json!({"command": "referent.nextUndecided", "arguments": [about]});
        let found = client.request("workspace/executeCommand", params);
        assert_eq!(found["range"]["start"]["line"], line, "{decision}");
        // Either the place is shown, or it is said that there is none.
        let method = if found.is_null() { "window/showMessage" } else { "window/showDocument" };
        client.claim(|message| message["method"] == method);
        client.close(URI);
    }
    client.finish();
}

#[test]
fn a_point_is_undecided_although_nobody_asks_for_the_rule() {
    let options = json!({"initializationOptions": {"ignore": ["decisions/undecided-at-point"]}});
    let mut client = Client::start(NEOVIM, options, Value::Null);
    client.open(URI, &TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.", "Budgettet blev godkendt."));
    client.pushed(URI, 1);
    let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    assert_eq!(lenses[0]["command"]["title"], "At-punkter afgjort: 1/2");
    client.finish();
}

#[test]
fn lenses_count_what_is_decided() {
    let mut client = vscode();
    client.open(URI, TEXT);
    let lenses = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    let titles: Vec<_> =
        lenses.as_array().expect("lenses").iter().map(|l| l["command"]["title"].clone()).collect();
    assert_eq!(titles, ["At-punkter afgjort: 1/2"]);
    client.finish();
}

#[test]
fn lenses_count_as_the_findings_do() {
    let mut client = vscode();
    client.open(URI, &TEXT.replace("Ad 1. Godkendt, bl.a. fordi det haster.", "Budgettet blev godkendt."));
    let document = json!({"textDocument": {"uri": URI}});
    let report = client.request("textDocument/diagnostic", document.clone());
    let codes: Vec<&Value> =
        report["items"].as_array().expect("findings").iter().map(|found| &found["code"]).collect();
    assert!(codes.iter().any(|code| **code == "decisions/undecided-at-point"), "{codes:?}");
    let lenses = client.request("textDocument/codeLens", document);
    assert_eq!(lenses[0]["command"]["title"], "At-punkter afgjort: 1/2");
    client.finish();
}

/// What is offered where "$0" stands in `text` when `sign` was typed there, which nobody asked about.
fn offered_unasked(client: &mut Client, text: &str, sign: &str) -> Vec<String> {
    let at = text.find("$0").expect("the cursor");
    client.open(URI, &text.replace("$0", ""));
    let position = client.position(&text[..at], at);
    let context = json!({"triggerKind": 2, "triggerCharacter": sign});
    let params = json!({"textDocument": {"uri": URI}, "position": position, "context": context});
    let items = client.request("textDocument/completion", params);
    client.close(URI);
    let items = items.as_array().cloned().unwrap_or_default();
    items.iter().map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
}

const AGENDA: &str =
    "Kulturudvalget\nDagsorden\n\nMødedato: Tirsdag den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\n";
const MINUTES: &str =
    "Kulturudvalget\nReferat\n\nMødedato: Tirsdag den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\n";

#[test]
fn no_line_end_opens_a_list_and_none_stands_where_nothing_is_due() {
    let mut client = vscode();
    let signs = &client.capabilities["completionProvider"]["triggerCharacters"];
    assert_eq!(*signs, json!(["/", "("]));
    let prose = format!("{AGENDA}Sagsfremstilling\n\nBussen har kørt i fem år.\n$0");
    let decided = format!(
        "{MINUTES}Indstilling\n\nDirektionen indstiller, at bussen fortsætter.\n\nBeslutning\n\nGodkendt.\n\n"
    );
    let remark = format!("{decided}Bo Berg (A) bad om en ny status til efteråret.\n$0");
    let heading = format!("{MINUTES}Beslutning\n\n$0");
    for text in [&prose, &remark, &format!("{decided}$0"), &heading, &format!("{AGENDA}$0")] {
        for sign in ["\n", " ", ".", "a"] {
            assert_eq!(offered_unasked(&mut client, text, sign), Vec::<String>::new(), "{text}");
        }
    }
    // Nor when somebody asks: right under a sentence no heading is due, and what is decided is decided.
    assert_eq!(offered(&mut client, &prose), Vec::<String>::new());
    assert_eq!(offered(&mut client, &remark), Vec::<String>::new());
    let after = offered(&mut client, &format!("{decided}$0"));
    assert!(!after.iter().any(|label| label.ends_with('.') && label != "2."), "{after:?}");
    assert!(!offered(&mut client, &format!("{AGENDA}$0")).contains(&"Beslutning".to_owned()));
    assert!(
        !offered(&mut client, &format!("{AGENDA}Sagsfremstilling\n\nBussen.\n\nB$0"))
            .contains(&"Bilag".to_owned())
    );
    // Where something is due it is offered.
    assert!(offered(&mut client, &heading).contains(&"Godkendt.".to_owned()));
    client.finish();
}

#[test]
fn parts_and_case_numbers_are_no_dates() {
    let mut client = vscode();
    for words in [
        "Ca. 3/4",
        "Åbent 24/7",
        "Sag 22/12",
        "1/2",
        "Budget 10/12",
        "Siden 3/4",
        "I verden 3/4",
        "Sag 22/12-2021",
    ] {
        let text = format!("{AGENDA}Sagsfremstilling\n\n{words}$0");
        let found = [offered(&mut client, &text), offered_unasked(&mut client, &text, "/")].concat();
        assert_eq!(found, Vec::<String>::new(), "{words}");
    }
    let text = format!("{AGENDA}Sagsfremstilling\n\nBussen kørte den 3/4$0");
    assert_eq!(offered(&mut client, &text), ["3. april 2026"]);
    client.finish();
}
