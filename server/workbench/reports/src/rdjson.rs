//! The Reviewdog Diagnostic Format, whose columns count bytes.
//!
//! Related places are left out: readers older than that field refuse a report that has it.

use rules::document::Document;
use rules::lint::Severity;
use rules::privacy::Shown;
use rules::text::TextSize;
use rules::text::lines::floor_boundary;
use serde::Serialize;
use workbench::lang::Lang;

use super::Checked;
use super::json::{Finding, Remedy, findings, text_of};
use super::manual::{HOME, address};

/// What stands between two files.
pub(super) const BETWEEN: &str = ",\n";

/// What stands before the first file.
pub(super) const OPENING: &str = concat!(
    "{\"source\":{\"name\":\"referent\",\"url\":\"",
    env!("CARGO_PKG_REPOSITORY"),
    "\"},\"diagnostics\":[\n"
);

/// What stands after the last file.
pub(super) const CLOSING: &str = "\n]}\n";

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: Shown,
    location: Location<'a>,
    severity: &'static str,
    source: Source,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let diagnostics: Vec<String> =
        findings(checked, lang).iter().map(|finding| text_of(&diagnostic(checked, finding, lang))).collect();
    diagnostics.join(BETWEEN)
}

fn diagnostic<'a>(checked: &Checked<'a>, finding: &'a Finding, lang: Lang) -> Diagnostic<'a> {
    let (start, end) = (finding.range.start.offset, finding.range.end.offset);
    Diagnostic {
        message: finding.told(lang),
        location: Location { path: checked.path, range: range(checked.document, start, end) },
        severity: severity(finding.severity),
        source: Source { name: "referent", url: HOME },
        code: Code { value: finding.rule, url: address(finding.rule) },
        suggestions: finding.fixes.iter().filter_map(|fix| suggestion(checked.document, fix)).collect(),
    }
}

/// Each suggestion is offered alone, so a fix of several edits cannot be one.
fn suggestion<'a>(document: &Document, fix: &'a Remedy) -> Option<Suggestion<'a>> {
    let [edit] = fix.edits.as_slice() else { return None };
    Some(Suggestion { range: range(document, edit.start, edit.end), text: &edit.text })
}

fn range(document: &Document, start: u32, end: u32) -> Range {
    Range { start: position(document, start), end: position(document, end) }
}

fn position(document: &Document, offset: u32) -> Position {
    let offset = TextSize::new(floor_boundary(document.text(), offset as usize) as u32);
    let line = document.lines().line_of(offset);
    let column = offset - document.lines().start_of(line);
    Position { line: line + 1, column: u32::from(column) + 1 }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info | Severity::Hint => "INFO",
    }
}

#[cfg(test)]
mod tests {
    use super::position;
    use rules::document::Document;

    #[test]
    fn columns_count_bytes() {
        let document = Document::new(Default::default(), "Først\nså æ galt\n".to_owned());
        let position = position(&document, "Først\nså æ ".len() as u32);
        assert_eq!((position.line, position.column), (2, 8));
    }
}
