//! `folder/approved-minutes`: minutes that the next meeting does not approve, where meetings do so.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

/// The rule; what reads several texts at once reports it.
pub static RULE: Rule = Rule {
    name: "folder/approved-minutes",
    summary: Text {
        da: "Det forrige mødes referat er ikke godkendt",
        en: "The minutes of the former meeting are not approved",
    },
    why: Text {
        da: "I denne mappe godkender hvert møde referatet af det forrige. Mangler punktet, er det ene referat aldrig godkendt.",
        en: "In this folder each meeting approves the minutes of the former. Where the item is missing, one of the minutes was never approved.",
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
