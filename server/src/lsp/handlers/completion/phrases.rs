//! At-points, decisions and attachments.

use rules::minutes::{Content, Outcome, Placed};
use rules::syntax::SectionKind;
use rules::text::{TextRange, is_space};
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::lsp::handlers::code_action::decisions::{line, wording};
use crate::lsp::handlers::symbols::item_name;
use crate::lsp::structure;

/// The ways in which a point begins.
pub(super) fn points(cursor: &Cursor<'_>) -> Vec<Offer> {
    if !cursor.is_in(|content| matches!(content, Content::Recommendation(_))) {
        return Vec::new();
    }
    let who = cursor.snapshot.document.context().meeting.committee.clone();
    let who = who.unwrap_or_else(|| "udvalget".to_owned());
    let starts = [
        format!("at {who} godkender $0"),
        format!("at {who} drøfter $0"),
        "at orienteringen tages til efterretning$0".to_owned(),
        format!("at {who} over for Byrådet anbefaler, at $0"),
    ];
    starts.into_iter().map(|text| offer(text.replace("$0", "…"), text, cursor.words())).collect()
}

/// A decision for each point that has none, and where nothing is decided yet the house's words for all.
pub(super) fn decisions(cursor: &Cursor<'_>) -> Vec<Offer> {
    if !cursor.is_in(|content| matches!(content, Content::Decision(_))) {
        return Vec::new();
    }
    let Some(placed) = cursor.item else { return Vec::new() };
    let recommended = placed.item.sections_of(SectionKind::Recommendation).next().is_some();
    let mut offers = Vec::new();
    for answered in structure::answered(&placed, cursor.snapshot.missed()) {
        let alone = answered.recommendation.points.len() == 1;
        for point in answered.undecided() {
            let words = line(cursor.snapshot, point, alone);
            offers.push(offer(words.clone(), words, cursor.words()));
        }
    }
    if !is_open(cursor, placed) {
        return offers;
    }
    for outcome in
        [Outcome::Approved, Outcome::Noted, Outcome::Discussed, Outcome::Recommended, Outcome::Postponed]
    {
        let mut words = wording(cursor.snapshot, outcome);
        // The agenda itself is approved without anybody recommending it.
        if !recommended && words.starts_with("Indstilling") {
            words = APPROVED.to_owned();
        }
        if offers.iter().all(|offer| offer.label != words) {
            offers.push(offer(words.clone(), words, cursor.words()));
        }
    }
    offers
}

/// Does the decision that the cursor stands in say nothing but what is typed just now?
fn is_open(cursor: &Cursor<'_>, placed: Placed<'_>) -> bool {
    let inside = cursor.at - placed.start;
    let sections = &placed.item.sections;
    let Some(at) = sections.iter().rposition(|section| section.heading.end() < inside) else { return false };
    if let Content::Decision(decision) = &sections[at].content
        && decision.is_silent()
    {
        return true;
    }
    let text = cursor.snapshot.text();
    let end = sections.get(at + 1).map_or(placed.range().end(), |next| next.heading.start() + placed.start);
    let (heading, line) = (sections[at].heading.end() + placed.start, cursor.line);
    let around = [(heading.min(line), line), (cursor.at.min(end), end)];
    around.iter().all(|&(from, to)| text[TextRange::new(from, to)].trim().is_empty())
}

/// What is written where there was no recommendation.
const APPROVED: &str = "Godkendt.";

/// What may be named by its number after the word before the cursor: items of the meeting, points and attachments of the
/// item, each with its title.
pub(super) fn references(cursor: &Cursor<'_>) -> Vec<Offer> {
    let before = cursor.typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = before.replace('\u{a0}', " ").to_lowercase();
    let Some(before) = before.strip_suffix(' ') else { return Vec::new() };
    let before = before.strip_suffix(" nr.").unwrap_or(before);
    let word = before.rsplit(|c: char| is_space(c) || c == '(').next().unwrap_or_default();
    let named: Vec<(u32, String)> = match word {
        "bilag" => attachments(cursor),
        "at-punkt" => points_of(cursor),
        "punkt" | "punkterne" | "pkt." | "dagsordenspunkt" => items(cursor),
        _ => Vec::new(),
    };
    let offer = |(number, detail): (u32, String)| {
        let number = number.to_string();
        Offer { detail, ..offer(number.clone(), number, cursor.word()) }
    };
    named.into_iter().map(offer).collect()
}

fn attachments(cursor: &Cursor<'_>) -> Vec<(u32, String)> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let lists = placed.item.sections.iter().filter_map(|section| match &section.content {
        Content::Attachments(list) => Some(list),
        _ => None,
    });
    let shown = |range: TextRange| cursor.snapshot.shown(range + placed.start).into();
    lists.flatten().filter_map(|attachment| Some((attachment.number?, shown(attachment.range)))).collect()
}

fn points_of(cursor: &Cursor<'_>) -> Vec<(u32, String)> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let shown = |range: TextRange| cursor.snapshot.shown(range + placed.start).first_line().cut(90).into();
    placed.item.points().map(|point| (point.index, shown(point.text))).collect()
}

/// The items but for the one around the cursor.
fn items(cursor: &Cursor<'_>) -> Vec<(u32, String)> {
    let document = &cursor.snapshot.document;
    let mask = document.mask(&[]);
    let others =
        document.minutes().items().filter(|placed| cursor.item.is_none_or(|own| own.start != placed.start));
    let named = others.filter_map(|placed| {
        let (number, _) = placed.item.number?;
        Some((number, item_name(document.text(), &mask, placed.item, placed.start).into()))
    });
    named.collect()
}

fn offer(label: String, text: String, place: TextRange) -> Offer {
    Offer { label, detail: String::new(), text, place, kind: CompletionItemKind::TEXT, more: Value::Null }
}
