//! What a client may have done to a document: fixes, fixes of everything, changes of structure, formatting.

use serde_json::{Value, json};

use crate::client::{Client, everyone, helix, vscode};

const URI: &str = "file:///ws/a.referat";
const FAULTY: &str = "Byrådet\r\n4. april 2022 kl. 17.00\r\n\r\n1. Budget 🙂\r\n\r\nIndstilling\r\n\r\nDirektionen indstiller,\r\n\r\n\
    1. at budgettet godkendes,\r\n2. At planen drøftes,\r\n4. At sagen drøftes.\r\n\r\nBeslutning\r\n\r\nAd 1. Godkendt.\r\n\r\n\
    2. Skolen\r\n\r\nIndstilling\r\n\r\nDirektionen indstiller, at planen godkendes, og at udvalget drøfter den.\r\n\r\n\
    Beslutning\r\n\r\nGodkendt.\r\n\r\n4. Eventuelt\r\n";

fn actions(client: &mut Client, words: &str, only: Value) -> Vec<Value> {
    actions_in(client, FAULTY, words, only)
}

pub(super) fn actions_in(client: &mut Client, text: &str, words: &str, only: Value) -> Vec<Value> {
    let at = client.of(text, words);
    let mut context = json!({"diagnostics": []});
    if !only.is_null() {
        context["only"] = only;
    }
    let range = json!({"start": at, "end": at});
    let params = json!({"textDocument": {"uri": URI}, "range": range, "context": context});
    client.request("textDocument/codeAction", params).as_array().cloned().expect("a list")
}

fn done(client: &mut Client, actions: &[Value], title: &str) -> String {
    done_in(client, FAULTY, actions, title)
}

fn done_in(client: &mut Client, text: &str, actions: &[Value], title: &str) -> String {
    let action = actions.iter().find(|a| a["title"].as_str().is_some_and(|t| t.contains(title)));
    let action = action.unwrap_or_else(|| panic!("{title}: {actions:#?}")).clone();
    let action = if action["edit"].is_null() { client.request("codeAction/resolve", action) } else { action };
    client.edited(text, &client.edits_in(&action["edit"], URI))
}

#[test]
fn a_finding_is_fixed_in_place_and_one_fix_is_preferred() {
    for mut client in everyone() {
        client.open(URI, FAULTY);
        client.pushed_or_pulled(URI);
        let fixes = actions(&mut client, "At planen", json!(["quickfix"]));
        assert_eq!(fixes.iter().filter(|fix| fix["isPreferred"] == true).count(), 1);
        assert_eq!(fixes[0]["diagnostics"][0]["code"], "at-points/lead-word");
        let fixed = client.edited(FAULTY, &client.edits_in(&fixes[0]["edit"], URI));
        assert_eq!(fixed, FAULTY.replace("At planen", "at planen"));
        client.finish();
    }
}

#[test]
fn a_question_about_one_finding_in_the_whole_document_has_one_answer() {
    let mut client = vscode();
    client.open(URI, FAULTY);
    let found = client.findings(URI, 1);
    let asked = found.iter().find(|found| found["code"] == "at-points/lead-word").expect("a finding");
    // As Kate asks, and then does all that it is told.
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 28, "character": 0}});
    let params = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": [asked]}});
    let fixes = client.request("textDocument/codeAction", params);
    assert_eq!(fixes.as_array().map(Vec::len), Some(1), "{fixes:#}");
    let fixed = client.edited(FAULTY, &client.edits_in(&fixes[0]["edit"], URI));
    assert_eq!(fixed, FAULTY.replace("At planen", "at planen"));
    client.finish();
}

/// On a save the question is put for the whole document, with every finding there is: one may be all.
#[test]
fn everything_is_fixed_where_there_is_one_finding() {
    let mut client = vscode();
    let text = "Kulturudvalget\n7. april 2026 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at planen godkendes,\n2. At budgettet drøftes.\n\nBeslutning\n\nGodkendt.\n";
    client.open(URI, text);
    let found = client.findings(URI, 1);
    let asked = found.iter().find(|found| found["code"] == "at-points/lead-word").expect("a finding");
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 16, "character": 0}});
    let mut actions = |only: Value| {
        let context = json!({"diagnostics": [asked], "only": only});
        let params = json!({"textDocument": {"uri": URI}, "range": range, "context": context});
        client.request("textDocument/codeAction", params).as_array().cloned().expect("a list")
    };
    for only in ["source.fixAll.referent", "source.fixAll", "source"] {
        let fixes = actions(json!([only]));
        assert!(fixes.iter().any(|fix| fix["kind"] == "source.fixAll.referent"), "{only}: {fixes:#?}");
        assert!(fixes.iter().all(|fix| fix["kind"] != "quickfix"), "{only}: {fixes:#?}");
    }
    assert_eq!(actions(json!(["source.organizeImports"])), Vec::<Value>::new());
    assert!(actions(json!(["refactor"])).iter().all(|fix| fix["kind"] != "quickfix"));
    client.finish();
}

