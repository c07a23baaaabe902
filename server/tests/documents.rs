//! Documents of each format, checked and outlined as their text is.
//!
//! `tests/documents/make.py` says how they were made of a sample.

mod program;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use program::{formats, program, tests};
use serde_json::Value;

const KINDS: [&str; 4] = ["docx", "odt", "html", "pdf"];

fn document(kind: &str) -> PathBuf {
    tests().join("documents").join(format!("social.{kind}"))
}

fn sample() -> PathBuf {
    tests().join("minutes/fredericia-social-faults.txt")
}

fn run(args: &[&str], path: &PathBuf) -> Output {
    program(&tests()).args(args).arg(path).output().expect("the program is built")
}

fn json(args: &[&str], path: &PathBuf) -> Value {
    serde_json::from_slice(&run(args, path).stdout).expect("JSON")
}

/// What an outline says, without its lines.
fn outline(path: &PathBuf) -> String {
    let mut outline = json(&["outline", "--format", "json"], path);
    forget(&mut outline);
    serde_json::to_string_pretty(&outline).expect("JSON")
}

fn forget(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !matches!(key.as_str(), "line" | "end_line" | "path"));
            fields.values_mut().for_each(forget);
        }
        Value::Array(values) => values.iter_mut().for_each(forget),
        _ => {}
    }
}

/// Rule, message and item of each finding.
fn findings(path: &PathBuf) -> Vec<String> {
    let report = json(&["check", "--isolated", "--format", "json"], path);
    let found = report["files"][0]["diagnostics"].as_array().cloned().unwrap_or_default();
    found.iter().map(|found| format!("{} {} {}", found["rule"], found["message"], found["item"])).collect()
}

#[test]
fn the_outline_is_that_of_the_text() {
    let expected = outline(&sample());
    for kind in KINDS {
        assert_eq!(outline(&document(kind)), expected, "{kind}");
    }
}

#[test]
fn the_findings_are_those_of_the_text() {
    let expected = findings(&sample());
    for kind in KINDS {
        assert_eq!(findings(&document(kind)), expected, "{kind}");
    }
}

#[test]
fn each_format_says_where_a_finding_stands() {
    let place = |kind| {
        json(&["check", "--select", "privacy", "--format", "json"], &document(kind))["files"][0]["diagnostics"][0]["source"].clone()
    };
    assert_eq!(place("docx")["paragraph"], place("odt")["paragraph"]);
    assert!(place("docx")["headings"][0].as_str().is_some_and(|heading| heading.starts_with("Punkt 89")));
    assert!(place("html")["line"].is_number() && place("html")["element"].is_string());
    assert!(place("pdf")["page"].is_number());
    for format in &formats() {
        let report =
            run(&["check", "--lang", "en", "--select", "privacy", "--format", format], &document("pdf"));
        let report = String::from_utf8(report.stdout).expect("UTF-8");
        let field = report.contains("\"source\":{\"page\":");
        assert!(field || report.contains("page 4, paragraph"), "{format}: {report}");
    }
}

#[test]
fn nothing_is_written_into_a_document() {
    for kind in KINDS {
        let before = fs::read(document(kind)).expect("a fixture");
        let output = run(&["check", "--fix"], &document(kind));
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("was not fixed"));
        assert_eq!(fs::read(document(kind)).expect("a fixture"), before);
    }
}

/// The words of `text`, without the signs that Markdown adds.
fn words(text: &str) -> Vec<String> {
    let is_sign = |word: &&str| word.chars().all(|c| matches!(c, '#' | '|' | '-'));
    let mut words: Vec<String> =
        text.split_whitespace().filter(|word| !is_sign(word)).map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn a_draft_has_every_word_and_the_same_outline() {
    let folder = program::scratch("drafts");
    let expected = words(&fs::read_to_string(sample()).expect("a sample"));
    for kind in KINDS {
        let target = folder.join("social.md");
        let into = folder.to_str().expect("a name in letters");
        let import = || run(&["import", "-o", into], &document(kind));
        assert_eq!(import().status.code(), Some(0), "{kind}");
        let draft = fs::read_to_string(&target).expect("the draft");
        assert_eq!(words(&draft), expected, "{kind}");
        assert_eq!(outline(&target), outline(&sample()), "{kind}");
        let again = import();
        assert_eq!(again.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&again.stderr).contains("exists already"));
        fs::remove_file(target).expect("the draft is there");
    }
}

#[test]
fn a_document_that_is_dropped_on_the_program_gets_a_page() {
    let folder = program::scratch("dropped");
    let output = program(&tests()).env("TMPDIR", &folder).env("TMP", &folder).arg(document("docx")).output();
    let output = output.expect("the program is built");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let page = PathBuf::from(String::from_utf8(output.stdout).expect("UTF-8").trim());
    assert!(fs::read_to_string(&page).expect("the page").contains("</html>"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&page).expect("the page").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    fs::remove_file(page).expect("it is there");
}

#[test]
fn a_damaged_document_is_refused_in_one_line() {
    for kind in KINDS {
        let whole = fs::read(document(kind)).expect("a fixture");
        let path = program::scratch("damaged").join(format!("cut.{kind}"));
        fs::write(&path, &whole[..whole.len() / 3]).expect("a writable folder");
        let output = run(&["check", "--quiet"], &path);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), told.lines().count()), (Some(2), 1), "{told}");
        assert!(told.contains("is damaged"), "{told}");
    }
}
