//! `folder/running-number`: item numbers that run through the year skip or repeat between two meetings.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

/// The rule; what reads several texts at once reports it.
pub static RULE: Rule = Rule {
    name: "folder/running-number",
    summary: Text {
        da: "Punktnumrene fortsætter ikke fra forrige møde",
        en: "The item numbers do not go on from the former meeting",
    },
    why: Text {
        da: "Hvor numrene løber hele året, findes en sag på sit nummer. Springer de, ser det ud, som om et møde mangler i mappen; gentages de, peger henvisninger på to sager.",
        en: "Where numbers run through the year, a case is found by its number. When they skip, a meeting seems to be missing from the folder; when they repeat, references point to two cases.",
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
