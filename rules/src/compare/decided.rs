//! Decisions that are another than was recommended: "Godkendt, dog med 4.500.000 kr.", "Punktet udgik", "Udvalget besluttede
//! at bevare hallen".
//!
//! Nobody may read "nothing was changed" where something else was decided, so only a plain yes is silent (`plain.rs`): all
//! else that a decision says is shown, and what its words leave open is told as open.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lines::Values;
use super::plain::{Yes, differs};
use super::{Change, Kind, Side};
use crate::minutes::{Content, Decision, Statement, StatementKind, told_decisions};
use crate::text::TextRange;

/// The words of `compared.toml`, in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) otherwise: Vec<String>,
    qualifying: Vec<String>,
    pub(super) agreeing: Vec<String>,
    pub(super) deciding: Vec<String>,
    agreeing_verbs: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) yes: Vec<String>,
    pub(super) bodies: Vec<String>,
    pub(super) limiting: Vec<String>,
    pub(super) following: Vec<String>,
    pub(super) recommending: Vec<String>,
    pub(super) alike: Vec<Vec<String>>,
    pub(super) numbers: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("compared"));

pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    // Minutes that tell only what was decided answer what the agenda recommends.
    let Some(asking) = [after, before].into_iter().find(|side| side.item.points().next().is_some()) else {
        return;
    };
    let mut push = |kind: Kind, range: TextRange| {
        changes.push(Change { kind, agenda: None, minutes: Some(after.line(range)) });
    };
    let told = told(after);
    let decisions = after.item.decisions().filter(|(section, _)| !section.history);
    let decisions: Vec<&Decision> = decisions.map(|(_, decision)| decision).chain(&told).collect();
    let decided: Vec<&Statement> = decisions.iter().flat_map(|decision| decision.decided()).collect();
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
    let mut silent = true;
    for statement in &decided {
        let said = after.words(statement.range).to_lowercase();
        if differs(&said, statement, &recommended) || recommended.is_left_by(&said) {
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

/// What the item says was decided, where no heading stands over it.
fn told(after: &Side<'_>) -> Vec<Decision> {
    if after.item.decisions().any(|(section, _)| !section.history) {
        return Vec::new();
    }
    let text = &after.document.text()[TextRange::at(after.start, after.item.len)];
    told_decisions(text, after.item, after.document.context().meeting.committee.as_deref())
}

/// What an item recommends, and all that it says beside its decisions.
pub(super) struct Recommended {
    /// Of the points alone.
    points: Values,
    /// Of the item in either document.
    known: Values,
    /// The points, in small letters.
    pub(super) text: String,
    /// The words and numbers of the points.
    words: Vec<String>,
}

impl Recommended {
    fn of(asking: &Side<'_>, sides: [&Side<'_>; 2]) -> Self {
        let points: Vec<&str> = asking.item.points().map(|point| asking.words(point.text)).collect();
        let points = points.join("\n");
        let mut said = String::new();
        for side in sides {
            let sections = side.item.sections.iter();
            let others = sections.filter(|section| !matches!(section.content, Content::Decision(_)));
            others.for_each(|section| said = format!("{said}\n{}", side.words(section.body)));
        }
        let text = points.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        Self { points: Values::of(&points), known: Values::of(&said), text, words }
    }

    /// Does a word of the points begin as this one, which may be bent otherwise? A number is the same or another.
    pub(super) fn knows(&self, word: &str) -> bool {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.words.iter().any(|known| known == word);
        }
        let stem: String = word.chars().take(4).collect();
        self.words.iter().any(|known| known.starts_with(&stem))
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
        let Some(first) = words.next() else { return false };
        if WORDS.agreeing_verbs.iter().any(|verb| clause.starts_with(&**verb)) {
            return false;
        }
        let (mut n_words, mut n_new) = (1, usize::from(!self.knows(first)));
        for word in words {
            n_words += 1;
            n_new += usize::from(!self.knows(word));
        }
        !self.knows(first) || n_new * 2 >= n_words
    }
}
