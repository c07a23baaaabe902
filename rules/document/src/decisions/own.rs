//! What the body itself decided on the matter, and not what some of its members said, or who might take part.

use danish::sentences::sentences;
use facts::factions::is_of_some;
use minutes::{Decision, Statement, StatementKind, Vote};
use text::TextRange;

/// The at-points that the body decided on, each once, rising: not those that only some of its members speak of.
pub(super) fn own_points(text: &str, decision: &Decision) -> Vec<u32> {
    let own = decision.answers().filter(|answer| !is_said_by_some(text, decision, answer.points.range));
    let mut points: Vec<u32> = own.flat_map(|answer| answer.points.points.iter().copied()).collect();
    points.sort_unstable();
    points.dedup();
    points
}

/// "(A) og (C) anbefaler indstillingspunkt 3": does `place`, in bytes of the item with this `text`, stand in a sentence of some of those
/// who meet?
pub(super) fn is_said_by_some(text: &str, decision: &Decision, place: TextRange) -> bool {
    let statement = decision.statements.iter().find(|one| one.range.contains_range(place));
    statement.is_some_and(|statement| {
        let words = &text[statement.range];
        let place = place - statement.range.start();
        sentences(words).find(|one| one.contains_range(place)).is_some_and(|one| is_of_some(&words[one]))
    })
}

/// "Bo Lindt spurgte, om Bo Lindt er inhabil. For stemte: …": a vote on who may take part is none on the matter.
pub(super) fn is_on_disqualification(text: &str, decision: &Decision, vote: &Vote) -> bool {
    let sides = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten();
    let places = sides.flat_map(|side| {
        side.count.map(|(_, at)| at).into_iter().chain(side.parties.iter().chain(&side.names).copied())
    });
    let Some(first) = places.map(TextRange::start).min() else { return false };
    let before =
        |statement: &&Statement| statement.range.end() <= first && statement.kind != StatementKind::Vote;
    let lead = decision.statements.iter().rfind(before);
    lead.is_some_and(|lead| text[lead.range].contains("inhabil") && lead.outcomes.is_empty())
}
