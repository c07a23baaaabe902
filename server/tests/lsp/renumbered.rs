//! What gets another number takes along what surely names it, and nothing else.

use serde_json::{Value, json};

use crate::actions::actions_in;
use crate::client::{Client, helix, vscode};

const URI: &str = "file:///ws/a.referat";

const HEAD: &str = "Kulturudvalget\nReferat af møde den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\n";

/// The text after Enter, which made line `line`.
pub(crate) fn enter(client: &mut Client, text: &str, line: usize) -> String {
    client.open(URI, text);
    let params = json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": 0}, "ch": "\n",
        "options": {"tabSize": 2, "insertSpaces": true}
    });
    let edits = client.request("textDocument/onTypeFormatting", params);
    client.close(URI);
    client.edited(text, &edits)
}

pub(crate) fn rename(client: &mut Client, text: &str, words: &str, new: &str) -> Value {
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let params = json!({"textDocument": {"uri": URI}, "position": client.of(text, words), "newName": new});
    let id = client.ask("textDocument/rename", params);
    let answer = client.answer(id);
    client.close(URI);
    answer
}

pub(crate) fn renamed(client: &mut Client, text: &str, words: &str, new: &str) -> String {
    let answer = rename(client, text, words, new);
    client.edited(text, &client.edits_in(&answer["result"], URI))
}

