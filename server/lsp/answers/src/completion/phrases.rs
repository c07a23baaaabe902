//! At-points and decisions.

use rules::facts::asides::ends_in_body;
use rules::minutes::{Content, Outcome, Placed};
use rules::syntax::SectionKind;
use rules::text::TextRange;
use serde_json::Value;
use snapshot::answered::answered;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::code_action::decisions::{self, wording};

/// The ways in which a point begins, going on from what stands above the list: "indstiller, at udvalget".
pub(super) fn points(cursor: &Cursor<'_>) -> Vec<Offer> {
    if !cursor.is_in(|content| matches!(content, Content::Recommendation(_)))
        || cursor.is_under_next_heading()
    {
        return Vec::new();
    }
    let who = cursor.body();
    let lead = lead_in(cursor).unwrap_or_default();
    let (at, who) = match lead.rsplit_once("at ") {
        _ if lead == "at" || lead.ends_with([' ', ',']) || lead.ends_with(" at") => ("", format!("{who} ")),
        Some((before, named)) if is_body(named) && before.ends_with([' ', ',']) => ("", String::new()),
        _ => ("at ", format!("{who} ")),
    };
    let texts = beginnings(cursor, at, &who);
    texts.into_iter().map(|text| offer(text.replace("$0", "…"), text, cursor.words())).collect()
}

/// The ways in which a point begins behind `at`, which is "at " or nothing, said of `who`.
pub(super) fn beginnings(cursor: &Cursor<'_>, at: &str, who: &str) -> Vec<String> {
    let noted = match who.is_empty() {
        true => "tager orienteringen til efterretning$0".to_owned(),
        false => format!("{at}orienteringen tages til efterretning$0"),
    };
    // The council recommends nothing to itself.
    let lower =
        cursor.snapshot.document.context().meeting.committee.as_deref().unwrap_or_default().to_lowercase();
    let is_council = COUNCILS.iter().any(|council| lower.starts_with(council));
    // A board has no council above it.
    let is_below = !is_council && cursor.body().to_lowercase().contains("udvalg");
    let upwards = is_below.then(|| format!("{at}{who}over for Byrådet anbefaler, at $0"));
    let starts = [format!("{at}{who}godkender $0"), format!("{at}{who}drøfter $0"), noted];
    starts.into_iter().chain(upwards).collect()
}

/// The words above the list that the cursor stands in: "Forvaltningen indstiller, at udvalget".
fn lead_in<'c>(cursor: &Cursor<'c>) -> Option<&'c str> {
    let placed = cursor.item?;
    let inside = cursor.line - placed.start;
    let section = placed.item.sections.iter().rfind(|section| section.heading.end() <= inside)?;
    let body = &cursor.snapshot.text()[TextRange::new(section.heading.end() + placed.start, cursor.line)];
    let lead = body.lines().find(|line| !line.trim().is_empty())?;
    Some(lead.trim_end().trim_end_matches([':', ',']))
}

/// The bodies that have none above them.
const COUNCILS: [&str; 4] = ["byrådet", "kommunalbestyrelsen", "borgerrepræsentationen", "regionsrådet"];

/// Do the words name who is to decide: "udvalget", "Byrådet", "Børne- og Ungeudvalget"?
pub(super) fn is_body(words: &str) -> bool {
    words.trim().split(' ').count() <= MOST_WORDS && ends_in_body(words.trim())
}

/// The name of a body has no more words than these.
const MOST_WORDS: usize = 6;

/// A decision for each point that has none, and where nothing is decided yet the house's words for all.
pub(super) fn decisions(cursor: &Cursor<'_>) -> Vec<Offer> {
    if !cursor.is_in(|content| matches!(content, Content::Decision(_))) {
        return Vec::new();
    }
    let Some(placed) = cursor.item else { return Vec::new() };
    let recommended = placed.item.sections_of(SectionKind::Recommendation).next().is_some();
    let mut offers = Vec::new();
    let line = TextRange::new(cursor.line, cursor.at);
    for answered in answered(cursor.snapshot.text(), &placed, cursor.snapshot.missed()) {
        // What is being typed decides nothing yet.
        let answered = answered.but_for(line - placed.start);
        let alone = answered.recommendation.points.len() == 1;
        for point in answered.undecided() {
            let named = (answered.name_of(point), point);
            let lines = decisions::lines_for(cursor.snapshot, named, point.text + placed.start, alone);
            offers.extend(lines.into_iter().map(|words| offer(words.clone(), words, cursor.words())));
        }
    }
    if !is_open(cursor, placed) {
        return offers;
    }
    for outcome in OUTCOMES {
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

/// What decisions mostly say, the likeliest first.
pub(super) const OUTCOMES: [Outcome; 5] =
    [Outcome::Approved, Outcome::Noted, Outcome::Discussed, Outcome::Recommended, Outcome::Postponed];

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

/// What is written of a point that did not pass.
pub(super) const REJECTED: &str = "Ikke godkendt.";

pub(super) fn offer(label: String, text: String, place: TextRange) -> Offer {
    Offer { label, detail: String::new(), text, place, kind: CompletionItemKind::TEXT, more: Value::Null }
}
