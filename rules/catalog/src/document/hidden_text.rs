//! `document/hidden-text`: words that are there and not shown.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "document/hidden-text",
    summary: Text { da: "Skjult tekst i filen", en: "Hidden text in the file" },
    why: Text {
        da: "Skjult tekst ses hverken på skærmen eller på papir, men alle, der henter filen, kan vise den. Slet \
             teksten, hvis den ikke skal offentliggøres.",
        en: "Hidden text is seen neither on the screen nor on paper, but anybody who downloads the file can show \
             it. Delete it if it is not to be published.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    // No text shows it.
    example: Example { house: "generel", before: "", after: "" },
    zones: ZoneSet::NONE,
    options: &[],
    check: Check::Outside,
};
