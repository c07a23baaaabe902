//! What is done with the documents of a folder: fixed together, compared, renamed, given words; and which of them are ours.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::client::{Client, HELIX, NEOVIM, VSCODE};
use crate::suppress::folder;

const AGENDA: &str = "Dagsorden\n\nKulturudvalget\nTirsdag den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\nIndstilling\n\n\
                      Direktionen indstiller,\n\n1. at der gives 40.000 kr.,\n2. at bussen kører om søndagen.\n\n2. Eventuelt\n";
const MINUTES: &str = "Referat\n\nKulturudvalget\nTirsdag den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\nIndstilling\n\n\
                       Direktionen indstiller,\n\n1. at der gives 50.000 kr.,\n2. at bussen kører om søndagen.\n\n\
                       Beslutning\n\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n";
const README: &str =
    "# Bus timetable\n\nBuilt on 4 november 2025.\n\n1. Install it\n2. Run it\n\n## Usage\n\nSee kl 8.30.\n";

fn start(profile: &str, uri: &str) -> Client {
    Client::start(profile, json!({"workspaceFolders": [{"uri": uri, "name": "ws"}]}), json!({}))
}

fn execute(client: &mut Client, command: &str, argument: Value) -> Value {
    client.request("workspace/executeCommand", json!({"command": command, "arguments": [argument]}))
}

#[test]
fn what_is_safe_is_fixed_in_every_file_and_shown_before() {
    let faulty = MINUTES.replace("2. at bussen", "2. At bussen");
    for profile in [VSCODE, NEOVIM] {
        let (folder, uri) = folder(&[("a.referat", &faulty), ("b.referat", &faulty), ("README.md", README)]);
        let mut client = start(profile, &uri);
        let open = format!("{uri}/a.referat");
        client.open(&open, &faulty);
        client.pushed_or_pulled(&open);
        let told = client.request("workspace/executeCommand", json!({"command": "referent.fixAllInFolder"}));
        assert_eq!(told, json!({"files": 2, "edits": 2}));
        let asked = client.notification("workspace/applyEdit")["edit"].clone();
        let words = asked.to_string();
        assert!(
            words.contains("a.referat") && words.contains("b.referat") && !words.contains("README"),
            "{words}"
        );
        if profile == VSCODE {
            let id = &asked["documentChanges"][0]["edits"][0]["annotationId"];
            let annotation = &asked["changeAnnotations"][id.as_str().expect("a name")];
            assert_eq!(annotation["needsConfirmation"], false, "what is safe is chosen");
            let look = asked["documentChanges"][0]["edits"]
                .as_array()
                .and_then(|edits| edits.last())
                .expect("edits");
            assert_eq!((&look["newText"], &look["range"]["start"]), (&json!(""), &look["range"]["end"]));
            let shown = &asked["changeAnnotations"][look["annotationId"].as_str().expect("a name")];
            assert_eq!(shown["needsConfirmation"], true, "and shown before");
        }
        assert_eq!(fs::read_to_string(folder.path().join("b.referat")).expect("a file"), faulty);
        client.finish();
    }
}

#[test]
fn a_folder_with_nothing_to_fix_says_so() {
    let (_folder, uri) = folder(&[("README.md", README)]);
    let mut client = start(VSCODE, &uri);
    let told = client.request("workspace/executeCommand", json!({"command": "referent.fixAllInFolder"}));
    assert_eq!(told, json!({"files": 0, "edits": 0}));
    assert_eq!(client.notification("window/showMessage")["message"], "Intet i mappen kan rettes sikkert");
    client.finish();
}

