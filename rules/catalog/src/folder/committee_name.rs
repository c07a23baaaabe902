//! `folder/committee-name`: one committee whose name is written in two ways in the folder.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

/// The rule; what reads several texts at once reports it.
pub static RULE: Rule = Rule {
    name: "folder/committee-name",
    summary: Text {
        da: "Udvalgets navn skrives på to måder i mappen",
        en: "The committee has two spellings in the folder",
    },
    why: Text {
        da: "Den, der søger på udvalgets navn, finder kun de referater, hvor det er skrevet på samme måde.",
        en: "Who looks for the committee by its name finds only the minutes where it is written in the same way.",
    },
    source: "",
    severity: Severity::Warning,
    on: false,
    fixes: Fixes::None,
    // Several documents are needed to see it.
    example: Example { house: "generel", before: "", after: "" },
    zones: ZoneSet::NONE,
    options: &[],
    check: Check::Outside,
};
