//! Findings that the writer has seen and wants no more of: every edit is made, and does what its title says.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, everyone, neovim, vscode};

const PLAIN: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget 🙂\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                     1. at budgettet godkendes,\n2. At planen godkendes,\n3. At sagen godkendes.\n\nBeslutning\n\nGodkendt.\n";
const MARKDOWN: &str = "# Byrådet\n\n4. april 2022 kl. 17.00\n\n## 1. Budget\n\n### Indstilling\n\nDirektionen indstiller,\n\n\
                        1. at budgettet godkendes,\n2. At planen godkendes.\n\n### Beslutning\n\nGodkendt.\n";
const HERE: &str = "Undtag her: \"At\" står midt i en sætning og skrives med lille";
const EVERYWHERE: &str = "Undtag reglen i hele dokumentet: Et at-punkt mangler \"at\" eller begynder med stort \"At\" midt i sætningen";
const OFF: &str = "Slå reglen fra i referent.toml: Et at-punkt mangler \"at\" eller begynder med stort \"At\" midt i sætningen";
const RULE: &str = "at-points/lead-word";

pub(crate) fn folder(files: &[(&str, &str)]) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let uri = format!("file://{}", folder.path().canonicalize().expect("a folder").display());
    (folder, uri)
}

fn action(client: &mut Client, uri: &str, text: &str, title: &str) -> Value {
    client.open(uri, text);
    client.pushed_or_pulled(uri);
    let at = client.of(text, "At planen");
    let params = json!({
        "textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
    });
    let actions = client.request("textDocument/codeAction", params);
    let actions = actions.as_array().cloned().expect("a list");
    let found = actions.iter().find(|action| action["title"] == title);
    found.unwrap_or_else(|| panic!("{title}: {actions:#?}")).clone()
}

/// Makes the edit on the disk, as an editor does.
fn make(client: &Client, edit: &Value, folder: &TempDir, uri: &str) {
    let changes = match edit.get("documentChanges") {
        Some(changes) => changes.as_array().cloned().expect("a list"),
        None => {
            let changes = edit["changes"].as_object().expect("changes").iter();
            changes.map(|(uri, edits)| json!({"textDocument": {"uri": uri}, "edits": edits})).collect()
        }
    };
    for change in changes {
        let of = change["uri"].as_str().or(change["textDocument"]["uri"].as_str()).expect("an address");
        let path = folder.path().join(of.strip_prefix(&format!("{uri}/")).expect("a file of the folder"));
        if change["kind"] == "create" {
            assert!(!path.exists(), "{}", path.display());
            fs::write(path, "").expect("a file");
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, client.edited(&text, &change["edits"])).expect("a file");
    }
}

/// The lines of the findings of the rule, as the command line has them; and there is no complaint about suppressions.
fn lines(folder: &TempDir, name: &str) -> Vec<u64> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_referent"));
    let output = command.args(["check", "--format", "json", name]).current_dir(folder.path()).output();
    let output = output.expect("the program runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let found = report["files"][0]["diagnostics"].as_array().cloned().expect("findings");
    assert!(!found.iter().any(|f| f["rule"].to_string().contains("suppressions/")), "{found:#?}");
    let found = found.iter().filter(|found| found["rule"] == RULE);
    found.map(|found| found["range"]["start"]["line"].as_u64().expect("a line")).collect()
}

fn n_now(client: &mut Client, uri: &str) -> usize {
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}}));
    let findings = client.findings(uri, 1);
    findings.iter().filter(|finding| finding["code"] == RULE).count()
}

#[test]
fn one_finding_in_plain_text_is_suppressed_beside_the_document() {
    for mut client in everyone() {
        let (folder, root) = folder(&[("a.referat", PLAIN)]);
        let uri = format!("{root}/a.referat");
        assert_eq!(lines(&folder, "a.referat"), [11, 12]);
        let action = action(&mut client, &uri, PLAIN, HERE);
        assert_eq!(action["diagnostics"][0]["code"], RULE);
        make(&client, &action["edit"], &folder, &root);
        assert_eq!(lines(&folder, "a.referat"), [12]);
        assert_eq!(n_now(&mut client, &uri), 1);
        client.ignore_rest();
    }
}

