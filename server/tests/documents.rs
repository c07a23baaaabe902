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

/// What `referent` says on standard error with `args` in `folder`.
fn said(folder: &std::path::Path, args: &[&str]) -> String {
    let output = program(folder).args(args).output().expect("the program is built");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn a_run_that_asks_for_some_rules_tells_of_pages_that_nobody_read() {
    let folder = program::scratch("unread-pages");
    fs::write(folder.join("blandet.pdf"), pictures_behind_a_page()).expect("a writable folder");
    let told = said(&folder, &["check", "--select", "privacy", "blandet.pdf"]);
    assert!(told.contains("Page 2 is a picture without text"), "{told}");
    assert!(told.contains("nothing found in what was read"), "{told}");
    let told = said(&folder, &["check", "blandet.pdf"]);
    assert!(told.contains("1 warning") && !told.contains("picture"), "{told}");
}

/// A page of words, and one that is a picture.
fn pictures_behind_a_page() -> Vec<u8> {
    let words = "BT /F1 12 Tf 72 700 Td (Referat fra et langt og godt byraadsmoede i april) Tj ET";
    let picture = "q 500 0 0 700 0 0 cm /I1 Do Q";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /XObject << /I1 8 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len()),
        format!("<< /Length {} >>\nstream\n{picture}\nendstream", picture.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream".to_owned(),
    ];
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    let n = places.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {n} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}

#[test]
fn a_report_of_an_earlier_run_is_no_document() {
    let folder = program::scratch("own-pages");
    fs::copy(document("docx"), folder.join("møde.docx")).expect("a writable folder");
    fs::copy(document("html"), folder.join("publiceret.html")).expect("a writable folder");
    for report in ["rapport.html", "igen.html"] {
        let told = said(&folder, &["check", "--format", "html", "--output", report, "."]);
        assert!(told.contains("2 files checked"), "{told}");
    }
}

#[test]
fn what_a_document_calls_a_heading_decides_what_is_an_item() {
    let folder = program::scratch("ranked-pages");
    let page = "<!doctype html><h1>Byrådet</h1><p>Referat 4. april 2022 kl. 17.00</p>\
        <h2>1. Budget</h2><h3>Beslutning</h3><p>Godkendt.</p>\
        <h2>2. Havnen</h2><h3>Beslutning</h3><p>1. Planen blev godkendt.</p><p>2. Orienteringen blev taget til efterretning.</p>\
        <h2>3. Eventuelt</h2><h3>Beslutning</h3><p>Intet.</p>";
    fs::write(folder.join("møde.html"), page).expect("a writable folder");
    let outline = json(&["outline", "--format", "json"], &folder.join("møde.html"));
    let titles: Vec<&str> = outline["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|item| item["title"].as_str())
        .collect();
    assert_eq!(titles, ["Budget", "Havnen", "Eventuelt"]);
}

#[test]
fn a_body_that_only_the_page_header_names_is_known() {
    let folder = program::scratch("headed-pages");
    let page = "<!doctype html><nav>Kultur- og Fritidsudvalget</nav><main><p>Referat 4. april 2022 kl. 17.00</p>\
        <h2>1. Budget</h2><h3>Beslutning</h3><p>Godkendt.</p></main>";
    fs::write(folder.join("møde.html"), page).expect("a writable folder");
    let outline = json(&["outline", "--format", "json"], &folder.join("møde.html"));
    assert_eq!(outline["committee"], "Kultur- og Fritidsudvalget");
    assert_eq!(outline["date"], "2022-04-04");
}

#[test]
fn a_register_leaves_out_what_is_marked_as_closed_beside_the_text() {
    for (name, mark) in [
        ("comment", "<!-- Lukket punkt --><h2>2. Havelejesag</h2>"),
        ("hidden", "<h2>2. Havelejesag</h2><p style=\"display:none\">Lukket punkt</p>"),
        ("picture", "<h2>2. Havelejesag</h2><img src=\"a.png\" alt=\"Lukket punkt\">"),
    ] {
        let folder = program::scratch(&format!("register-{name}"));
        let page = format!(
            "<!doctype html><p>Referat af møde i Haveudvalget</p><p>4. april 2022 kl. 17.00</p>\
             <h2>1. Budget</h2><h3>Beslutning</h3><p>Godkendt.</p>{mark}<h3>Beslutning</h3><p>Opsigelsen blev godkendt.</p>"
        );
        fs::write(folder.join("møde.html"), page).expect("a writable folder");
        let output = run(&["register"], &folder);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(!String::from_utf8_lossy(&output.stdout).contains("Opsigelsen"), "{name}");
    }
}
