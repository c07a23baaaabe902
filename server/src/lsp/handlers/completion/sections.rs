//! The sections that the item lacks, in the order of the house.

use rules::house::Required;
use serde_json::json;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::lsp::document::Snapshot;
use crate::lsp::structure;

/// A heading for each section that the item lacks; those that it must have come first.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let snapshot = cursor.snapshot;
    let mark = structure::heading_mark(snapshot, placed);
    let mark = if cursor.typed.starts_with('#') { String::new() } else { mark };
    let end = snapshot.line_end();
    let mut missing = structure::missing(snapshot, placed);
    missing.sort_by_key(|missing| !missing.required);
    missing
        .into_iter()
        .map(|missing| Offer {
            label: missing.section.name.clone(),
            detail: if missing.required {
                snapshot.session.lang.pick("mangler", "missing").to_owned()
            } else {
                String::new()
            },
            text: format!("{mark}{}{end}{end}$0", structure::heading(snapshot, missing.section)),
            place: cursor.words(),
            kind: CompletionItemKind::KEYWORD,
            more: json!(missing.section.name),
        })
        .collect()
}

/// What the house says of its section `name`.
pub(super) fn explain(snapshot: &Snapshot, name: &str) -> String {
    let house = &snapshot.document.context().house;
    let lang = snapshot.session.lang;
    let required = house.sections.iter().find(|section| section.name == name).map(|section| section.required);
    let when = match required {
        Some(Required::Always) => {
            lang.pick("skal være i dagsorden og referat", "must be in agendas and minutes")
        }
        Some(Required::Minutes) => lang.pick("skal være i referatet", "must be in the minutes"),
        _ => lang.pick("kan udelades", "may be left out"),
    };
    lang.pick(format!("{name} ({}): {when}", house.title), format!("{name} ({}): {when}", house.title))
}
