//! The verdict on a document: may it be published as it is?

use rules::lint::{Diagnostic, Severity};

use super::parts::counts;
use crate::lang::Lang;
use crate::report::Tally;

/// What keeps a document from being published, in both languages: one of it, and several.
const SECRETS: &[(&str, [&str; 2], [&str; 2])] = &[
    ("privacy/cpr-number", ["CPR-nummer", "CPR-numre"], ["CPR number", "CPR numbers"]),
    ("privacy/closed-item", ["lukket punkt", "lukkede punkter"], ["closed item", "closed items"]),
    ("privacy/account-number", ["bankkonto", "bankkonti"], ["bank account", "bank accounts"]),
    (
        "privacy/contact",
        ["privat kontaktoplysning", "private kontaktoplysninger"],
        ["private contact", "private contacts"],
    ),
    (
        "privacy/person",
        ["privat oplysning om en person", "private oplysninger om personer"],
        ["private fact", "private facts"],
    ),
    (
        "document/not-read",
        ["sted, der ikke kunne læses", "steder, der ikke kunne læses"],
        ["place that could not be read", "places that could not be read"],
    ),
];

/// The verdict and its class: what must not be published first, else the counts.
pub(super) fn verdict(found: &[Diagnostic], tally: &Tally, lang: Lang) -> (&'static str, String) {
    let mut secrets: Vec<String> = Vec::new();
    for (rule, da, en) in SECRETS {
        let severe = |found: &&Diagnostic| found.rule.name == *rule && found.severity >= Severity::Warning;
        match found.iter().filter(severe).count() {
            0 => {}
            1 => secrets.push(format!("1 {}", lang.pick(da[0], en[0]))),
            n => secrets.push(format!("{n} {}", lang.pick(da[1], en[1]))),
        }
    }
    let counts = counts(tally, lang);
    if !secrets.is_empty() {
        let must_not = lang.pick("Må ikke offentliggøres", "Must not be published");
        return ("verdict stop", format!("<strong>{must_not}: {}</strong> ({counts})", secrets.join(", ")));
    }
    (if found.is_empty() { "verdict clean" } else { "verdict" }, counts)
}