/// The edit opens the file beside the document and does not save it: the finding goes at once all the same.
#[test]
fn what_is_not_saved_yet_counts() {
    for on_disk in [None, Some(""), Some("[[suppress]]\nrule = \"dates\"\n")] {
        let files: Vec<(&str, &str)> = [("a.referat", PLAIN)]
            .into_iter()
            .chain(on_disk.map(|text| ("a.referat.referent-ignore.toml", text)))
            .collect();
        let (_folder, root) = folder(&files);
        let (uri, beside) = (format!("{root}/a.referat"), format!("{root}/a.referat.referent-ignore.toml"));
        let mut client = vscode();
        client.open(&uri, PLAIN);
        let of_rule = |client: &mut Client| {
            let found = client.pulled(&uri);
            found.iter().filter(|finding| finding["code"] == RULE).count()
        };
        assert_eq!(of_rule(&mut client), 2);
        client.open(&beside, on_disk.unwrap_or_default());
        let entry = "[[suppress]]\nrule = \"at-points/lead-word\"\nreason = \"sådan skriver vi\"\n";
        client.change(&beside, 2, json!([{"text": entry}]));
        assert_eq!(of_rule(&mut client), 0, "{on_disk:?}");
        client.change(&beside, 3, json!([{"text": ""}]));
        assert_eq!(of_rule(&mut client), 2, "{on_disk:?}");
        client.ignore_rest();
    }
}

#[test]
fn a_file_that_is_there_is_added_to() {
    let entry = "[[suppress]]\nrule = \"dates\"\nfile = \"b.referat\"\nreason = \"brevet siger det\"";
    let (folder, root) = folder(&[("a.referat", PLAIN), ("a.referat.referent-ignore.toml", entry)]);
    let mut client = vscode();
    let uri = format!("{root}/a.referat");
    let action = action(&mut client, &uri, PLAIN, EVERYWHERE);
    make(&client, &action["edit"], &folder, &root);
    let written = fs::read_to_string(folder.path().join("a.referat.referent-ignore.toml")).expect("the file");
    assert!(
        written.starts_with(entry) && written.contains("\n\n[[suppress]]\nrule = \"at-points/lead-word\"\n")
    );
    client.ignore_rest();
}

#[test]
fn in_markdown_it_is_a_comment_that_nobody_sees() {
    for title in [HERE, EVERYWHERE] {
        let (folder, root) = folder(&[("a.md", MARKDOWN)]);
        let mut client = neovim();
        let uri = format!("{root}/a.md");
        assert_eq!(lines(&folder, "a.md"), [12]);
        let action = action(&mut client, &uri, MARKDOWN, title);
        make(&client, &action["edit"], &folder, &root);
        assert_eq!(lines(&folder, "a.md"), [0; 0], "{title}");
        client.ignore_rest();
    }
}

#[test]
fn a_rule_is_switched_off_in_the_settings_that_hold() {
    let settings = [
        "",
        "[lint]\nignore = [\"names\"]\n",
        "[lint.severity]\nat-points = \"hint\"\n",
        "style = \"odense\"",
    ];
    for settings in settings.map(Some).into_iter().chain([None]) {
        let files = [("a.referat", PLAIN), ("referent.toml", settings.unwrap_or_default())];
        let (folder, root) = folder(if settings.is_some() { &files } else { &files[..1] });
        let more = json!({"workspaceFolders": [{"uri": root, "name": "ws"}]});
        let mut client = Client::start(crate::client::NEOVIM, more, json!({}));
        let uri = format!("{root}/a.referat");
        let action = action(&mut client, &uri, PLAIN, OFF);
        make(&client, &action["edit"], &folder, &root);
        let written = fs::read_to_string(folder.path().join("referent.toml")).expect("the file");
        let kept = settings.unwrap_or_default().lines().map(|line| line.trim_end_matches(']'));
        assert!(kept.into_iter().all(|line| written.contains(line)), "{written}");
        assert_eq!(lines(&folder, "a.referat"), [0; 0], "{written}");
        assert_eq!(n_now(&mut client, &uri), 0);
        client.ignore_rest();
    }
}

#[test]
fn settings_that_are_open_are_changed_as_they_are_there() {
    let (_folder, root) = folder(&[("a.referat", PLAIN), ("referent.toml", "")]);
    let (uri, file) = (format!("{root}/a.referat"), format!("{root}/referent.toml"));
    let mut client = vscode();
    let typed = "# nyt\n[lint]\nignore = [\"names\"]\n";
    client.open(&file, typed);
    let action = action(&mut client, &uri, PLAIN, OFF);
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": file, "version": 1}));
    let written = client.edited(typed, &change["edits"]);
    assert_eq!(written, "# nyt\n[lint]\nignore = [\"names\", \"at-points/lead-word\"]\n");
    client.ignore_rest();
}

#[test]
fn a_document_that_lies_nowhere_has_nothing_beside_it() {
    let mut client = vscode();
    let uri = "untitled:Untitled-1";
    client.open(uri, PLAIN);
    let at = client.of(PLAIN, "At planen");
    let params = json!({
        "textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}
    });
    let actions = client.request("textDocument/codeAction", params);
    assert!(!actions.to_string().contains("Undtag"), "{actions:#}");
    client.finish();
}
