//! A recommendation in one sentence becomes a list of at-points, and back.

use rules::danish::abbreviations::abbreviations;
use rules::minutes::{Marker, Placed, Point, Recommendation};
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space, trim};
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Target};

use super::Rewrite;

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
        let clause = clause(&text[point.text + placed.start]);
        let stop = if i + 1 == found.points.len() { stop_behind(clause) } else { "," };
        words.push_str(&format!("{end}{mark} {clause}{stop}"));
    }
    let span = span(found)? + placed.start;
    // The space before the first point goes with it.
    let before = text[..span.start().into()].trim_end_matches(rules::text::is_space);
    let edit = Edit::replace(TextRange::new(TextSize::of(before), span.end()), format!("{end}{words}"));
    let title =
        snapshot.session.lang.pick("Del sætningen op i at-punkter", "Split the sentence into at-points");
    Some(Rewrite::new(title, vec![edit]))
}

/// Writes the points of a list in the sentence that leads to them.
pub(super) fn to_sentence(snapshot: &Snapshot, place: TextRange) -> Option<Rewrite> {
    let (placed, found) =
        at(snapshot, place, Marker::Number).or_else(|| at(snapshot, place, Marker::Bullet))?;
    let text = snapshot.text();
    let lead = found.lead_in? + placed.start;
    let all_begin_with_at =
        found.points.iter().all(|point| text[point.text + placed.start].starts_with("at "));
    // What stands below a point, or between two, has no place in a sentence; a point that is answered by its number keeps it.
    // "at udvalget" goes on in the points, and no sentence joins "at udvalget at planen godkendes".
    let item = &text[placed.range()];
    let goes_on = found.points.iter().any(|point| found.needs_no_at(item, point));
    let is_bare = |point: &Point| !point.parts && point.lettered.is_empty() && !point.after_break;
    let answered = is_named_by_number(snapshot, placed);
    if goes_on
        || !all_begin_with_at
        || answered
        || !found.points.iter().all(is_bare)
        || !stands_alone(text, placed, found)
    {
        return None;
    }
    let clauses: Vec<&str> =
        found.points.iter().map(|point| clause(&text[point.text + placed.start])).collect();
    let (last, others) = clauses.split_last()?;
    let stop = stop_behind(last);
    let sentence = match others {
        [] => format!(", {last}{stop}"),
        _ => format!(", {}, og {last}{stop}", others.join(", ")),
    };
    let from = TextSize::of(text[..lead.end().into()].trim_end_matches([',', ':', ' ']));
    let to = span(found)?.end() + placed.start;
    let title =
        snapshot.session.lang.pick("Skriv at-punkterne i én sætning", "Write the at-points in one sentence");
    Some(Rewrite::new(title, vec![Edit::replace(TextRange::new(from, to), sentence)]))
}

/// Does a decision, or any other text, name a point of the item by its number, or may it do so?
fn is_named_by_number(snapshot: &Snapshot, placed: Placed<'_>) -> bool {
    let mut items = snapshot.document.minutes().items();
    let Some(i) = items.position(|other| other.start == placed.start) else { return true };
    let named = occurrences::in_item(&snapshot.document, i);
    let numbers: Vec<u32> = placed.item.recommendations().flat_map(Recommendation::names).collect();
    named.iter().any(|o| !o.defines && matches!(o.target, Target::Point(..)))
        || placed.item.decisions().any(|(_, decision)| !decision.named_points().is_empty())
        || !occurrences::unread(&snapshot.document, i, &numbers).is_empty()
}

/// The words of a point without the signs and the "og" that lead to the next; "kr." keeps its stop.
fn clause(words: &str) -> &str {
    let mut words = trim(words);
    loop {
        let last = words.rsplit(is_space).next().unwrap_or(words);
        let is_short = abbreviations().get(last).is_some();
        let shorter = words.strip_suffix(if is_short { &[',', ';'][..] } else { &[',', ';', '.'][..] });
        match shorter.or_else(|| words.strip_suffix(" og")) {
            Some(shorter) => words = trim(shorter),
            None => return words,
        }
    }
}

/// The stop that ends a sentence behind `words`.
fn stop_behind(words: &str) -> &'static str {
    if words.ends_with('.') { "" } else { "." }
}

/// Is each line of the list the point itself: no other line stands between the first and the last?
fn stands_alone(text: &str, placed: Placed<'_>, found: &Recommendation) -> bool {
    let Some(span) = span(found) else { return false };
    let lines = text[span + placed.start].split(['\n', '\r']).filter(|line| !trim(line).is_empty());
    lines.count() == found.points.len()
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
