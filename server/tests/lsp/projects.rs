//! `referent.toml` beside the documents: found, layered, reloaded, broken and mended.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, HELIX, NEOVIM, VSCODE};

const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                    1. at budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn uri(folder: &TempDir, name: &str) -> String {
    let folder = folder.path().canonicalize().expect("a folder");
    format!("file://{}/{name}", folder.display())
}

fn n_of(findings: &[Value], rule: &str) -> usize {
    findings.iter().filter(|finding| finding["code"] == rule).count()
}

/// How many points of the document begin with a capital, by the findings of a document that is opened now.
fn n_lead_word(client: &mut Client, uri: &str) -> usize {
    client.open(uri, TEXT);
    n_of(&client.findings(uri, 1), "at-points/lead-word")
}

fn saved(client: &mut Client, uri: &str) {
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}}));
}

#[test]
fn the_nearest_file_upwards_counts_for_each_document() {
    let folder = folder(&[
        ("referent.toml", "[lint]\nignore = [\"at-points\"]\n"),
        ("b/referent.toml", "extends = \"../faelles.toml\"\n"),
        ("faelles.toml", "[lint]\nignore = [\"names\"]\n[[overrides]]\nfiles = [\"b/\"]\n"),
        ("c/referent.toml", "[[overrides]]\nfiles = [\"*.md\"]\nlint = { ignore = [\"at-points\"] }\n"),
    ]);
    for profile in [VSCODE, NEOVIM, HELIX] {
        let mut client = Client::start(profile, json!({"rootUri": uri(&folder, "")}), json!({}));
        assert_eq!(n_lead_word(&mut client, &uri(&folder, "a/a.referat")), 0);
        assert_eq!(n_lead_word(&mut client, &uri(&folder, "b/a.referat")), 1);
        assert_eq!(n_lead_word(&mut client, &uri(&folder, "c/a.referat")), 1);
        assert_eq!(n_lead_word(&mut client, &uri(&folder, "c/a.md")), 0);
        client.finish();
    }
}

#[test]
fn a_document_that_lies_nowhere_is_held_to_the_open_folder() {
    let folder = folder(&[("referent.toml", "[lint]\nignore = [\"at-points\"]\n")]);
    let mut client = Client::start(NEOVIM, json!({"rootUri": uri(&folder, "")}), json!({}));
    assert_eq!(n_lead_word(&mut client, "untitled:Untitled-1"), 0);
    client.finish();
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    assert_eq!(n_lead_word(&mut client, "untitled:Untitled-1"), 1);
    client.finish();
}

#[test]
fn the_settings_of_the_editor_win_over_the_file() {
    let folder = folder(&[("referent.toml", "[lint.severity]\nat-points = \"hint\"\n")]);
    let (document, settings) =
        (uri(&folder, "a.referat"), json!({"severity": {"at-points/lead-word": "error"}}));
    let mut client = Client::start(HELIX, json!({"initializationOptions": settings.clone()}), settings);
    client.open(&document, TEXT);
    let severity = |findings: &[Value]| {
        findings.iter().find(|f| f["code"] == "at-points/lead-word").expect("a finding")["severity"].clone()
    };
    assert_eq!(severity(&client.pushed(&document, 1)), 1);
    client.settings = json!({});
    client.notify("workspace/didChangeConfiguration", json!({"settings": null}));
    assert_eq!(severity(&client.pushed(&document, 1)), 4);
    client.finish();
}

#[test]
fn names_words_and_rules_of_the_house_count() {
    let own =
        "[[custom]]\nname = \"klart-sprog\"\nwords = [\"budgettet\"]\nmessage = \"Skriv det enklere\"\n";
    let folder = folder(&[("referent.toml", own)]);
    let document = uri(&folder, "a.referat");
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    client.open(&document, TEXT);
    let findings = client.pushed(&document, 1);
    assert_eq!(n_of(&findings, "custom/klart-sprog"), 1, "{findings:#?}");
    client.finish();
    let off = json!({"severity": {"custom/klart-sprog": "off"}});
    let mut client = Client::start(NEOVIM, json!({"initializationOptions": off.clone()}), off);
    client.open(&document, TEXT);
    assert_eq!(n_of(&client.pushed(&document, 1), "custom/klart-sprog"), 0);
    client.finish();
}