#[test]
fn minutes_are_compared_with_the_agenda_beside_them_from_either_side() {
    let (_folder, uri) = folder(&[("april.dagsorden", AGENDA), ("april.referat", MINUTES)]);
    let mut client = start(VSCODE, &uri);
    for (name, text) in [("april.referat", MINUTES), ("april.dagsorden", AGENDA)] {
        let open = format!("{uri}/{name}");
        client.open(&open, text);
        let told = execute(&mut client, "referent.compareWithAgenda", json!({"uri": open}));
        let words = told["text"].as_str().expect("a text");
        assert!(words.starts_with("april.dagsorden → april.referat\n"), "{words}");
        assert!(words.contains("40.000 kr.") && words.contains("50.000 kr."), "{words}");
        assert_eq!(told["changed"], true);
        client.close(&open);
    }
    client.finish();
}

#[test]
fn the_open_text_is_compared_and_not_the_file() {
    let (folder, uri) = folder(&[("april.dagsorden", AGENDA), ("april.referat", MINUTES)]);
    let mut client = start(HELIX, &uri);
    let (agenda, minutes) = (format!("{uri}/april.dagsorden"), format!("{uri}/april.referat"));
    client.open(&agenda, &AGENDA.replace("40.000", "50.000"));
    client.pushed_or_pulled(&agenda);
    client.open(&minutes, MINUTES);
    client.pushed_or_pulled(&minutes);
    let told = execute(&mut client, "referent.compareWithAgenda", json!({"uri": minutes}));
    assert_eq!(told["changed"], false, "{told:#}");
    let alone = format!("{uri}/maj.referat");
    client.open(&alone, MINUTES);
    client.pushed_or_pulled(&alone);
    let refused = client.refused(
        "workspace/executeCommand",
        json!({"command": "referent.compareWithAgenda", "arguments": [{"uri": alone}]}),
    );
    assert_eq!(refused["message"], "der ligger ingen dagsorden ved siden af referatet");
    // A file that would be called as its own minutes are is no agenda of them.
    fs::write(folder.path().join("maj.referat"), MINUTES).expect("a file");
    for (wanted, why) in [
        (json!({"uri": alone}), "der ligger ingen dagsorden ved siden af referatet"),
        (json!({"uri": alone, "with": alone}), "et dokument kan ikke sammenlignes med sig selv"),
    ] {
        let asked = json!({"command": "referent.compareWithAgenda", "arguments": [wanted]});
        assert_eq!(client.refused("workspace/executeCommand", asked)["message"], why);
    }
    client.finish();
}

#[test]
fn a_file_that_lies_elsewhere_is_not_compared() {
    let (_folder, uri) = folder(&[("april.dagsorden", AGENDA), ("april.referat", MINUTES)]);
    let (_other, other) = folder(&[("maj.dagsorden", AGENDA)]);
    let mut client = start(VSCODE, &uri);
    let minutes = format!("{uri}/april.referat");
    client.open(&minutes, MINUTES);
    let wanted = |with: String| json!({"uri": minutes, "with": with});
    let refused = client.refused(
        "workspace/executeCommand",
        json!({"command": "referent.compareWithAgenda", "arguments": [wanted(format!("{other}/maj.dagsorden"))]}),
    );
    let told = refused["message"].as_str().unwrap_or_default();
    assert!(told.starts_with("maj.dagsorden ligger hverken"), "{told}");
    let told = execute(&mut client, "referent.compareWithAgenda", wanted(format!("{uri}/april.dagsorden")));
    assert_eq!(told["changed"], true);
    client.finish();
}

#[test]
fn what_is_suppressed_beside_a_document_goes_where_it_goes() {
    let (_folder, uri) =
        folder(&[("a.txt", MINUTES), ("a.txt.referent-ignore.toml", ""), ("b.txt", MINUTES)]);
    let mut client = start(VSCODE, &uri);
    assert!(client.capabilities["workspace"]["fileOperations"]["willRename"].is_object());
    let mut renamed = |old: &str, new: &str| {
        let files = json!({"files": [{"oldUri": format!("{uri}/{old}"), "newUri": format!("{uri}/{new}")}]});
        client.request("workspace/willRenameFiles", files)
    };
    let change = renamed("a.txt", "møde.txt")["documentChanges"][0].clone();
    assert_eq!(change["kind"], "rename");
    assert_eq!(change["oldUri"], format!("{uri}/a.txt.referent-ignore.toml"));
    assert_eq!(change["newUri"], format!("{uri}/m%C3%B8de.txt.referent-ignore.toml"));
    assert_eq!(renamed("b.txt", "c.txt"), Value::Null);
    client.finish();
}

