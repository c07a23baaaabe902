//! Outcomes in words for the writer: "godkendt".

use rules::facts::deciding::deciding;
use rules::minutes::{Decision, Outcome, Placed};

use crate::lang::Lang;

/// The word for `outcome`.
pub(crate) fn word(outcome: Outcome, lang: Lang) -> &'static str {
    let (da, en) = outcome.words();
    lang.pick(da, en)
}

/// The words for all of `outcomes`.
pub(crate) fn words(outcomes: &[Outcome], lang: Lang) -> String {
    outcomes.iter().map(|&outcome| word(outcome, lang)).collect::<Vec<_>>().join(", ")
}

/// What `decision` of the item `placed` comes to, without what somebody said or wanted, and without motions that fell.
pub(crate) fn decided(text: &str, placed: Placed<'_>, decision: &Decision) -> Vec<Outcome> {
    let read = deciding(&text[placed.range()], placed.item, decision);
    decision.outcomes_of(|statement| read.statements.iter().any(|own| own.range == statement.range))
}

/// "3 at-punkter · godkendt", "lukket": what an item comes to, in a few words.
pub(crate) fn summary(text: &str, placed: Placed<'_>, lang: Lang) -> String {
    let item = placed.item;
    let mut parts = Vec::new();
    if item.closed {
        parts.push(lang.pick("lukket", "closed").to_owned());
    }
    match item.points().count() {
        0 => {}
        1 => parts.push(lang.pick("1 at-punkt", "1 at-point").to_owned()),
        n => parts.push(lang.pick(format!("{n} at-punkter"), format!("{n} at-points"))),
    }
    if let Some((_, decision)) = item.decisions().last() {
        let said = words(&decided(text, placed, decision), lang);
        if !said.is_empty() {
            parts.push(said);
        }
    }
    parts.join(" · ")
}
