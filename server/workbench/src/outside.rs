//! Rules that look at more than the text: how the file is stored, and what is said about findings in it.

use std::sync::LazyLock;

use rules::catalog::RULES;
use rules::lint::{Check, Example, Fixes, Rule, Severity, Text};
use rules::zones::ZoneSet;

const NO_EXAMPLE: Example = Example { house: "generel", before: "", after: "" };

/// The characters of the file are stored wrongly.
pub(crate) static ENCODING: Rule = Rule {
    name: "files/encoding",
    summary: Text { da: "Filens tegn er gemt forkert", en: "The file's characters are stored wrongly" },
    why: Text {
        da: "Andre programmer viser æ, ø og å forkert, når filen ikke er UTF-8, eller når bogstaverne er gemt to gange \
             (\"bÃ¸rn\"). En fil, der ikke er UTF-8, læses som Windows-1252 og gemmes sådan igen; gem den som UTF-8 i \
             en editor.",
        en: "Other programs show \"æ\", \"ø\" and \"å\" wrongly when the file is not UTF-8, or when letters were \
             encoded twice (\"bÃ¸rn\"). A file that is not UTF-8 is read as Windows-1252 and kept so; save it as UTF-8 \
             in an editor.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::NONE,
    options: &[],
    example: NO_EXAMPLE,
    check: Check::Outside,
};

/// A suppression that suppresses nothing.
pub static UNUSED: Rule = Rule {
    name: "suppressions/unused",
    summary: Text { da: "En undtagelse undtager intet", en: "A suppression suppresses nothing" },
    why: Text {
        da: "Fejlen er rettet, eller undtagelsen står et forkert sted. En glemt undtagelse skjuler den næste fejl.",
        en: "The fault has been mended, or the suppression stands in the wrong place. One that is forgotten hides the \
             next fault.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "<!-- referent: ignore at-points/lead-word – sådan står det i brevet -->\n\nMødet er åbent.\n",
        after: "Mødet er åbent.\n",
    },
    check: Check::Outside,
};

/// A suppression that names no rule.
pub(crate) static UNKNOWN: Rule = Rule {
    name: "suppressions/unknown-rule",
    summary: Text {
        da: "En undtagelse nævner en regel, der ikke findes", en: "A suppression names no rule"
    },
    why: Text {
        da: "En undtagelse med et forkert navn virker ikke. Navnene står i \"referent rules\".",
        en: "A suppression with a wrong name has no effect. The names are in \"referent rules\".",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "<!-- referent: ignore at-points/lead-wrod – sådan står det i brevet -->\n\nMødet er åbent.\n",
        after: "<!-- referent: ignore at-points/lead-word – sådan står det i brevet -->\n\nMødet er åbent.\n",
    },
    check: Check::Outside,
};

static ALL: LazyLock<Vec<&'static Rule>> =
    LazyLock::new(|| RULES.iter().copied().chain([&ENCODING, &UNUSED, &UNKNOWN]).collect());

/// The rules of the catalog and those of this module.
pub fn all_rules() -> Vec<&'static Rule> {
    ALL.clone()
}

/// The rule called `name`.
pub fn rule(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name).copied()
}
