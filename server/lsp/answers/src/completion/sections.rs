//! The sections that the item lacks, in the order of the house.

use std::collections::HashSet;

use rules::house::{HouseSection, Required};
use rules::minutes::{Placed, Stage};
use rules::syntax::SectionKind;
use rules::text::{TextRange, TextSize};
use serde_json::json;
use snapshot::document::Snapshot;
use snapshot::structure::{self, Missing};
use tower_lsp::ls_types::CompletionItemKind;
use workbench::draft::style_title;

use super::{Cursor, Offer};
use crate::manner::{self, Manner, STRONG};

/// A heading for each section that the item lacks. In an agenda, and below a case, the recommendation comes first: without it
/// there is nothing to decide. Then come those that the item must have.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let snapshot = cursor.snapshot;
    if begins_item(cursor, placed) {
        return Vec::new();
    }
    let manner = Manner::behind(cursor.typed).unwrap_or_else(|| Manner::of(snapshot, placed));
    let end = snapshot.line_end();
    // Editors put in the second pair of asterisks by themselves.
    let closed = if cursor.is_closed() { TextSize::of(STRONG) } else { TextSize::new(0) };
    let place = TextRange::new(cursor.words().start(), cursor.at + closed);
    let offer = |name: &str, heading: &str, detail: &str| Offer {
        label: name.to_owned(),
        detail: detail.to_owned(),
        text: format!("{}{end}{end}$0", manner.write(heading)),
        place,
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
    if behind_paper_list(cursor, placed) {
        return Vec::new();
    }
    // Nobody tells a case under "Eventuelt", and one that is closed is told nowhere.
    let title = placed.item.title.map_or("", |title| &snapshot.text()[title + placed.start]);
    let is_bare = placed.item.closed || snapshot.document.context().house.exempts(title);
    let due = |kind: SectionKind| (kind == SectionKind::Decision || !is_bare) && is_due(cursor, placed, kind);
    let mut missing = structure::missing(snapshot, placed);
    missing.retain(|missing| due(missing.section.kind));
    // Nobody has decided anything before the meeting.
    let context = snapshot.document.context();
    let is_agenda = context.stage == Stage::Agenda;
    missing.retain(|missing| !(is_agenda && missing.section.kind == SectionKind::Decision));
    let is_recommendation = |section: &HouseSection| section.kind == SectionKind::Recommendation;
    // Nobody recommends to approve the agenda, or anything under "Eventuelt".
    let lacks = |kind| placed.item.sections_of(kind).next().is_none();
    // In minutes it belongs between a case and what was decided.
    let may_recommend = is_agenda || !lacks(SectionKind::Case) && lacks(SectionKind::Decision);
    let recommends = may_recommend && !is_bare && lacks(SectionKind::Recommendation);
    missing.sort_by_key(|missing| (!(recommends && is_recommendation(missing.section)), !missing.required));
    let mut offers = Vec::new();
    // The general style asks for none of these, and still knows them.
    let usual: Vec<&str> = USUAL
        .iter()
        .filter(|(kind, _)| due(*kind))
        .filter(|(kind, _)| recommends || *kind != SectionKind::Recommendation)
        .filter(|(kind, _)| placed.item.sections_of(*kind).next().is_none())
        .filter(|(kind, _)| context.house.sections.iter().all(|section| section.kind != *kind))
        .map(|(_, name)| *name)
        .collect();
    let (first, last) = usual.split_at(usize::from(usual.first() == Some(&RECOMMENDATION)));
    offers.extend(first.iter().map(|name| offer(name, name, "")));
    // What the other items have stands in their order, and first.
    let mut written = manner::usual(snapshot, placed);
    written.retain(|(kind, _)| {
        let before = is_agenda && *kind == SectionKind::Decision;
        !before && due(*kind)
    });
    let known = |section: &HouseSection| written.iter().position(|(kind, name)| is_one(section, *kind, name));
    missing.sort_by_key(|missing| known(missing.section).unwrap_or(written.len()));
    let of_house =
        |(kind, name): &(SectionKind, String)| missing.iter().any(|m| is_one(m.section, *kind, name));
    let alone: Vec<(usize, &str)> = written
        .iter()
        .enumerate()
        .filter(|(_, section)| !of_house(section))
        .map(|(at, (_, name))| (at, name.as_str()))
        .collect();
    let mut ordered: Vec<(usize, Offer)> =
        alone.iter().map(|&(at, name)| (at, offer(name, name, ""))).collect();
    for Missing { section, required, .. } in &missing {
        let detail = if *required { snapshot.session.lang.pick("mangler", "missing") } else { "" };
        let offer = offer(&section.name, &structure::heading(snapshot, section), detail);
        ordered.push((known(section).unwrap_or(written.len()), offer));
    }
    ordered.sort_by_key(|(at, _)| *at);
    offers.extend(ordered.into_iter().map(|(_, offer)| offer));
    offers.extend(last.iter().map(|name| offer(name, name, "")));
    // One heading may be due by the case above it and stand in other items too.
    let mut there = HashSet::new();
    offers.retain(|offer| there.insert(offer.label.clone()));
    offers
}