#[test]
fn everything_safe_is_fixed_in_one_call_and_nothing_is_left() {
    for mut client in everyone() {
        client.open(URI, FAULTY);
        client.pushed_or_pulled(URI);
        let all = actions(&mut client, "Byrådet", json!(["source.fixAll"]));
        let fixed = done(&mut client, &all, "automatisk");
        assert!(fixed.contains("2. at planen") && fixed.contains("4. at sagen"), "{fixed}");
        client.change(URI, 2, json!([{"text": fixed}]));
        client.findings(URI, 2);
        let again = actions(&mut client, "Byrådet", json!(["source.fixAll.referent"]));
        for action in again {
            let action = client.request("codeAction/resolve", action);
            assert_eq!(client.edits_in(&action["edit"], URI), json!([]));
        }
        client.finish();
    }
}

#[test]
fn lists_and_items_are_numbered() {
    let mut client = vscode();
    client.open(URI, FAULTY);
    let here = actions(&mut client, "At sagen", json!(["refactor"]));
    assert_eq!(done(&mut client, &here, "listen"), FAULTY.replace("4. At sagen", "3. At sagen"));
    client.finish();
}

#[test]
fn items_are_numbered_from_the_first() {
    let text = include_str!("../../../tests/minutes/fredericia-social-faults.txt");
    let mut client = vscode();
    client.open(URI, text);
    let asked = |client: &mut Client, range: Value| {
        let params = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}});
        client.request("textDocument/codeAction", params)
    };
    let start = json!({"line": 0, "character": 0});
    let elsewhere = asked(&mut client, json!({"start": start, "end": start})).to_string();
    assert!(!elsewhere.contains("alle punkter"), "a lamp at every place says nothing");
    let at = client.of(text, "Punkt 89 Fordeling");
    let actions = asked(&mut client, json!({"start": at, "end": at}));
    let action = actions
        .as_array()
        .expect("a list")
        .iter()
        .find(|a| a["title"] == "Nummerér alle punkter fortløbende");
    let edits = client.edits_in(&action.expect("the action")["edit"], URI);
    let numbered = client.edited(text, &edits);
    let number = |line: &str| line.strip_prefix("Punkt ")?.split(' ').next()?.parse().ok();
    let numbers: Vec<u32> = numbered.lines().filter_map(number).collect();
    assert_eq!(numbers, (84..84 + numbers.len() as u32).collect::<Vec<_>>());
    assert_ne!(numbered, text);
    client.finish();
}

#[test]
fn who_has_put_an_item_in_numbers_those_after_it_from_there() {
    let text = "Byrådet\n7. april 2026 kl. 17.00\n\nPunkt 1: Budget\n\nPunkt 2: Den nye sag\n\nPunkt 2: Skolen\n\nPunkt 3: Eventuelt\n";
    let mut client = vscode();
    client.open(URI, text);
    let here = actions_in(&mut client, text, "Punkt 2: Den nye", json!(["refactor"]));
    let numbered = done_in(&mut client, text, &here, "alle punkter");
    assert_eq!(numbered, text.replace("3: Even", "4: Even").replace("2: Skolen", "3: Skolen"));
    let former = actions_in(&mut client, text, "Punkt 1: Budget", json!(["refactor"]));
    assert!(!json!(former).to_string().contains("alle punkter"), "{former:?}");
    client.finish();
}

#[test]
fn undecided_points_get_a_line_to_fill_in() {
    let mut client = helix();
    client.open(URI, FAULTY);
    client.pushed_or_pulled(URI);
    let here = actions(&mut client, "at budgettet", json!(["refactor.rewrite"]));
    let decided = done(&mut client, &here, "at-punkter, der mangler en beslutning");
    assert!(decided.contains("Ad 1. Godkendt.\r\nAd 2.\r\nAd 4.\r\n\r\n2. Skolen"), "{decided}");
    client.finish();
}