#[test]
fn what_is_suppressed_on_the_command_line_is_suppressed_here() {
    let entry = "[[suppress]]\nrule = \"at-points/lead-word\"\nreason = \"sådan står det\"\n";
    let folder = folder(&[("a.referat.referent-ignore.toml", entry)]);
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    assert_eq!(n_lead_word(&mut client, &uri(&folder, "a.referat")), 0);
    let document = uri(&folder, "b.referat");
    assert_eq!(n_lead_word(&mut client, &document), 1);
    write(folder.path(), "b.referat.referent-ignore.toml", entry);
    saved(&mut client, &document);
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 0);
    let markdown = uri(&folder, "c.md");
    let comment = "<!-- referent: ignore-file at-points/lead-word – sådan -->\n\n";
    client.open(&markdown, &format!("{comment}{TEXT}"));
    assert_eq!(n_of(&client.pushed(&markdown, 1), "at-points/lead-word"), 0);
    client.finish();
}

#[test]
fn a_changed_file_counts_at_once_where_the_client_watches_it() {
    let folder = folder(&[]);
    let (document, file) = (uri(&folder, "a.referat"), uri(&folder, "referent.toml"));
    let mut client = Client::start(HELIX, json!({"rootUri": uri(&folder, "")}), json!({}));
    assert_eq!(n_lead_word(&mut client, &document), 1);
    let watched = |client: &mut Client, kind: u32| {
        let changes = json!({"changes": [{"uri": file, "type": kind}]});
        client.notify("workspace/didChangeWatchedFiles", changes);
    };
    write(folder.path(), "referent.toml", "[lint]\nignore = [\"at-points\"]\n");
    watched(&mut client, 1);
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 0);
    fs::remove_file(folder.path().join("referent.toml")).expect("the file");
    watched(&mut client, 3);
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 1);
    client.finish();
}

#[test]
fn a_changed_file_counts_after_a_while_where_nobody_watches_it() {
    let folder = folder(&[("referent.toml", "")]);
    let document = uri(&folder, "a.referat");
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    assert_eq!(n_lead_word(&mut client, &document), 1);
    write(folder.path(), "referent.toml", "[lint]\nignore = [\"at-points\"]\n");
    let mut version = 1;
    loop {
        version += 1;
        let start = json!({"line": 13, "character": 0});
        client.change(&document, version, json!([{"range": {"start": start, "end": start}, "text": "x"}]));
        if n_of(&client.pushed(&document, version), "at-points/lead-word") == 0 {
            break;
        }
        assert!(version < 1_000_000, "the file is never read again");
    }
    client.ignore_rest();
    write(folder.path(), "referent.toml", "");
    client.request("workspace/executeCommand", json!({"command": "referent.reload"}));
    assert_eq!(n_of(&client.pushed(&document, version), "at-points/lead-word"), 1);
    client.finish();
}

#[test]
fn a_broken_file_is_told_in_its_place_and_the_last_good_one_holds() {
    let good = "[lint]\nignore = [\"at-points\"]\n";
    let folder = folder(&[("referent.toml", good)]);
    let (document, file) = (uri(&folder, "a.referat"), uri(&folder, "referent.toml"));
    let mut client = Client::start(NEOVIM, json!({"rootUri": uri(&folder, "")}), json!({}));
    assert_eq!(n_lead_word(&mut client, &document), 0);
    write(folder.path(), "referent.toml", "[lint]\nignroe = [\"names\"]\n");
    saved(&mut client, &document);
    let of = |uri: &str| {
        let uri = uri.to_owned();
        move |message: &Value| message["params"]["uri"] == uri
    };
    let told = client.claim(of(&file))["params"]["diagnostics"].clone();
    assert_eq!(told[0]["range"]["start"], json!({"line": 1, "character": 0}));
    assert_eq!(told[0]["range"]["end"], json!({"line": 1, "character": 6}));
    assert!(told[0]["message"].as_str().is_some_and(|m| m.contains("mente du \"ignore\"?")), "{told:#}");
    assert!(client.notification("window/showMessage")["message"].to_string().contains("referent.toml:2:1"));
    write(folder.path(), "referent.toml", "[lint]\nignore = [\"names\"]\n");
    saved(&mut client, &document);
    assert_eq!(client.claim(of(&file))["params"]["diagnostics"], json!([]));
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 1);
    client.finish();
}

#[test]
fn a_file_that_is_open_counts_before_the_one_on_the_disk() {
    let folder = folder(&[("referent.toml", "")]);
    let (document, file) = (uri(&folder, "a.referat"), uri(&folder, "referent.toml"));
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    assert_eq!(n_lead_word(&mut client, &document), 1);
    client.open(&file, "[lint]\nignore = [\"at-points\"]\n");
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 0);
    client.change(&file, 2, json!([{"text": "[lint]\nignore = [\"at-point\"]\n"}]));
    let told = client.pushed(&file, 2);
    assert_eq!(client.words("[lint]\nignore = [\"at-point\"]\n", &told[0]["range"]), "\"at-point\"");
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": file}}));
    assert_eq!(client.notification("textDocument/publishDiagnostics")["diagnostics"], json!([]));
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 1);
    client.finish();
}

