//! At-points that were changed, added, removed or renumbered, and decisions that answer the former ones.

use super::lines::Values;
use super::said::valued;
use super::{Change, Kind, Side, likeness};
use crate::minutes::{Content, Point, StatementKind};

/// Less alike than this, two points are two points.
const SAME: f64 = 0.5;

pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    recommenders(before, after, changes);
    let old: Vec<&Point> = before.item.points().collect();
    let new: Vec<&Point> = after.item.points().collect();
    let pairs = paired(before, after, &old, &new);
    let mut taken = vec![false; new.len()];
    for (at, point) in old.iter().enumerate() {
        let line = before.line(point.text);
        let Some(other) = pairs[at] else {
            changes.push(Change { kind: Kind::AtPointRemoved, agenda: Some(line), minutes: None });
            continue;
        };
        taken[other] = true;
        let (words, others) = (before.words(point.text), after.words(new[other].text));
        let minutes = after.line(new[other].text);
        let mut push = |kind: Kind| {
            changes.push(Change { kind, agenda: Some(line.clone()), minutes: Some(minutes.clone()) })
        };
        if valued(words) != valued(others) {
            push(Kind::AtPointChanged);
            let (values, other_values) = (Values::of(words), Values::of(others));
            if values.amounts != other_values.amounts {
                push(Kind::Amount);
            }
            if values.dates != other_values.dates {
                push(Kind::Date);
            }
            if answers_agenda(after, &values, &other_values) {
                push(Kind::DecisionAnswersAgenda);
            }
        } else if point.index != new[other].index {
            push(Kind::Renumbered);
        }
    }
    for (point, _) in new.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        changes.push(Change {
            kind: Kind::AtPointAdded,
            agenda: None,
            minutes: Some(after.line(point.text)),
        });
    }
}

/// Who recommends, where both say so.
fn recommenders(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let sender = |side: &Side<'_>| {
        let mut senders = side.item.sections.iter().filter_map(|section| match &section.content {
            Content::Recommendation(recommendation) => recommendation.sender,
            _ => None,
        });
        senders.next()
    };
    if let (Some(old), Some(new)) = (sender(before), sender(after))
        && valued(before.words(old)) != valued(after.words(new))
    {
        let (agenda, minutes) = (Some(before.line(old)), Some(after.line(new)));
        changes.push(Change { kind: Kind::Recommender, agenda, minutes });
    }
}

/// For each point of the agenda the one of the minutes: equal words first, then the likest.
fn paired(before: &Side<'_>, after: &Side<'_>, old: &[&Point], new: &[&Point]) -> Vec<Option<usize>> {
    let words = |side: &Side<'_>, point: &Point| valued(side.words(point.text));
    let (old, new): (Vec<String>, Vec<String>) = (
        old.iter().map(|point| words(before, point)).collect(),
        new.iter().map(|point| words(after, point)).collect(),
    );
    let mut pairs = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    for (at, words) in old.iter().enumerate() {
        if let Some(other) = (0..new.len()).find(|&other| !taken[other] && new[other] == *words) {
            (pairs[at], taken[other]) = (Some(other), true);
        }
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for at in (0..old.len()).filter(|&at| pairs[at].is_none()) {
        for other in (0..new.len()).filter(|&other| !taken[other]) {
            alike.push((likeness(&old[at], &new[other]), at, other));
        }
    }
    alike.retain(|(likeness, ..)| *likeness >= SAME);
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at, other) in alike {
        if pairs[at].is_none() && !taken[other] {
            (pairs[at], taken[other]) = (Some(other), true);
        }
    }
    pairs
}

/// Does a decision name an amount or a date that the point has in the agenda alone, and none that it has in the minutes?
fn answers_agenda(after: &Side<'_>, agenda: &Values, minutes: &Values) -> bool {
    let statements = after
        .item
        .decisions()
        .filter(|(section, _)| !section.history)
        .flat_map(|(_, decision)| &decision.statements);
    let said = statements.filter(|statement| statement.kind == StatementKind::Decided);
    let said: Vec<Values> = said.map(|statement| Values::of(after.words(statement.range))).collect();
    let names = |values: &[i64], others: &[i64], own: fn(&Values) -> &[i64]| {
        let named = |value: &i64| said.iter().any(|said| own(said).contains(value));
        values.iter().any(|value| !others.contains(value) && named(value))
            && !others.iter().any(|value| !values.contains(value) && named(value))
    };
    names(&agenda.amounts, &minutes.amounts, |said| &said.amounts)
        || names(&agenda.dates, &minutes.dates, |said| &said.dates)
}
