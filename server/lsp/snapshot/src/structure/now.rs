//! How the recommendations of an item stand while somebody writes in it: a line that is begun decides nothing yet.

use rules::minutes::{Placed, Statement};
use rules::text::{TextRange, is_space};

use crate::answered::{Answered, answered};
use crate::document::Snapshot;

/// The recommendations of the item with their decisions, without the line at the caret as long as that says no outcome and does
/// not end: what stands beside the text would come and go with each of its first letters.
pub fn answered_now<'i>(snapshot: &'i Snapshot, placed: &Placed<'i>) -> Vec<Answered<'i>> {
    let found = answered(snapshot.text(), placed, snapshot.missed());
    match begun(snapshot, placed) {
        Some(place) => found.into_iter().map(|answered| answered.but_for(place)).collect(),
        None => found,
    }
}

/// The statement of a decision that is being written and has come to nothing yet, in bytes of the item.
fn begun(snapshot: &Snapshot, placed: &Placed<'_>) -> Option<TextRange> {
    let caret = snapshot.typing.as_ref()?.caret;
    let inside = caret.checked_sub(placed.start)?;
    let text = &snapshot.text()[placed.range()];
    let statements = placed.item.decisions().flat_map(|(_, decision)| &decision.statements);
    let own = statements.filter(|own| own.range.start() <= inside).max_by_key(|own| own.range.start())?;
    let gap = text.get(own.range.end().min(inside).into()..inside.into())?;
    let is_there = inside <= own.range.end() || gap.chars().all(is_space);
    (is_there && !says(own) && !text[own.range].trim_end_matches(is_space).ends_with(['.', '!']))
        .then_some(own.range)
}

/// Does the statement say what becomes of anything?
fn says(statement: &Statement) -> bool {
    !statement.outcomes.is_empty() || statement.answers.iter().any(|answer| !answer.outcomes.is_empty())
}