/// What a file said before it was taken away does not come back with a broken one in its place.
#[test]
fn settings_that_were_taken_away_are_forgotten() {
    let folder = folder(&[("referent.toml", "[lint]\nignore = [\"at-points\"]\n")]);
    let (document, file) = (uri(&folder, "a.referat"), uri(&folder, "referent.toml"));
    let mut client = Client::start(NEOVIM, json!({}), json!({}));
    assert_eq!(n_lead_word(&mut client, &document), 0);
    std::fs::remove_file(folder.path().join("referent.toml")).expect("removed");
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": file, "type": 3}]}));
    assert_eq!(n_of(&client.pushed(&document, 1), "at-points/lead-word"), 1);
    client.open(&file, "[lint]\nignore = [\"at-point\"]\n");
    assert_eq!(client.pushed(&file, 1).len(), 1);
    client.ignore_rest();
    client.change(&document, 2, json!([{"text": TEXT}]));
    assert_eq!(n_of(&client.pushed(&document, 2), "at-points/lead-word"), 1);
    client.ignore_rest();
}

#[test]
fn a_folder_whose_settings_are_broken_says_so_before_a_document_is_open() {
    let folder = folder(&[("referent.toml", "stlye = \"odense\"\n")]);
    let file = uri(&folder, "referent.toml");
    let folders = json!({"workspaceFolders": [{"uri": uri(&folder, ""), "name": "ws"}]});
    let mut client = Client::start(VSCODE, folders, json!({}));
    let told = client.notification("textDocument/publishDiagnostics");
    assert_eq!((&told["uri"], &told["diagnostics"][0]["severity"]), (&json!(file), &json!(1)));
    client.notification("window/showMessage");
    client.finish();
}

#[test]
fn the_language_is_that_of_the_user_the_client_and_then_the_settings() {
    let folder = folder(&[("referent.toml", "language = \"en\"\n")]);
    let document = uri(&folder, "a.referat");
    let message = |more: Value, settings: Value, lang: Option<&str>| {
        let mut client = Client::start_in(NEOVIM, more, settings, lang);
        client.open(&document, TEXT);
        let findings = client.pushed(&document, 1);
        client.finish();
        let found = findings.into_iter().find(|f| f["code"] == "at-points/lead-word").expect("a finding");
        found["message"].to_string().contains("recommendation")
            || found["message"].to_string().contains("lowercase")
    };
    assert!(message(json!({"locale": null}), json!({}), None), "the settings");
    assert!(!message(json!({"locale": "da"}), json!({}), None), "the client before the settings");
    assert!(message(json!({"locale": "da"}), json!({}), Some("en")), "the command line before the client");
    assert!(!message(json!({"locale": "en"}), json!({"language": "da"}), Some("en")), "the user before all");
}

