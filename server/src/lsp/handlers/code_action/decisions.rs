//! Puts in a line of decision for each at-point that has none.

use rules::minutes::{Outcome, Point};
use rules::text::TextRange;
use rules::text::edit::Edit;

use super::Rewrite;
use crate::lang::Lang;
use crate::lsp::document::Snapshot;
use crate::lsp::handlers::symbols::trimmed;
use crate::lsp::{occurrences, outcomes, structure};

/// What is offered where one point is not decided.
const ONE: (&str, &str) = (
    "Indsæt beslutning for det at-punkt, der mangler en",
    "Insert a decision for the at-point that has none",
);

/// The lines that the decision of the item at `place` lacks.
pub(super) fn undecided(snapshot: &Snapshot, place: TextRange) -> Vec<Rewrite> {
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, place.start()) else {
        return Vec::new();
    };
    let end = snapshot.line_end();
    let mut rewrites = Vec::new();
    for answered in structure::answered(&placed, snapshot.missed()) {
        let undecided = answered.undecided();
        let Some((section, decision)) = answered.decision.filter(|_| !undecided.is_empty()) else { continue };
        let alone = answered.recommendation.points.len() == 1;
        let lines: Vec<String> = undecided.iter().map(|point| line(snapshot, point, alone)).collect();
        let body = TextRange::new(section.heading.start(), section.body.end()) + placed.start;
        let at = trimmed(snapshot.text(), body).end();
        let gap = if decision.statements.is_empty() { [end, end].concat() } else { end.to_owned() };
        let words = format!("{gap}{}", lines.join(end));
        let lang = snapshot.session.lang;
        let n = undecided.len();
        rewrites.push(Rewrite {
            title: match n {
                1 => lang.pick(ONE.0, ONE.1).to_owned(),
                _ => lang.pick(
                    format!("Indsæt beslutning for de {n} at-punkter, der mangler en"),
                    format!("Insert a decision for the {n} at-points that have none"),
                ),
            },
            edits: vec![Edit::insert(at, words)],
        });
    }
    rewrites
}

/// "Ad 2. Drøftet.", in the words of the house where it has some.
pub(crate) fn line(snapshot: &Snapshot, point: &Point, alone: bool) -> String {
    let outcome = point.asks.first().copied().unwrap_or(Outcome::Approved);
    let words = wording(snapshot, outcome);
    if alone { words } else { format!("Ad {}. {words}", point.index) }
}

/// The words of the house for `outcome`, as a sentence.
pub(crate) fn wording(snapshot: &Snapshot, outcome: Outcome) -> String {
    let house = &snapshot.document.context().house;
    if let Some((_, words)) = house.decisions.wording.iter().find(|(o, _)| *o == outcome) {
        return words.clone();
    }
    let word = outcomes::word(outcome, Lang::Da);
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    format!("{}{}.", first.collect::<String>(), chars.as_str())
}