#[test]
fn laws_contracts_and_other_meetings_keep_their_numbers() {
    let others = "Sagen blev udsat, jf. punkt 3 på forrige møde.\nDet er efter § 5, punkt 3.\nDet er aftalt, jf. punkt 3 i \
                  lejekontrakten.\nSe Økonomiudvalget den 3. marts 2026, pkt. 3.\nSe bilag 2 i lejekontrakten.\nHun skrev: \
                  \"jf. punkt 3\".\n";
    let text = format!(
        "{HEAD}Sagsfremstilling\n\n{others}Sagen om hallen er punkt 3, jf. bilag 2 til punkt 3.\n\nBeslutning\n\nGodkendt.\n\n\
         3. Svømmehal\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n1. Kort\n2. Plan\n"
    );
    let mut client = vscode();
    let answer = rename(&mut client, &text, "3. Svømmehal", "9");
    let all = answer["result"]["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    let sure: Vec<&Value> = all.iter().filter(|edit| edit["annotationId"].is_null()).collect();
    let lines: Vec<u64> = sure.iter().filter_map(|edit| edit["range"]["start"]["line"].as_u64()).collect();
    let named = text.lines().position(|line| line.starts_with("Sagen om hallen")).unwrap_or_default() as u64;
    assert_eq!(lines, [named, named, named + 6], "{answer:#}");
    let plans = renamed(&mut client, &text, "2. Plan", "8");
    assert_eq!(plans, text.replace("2. Plan", "8. Plan").replace("bilag 2 til", "bilag 8 til"));
    client.finish();
}

#[test]
fn letters_stay_letters() {
    let text = format!(
        "{HEAD}Sagsfremstilling\n\nSe 2. at-punkt og bilag B.\n\nIndstilling\n\nDirektionen indstiller,\n\na) at hallen lukkes,\n\
         b) at pengene flyttes.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nBilag A - Tegning\nBilag B - Budget\n"
    );
    let mut client = vscode();
    let expected = text.replace("b) at", "e) at").replace("2. at-punkt", "5. at-punkt");
    for new in ["e", "5", "E"] {
        assert_eq!(renamed(&mut client, &text, "b) at", new), expected, "{new}");
    }
    let expected = text.replace("a) at", "b) at").replace("b) at pengene", "a) at pengene");
    assert_eq!(renamed(&mut client, &text, "a) at", "b"), expected.replace("2. at-punkt", "1. at-punkt"));
    let expected = text.replace("Bilag B", "Bilag D").replace("bilag B", "bilag D");
    for words in ["B - Budget", "B."] {
        assert_eq!(renamed(&mut client, &text, words, "d"), expected, "{words}");
    }
    assert!(rename(&mut client, &text, "b) at", "37")["error"].is_object());
    client.finish();
}

#[test]
fn enter_takes_the_answers_of_a_list_along_or_leaves_its_numbers() {
    let mut client = vscode();
    let list = "Indstilling\n\nDirektionen indstiller,\n\n1. at hallen lukkes,\n\n2. at pengene flyttes.\n\nBeslutning\n\n";
    let text = format!("{HEAD}{list}Ad 1. Godkendt.\nAd 2. Udsat.\n");
    let after = text.replace("\n\n2. at pengene", "\n2. \n3. at pengene").replace("Ad 2.", "Ad 3.");
    assert_eq!(enter(&mut client, &text, 10), after);
    // What names both points in a range, or a point that is not there, cannot follow.
    for answers in ["Ad 1-2. Godkendt.\n", "Ad 1. Godkendt.\nAd 2. Udsat.\nAd 3. Afvist.\n"] {
        let text = format!("{HEAD}{list}{answers}");
        assert_eq!(enter(&mut client, &text, 10), text);
    }
    let text = format!(
        "{HEAD}Sagsfremstilling\n\nSe bilag 2.\n\nBilag\n\n1. Kort\n\n2. Plan\n\n2. Hal\n\nSe bilag 2 til punkt 1.\n"
    );
    let after = text
        .replace("\n\n2. Plan", "\n2. \n3. Plan")
        .replace("Se bilag 2.", "Se bilag 3.")
        .replace("bilag 2 til", "bilag 3 til");
    assert_eq!(enter(&mut client, &text, 12), after);
    client.finish();
}

#[test]
fn a_list_is_not_numbered_where_two_answers_would_meet() {
    let titles = |actions: &[Value]| -> Vec<String> {
        actions.iter().filter_map(|action| action["title"].as_str()).map(str::to_owned).collect()
    };
    let list = "Indstilling\n\nDirektionen indstiller,\n\n1. at hallen lukkes,\n3. at pengene flyttes.\n\nBeslutning\n\n";
    let mut client = vscode();
    for (answers, offered) in [
        ("Ad 1. Godkendt.\nAd 3. Afvist.\n", true),
        ("Ad 1. Godkendt.\nAd 2. Udsat.\nAd 3. Afvist.\n", false),
        ("Ad 1-3. Godkendt.\n", false),
    ] {
        let text = format!("{HEAD}{list}{answers}");
        client.open(URI, &text);
        let actions = actions_in(&mut client, &text, "3. at", Value::Null);
        client.close(URI);
        let is_offered = titles(&actions).iter().any(|title| title.starts_with("Nummerér listen"));
        assert_eq!(is_offered, offered, "{answers}: {:?}", titles(&actions));
    }
    client.finish();
}

/// An item that is put in below a list is read as one of its points until the numbers are right.
#[test]
fn the_heading_of_a_new_item_is_not_numbered_as_a_point() {
    let text = format!(
        "{HEAD}Indstilling\n\nDirektionen indstiller,\n\n1. at hallen lukkes,\n2. at pengene flyttes.\n\n2. Ny sti\n\n\
         2. Svømmehal\n\nBeslutning\n\nGodkendt.\n"
    );
    let mut client = vscode();
    client.open(URI, &text);
    let actions = actions_in(&mut client, &text, "2. Ny sti", Value::Null);
    let is_offered =
        |action: &Value| action["title"].as_str().is_some_and(|title| title.starts_with("Nummerér listen"));
    assert!(!actions.iter().any(is_offered), "{actions:#?}");
    client.finish();
}

#[test]
fn a_client_that_cannot_ask_is_told_which_lines_to_look_at() {
    let text = format!(
        "{HEAD}Sagsfremstilling\n\nSe punkt 3, og se 3. punkt.\n\n3. Hal\n\nBeslutning\n\nGodkendt.\n"
    );
    let mut client = helix();
    client.open(URI, &text);
    client.pushed_or_pulled(URI);
    let actions = actions_in(&mut client, &text, "3. Hal", Value::Null);
    let title = "Nummerér alle punkter fortløbende (se efter i linje 8)";
    let action =
        actions.iter().find(|action| action["title"] == title).unwrap_or_else(|| panic!("{actions:#?}"));
    let edited = client.edited(&text, &client.edits_in(&action["edit"], URI));
    assert_eq!(edited, text.replace("punkt 3,", "punkt 2,").replace("3. Hal", "2. Hal"));
    client.finish();
}

#[test]
fn answers_with_letters_lead_to_their_points() {
    let text = format!(
        "{HEAD}Indstilling\n\nDirektionen indstiller,\n\na) at hallen lukkes,\nb) at pengene flyttes.\n\nBeslutning\n\n\
         Ad a) Godkendt.\nAd b) Udsat.\n"
    );
    let mut client = vscode();
    let expected = text.replace("b) at pengene", "c) at pengene").replace("Ad b)", "Ad c)");
    assert_eq!(renamed(&mut client, &text, "b) Udsat", "c"), expected);
    let open = text.replace("Ad b) Udsat.\n", "\n");
    assert_eq!(enter(&mut client, &open, 15), open.replace("Godkendt.\n\n", "Godkendt.\nAd b) \n"));
    client.finish();
}

#[test]
fn enter_goes_on_with_attachments_and_bullets() {
    let mut client = vscode();
    for (words, next) in [
        ("Bilag\n\nBilag 1 - Tegning\n", "Bilag 2 - "),
        ("Bilag\n\nBilag 1: Tegning\n", "Bilag 2: "),
        ("Sagsfremstilling\n\n1) hallen\n", "2) "),
        ("- hallen\n", "- "),
        ("Bilag 1 - Tegning\n", ""),
        ("3) hallen\n", ""),
    ] {
        let text = format!("{HEAD}{words}");
        let line = text.lines().count();
        assert_eq!(enter(&mut client, &text, line), format!("{text}{next}"), "{words}");
    }
    client.finish();
}

#[test]
fn a_person_is_followed_in_capitals_and_asked_about_by_the_last_name() {
    let text = "Kulturudvalget\nReferat af møde den 7. april 2026 kl. 17.00\nTil stede: Anne Berg (A), Bo Holm (V)\n\n1. Hal\n\n\
                Beslutning\n\nANNE BERG og Bo Holm stemte for. Berg gik. Hotel Berg er lukket.\n";
    let mut client = vscode();
    let answer = rename(&mut client, text, "Anne Berg", "Anne Bjerg");
    let all = answer["result"]["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    let (asked, sure): (Vec<&Value>, Vec<&Value>) =
        all.iter().partition(|edit| !edit["annotationId"].is_null());
    let words = |edits: &[&Value]| -> Vec<String> {
        edits.iter().filter_map(|edit| edit["newText"].as_str()).map(str::to_owned).collect()
    };
    assert_eq!(words(&sure), ["Anne Bjerg", "ANNE BJERG"], "{answer:#}");
    assert_eq!(words(&asked), ["Bjerg"], "{answer:#}");
    client.finish();
}

#[test]
fn what_enter_writes_it_takes_away_again() {
    let mut client = vscode();
    for (words, mark) in [
        ("Vi mangler:\n- Kaffe\n- Te\n", "- "),
        ("Vi mangler:\n* Kaffe\n", "* "),
        ("Vi mangler:\n• Kaffe\n• Te\n", "• "),
        ("Sagsfremstilling\n\n1) Hallen\n", "2) "),
        ("Bilag\n\nBilag 1: Tegning\n", "Bilag 2: "),
        ("Bilag\n\nBilag 1 - Tegning\n", "Bilag 2 - "),
        ("Indstilling\n\nDirektionen indstiller, at udvalget\na) lukker hallen\n", "b) "),
    ] {
        let text = format!("{HEAD}{words}");
        let line = text.lines().count();
        let once = enter(&mut client, &text, line);
        assert_eq!(once, format!("{text}{mark}"));
        assert_eq!(enter(&mut client, &format!("{once}\n"), line + 1), format!("{text}\n"), "{mark}");
    }
    // Nobody put these in: a dash may stand for nothing, and a number for an item.
    for words in ["Pris:\n- \n", "Bilag\n\nBilag 2: \n"] {
        let text = format!("{HEAD}{words}");
        assert_eq!(enter(&mut client, &text, text.lines().count()), text);
    }
    client.finish();
}

#[test]
fn a_range_keeps_its_ends_when_both_it_names_change_places() {
    let mut client = vscode();
    let items = "1. Hal\n\nSe punkt 2-4.\n\n2. Havn\n\nDrøftet.\n\n3. Mole\n\nDrøftet.\n\n4. Bro\n\nDrøftet.\n\n5. Sti\n\nDrøftet.\n";
    let text = HEAD.replace("1. Havnebus\n\n", items);
    let swapped = text.replace("2. Havn", "0.").replace("3. Mole", "2. Mole").replace("0.", "3. Havn");
    assert_eq!(renamed(&mut client, &text, "2. Havn", "3"), swapped);
    for (item, new, why) in [
        ("4. Bro", "6", "går fra et nummer til et andet"),
        ("2. Havn", "8", "går fra et nummer til et andet"),
        ("3. Mole", "9", "omfatter også dette nummer, uden at det står der"),
    ] {
        let answer = rename(&mut client, &text, item, new);
        let told = answer["error"]["message"].as_str().unwrap_or_default();
        assert!(told.contains(why), "{item}: {answer}");
    }
    client.finish();
}
