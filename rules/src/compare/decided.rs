//! Decisions that are another than was recommended: "Godkendt, dog med 4.500.000 kr.", "Punktet udgik".

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Change, Kind, Side};
use crate::data;
use crate::minutes::{Outcome, Statement, StatementKind};

/// The words of `compared.toml`, in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    otherwise: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("compared"));

pub(super) fn compare(after: &Side<'_>, changes: &mut Vec<Change>) {
    if after.item.points().next().is_none() {
        return;
    }
    let decisions = after.item.decisions().filter(|(section, _)| !section.history);
    let statements = decisions.flat_map(|(_, decision)| &decision.statements);
    for statement in statements.filter(|statement| statement.kind == StatementKind::Decided) {
        if differs(after, statement) {
            changes.push(Change {
                kind: Kind::DecisionDiffers,
                agenda: None,
                minutes: Some(after.line(statement.range)),
            });
        }
    }
}

fn differs(after: &Side<'_>, statement: &Statement) -> bool {
    let words = after.words(statement.range).to_lowercase();
    let answers = statement.answers.iter().flat_map(|answer| &answer.outcomes);
    let other = |outcome: Outcome| {
        matches!(
            outcome,
            Outcome::Rejected | Outcome::Postponed | Outcome::Returned | Outcome::Withdrawn | Outcome::Lapsed
        )
    };
    statement.outcomes.iter().chain(answers).any(|(outcome, _)| other(*outcome))
        || WORDS.otherwise.iter().any(|phrase| words.contains(&**phrase))
}
