//! Workflow commands of GitHub Actions, which become notes in the margin of a pull request.
//!
//! The log of a run shows nothing but the message, so path and place stand there as well.

use rules::lint::Severity;
use rules::privacy::{printable, shown};
use workbench::lang::Lang;

use super::json::{Finding, findings};
use super::{Checked, Tally};

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    findings(checked, lang).iter().map(|finding| command(checked.path, finding, lang)).collect()
}

/// What is held back, as a note without a place.
pub(super) fn closing(tally: &Tally, lang: Lang) -> String {
    tally
        .held_back
        .words(lang)
        .map_or(String::new(), |words| format!("::notice title=referent::{}\n", data(&words)))
}

fn command(path: &str, finding: &Finding, lang: Lang) -> String {
    let (start, end) = (finding.range.start, finding.range.end);
    // Columns are refused where they are of different lines.
    let columns = match start.line == end.line {
        true => format!(",col={},endColumn={}", start.column, end.column),
        false => String::new(),
    };
    format!(
        "::{} title={},file={},line={},endLine={}{columns}::{}\n",
        command_name(finding.severity),
        property(finding.rule),
        property(path),
        start.line,
        end.line,
        data(&format!("{}:{}:{}: {}", shown(path), start.line, start.column, finding.told(lang))),
    )
}

fn command_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    let printed: String = text.chars().map(printable).collect();
    data(&printed).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_ends_a_value_is_escaped() {
        assert_eq!(data("5 %: ja,\r\nnej"), "5 %25: ja,%0D%0Anej");
        assert_eq!(property("5 %: ja,\n"), "5 %25%3A ja%2C%0A");
    }
}