/// Enter takes the first: that must be the cure, before the ways to be silent about it, and no title names a rule.
#[test]
fn the_cure_of_an_undecided_point_stands_first() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet godkendes,\n2. at planen godkendes.\n\nBeslutning\n\nAd 1. Godkendt.\n";
    let more = text.replace("2. at planen godkendes.", "2. at planen godkendes,\n3. at sagen godkendes.");
    let one = ("\"Ad 2.\" for det at-punkt, der mangler en beslutning", "Ad 1. Godkendt.\nAd 2.\n");
    let two = (
        "\"Ad 2.\" og \"Ad 3.\" for de 2 at-punkter, der mangler en beslutning",
        "Ad 1. Godkendt.\nAd 2.\nAd 3.\n",
    );
    for (text, (title, decided)) in [(text, one), (more.as_str(), two)] {
        let mut client = vscode();
        client.open(URI, text);
        client.pushed_or_pulled(URI);
        let at = client.of(text, "Ad 1.");
        let params = json!({
            "textDocument": {"uri": URI}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
        });
        let actions = client.request("textDocument/codeAction", params);
        let cure = &actions[0];
        assert_eq!(cure["title"], format!("Indsæt {title}"), "{actions:#}");
        assert_eq!((&cure["kind"], &cure["isPreferred"]), (&json!("quickfix"), &Value::Null));
        assert_eq!(cure["diagnostics"][0]["code"], "decisions/undecided-at-point");
        assert!(client.edited(text, &client.edits_in(&cure["edit"], URI)).ends_with(decided));
        let titles: Vec<_> =
            actions.as_array().expect("a list").iter().map(|a| a["title"].to_string()).collect();
        assert!(titles.iter().all(|title| !title.contains("decisions/")), "{titles:#?}");
        client.finish();
    }
}

#[test]
fn a_sentence_becomes_a_list_and_a_list_a_sentence() {
    let mut client = vscode();
    client.open(URI, FAULTY);
    let here = actions(&mut client, "at planen godkendes, og", json!(["refactor"]));
    let listed = done(&mut client, &here, "Del sætningen");
    assert!(
        listed.contains(
            "indstiller,\r\n\r\n1. at planen godkendes,\r\n2. at udvalget drøfter den.\r\n\r\nBeslutning"
        ),
        "{listed}"
    );
    client.finish();
}

#[test]
fn a_list_that_is_no_sentence_stays_a_list() {
    let text = |list: &str, decision: &str| {
        format!(
            "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bus\n\nIndstilling\n\nDirektionen indstiller,\n\n{list}\n\nBeslutning\n\n{decision}\n"
        )
    };
    let mut client = vscode();
    for (list, decision) in [
        ("1. at et godkendes,\n   - under a\n   - under b\n2. at to godkendes.", "Godkendt."),
        ("1. at et godkendes,\n2. at to godkendes.", "Ad 1. Godkendt.\n\nAd 2. Godkendt."),
    ] {
        let text = text(list, decision);
        client.open(URI, &text);
        let here = actions_in(&mut client, &text, "at et", json!(["refactor"]));
        let offered = here.iter().any(|action| action["title"] == "Skriv at-punkterne i én sætning");
        assert!(!offered, "{list}");
        client.close(URI);
    }
    for (list, sentence) in [
        (
            "1. at der gives 5.000 kr.,\n2. at Bo m.fl. inviteres",
            "at der gives 5.000 kr., og at Bo m.fl. inviteres.",
        ),
        ("- at et ses;\n- at to ses; og\n- at tre ses", "at et ses, at to ses, og at tre ses."),
        ("1. at et ses,\n2. at der gives 5 kr.", "at et ses, og at der gives 5 kr."),
    ] {
        let text = text(list, "Godkendt.");
        client.open(URI, &text);
        let here = actions_in(&mut client, &text, "at ", json!(["refactor"]));
        let written = done_in(&mut client, &text, &here, "i én sætning");
        assert!(written.contains(&format!("indstiller, {sentence}\n")), "{written}");
        client.close(URI);
    }
    client.finish();
}

#[test]
fn a_missing_section_is_put_in_where_it_belongs() {
    let text = include_str!("../../../tests/minutes/fredericia-senior.txt");
    let cut = text.replacen("Vurdering\n", "", 1);
    let mut client = vscode();
    client.open(URI, &cut);
    let at = client.of(&cut, "Indstillinger");
    let range = json!({"start": at, "end": at});
    let params = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", params);
    let titles: Vec<_> = actions.as_array().expect("a list").iter().map(|a| a["title"].clone()).collect();
    assert!(titles.contains(&json!("Indsæt afsnittet \"Vurdering\"")), "{titles:#?}");
    client.finish();
}

#[test]
fn formatting_touches_nothing_but_typography() {
    let mut client = vscode();
    client.open(URI, FAULTY);
    let options = json!({"tabSize": 2, "insertSpaces": true});
    let edits =
        client.request("textDocument/formatting", json!({"textDocument": {"uri": URI}, "options": options}));
    assert!(client.edited(FAULTY, &edits).contains("2. At planen"));
    client.finish();
}

