//! The Code Quality report of GitLab: the part of the Code Climate format that it reads.

use rules::lint::Severity;
use rules::privacy::Shown;
use serde::Serialize;
use workbench::lang::Lang;

use super::Checked;
use super::json::{Finding, findings, text_of};

/// What stands before the first file.
pub(super) const OPENING: &str = "[\n";

/// What stands between two files.
pub(super) const BETWEEN: &str = ",\n";

/// What stands after the last file.
pub(super) const CLOSING: &str = "\n]\n";

#[derive(Serialize)]
struct Issue<'a> {
    r#type: &'static str,
    check_name: &'a str,
    description: Shown,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: String,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let issues: Vec<String> =
        findings(checked, lang).iter().map(|finding| text_of(&issue(checked.path, finding, lang))).collect();
    issues.join(BETWEEN)
}

fn issue<'a>(path: &'a str, finding: &'a Finding, lang: Lang) -> Issue<'a> {
    Issue {
        r#type: "issue",
        check_name: finding.rule,
        description: finding.told(lang),
        categories: ["Style"],
        severity: severity(finding.severity),
        // Of two findings with one fingerprint, GitLab shows the first; files may well be copies of each other.
        fingerprint: format!("{}:{path}", finding.fingerprint),
        location: Location {
            path,
            lines: Lines { begin: finding.range.start.line, end: finding.range.end.line },
        },
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info | Severity::Hint => "info",
    }
}
