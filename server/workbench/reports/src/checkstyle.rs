//! The XML of Checkstyle, which most tools for code review read.

use rules::lint::Severity;
use workbench::lang::Lang;

use super::Checked;
use super::json::{Finding, findings};
use super::markup::{escaped, escaped_path, escaped_word};

/// What stands before the first file.
pub(super) const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";

/// What stands after the last file.
pub(super) const CLOSING: &str = "</checkstyle>\n";

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let errors: String = findings(checked, lang).iter().map(|finding| error(finding, lang)).collect();
    format!("<file name=\"{}\">\n{errors}</file>\n", escaped_path(checked.path))
}

fn error(finding: &Finding, lang: Lang) -> String {
    format!(
        "<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"{}\"/>\n",
        finding.range.start.line,
        finding.range.start.column,
        severity(finding.severity),
        escaped(&finding.told(lang)),
        escaped_word(finding.rule),
    )
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "info",
    }
}
