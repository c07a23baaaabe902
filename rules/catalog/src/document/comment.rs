//! `document/comment`: a comment that was left in.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "document/comment",
    summary: Text {
        da: "En kommentar i margenen er ikke fjernet",
        en: "A comment in the margin has not been removed",
    },
    why: Text {
        da: "En kommentar er en bemærkning mellem kolleger. Den følger med filen, når den offentliggøres, også \
             når den ikke vises på skærmen. Slet kommentarerne først.",
        en: "A comment is a remark between colleagues. It is published with the file even when it is not shown on \
             the screen. Delete the comments first.",
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