#[test]
fn names_and_parties_of_the_settings_are_offered() {
    let names = "[names]\nmembers = [{ name = \"Bo Berg\", party = \"B\" }]\ncommittees = [\"Havneudvalget\"]\n\
                 parties = [{ letter = \"A\", name = \"Socialdemokratiet\" }, { letter = \"B\", name = \"Radikale\" }]\n";
    let folder = folder(&[("referent.toml", names)]);
    for (n, profile) in [VSCODE, NEOVIM, HELIX].into_iter().enumerate() {
        let mut client = Client::start(profile, json!({}), json!({}));
        let text = "Byrådet\nHav\n4. april 2022 kl. 17.00\n\nDeltagere: Åse Dam (C)\n\n1. Budget\n\nBeslutning\n\nFor stemte Bo Berg (\nHavneu\n";
        let document = uri(&folder, &format!("{n}.referat"));
        client.open(&document, text);
        client.findings(&document, 1);
        let labels = |client: &mut Client, words: &str| {
            let at = client.position(text, text.find(words).expect("the words") + words.len());
            let offered = client.at("textDocument/completion", &document, at);
            let offered = offered.as_array().cloned().unwrap_or_default();
            offered.iter().map(|o| o["label"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(labels(&mut client, "Bo Berg ("), ["B", "A", "C"]);
        for words in ["\nHav", "\nHavneu"] {
            assert!(labels(&mut client, words).contains(&"Havneudvalget".to_owned()), "{words}");
        }
        client.finish();
    }
}

#[test]
fn the_reports_of_a_folder_come_in_parts_where_the_client_takes_them() {
    let folder = folder(&[]);
    for n in 0..45 {
        write(folder.path(), &format!("{n}.referat"), TEXT);
    }
    let folders = json!({"workspaceFolders": [{"uri": uri(&folder, ""), "name": "ws"}]});
    let mut client = Client::start(VSCODE, folders, json!({}));
    let params = json!({"previousResultIds": [], "partialResultToken": "p"});
    let answer = client.request("workspace/diagnostic", params);
    assert_eq!(answer["items"], json!([]));
    let mut n_reports = 0;
    while n_reports < 45 {
        let part = client.notification("$/progress");
        assert_eq!(part["token"], "p");
        n_reports += part["value"]["items"].as_array().expect("reports").len();
    }
    client.finish();
}

/// A file that was only touched, and one that says again what it said, are no news.
#[test]
fn the_result_of_a_file_is_named_by_what_it_says() {
    let folder = folder(&[("a.referat", TEXT)]);
    let folders = json!({"workspaceFolders": [{"uri": uri(&folder, ""), "name": "ws"}]});
    let mut client = Client::start(NEOVIM, folders, json!({"diagnostics": {"mode": "pull"}}));
    let mut asked = |known: &[Value]| {
        let previous: Vec<Value> =
            known.iter().map(|report| json!({"uri": report["uri"], "value": report["resultId"]})).collect();
        let answer = client.request("workspace/diagnostic", json!({"previousResultIds": previous}));
        answer["items"].as_array().cloned().unwrap_or_default()
    };
    let first = asked(&[]);
    assert_eq!(first.len(), 1);
    // Written anew with the same words, in another second.
    let path = folder.path().join("a.referat");
    let file = std::fs::File::options().write(true).open(&path).expect("the file");
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).expect("another day");
    assert_eq!(asked(&first), Vec::<Value>::new());
    write(folder.path(), "a.referat", &TEXT.replace("Byrådet", "Kulturudvalget"));
    assert_eq!(asked(&first).len(), 1);
    write(folder.path(), "a.referat", TEXT);
    assert_eq!(asked(&first), Vec::<Value>::new());
    client.finish();
}

/// A stranger may have written the settings of a folder that came by mail.
#[cfg(unix)]
#[test]
fn settings_lead_nowhere_outside_and_stop_no_other_folder() {
    let outside = folder(&[("stil.toml", "[lint]\nignore = [\"all\"]\n")]);
    let style = outside.path().join("stil.toml").display().to_string();
    let good = folder(&[
        ("referent.toml", "extends = \"under/base.toml\"\n"),
        ("under/base.toml", "language = \"da\"\n"),
    ]);
    let link = folder(&[("referent.toml", "extends = \"link.toml\"\n")]);
    std::os::unix::fs::symlink(&style, link.path().join("link.toml")).expect("a link");
    let pipe = folder(&[("referent.toml", "style = \"pipe.toml\"\n")]);
    let made = std::process::Command::new("mkfifo").arg(pipe.path().join("pipe.toml")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let written = |settings: String| folder(&[("referent.toml", settings.as_str())]);
    let dictionary = "[lint]\nselect = [\"spelling\"]\n[rules.\"spelling/unknown-word\"]\ndictionary = \"/etc/passwd.dic\"\n";
    let rule = "[[custom]]\nname = \"a\"\nwords = [\"a\"]\nmessage = \"x\"\n";
    for (hostile, place, words) in [
        (written(format!("extends = \"{style}\"\n")), (0, 10), "uden for de åbne mapper"),
        (written(format!("style = \"{style}\"\n")), (0, 8), "uden for de åbne mapper"),
        (written("extends = \"/etc/shadow\"\n".to_owned()), (0, 10), "uden for de åbne mapper"),
        (written("extends = '\\\\host\\share\\x.toml'\n".to_owned()), (0, 10), "anden maskine"),
        (written("extends = \"/dev/zero\"\n".to_owned()), (0, 10), "uden for de åbne mapper"),
        (written(dictionary.to_owned()), (3, 13), "uden for de åbne mapper"),
        (link, (0, 10), "uden for de åbne mapper"),
        (pipe, (0, 8), "ingen almindelig fil"),
        (written(rule.repeat(520)), (0, 2), "her er 520 af custom"),
        (written("[[overrides]]\nfiles = [\"a/**\"]\n".repeat(600)), (0, 2), "her er 600 af overrides"),
    ] {
        let folders = json!([{"uri": uri(&hostile, ""), "name": "a"}, {"uri": uri(&good, ""), "name": "b"}]);
        let opened = json!({"workspaceFolders": folders, "rootUri": null});
        let mut client = Client::start_in(NEOVIM, opened, json!({}), Some("da"));
        let told = client.notification("textDocument/publishDiagnostics");
        let range = &told["diagnostics"][0]["range"]["start"];
        assert_eq!((&range["line"], &range["character"]), (&json!(place.0), &json!(place.1)), "{told:#}");
        assert!(told.to_string().contains(words), "{told:#}");
        assert_eq!(n_lead_word(&mut client, &uri(&good, "april.referat")), 1);
        assert_eq!(n_lead_word(&mut client, &uri(&hostile, "april.referat")), 1);
    }
}
