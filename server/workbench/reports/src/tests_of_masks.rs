//! An invented finding of a privacy rule, for the tests of reports.

use rules::lint::{Check, Diagnostic, Example, Fixes, Note, Rule, Severity, Text};
use rules::text::range;
use rules::zones::ZoneSet;

static RULE: Rule = Rule {
    name: "privacy/invented",
    summary: Text { da: "", en: "" },
    why: Text { da: "", en: "" },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example { house: "generel", before: "", after: "" },
    check: Check::Item(|_, _| {}),
};

/// A finding of a privacy rule at `words` of `text`.
pub(super) fn finding(text: &str, words: &str) -> Diagnostic {
    let start = text.find(words).expect("the words stand in the text");
    Diagnostic::new(&RULE, Severity::Error, range(start, start + words.len()), Note::new("", ""))
}
