//! `folder/taken-up-again`: a case to be taken up again on a day whose agenda does not have it.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

/// The rule; what reads several texts at once reports it.
pub static RULE: Rule = Rule {
    name: "folder/taken-up-again",
    summary: Text {
        da: "Sagen er ikke på det møde, den blev udsat til",
        en: "The case is not on the meeting that it was postponed to",
    },
    why: Text {
        da: "Når en beslutning siger, hvornår sagen tages op igen, regner alle med at finde den dér. Står den ikke på dagsordenen, er den glemt eller flyttet uden besked.",
        en: "When a decision says when the case is taken up again, everybody expects it there. If the agenda lacks it, it was forgotten or moved without a word.",
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
