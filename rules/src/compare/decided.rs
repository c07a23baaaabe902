//! Decisions that are another than was recommended: "Godkendt, dog med 4.500.000 kr.", "Punktet udgik", "Udvalget besluttede
//! at bevare hallen".
//!
//! Nobody may read "nothing was changed" where something else was decided, so only a plain yes is silent (`plain.rs`): all
//! else that a decision says is shown, and what its words leave open is told as open.

use super::asked::asked_in_sentence;
use super::lines::Values;
use super::plain::{Yes, differs};
use super::recommended::Recommended;
use super::said::valued;
use super::{Change, Kind, Side};
use crate::danish::sentences::sentences;
use crate::facts::asides::closes_or_files;
use crate::facts::deciding::deciding;
use crate::minutes::{Decision, Outcome, Statement, StatementKind, told_decisions};
use crate::text::TextRange;

pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    // Minutes that tell only what was decided answer what the agenda recommends.
    let Some(asking) = [after, before].into_iter().find(|side| side.item.points().next().is_some()) else {
        unheaded(before, after, changes);
        return;
    };
    let mut push = |kind: Kind, range: TextRange| {
        changes.push(Change { kind, agenda: None, minutes: Some(after.line(range)) });
    };
    let told = told(after);
    let decisions = after.item.decisions().filter(|(section, _)| !section.history);
    let decisions: Vec<&Decision> = decisions.map(|(_, decision)| decision).chain(&told).collect();
    let files = |statement: &&Statement| !closes_or_files(after.words(statement.range));
    let decided = decisions.iter().flat_map(|decision| decision.decided()).enumerate();
    let decided = decided.filter(|(at, statement)| *at == 0 || files(statement));
    let decided: Vec<&Statement> = decided.map(|(_, statement)| statement).collect();
    let Some(first) = decided.first() else {
        let mut said = decisions.iter().flat_map(|decision| &decision.statements);
        match said.find(|statement| statement.kind != StatementKind::Attendance) {
            Some(statement) => push(Kind::DecisionUnclear, statement.range),
            None => push(Kind::DecisionMissing, after.item.heading),
        }
        return;
    };
    let recommended = Recommended::of(asking, [before, after]);
    let yes = Yes::new(asking, after, &recommended);
    let agreed = decided.iter().any(|statement| yes.agrees(statement));
    // "Forslaget faldt. Indstillingen blev herefter godkendt.": what fell is another's motion.
    let text = &after.document.text()[TextRange::at(after.start, after.item.len)];
    let matter: Vec<_> = decisions.iter().map(|decision| deciding(text, after.item, decision)).collect();
    let beside = |at: TextRange| agreed && !matter.iter().any(|matter| matter.speaks_of(at));
    let mut silent = true;
    for statement in &decided {
        let said = after.words(statement.range).to_lowercase();
        if differs(&said, statement, &recommended, beside) || recommended.is_left_by(&said) {
            push(Kind::DecisionDiffers, statement.range);
            silent = false;
        } else if agreed && !yes.is_all_of(statement) {
            push(Kind::DecisionQualified, statement.range);
            silent = false;
        }
    }
    if silent && !agreed {
        push(Kind::DecisionUnclear, first.range);
    } else if silent && !yes.answers_all(&decided) {
        let names_points = decided.iter().any(|statement| !statement.answers.is_empty());
        push(if names_points { Kind::DecisionPartial } else { Kind::DecisionQualified }, first.range);
    }
}

/// Decisions on what is recommended in a sentence under no heading: "Administrationen foreslår, at planen drøftes". Its words are not
/// compared, but a no, a delay, or another amount or day than any that the agenda names is told.
fn unheaded(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let text = &before.document.text()[TextRange::at(before.start, before.item.len)];
    let asks =
        |line: &str| sentences(line).any(|sentence| asked_in_sentence(&valued(&line[sentence])).is_some());
    let asked: Vec<&str> = text.lines().filter(|line| asks(line)).collect();
    if asked.is_empty() {
        return;
    }
    let (known, asked) = (Values::of(text), Values::of(&asked.join("\n")));
    let told = told(after);
    let own = after.item.decisions().filter(|(section, _)| !section.history).map(|(_, decision)| decision);
    for statement in own.chain(&told).flat_map(|decision| decision.decided()) {
        let said = Values::of(after.words(statement.range));
        let is_new = |own: &[i64], known: &[i64]| own.iter().any(|value| !known.contains(value));
        let other = !asked.amounts.is_empty() && is_new(&said.amounts, &known.amounts)
            || !asked.dates.is_empty() && is_new(&said.dates, &known.dates);
        let no = |(outcome, _): &(Outcome, TextRange)| {
            use Outcome::{Lapsed, Postponed, Rejected, Returned, Withdrawn};
            matches!(outcome, Lapsed | Postponed | Rejected | Returned | Withdrawn)
        };
        if other || statement.outcomes.iter().any(no) {
            let minutes = Some(after.line(statement.range));
            changes.push(Change { kind: Kind::DecisionDiffers, agenda: None, minutes });
        }
    }
}

/// What the item says was decided, where no heading stands over it.
fn told(after: &Side<'_>) -> Vec<Decision> {
    if after.item.decisions().any(|(section, _)| !section.history) {
        return Vec::new();
    }
    let text = &after.document.text()[TextRange::at(after.start, after.item.len)];
    told_decisions(text, after.item, after.document.context().meeting.committee.as_deref())
}
