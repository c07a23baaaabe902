//! One line for each finding: `path:line:column: severity[rule] message`.
//!
//! The severity is the English word in both languages, since editors and scripts look for it.

use rules::lint::Severity;
use workbench::lang::Lang;

use super::Checked;
use super::place::Places;
use super::source::{self, with_place};

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let mask = checked.document.mask(checked.diagnostics);
    let mut places = Places::new(checked.document);
    let mut report = String::new();
    for diagnostic in checked.diagnostics {
        let place = places.place(diagnostic.range.start());
        let message = mask.about(diagnostic).shown(lang.note(&diagnostic.note));
        let message = with_place(&message, source::place(checked, diagnostic.range.start()).as_ref(), lang);
        let (path, line, column) = (checked.path, place.line, place.column);
        let (severity, rule) = (severity_word(diagnostic.severity), diagnostic.rule.name);
        report.push_str(&format!("{path}:{line}:{column}: {severity}[{rule}] {message}\n"));
    }
    report
}

/// The word that machine formats use.
pub(super) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
        Severity::Hint => "hint",
    }
}
