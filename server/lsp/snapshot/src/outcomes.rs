//! Outcomes in words for the writer: "godkendt".

use std::sync::Arc;

use rules::facts::deciding::deciding;
use rules::minutes::{Decision, Item, Outcome, Placed};
use workbench::lang::Lang;

use super::kept::Kept;

/// What the decisions of a document come to, by item.
#[derive(Clone, Debug, Default)]
pub struct Decided(Kept<Vec<Vec<Outcome>>>);

impl Decided {
    /// What each decision of the item `placed` comes to, in the order of the text.
    pub fn of(&self, text: &str, placed: Placed<'_>) -> Arc<Vec<Vec<Outcome>>> {
        let read = || placed.item.decisions().map(|(_, decision)| decided(text, placed, decision)).collect();
        self.0.of(placed.item, |_| true, read)
    }
}

/// The word for `outcome`.
pub fn word(outcome: Outcome, lang: Lang) -> &'static str {
    let (da, en) = outcome.words();
    lang.pick(da, en)
}

/// The words for all of `outcomes`.
pub fn words(outcomes: &[Outcome], lang: Lang) -> String {
    outcomes.iter().map(|&outcome| word(outcome, lang)).collect::<Vec<_>>().join(", ")
}

/// What `decision` of the item `placed` comes to, without what somebody said or wanted, and without motions that fell.
fn decided(text: &str, placed: Placed<'_>, decision: &Decision) -> Vec<Outcome> {
    let read = deciding(&text[placed.range()], placed.item, decision);
    decision.outcomes_of(|statement| read.statements.iter().any(|own| own.range == statement.range))
}

/// "3 at-punkter · godkendt", "lukket": what `item` comes to, in a few words; its decisions come to `decided`.
pub fn summary(item: &Item, decided: &[Vec<Outcome>], lang: Lang) -> String {
    let mut parts = Vec::new();
    if item.closed {
        parts.push(lang.pick("lukket", "closed").to_owned());
    }
    match item.points().count() {
        0 => {}
        1 => parts.push(lang.pick("1 at-punkt", "1 at-point").to_owned()),
        n => parts.push(lang.pick(format!("{n} at-punkter"), format!("{n} at-points"))),
    }
    let said = decided.last().map(|outcomes| words(outcomes, lang)).filter(|said| !said.is_empty());
    parts.extend(said);
    parts.join(" · ")
}