/// The text after Enter, which made `line`.
fn enter(client: &mut Client, text: &str, line: usize) -> String {
    client.open(URI, text);
    let params = json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": 0}, "ch": "\n",
        "options": {"tabSize": 2, "insertSpaces": true}
    });
    let edits = client.request("textDocument/onTypeFormatting", params);
    let edited = client.edited(text, &edits);
    client.close(URI);
    edited
}

/// The line that Enter makes after `words`, which stand last in `text`.
fn after(client: &mut Client, text: &str) -> String {
    let text = format!("{text}\n");
    let line = text.matches('\n').count();
    let edited = enter(client, &text, line);
    edited.rsplit('\n').next().unwrap_or_default().to_owned()
}

#[test]
fn enter_goes_on_with_lists_of_every_kind() {
    let mut client = vscode();
    let head = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\n";
    let cases = [
        ("Tre ting:\n\n- skolen", "- "),
        ("Tre ting:\n\n* skolen", "* "),
        ("Tre ting:\n\n1. Skolen", "2. "),
        ("Tre ting:\n\n1. skolen\n2. vejen", "3. "),
        ("Skolen er\n1. maj", ""),
        ("Mødet er flyttet til den\n17. maj", ""),
        ("– sagde han", ""),
        ("-", ""),
        ("Bilag\n\n1. Kort", "2. "),
        ("Bilag\n\n1. Kort\n2. Plan", "3. "),
        ("Bilag\n\n- Kort", "- "),
        ("Tre ting:\n\na) at skolen\nb) vejen", "c) "),
        ("a. at skolen bygges,", "b. "),
        ("- [ ] skolen", "- [ ] "),
        ("- [x] skolen", "- [ ] "),
        ("a. Holm sagde nej", ""),
        ("1. at skolen bygges,\n2. at vejen lægges om.", ""),
        ("- at skolen bygges, og\n\n- at vejen lægges om.", ""),
        ("1. at skolen bygges.\n2. at vejen lægges om.", "3. "),
    ];
    for (words, next) in cases {
        assert_eq!(after(&mut client, &format!("{head}{words}")), next, "{words}");
    }
    client.finish();
}

#[test]
fn enter_goes_on_to_the_next_point_of_a_decision() {
    let mut client = vscode();
    let head = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes,\n2. at planen godkendes,\n3. at sagen godkendes.\n\nBeslutning\n\n";
    let cases = [
        ("Ad 1. Godkendt.", "Ad 2. "),
        ("Ad 1: Godkendt.", "Ad 2: "),
        ("Ad pkt. 1. Godkendt.\nAd pkt. 2. Drøftet.", "Ad pkt. 3. "),
        ("Ad 3. Godkendt.", ""),
        ("Ad 2. Drøftet.\nAd 1. Godkendt.", ""),
        ("Godkendt.", ""),
        ("Ad hoc-udvalg 1. Godkendt.", ""),
        ("Ad 1. og 2. Godkendt.", "Ad 3. "),
        ("Ad 1-2. Godkendt.", "Ad 3. "),
        ("**Ad 1.** Godkendt.", "**Ad 2.** "),
        ("Ad 1-3. Godkendt.", ""),
        ("1. Godkendt.\n2. Drøftet.\n3. Godkendt.", ""),
    ];
    for (words, next) in cases {
        assert_eq!(after(&mut client, &format!("{head}{words}")), next, "{words}");
    }
    let ended = format!("{head}Ad 1. Godkendt.\nAd 2. \n");
    assert_eq!(enter(&mut client, &ended, 17), ended.replace("Ad 2. ", ""));
    client.finish();
}

#[test]
fn enter_goes_on_with_the_list() {
    let mut client = vscode();
    let text = "Byrådet\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at planen godkendes,\n\n2. at sagen drøftes.\n";
    assert_eq!(enter(&mut client, text, 9), text.replace("\n\n2. at sagen", "\n2. \n3. at sagen"));
    let marked = text.replace("\n\n2. at sagen", "\n2. \n3. at sagen");
    assert_eq!(enter(&mut client, &marked, 9), marked, "the editor did it by itself");
    let ended = "Byrådet\n\n1. Budget\n\nIndstilling\n\n1. at planen godkendes,\n2. \n\nBeslutning\n";
    assert_eq!(enter(&mut client, ended, 8), ended.replace("\n2. \n", "\n\n"));
    let split =
        "Byrådet\n\n1. Budget\n\nIndstilling\n\n1. at planen godkendes,\n2. \n\n3. at sagen drøftes.\n";
    assert_eq!(enter(&mut client, split, 8), split.replace("\n2. \n", "\n\n").replace("3. at", "2. at"));
    let prose = "Byrådet\n\n1. Budget\n\nSagen\n\n";
    assert_eq!(enter(&mut client, prose, 5), prose);
    client.finish();
}
