//! `document/not-read`: a part of the document that holds no text for the program to read.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "document/not-read",
    summary: Text {
        da: "En del af dokumentet er ikke gennemgået",
        en: "A part of the document was not checked",
    },
    why: Text {
        da: "En side, der er scannet, en beskadiget side eller et dokument inde i dokumentet har ingen tekst, som \
             programmet kan læse. Der kan stå et CPR-nummer eller en fejl, som ingen har set efter.",
        en: "A scanned page, a damaged page or a document inside the document holds no text that the program can \
             read. It may hold a CPR number or a mistake that nobody has looked for.",
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
