//! A line above an item: how many of its at-points are not decided, whether its decision is not written yet, and how much a closed item holds.

use rules::confidential::closure::Standing;
use rules::minutes::{Placed, Point, Stage};
use rules::text::TextRange;
use serde_json::json;
use snapshot::config::Beside;
use snapshot::document::Snapshot;
use snapshot::structure;
use tower_lsp::ls_types::{CodeLens, Command};

use crate::commands;

/// Answers with the lenses of the items where something is left to do, or of all, as the setting `lenses` has it.
pub fn lenses(snapshot: &Snapshot) -> Vec<CodeLens> {
    let wanted = snapshot.session.settings.lenses;
    if wanted == Beside::Off {
        return Vec::new();
    }
    if snapshot.is_left_alone() {
        return Vec::new();
    }
    let items = snapshot.document.minutes().items();
    let all = wanted == Beside::All;
    let standings = if all { standings(snapshot) } else { Vec::new() };
    items
        .zip(standings.into_iter().chain(std::iter::repeat(Standing::Open)))
        .flat_map(|(placed, standing)| {
            let closed = if all && standing.is_closed() { Some(closed(snapshot, placed)) } else { None };
            points(snapshot, placed, all).into_iter().chain(closed)
        })
        .collect()
}

fn points(snapshot: &Snapshot, placed: Placed<'_>, all: bool) -> Option<CodeLens> {
    if snapshot.document.context().stage != Stage::Minutes {
        return None;
    }
    let answered = structure::answered_now(snapshot, &placed);
    // "3. " that Enter put in is no point yet.
    let is_written = |point: &&Point| !point.text.is_empty();
    let written = |points: &[Point]| points.iter().filter(is_written).count();
    let n_points: usize = answered.iter().map(|answered| written(&answered.recommendation.points)).sum();
    let open = answered.iter().flat_map(|answered| answered.undecided());
    let n_open = open.filter(is_written).count();
    let lang = snapshot.session.lang;
    let words = lang.pick("At-punkter afgjort", "At-points decided");
    if structure::empty_decision(snapshot.text(), &placed).is_some() {
        let title = lang.pick("Beslutningen er ikke skrevet", "The decision is not written").to_owned();
        return Some(lens(snapshot, placed, title, commands::NEXT_UNDECIDED));
    }
    let told = n_open > 0 || (all && n_points > 0);
    let title = format!("{words}: {}/{n_points}", n_points - n_open);
    told.then(|| lens(snapshot, placed, title, commands::NEXT_UNDECIDED))
}

/// How each item stands; of a text that is too long, by its own heading alone.
pub fn standings(snapshot: &Snapshot) -> Vec<Standing> {
    if !snapshot.is_long() {
        return snapshot.document.standings();
    }
    let of = |closed: bool| if closed { Standing::Closed } else { Standing::Open };
    snapshot.document.minutes().items().map(|placed| of(placed.item.closed)).collect()
}

fn closed(snapshot: &Snapshot, placed: Placed<'_>) -> CodeLens {
    let body = TextRange::new(placed.item.heading.end() + placed.start, placed.range().end());
    let n_lines = snapshot.text()[body].lines().filter(|line| !line.trim().is_empty()).count();
    let lang = snapshot.session.lang;
    let words = match n_lines {
        0 => lang.pick("Lukket punkt", "Closed item").to_owned(),
        1 => lang.pick("Lukket punkt: 1 linje", "Closed item: 1 line").to_owned(),
        n => lang.pick(format!("Lukket punkt: {n} linjer"), format!("Closed item: {n} lines")),
    };
    lens(snapshot, placed, words, commands::STATUS)
}

/// A lens with what it does when it is clicked: one without a command can be shown and not run.
fn lens(snapshot: &Snapshot, placed: Placed<'_>, title: String, command: &str) -> CodeLens {
    let range = snapshot.range(placed.item.heading + placed.start);
    let about = json!({"uri": snapshot.uri, "position": range.start});
    let command = Command { title, command: command.to_owned(), arguments: Some(vec![about]) };
    CodeLens { range, command: Some(command), data: None }
}
