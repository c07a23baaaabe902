//! At-points, decisions and attachments.

use rules::minutes::{Content, Outcome, Placed};
use rules::syntax::SectionKind;
use rules::text::TextRange;
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::lsp::handlers::code_action::decisions::{line, wording};
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
    for answered in structure::answered(&placed, &structure::missed(cursor.snapshot)) {
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

/// The attachments of the item, after the word "bilag".
pub(super) fn attachments(cursor: &Cursor<'_>) -> Vec<Offer> {
    let before = cursor.typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let Some(placed) = cursor.item.filter(|_| before.ends_with("bilag ") || before.ends_with("Bilag "))
    else {
        return Vec::new();
    };
    let mut offers = Vec::new();
    for section in &placed.item.sections {
        let Content::Attachments(list) = &section.content else { continue };
        for attachment in list {
            let Some(number) = attachment.number else { continue };
            let mut offer = offer(number.to_string(), number.to_string(), cursor.word());
            offer.detail = cursor.snapshot.shown(attachment.range + placed.start).into();
            offers.push(offer);
        }
    }
    offers
}

fn offer(label: String, text: String, place: TextRange) -> Offer {
    Offer { label, detail: String::new(), text, place, kind: CompletionItemKind::TEXT, more: Value::Null }
}
