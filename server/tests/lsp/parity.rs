//! Command line and server find the same in every sample.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::client::{Client, HELIX};

/// What the command line finds in the file at `path`.
fn checked(path: &Path) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_referent"));
    let output = command
        .args(["check", "--format", "json", "--lang", "da"])
        .arg(path.file_name().expect("a file"))
        .current_dir(path.parent().expect("a folder"))
        .output()
        .expect("the program runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    report["files"][0]["diagnostics"].as_array().cloned().expect("findings")
}

/// A range of the report as the protocol has it, in characters.
fn range(found: &Value) -> Value {
    let place = |place: &Value| {
        let at = |key: &str| place[key].as_u64().expect("a number") - 1;
        json!({"line": at("line"), "character": at("column")})
    };
    json!({"start": place(&found["start"]), "end": place(&found["end"])})
}

/// A finding of the report as the protocol has it.
fn as_pushed(found: &Value) -> Value {
    let severity = match found["severity"].as_str() {
        Some("error") => 1,
        Some("warning") => 2,
        Some("info") => 3,
        _ => 4,
    };
    let related = found["related"].as_array().cloned().unwrap_or_default();
    let related: Vec<Value> = related.iter().map(|r| json!([range(&r["range"]), r["message"]])).collect();
    json!([found["rule"], severity, found["message"], range(&found["range"]), related])
}

fn pushed(found: &Value) -> Value {
    let related = found["relatedInformation"].as_array().cloned().unwrap_or_default();
    let related: Vec<Value> = related.iter().map(|r| json!([r["location"]["range"], r["message"]])).collect();
    json!([found["code"], found["severity"], found["message"], found["range"], related])
}

/// The fixes of the report: title and edits, the safe ones marked.
fn fixes(text: &str, found: &[Value]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for fix in found.iter().flat_map(|found| found["fixes"].as_array().cloned().unwrap_or_default()) {
        let mut edited = text.to_owned();
        let mut edits = fix["edits"].as_array().cloned().expect("edits");
        edits.sort_by_key(|edit| std::cmp::Reverse(edit["start"].as_u64()));
        for edit in edits {
            let at = |key: &str| edit[key].as_u64().expect("an offset") as usize;
            edited.replace_range(at("start")..at("end"), edit["text"].as_str().expect("a text"));
        }
        all.push((fix["title"].as_str().expect("a title").to_owned(), edited));
    }
    all.retain(|(title, _)| !title.starts_with(NUMBERED));
    all.sort();
    all
}

/// How the title of what numbers a list begins.
const NUMBERED: &str = "Nummerér";

/// The quick fixes that the server offers in the whole document.
fn quick_fixes(client: &mut Client, uri: &str, text: &str) -> Vec<(String, String)> {
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99_999, "character": 0}});
    let context = json!({"diagnostics": [], "only": ["quickfix"]});
    let params = json!({"textDocument": {"uri": uri}, "range": range, "context": context});
    let actions = client.request("textDocument/codeAction", params);
    let mut all = Vec::new();
    // What hides a finding is no fix, a line to be filled in and a number to be hidden are offered only to somebody who looks, and the editor takes
    // along what refers to a number, which a rule of one part cannot see.
    let is_fix = |action: &&Value| {
        let title = action["title"].as_str().unwrap_or_default();
        let own =
            title.contains("mangler en") || title.starts_with(NUMBERED) || title.starts_with("Skjul cifrene");
        action["data"]["suppress"].is_null() && !own
    };
    for action in actions.as_array().expect("a list").iter().filter(is_fix) {
        let edited = client.edited(text, &client.edits_in(&action["edit"], uri));
        all.push((action["title"].as_str().expect("a title").to_owned(), edited));
    }
    all.sort();
    all
}

fn samples() -> Vec<std::path::PathBuf> {
    let folder = std::env::var("REFERENT_PARITY").map(std::path::PathBuf::from);
    let folder = folder.unwrap_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/minutes"));
    let files = std::fs::read_dir(folder.canonicalize().expect("the samples")).expect("the samples");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

#[test]
fn command_line_and_server_find_the_same_in_every_sample() {
    let mut n_found = 0;
    for path in samples() {
        let text = std::fs::read_to_string(&path).expect("a sample");
        // This client counts in characters, as the report does.
        let more = json!({"capabilities": {
            "general": {"positionEncodings": ["utf-32"]},
            "textDocument": {
                "publishDiagnostics": {"relatedInformation": true},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            },
            "workspace": {"workspaceEdit": {"documentChanges": true}},
        }});
        let mut client = Client::start(HELIX, more, json!({}));
        let uri = format!("file://{}", path.display());
        client.open(&uri, &text);
        let (found, told) = (checked(&path), client.pushed(&uri, 1));
        let expected: Vec<Value> = found.iter().map(as_pushed).collect();
        let told: Vec<Value> = told.iter().map(pushed).collect();
        assert_eq!(told, expected, "{}", path.display());
        assert_eq!(quick_fixes(&mut client, &uri, &text), fixes(&text, &found), "{}", path.display());
        n_found += found.len();
        client.finish();
    }
    assert!(n_found > 50, "{n_found} findings say little");
}
