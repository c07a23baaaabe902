//! The formats of `check` from outside: what holds for each of them, and what of the larger ones is not for a session.
//!
//! `tests/formats/validate.py` has readers of others read them.

mod program;

use program::{formats, program, tests};
use serde_json::Value;

#[test]
fn every_format_is_the_same_for_any_number_of_threads() {
    for format in &formats() {
        // The page says when it was written.
        let undated = |report: String| -> Vec<String> {
            report.lines().filter(|line| !line.contains(" Danish time ")).map(str::to_owned).collect()
        };
        let with = |jobs| undated(check(&["--format", format, "--jobs", jobs, "cli/input", "minutes"]));
        assert_eq!(with("1"), with("5"), "{format}");
    }
}

#[test]
fn no_format_repeats_a_cpr_number() {
    for format in &formats() {
        let report = check(&["--format", format, "cli/input/cpr.txt", "minutes"]);
        // The manual of the rules, at the end of SARIF, has invented numbers.
        let report = report.split("],\"tool\":").next().expect("a report");
        assert!(!report.contains("010203"), "{format}");
    }
}

#[test]
fn sarif_says_what_json_says() {
    let sarif = json(&["--format", "sarif", "cli/input", "minutes"]);
    let plain = json(&["--format", "json", "cli/input", "minutes"]);
    let files = plain["files"].as_array().expect("files");
    let plain = files.iter().flat_map(|file| file["diagnostics"].as_array().expect("a list"));
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(!results.is_empty() && results.len() == plain.clone().count());
    for (result, finding) in results.iter().zip(plain) {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(result["ruleId"], finding["rule"]);
        // In a document the words tell the place as well, which has no field of its own here.
        let words = result["message"]["text"].as_str().expect("words");
        assert!(words.starts_with(finding["message"].as_str().expect("words")), "{words}");
        assert_eq!(result["partialFingerprints"]["referent/v1"], finding["fingerprint"]);
        assert_eq!(region["startLine"], finding["range"]["start"]["line"]);
        assert_eq!(region["endColumn"], finding["range"]["end"]["column"]);
        let fixes = result["fixes"].as_array().map_or(0, Vec::len);
        assert_eq!(fixes, finding["fixes"].as_array().map_or(0, Vec::len));
    }
}

#[test]
fn sarif_explains_every_rule_in_both_languages() {
    let sarif = json(&["--format", "sarif", "cli/input/clean.txt"]);
    let listed: Value = serde_json::from_str(&run(&["rules", "--format", "json"])).expect("JSON");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let listed = listed["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), listed.len());
    for (rule, entry) in rules.iter().zip(listed) {
        assert_eq!(rule["id"], entry["name"]);
        let help = rule["help"]["markdown"].as_str().expect("help");
        for language in ["da", "en"] {
            assert!(help.contains(entry["why"][language].as_str().expect("a text")), "{help}");
        }
    }
}

#[test]
fn the_page_needs_nothing_beside_it() {
    let page = check(&["--format", "html", "cli/input", "minutes"]);
    for outside in ["<script", "<link", "<img", "@import", "url(", "src=", "http://", "https://"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn the_page_is_in_the_language_that_was_asked_for() {
    let with = |lang| check(&["--format", "html", "--lang", lang, "minutes/fredericia-senior.txt"]);
    let (danish, english) = (with("da"), with("en"));
    for words in ["<html lang=\"da\">", "Taget til efterretning", "9. november 2020", "Overblik"] {
        assert!(danish.contains(words) && !english.contains(words), "{words}");
    }
    for words in ["<html lang=\"en\">", ">Noted<", "9 November 2020", "closed</span>", "Overview"] {
        assert!(english.contains(words) && !danish.contains(words), "{words}");
    }
}

#[test]
fn places_on_the_page_are_named_once_and_found() {
    let page = check(&["--format", "html", "cli/input", "minutes"]);
    let all = |mark: &str| -> Vec<String> {
        page.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let mut names = all(" id=\"");
    assert!(all(" href=\"#").iter().all(|name| names.contains(name)));
    let n_names = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), n_names);
}

/// The report of `referent check` with `args`.
fn check(args: &[&str]) -> String {
    run(&[&["check", "--quiet", "--exit-zero"], args].concat())
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&check(args)).expect("JSON")
}

fn run(args: &[&str]) -> String {
    let output = program(&tests()).args(args).output().expect("the program was built");
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}
