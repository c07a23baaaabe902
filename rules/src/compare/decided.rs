//! Decisions that are another than was recommended: "Godkendt, dog med 4.500.000 kr.", "Punktet udgik", "Udvalget besluttede
//! at bevare hallen".
//!
//! What the words leave open is told as open: nobody may read "nothing was changed" where something else was decided.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lines::Values;
use super::{Change, Kind, Side};
use crate::data;
use crate::minutes::{Content, Outcome, Statement, StatementKind};

/// The words of `compared.toml`, in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    otherwise: Vec<String>,
    qualifying: Vec<String>,
    agreeing: Vec<String>,
    deciding: Vec<String>,
    agreeing_verbs: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("compared"));

pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    if after.item.points().next().is_none() {
        return;
    }
    let recommended = Recommended::of(before, after);
    let decisions = after.item.decisions().filter(|(section, _)| !section.history);
    let statements = decisions.flat_map(|(_, decision)| &decision.statements);
    let decided: Vec<&Statement> =
        statements.filter(|statement| statement.kind == StatementKind::Decided).collect();
    let mut push = |kind: Kind, statement: &Statement| {
        changes.push(Change { kind, agenda: None, minutes: Some(after.line(statement.range)) });
    };
    let mut told = false;
    for statement in &decided {
        if differs(after, statement) || recommended.is_left_by(&after.words(statement.range).to_lowercase()) {
            push(Kind::DecisionDiffers, statement);
            told = true;
        }
    }
    if let Some(first) = decided.first()
        && !told
        && !decided.iter().any(|statement| agrees(after, statement))
    {
        push(Kind::DecisionUnclear, first);
    }
}

/// What an item recommends, and all that it says beside its decisions.
struct Recommended {
    /// Of the points alone.
    points: Values,
    /// Of the item in either document.
    known: Values,
    /// The words of the points, in small letters.
    words: Vec<String>,
}

impl Recommended {
    fn of(before: &Side<'_>, after: &Side<'_>) -> Self {
        let points: Vec<&str> = after.item.points().map(|point| after.words(point.text)).collect();
        let points = points.join("\n");
        let mut said = String::new();
        for side in [before, after] {
            let sections = side.item.sections.iter();
            let others = sections.filter(|section| !matches!(section.content, Content::Decision(_)));
            others.for_each(|section| said = format!("{said}\n{}", side.words(section.body)));
        }
        let small = points.to_lowercase();
        let words = small.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
        Self { points: Values::of(&points), known: Values::of(&said), words }
    }

    /// Does a decision in the words `said` name another amount, another day, or something else to be done?
    fn is_left_by(&self, said: &str) -> bool {
        let is_new = |own: &[i64], known: &[i64]| own.iter().any(|value| !known.contains(value));
        let values = Values::of(said);
        let qualified = WORDS.qualifying.iter().filter_map(|word| said.find(&**word)).min();
        let qualified = Values::of(&said[qualified.unwrap_or(said.len())..]);
        !self.points.amounts.is_empty() && is_new(&values.amounts, &self.known.amounts)
            || !self.points.dates.is_empty() && is_new(&qualified.dates, &self.known.dates)
            || self.is_other(said)
    }

    /// Is what follows "besluttede at" another thing than any point asks for?
    fn is_other(&self, said: &str) -> bool {
        let Some(at) = WORDS.deciding.iter().find_map(|word| Some(said.find(&**word)? + word.len())) else {
            return false;
        };
        let clause = said[at..].split(['.', ',', ';', '\n']).next().unwrap_or_default();
        let mut words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        let is_known = |word: &str| {
            let stem: String = word.chars().take(4).collect();
            self.words.iter().any(|known| known.starts_with(&stem))
        };
        let Some(first) = words.next() else { return false };
        if WORDS.agreeing_verbs.iter().any(|verb| clause.starts_with(&**verb)) {
            return false;
        }
        let (mut n_words, mut n_new) = (1, usize::from(!is_known(first)));
        for word in words {
            n_words += 1;
            n_new += usize::from(!is_known(word));
        }
        !is_known(first) || n_new * 2 >= n_words
    }
}

/// Does a statement say that what was recommended was decided?
fn agrees(after: &Side<'_>, statement: &Statement) -> bool {
    let words = after.words(statement.range).to_lowercase();
    let answers = statement.answers.iter().flat_map(|answer| &answer.outcomes);
    let mut outcomes = statement.outcomes.iter().chain(answers).map(|(outcome, _)| *outcome);
    let asks_to_discuss = |outcome: Outcome| {
        let mut points = after.item.points();
        outcome == Outcome::Discussed
            && points.all(|point| {
                point.asks.is_empty()
                    || point.asks.iter().any(|asked| matches!(asked, Outcome::Discussed | Outcome::Noted))
            })
    };
    let follows = |outcome: Outcome| {
        matches!(
            outcome,
            Outcome::Approved | Outcome::Adopted | Outcome::Noted | Outcome::Recommended | Outcome::Forwarded
        ) || asks_to_discuss(outcome)
    };
    outcomes.any(follows)
        || WORDS.agreeing.iter().any(|phrase| words.contains(&**phrase))
        || WORDS.deciding.iter().any(|phrase| words.contains(&**phrase))
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
