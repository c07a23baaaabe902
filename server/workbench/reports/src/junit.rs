//! JUnit XML, for services that show test results: a file is a suite, a finding a test that failed.

use std::fmt::Write;

use rules::privacy::shown;
use workbench::lang::Lang;

use super::Checked;
use super::concise::severity_word;
use super::json::{Finding, findings};
use super::markup::{escaped, escaped_path, escaped_word};

/// What stands before the first file.
pub(super) const OPENING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"referent\">\n";

/// What stands after the last file.
pub(super) const CLOSING: &str = "</testsuites>\n";

/// The suite of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let path = escaped_path(checked.path);
    let findings = findings(checked, lang);
    let (n_failed, n_tests) = (findings.len(), findings.len().max(1));
    let mut suite = format!(
        "<testsuite name=\"{path}\" tests=\"{n_tests}\" failures=\"{n_failed}\" errors=\"0\" skipped=\"0\">\n"
    );
    for finding in &findings {
        suite.push_str(&case(&path, &escaped(&shown(checked.path)), finding, lang));
    }
    if findings.is_empty() {
        // A suite without tests looks as if nothing had been checked.
        let is_whole = checked.source.is_none_or(|source| source.unread.is_empty());
        let name = match is_whole {
            true => lang.pick("ingen fund", "nothing found"),
            false => lang.pick("ingen fund i det, der er læst", "nothing found in what was read"),
        };
        let _ = writeln!(suite, "<testcase name=\"{name}\" classname=\"{path}\"/>");
    }
    suite + "</testsuite>\n"
}

/// The suite of a file that could not be read: a test that could not be made.
pub(super) fn unread(checked: &Checked<'_>, lang: Lang) -> String {
    let path = escaped_path(checked.path);
    let whys = findings(checked, lang).into_iter().map(|finding| escaped(&finding.message));
    let name = lang.pick("kan ikke læses", "cannot be read");
    whys.map(|why| {
        format!(
            "<testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n\
             <testcase name=\"{name}\" classname=\"{path}\">\n<error type=\"error\" message=\"{why}\">{why}</error>\n\
             </testcase>\n</testsuite>\n"
        )
    })
    .collect()
}

/// `path` is true, `shown` may be read by people.
fn case(path: &str, shown: &str, finding: &Finding, lang: Lang) -> String {
    let (line, column) = (finding.range.start.line, finding.range.start.column);
    let (rule, severity) = (escaped_word(finding.rule), severity_word(finding.severity));
    let message = escaped(&finding.told(lang));
    format!(
        "<testcase name=\"{rule} ({line}:{column})\" classname=\"{path}\">\n\
         <failure type=\"{severity}\" message=\"{message}\">{shown}:{line}:{column}: {message}</failure>\n\
         </testcase>\n"
    )
}
