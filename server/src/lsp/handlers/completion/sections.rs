//! The sections that the item lacks, in the order of the house.

use rules::house::{HouseSection, Required};
use rules::minutes::Stage;
use rules::syntax::SectionKind;
use serde_json::json;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::draft::style_title;
use crate::lsp::document::Snapshot;
use crate::lsp::structure::{self, Missing};

/// A heading for each section that the item lacks. In an agenda the recommendation comes first: without it there is
/// nothing to decide. Then come those that the item must have.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let snapshot = cursor.snapshot;
    let mark = structure::heading_mark(snapshot, placed);
    let mark = if cursor.typed.starts_with('#') { String::new() } else { mark };
    let end = snapshot.line_end();
    let offer = |name: &str, heading: &str, detail: &str| Offer {
        label: name.to_owned(),
        detail: detail.to_owned(),
        text: format!("{mark}{heading}{end}{end}$0"),
        place: cursor.words(),
        kind: CompletionItemKind::KEYWORD,
        more: json!(name),
    };
    if cursor.is_under_next_heading() {
        let house = &snapshot.document.context().house;
        let due = house.sections.iter().filter(|section| section.kind != SectionKind::Decision);
        let names: Vec<&str> = due.map(|section| section.name.as_str()).collect();
        let usual = USUAL.iter().map(|(_, name)| *name).filter(|name| !names.contains(name));
        return names.iter().copied().chain(usual).map(|name| offer(name, name, "")).collect();
    }
    let mut missing = structure::missing(snapshot, placed);
    // Nobody has decided anything before the meeting.
    let context = snapshot.document.context();
    let is_agenda = context.stage == Stage::Agenda;
    missing.retain(|missing| !(is_agenda && missing.section.kind == SectionKind::Decision));
    let is_recommendation = |section: &HouseSection| section.kind == SectionKind::Recommendation;
    // Nobody recommends to approve the agenda, or anything under "Eventuelt".
    let title = placed.item.title.map_or("", |title| &snapshot.text()[title + placed.start]);
    let recommends = is_agenda
        && !context.house.exempts(title)
        && placed.item.sections_of(SectionKind::Recommendation).next().is_none();
    missing.sort_by_key(|missing| (!(recommends && is_recommendation(missing.section)), !missing.required));
    let mut offers = Vec::new();
    // The general style asks for none of these, and still knows them.
    let usual: Vec<&str> = USUAL
        .iter()
        .filter(|(kind, _)| recommends || *kind != SectionKind::Recommendation)
        .filter(|(kind, _)| !context.house.exempts(title) && placed.item.sections_of(*kind).next().is_none())
        .filter(|(kind, _)| context.house.sections.iter().all(|section| section.kind != *kind))
        .map(|(_, name)| *name)
        .collect();
    let (first, last) = usual.split_at(usize::from(usual.first() == Some(&RECOMMENDATION)));
    offers.extend(first.iter().map(|name| offer(name, name, "")));
    for Missing { section, required, .. } in missing {
        let detail = if required { snapshot.session.lang.pick("mangler", "missing") } else { "" };
        offers.push(offer(&section.name, &structure::heading(snapshot, section), detail));
    }
    offers.extend(last.iter().map(|name| offer(name, name, "")));
    offers
}

/// The usual heading of a recommendation.
const RECOMMENDATION: &str = "Indstilling";

/// The usual headings of items.
const USUAL: [(SectionKind, &str); 3] = [
    (SectionKind::Recommendation, RECOMMENDATION),
    (SectionKind::Case, "Sagsfremstilling"),
    (SectionKind::Attachments, "Bilag"),
];

/// What the house says of its section `name`.
pub(super) fn explain(snapshot: &Snapshot, name: &str) -> String {
    let house = &snapshot.document.context().house;
    let lang = snapshot.session.lang;
    let required = house.sections.iter().find(|section| section.name == name).map(|section| section.required);
    let when = match required {
        Some(Required::Always) => {
            lang.pick("skal være i dagsorden og referat", "must be in agendas and minutes")
        }
        Some(Required::Minutes | Required::Usual) => {
            lang.pick("skal være i referatet", "must be in the minutes")
        }
        _ => lang.pick("kan udelades", "may be left out"),
    };
    format!("{name} ({}): {when}", style_title(house, lang))
}