#[test]
fn a_word_of_the_house_goes_into_its_list() {
    let text = MINUTES.replace("Godkendt.", "Godkendt. Udvalget drøfter krogstangs i Nordby.");
    let (folder, uri) = folder(&[("a.referat", &text), ("referent.toml", "[lint]\nselect = [\"all\"]\n")]);
    let mut client = start(VSCODE, &uri);
    let open = format!("{uri}/a.referat");
    client.open(&open, &text);
    execute(&mut client, "referent.addToVocabulary", json!({"uri": open, "word": "krogstangs"}));
    let asked = client.notification("workspace/applyEdit");
    let edit = &asked["edit"]["documentChanges"][0];
    assert_eq!(edit["textDocument"]["uri"], format!("{uri}/referent.toml"));
    assert_eq!(edit["edits"][0]["newText"], "\n[vocabulary]\nwords = [\"krogstangs\"]\n");
    for word in ["", "to ord", "\"]\nstyle = \"x"] {
        let argument =
            json!({"command": "referent.addToVocabulary", "arguments": [{"uri": open, "word": word}]});
        assert!(client.refused("workspace/executeCommand", argument)["message"].is_string(), "{word}");
    }
    drop(folder);
    client.finish();
}

#[test]
fn an_unknown_word_is_offered_for_the_list() {
    let text = MINUTES.replace("Godkendt.", "Godkendt. Sagen sendes til KRUDT.");
    let (_folder, uri) = folder(&[("a.referat", &text), ("referent.toml", "[lint]\nselect = [\"names\"]\n")]);
    let mut client = start(VSCODE, &uri);
    let open = format!("{uri}/a.referat");
    client.open(&open, &text);
    let at = client.of(&text, "KRUDT");
    let params = json!({"textDocument": {"uri": open}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", params);
    let titles: Vec<&str> =
        actions.as_array().expect("a list").iter().filter_map(|a| a["title"].as_str()).collect();
    let place = titles.iter().position(|title| *title == "Føj \"KRUDT\" til ordlisten");
    let hidden = titles.iter().position(|title| title.starts_with("Undtag"));
    assert!(place.is_some() && place < hidden, "{titles:?}");
    client.finish();
}

#[test]
fn a_text_that_reads_like_minutes_is_told_from_a_readme() {
    let (_folder, uri) = folder(&[("møde 7 april.txt", MINUTES), ("README.md", README)]);
    let mut client = start(VSCODE, &uri);
    let mut reads = |text: &str| {
        let about = json!({"uri": format!("{uri}/x.txt"), "text": text});
        execute(&mut client, "referent.treatAsMinutes", about)["isMinutes"].clone()
    };
    assert_eq!(reads(MINUTES), true);
    assert_eq!(reads(AGENDA), true);
    assert_eq!(reads(README), false);
    assert_eq!(reads("Huskeliste\n\n1. Køb mælk\n2. Ring til Bo den 4. april 2026\n"), false);
    assert_eq!(reads(""), false);
    let plain = "Referat\n\nDato: 14. april 2026\n\n1. Økonomi\n\nIndstilling\nDet indstilles, at regnskabet godkendes.\n\n\
                 Beslutning\nGodkendt.\n";
    let board = "Bestyrelsesmøde 12. maj 2026\n\nTil stede: Ida Holm, Per Vang\nAfbud: Ole Lund\n\n1. Økonomi\nKassereren \
                 fremlagde tallene. Godkendt.\n\n2. Eventuelt\nIntet.\n";
    assert_eq!((reads(plain), reads(board)), (json!(true), json!(true)));
    let guide = "# Sådan skriver du en dagsorden\n\n## 1. Overskrift\n\nSkriv, hvad mødet er.\n\n## 2. Indstilling\n\n\
                 Forvaltningen indstiller, at ...\n";
    assert_eq!(reads(guide), false);
    let report = client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    let files = report["items"].as_array().expect("a list");
    let readme = files.iter().find(|file| file["uri"].as_str().is_some_and(|uri| uri.contains("README")));
    assert_eq!(readme.expect("a report")["items"], json!([]));
    client.finish();
}

#[test]
fn the_undecided_points_are_gone_through_in_both_directions() {
    let text = MINUTES.replace("Godkendt.", "Ad 1. Godkendt.").replace("\n2. Ev", "\n2. Skolen\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at øen købes,\n2. at den sælges.\n\nBeslutning\n\nAd 2. Godkendt.\n\n3. Ev");
    let mut client = Client::start(HELIX, json!({}), json!({}));
    let uri = "file:///ws/a.referat";
    client.open(uri, &text);
    client.pushed_or_pulled(uri);
    let end = client.of(&text, ",\n2. at den sælges");
    let (bus, island) = (client.of(&text, "at bussen"), client.of(&text, "at øen"));
    let mut go = |from: &Value, back: bool| {
        let about = json!({"uri": uri, "position": from, "back": back});
        execute(&mut client, "referent.nextUndecided", about)["range"]["start"].clone()
    };
    assert_eq!(go(&bus, false), island);
    assert_eq!(go(&island, false), bus);
    assert_eq!(go(&island, true), bus);
    assert_eq!(go(&bus, true), island);
    assert_eq!(go(&end, true), bus);
    client.finish();
}

/// A client from before code actions had edits takes a command and is sent the edit.
#[test]
fn an_old_client_gets_commands_in_place_of_actions() {
    let capabilities = json!({"capabilities": {"workspace": {"applyEdit": true}}});
    let mut client = Client::start("{}", capabilities, Value::Null);
    let (uri, text) = ("file:///ws/a.referat", MINUTES.replace("2. at bussen", "2. At bussen"));
    client.open(uri, &text);
    client.pushed_or_pulled(uri);
    let at = client.of(&text, "At bussen");
    let params = json!({"textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", params);
    let first = &actions[0];
    assert_eq!((&first["title"], &first["command"]), (&json!("Skriv \"at\""), &json!("referent.applyEdit")));
    assert!(first.get("edit").is_none() && first.get("kind").is_none(), "{first:#}");
    let command = json!({"command": first["command"], "arguments": first["arguments"]});
    client.request("workspace/executeCommand", command);
    let asked = client.notification("workspace/applyEdit");
    assert_eq!(client.edited(&text, &asked["edit"]["changes"][uri]), MINUTES);
    client.finish();
}

/// What the command line has written down as known is not told in the editor either, and comes back with the list gone.
#[test]
fn known_findings_are_held_back() {
    let faulty = MINUTES.replace("2. at bussen", "2. At bussen");
    let (folder, uri) = folder(&[("a.referat", &faulty)]);
    let written = Command::new(env!("CARGO_BIN_EXE_referent"))
        .args(["baseline", "write", "a.referat"])
        .current_dir(folder.path())
        .status();
    assert!(written.expect("the program runs").success());
    let folders = json!({"workspaceFolders": [{"uri": uri, "name": "ws"}]});
    let mut client = Client::start(NEOVIM, folders, json!({"diagnostics": {"delay": 0}}));
    let open = format!("{uri}/a.referat");
    client.open(&open, &faulty);
    assert_eq!(client.pushed(&open, 1), Vec::<Value>::new());
    let wrong = faulty.replace("Tirsdag den 7.", "Mandag den 7.");
    client.change(&open, 2, json!([{"text": wrong}]));
    let told = client.pushed(&open, 2);
    assert_eq!(told.iter().map(|found| &found["code"]).collect::<Vec<_>>(), ["dates/weekday"]);
    fs::remove_file(folder.path().join("referent-baseline.json")).expect("a file");
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": open}}));
    client.change(&open, 3, json!([{"text": faulty}]));
    assert!(!client.pushed(&open, 3).is_empty());
    client.finish();
}

/// Minutes of five meetings, whose items run through the year; before the last one two numbers are missing.
fn year() -> Vec<(String, String)> {
    let firsts = [1, 3, 5, 7, 11];
    let months = ["januar", "februar", "marts", "april", "maj"];
    let minutes = |(month, first): (&str, u32)| {
        let text = format!(
            "Referat af møde i Kulturudvalget\n\nMødedato: 5. {month} 2026 kl. 17.00\n\n{first}. Havnebus\n\nBeslutning\n\n\
             Drøftet.\n\n{}. Eventuelt\n\nBeslutning\n\nIntet.\n",
            first + 1
        );
        (format!("{month}.referat"), text)
    };
    months.into_iter().zip(firsts).map(minutes).collect()
}

/// What documents show together is told of each, where the settings ask for it; in an open one it moves with the text.
#[test]
fn what_a_folder_shows_together_is_told_where_it_is_asked_for() {
    let files = year();
    let mut all: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    all.push(("referent.toml", "[lint]\nselect = [\"folder\"]\n"));
    let (_folder, uri) = folder(&all);
    let mut client = start(VSCODE, &uri);
    let last = format!("{uri}/maj.referat");
    let of = |report: &Value| -> Vec<Value> {
        let items = report["items"].as_array().cloned().unwrap_or_default();
        let own = items.into_iter().filter(|item| item["uri"] == last.as_str());
        own.flat_map(|item| item["items"].as_array().cloned().unwrap_or_default()).collect()
    };
    let report = client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    assert_eq!(of(&report)[0]["code"], "folder/running-number", "{report:#}");
    client.open(&last, &files[4].1);
    assert_eq!(client.pulled(&last), [] as [Value; 0]);
    client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    client.claim(|message| message["method"] == "workspace/diagnostic/refresh");
    let found = client.pulled(&last);
    assert_eq!(
        (&found[0]["code"], &found[0]["range"]["start"]["line"]),
        (&json!("folder/running-number"), &json!(4))
    );
    let start = json!({"line": 0, "character": 0});
    client.change(&last, 2, json!([{"range": {"start": start, "end": start}, "text": "\n"}]));
    assert_eq!(client.pulled(&last)[0]["range"]["start"]["line"], 5);
    client.finish();
}

/// While the settings of a folder cannot be used, its files are those with the usual endings.
#[test]
fn broken_settings_make_no_minutes_of_other_files() {
    let (_folder, uri) = folder(&[
        ("a.referat", MINUTES),
        ("b.json", "{}"),
        ("c.csv", "Kulturudvalget\n"),
        ("referent.toml", "nonsense = 1\n"),
    ]);
    let mut client = start(VSCODE, &uri);
    client.ignore_rest();
    let report = client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    let named: Vec<&str> =
        report["items"].as_array().into_iter().flatten().filter_map(|one| one["uri"].as_str()).collect();
    assert_eq!(named, [format!("{uri}/a.referat")]);
    client.ignore_rest();
    client.finish();
}

#[test]
fn what_an_editor_shows_of_a_document_is_not_read_as_another() {
    let faulty = MINUTES.replace("2. at bussen", "2. At bussen");
    for profile in [VSCODE, NEOVIM] {
        let (_folder, uri) = folder(&[("a.referat", &faulty)]);
        let mut client = start(profile, &uri);
        let open = format!("{uri}/a.referat");
        client.open(&open, &faulty);
        assert_ne!(client.findings(&open, 1), Vec::<Value>::new());
        for scheme in ["vscode-bulkeditpreview-editor", "git"] {
            let view = open.replace("file:", &format!("{scheme}:"));
            client.open(&view, &faulty);
            assert_eq!(client.findings(&view, 1), Vec::<Value>::new(), "{view}");
        }
        client.finish();
    }
}
