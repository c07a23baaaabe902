//! What keeps a document from being published, counted, for whoever says it in one line.

use lint::{Diagnostic, Note, Severity};

/// The rules that say so, in the order in which they are told; one of it and several, in both languages.
const KINDS: &[(&str, [&str; 2], [&str; 2])] = &[
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

/// What of `found` must not be published: "2 CPR-numre", "1 lukket punkt".
pub fn withheld<'f>(found: impl IntoIterator<Item = &'f Diagnostic>) -> Vec<Note> {
    let found: Vec<&Diagnostic> =
        found.into_iter().filter(|found| found.severity >= Severity::Warning).collect();
    let counted = KINDS
        .iter()
        .map(|(rule, da, en)| (found.iter().filter(|found| found.rule.name == *rule).count(), da, en));
    let told = counted.filter(|(n, _, _)| *n > 0).map(|(n, da, en)| {
        let several = usize::from(n > 1);
        Note::new(format!("{n} {}", da[several]), format!("{n} {}", en[several]))
    });
    told.collect()
}
