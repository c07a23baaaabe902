//! `document/tracked-change`: changes that are still on record.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "document/tracked-change",
    summary: Text {
        da: "Sporede ændringer er ikke accepteret eller afvist",
        en: "Tracked changes have been neither accepted nor rejected",
    },
    why: Text {
        da: "En sporet ændring gemmer også den tekst, der er slettet, og navnet på den, der slettede den. Enhver \
             læser kan se begge dele. Acceptér eller afvis alle ændringer, før filen offentliggøres.",
        en: "A tracked change keeps the words that were deleted as well, and the name of whoever deleted them. \
             Every reader can see both. Accept or reject all changes before the file is published.",
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