/// Where the list of attachments begins that a paper has once for all its items, below the last of them; nothing where items have
/// lists of their own.
fn paper_list(snapshot: &Snapshot) -> Option<TextSize> {
    let context = snapshot.document.context();
    let items: Vec<Placed<'_>> = snapshot.document.minutes().items().collect();
    let (last, others) = items.split_last()?;
    let lists = |placed: &Placed<'_>| placed.item.sections_of(SectionKind::Attachments).next().is_some();
    let heading = last.item.sections_of(SectionKind::Attachments).next()?.heading.start() + last.start;
    let title = last.item.title.map_or("", |title| &snapshot.text()[title + last.start]);
    let mut decided = last.item.sections_of(SectionKind::Decision);
    let is_over =
        context.house.exempts(title) || decided.any(|own| own.heading.start() + last.start < heading);
    (!others.is_empty() && !others.iter().any(lists) && is_over).then_some(heading)
}

/// Does the line stand below the list that closes the paper?
fn behind_paper_list(cursor: &Cursor<'_>, placed: Placed<'_>) -> bool {
    paper_list(cursor.snapshot).is_some_and(|list| placed.range().contains(list) && list < cursor.line)
}

/// May a section of this `kind` begin on the line: no list of attachments where the paper has one, and no account below what was
/// recommended or decided on one that has no heading?
fn is_due(cursor: &Cursor<'_>, placed: Placed<'_>, kind: SectionKind) -> bool {
    let inside = cursor.line - placed.start;
    let above = |kind| placed.item.sections_of(kind).any(|section| section.heading.end() <= inside);
    match kind {
        SectionKind::Attachments => paper_list(cursor.snapshot).is_none(),
        SectionKind::Case => {
            let first =
                placed.item.sections.first().map_or(inside, |section| section.heading.start().min(inside));
            let told =
                &cursor.snapshot.text()[TextRange::new(placed.item.heading.end(), first) + placed.start];
            let is_told = told.chars().any(char::is_alphanumeric);
            !(above(SectionKind::Decision) || is_told && above(SectionKind::Recommendation))
        }
        _ => true,
    }
}

/// Does the line begin as the headings of items do, and those of sections do not: "## ", where sections stand between asterisks?
fn begins_item(cursor: &Cursor<'_>, placed: Placed<'_>) -> bool {
    let level = |words: &str| words.trim_start().bytes().take_while(|byte| *byte == b'#').count();
    let typed = level(cursor.typed);
    let text = cursor.snapshot.text();
    let heading = structure::line_start(text, placed.item.heading.start() + placed.start);
    let own = Manner::of(cursor.snapshot, placed).write("");
    typed > 0 && typed == level(&text[heading.into()..]) && typed != level(&own)
}

/// Is `section` of the house what the document calls `name`?
fn is_one(section: &HouseSection, kind: SectionKind, name: &str) -> bool {
    section.kind == kind && (kind != SectionKind::Other || section.name == name)
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
