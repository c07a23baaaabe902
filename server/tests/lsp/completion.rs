//! What is offered for a place, asked for or not.

use serde_json::{Value, json};

use crate::client::{Client, helix, vscode};
use crate::features::TEXT;
use crate::outline::{FREDERICIA, URI};

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

/// A body's name is offered once nothing else can be meant, and not where "Skolen" is as likely.
#[test]
fn completion_offers_a_body_when_it_is_meant() {
    let mut client = vscode();
    for (body, typed, is_offered) in [
        ("Skolebestyrelsen", "Det blev drøftet, om Skol", false),
        ("Skolebestyrelsen", "Det blev drøftet, om Skoleb", true),
        ("Kulturudvalget", "Huset hedder Kultur", false),
        ("Kulturudvalget", "Huset ejes af Kulturu", true),
        ("Kultur- og Fritidsudvalget", "Huset hedder Kult", false),
        ("Kultur- og Fritidsudvalget", "Huset hedder Frit", false),
        ("Kultur- og Fritidsudvalget", "Huset ejes af Kultur- o", true),
    ] {
        let text =
            format!("{body}\nReferat\n7. april 2026 kl. 17.00\n\n1. Hus\n\nSagsfremstilling\n\n{typed}");
        let all = labels(&mut client, &text, typed);
        assert_eq!(all.iter().any(|item| item["label"] == body), is_offered, "{typed}: {all:?}");
    }
    client.finish();
}

/// A heading that is due by the case above it and usual in the other items stands once; a board is called so in its own agenda.
#[test]
fn completion_offers_a_heading_once_and_a_board_without_its_place() {
    let mut client = vscode();
    let head = "Skolebestyrelsen ved Åskolen\nDagsorden\n7. april 2026 kl. 17.00\n\n1. Hus\n\nSagsfremstilling\n\nHuset er gammelt.\n\n\
                Indstilling\n\nLederen indstiller,\n\n";
    let text = format!("{head}1. at huset males.\n\n2. Mur\n\nSagsfremstilling\n\nMuren er ny.\n\nInd");
    let all: Vec<Value> =
        labels(&mut client, &text, "ny.\n\nInd").iter().map(|item| item["label"].clone()).collect();
    assert_eq!(all.iter().filter(|label| **label == "Indstilling").count(), 1, "{all:?}");
    let all = labels(&mut client, &format!("{head}1. at"), "1. at");
    assert!(all.iter().any(|item| item["label"] == "at Skolebestyrelsen godkender …"), "{all:?}");
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
