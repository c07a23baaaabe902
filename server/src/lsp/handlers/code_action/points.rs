//! A recommendation in one sentence becomes a list of at-points, and back.

use rules::minutes::{Marker, Placed, Recommendation};
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, trim};

use super::Rewrite;
use crate::lsp::document::Snapshot;
use crate::lsp::occurrences;

/// Writes the points of a sentence one a line, in the marker of the house.
pub(super) fn to_list(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (placed, found) = at(snapshot, place, Marker::Inline)?;
    if found.points.len() < 2 {
        return None;
    }
    let (text, end) = (snapshot.text(), snapshot.line_end());
    let bullets = snapshot.document.context().house.points.marker == Some(Marker::Bullet);
    let mut words = String::new();
    for (i, point) in found.points.iter().enumerate() {
        let mark = if bullets { "-".to_owned() } else { format!("{}.", i + 1) };
        let clause = text[point.text + placed.start].trim_end_matches(['.', ',', ';']);
        let stop = if i + 1 == found.points.len() { "." } else { "," };
        words.push_str(&format!("{end}{mark} {clause}{stop}"));
    }
    let span = span(found)? + placed.start;
    // The space before the first point goes with it.
    let before = text[..span.start().into()].trim_end_matches(rules::text::is_space);
    let edit = Edit::replace(TextRange::new(TextSize::of(before), span.end()), format!("{end}{words}"));
    let title =
        snapshot.session.lang.pick("Del sætningen op i at-punkter", "Split the sentence into at-points");
    Some(Rewrite { title: title.to_owned(), edits: vec![edit] })
}

/// Writes the points of a list in the sentence that leads to them.
pub(super) fn to_sentence(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (placed, found) =
        at(snapshot, place, Marker::Number).or_else(|| at(snapshot, place, Marker::Bullet))?;
    let text = snapshot.text();
    let lead = found.lead_in? + placed.start;
    let all_begin_with_at =
        found.points.iter().all(|point| text[point.text + placed.start].starts_with("at "));
    if found.lead_ends_in_at || !all_begin_with_at || found.points.is_empty() {
        return None;
    }
    let clauses: Vec<&str> = (found.points.iter())
        .map(|point| trim(&text[point.text + placed.start]).trim_end_matches(['.', ',', ';']))
        .map(|clause| clause.strip_suffix(" og").unwrap_or(clause).trim_end_matches(','))
        .collect();
    let (last, others) = clauses.split_last()?;
    let sentence = match others {
        [] => format!(", {last}."),
        _ => format!(", {}, og {last}.", others.join(", ")),
    };
    let from = TextSize::of(text[..lead.end().into()].trim_end_matches([',', ':', ' ']));
    let to = span(found)?.end() + placed.start;
    let title =
        snapshot.session.lang.pick("Skriv at-punkterne i én sætning", "Write the at-points in one sentence");
    Some(Rewrite { title: title.to_owned(), edits: vec![Edit::replace(TextRange::new(from, to), sentence)] })
}

/// The recommendation at `place` whose points all have `marker`.
fn at(snapshot: &Snapshot, place: TextRange, marker: Marker) -> Option<(Placed<'_>, &Recommendation)> {
    let (_, placed) = occurrences::item_at(&snapshot.document, place.start())?;
    let item: &rules::minutes::Item = placed.item;
    let found = item.recommendations().find(|recommendation| {
        let all =
            !recommendation.points.is_empty() && recommendation.points.iter().all(|p| p.marker == marker);
        let lead = recommendation.lead_in.map(|lead| (lead + placed.start).intersect(place).is_some());
        let here = span(recommendation).is_some_and(|span| (span + placed.start).intersect(place).is_some());
        all && (here || lead == Some(true))
    });
    found.map(|found| (placed, found))
}

/// The bytes of all points.
fn span(recommendation: &Recommendation) -> Option<TextRange> {
    recommendation.points.iter().map(|point| point.text).reduce(TextRange::cover)
}
