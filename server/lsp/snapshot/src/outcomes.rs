//! Outcomes in words for the writer: "godkendt".

use std::sync::{Arc, Mutex, PoisonError, Weak};

use rules::facts::deciding::deciding;
use rules::minutes::{Decision, Item, Outcome, Placed};
use rustc_hash::FxHashMap;
use workbench::lang::Lang;

/// What the decisions of a document come to, by item. An edit makes the item anew that it lies in and leaves the others, so
/// that an outline, which is asked for at every key, reads one item and not all.
#[derive(Clone, Debug, Default)]
pub struct Decided(Arc<Mutex<FxHashMap<usize, Known>>>);

/// An item as long as it lives, and what each of its decisions comes to.
type Known = (Weak<Item>, Arc<[Vec<Outcome>]>);

impl Decided {
    /// What each decision of the item `placed` comes to, in the order of the text.
    pub fn of(&self, text: &str, placed: Placed<'_>) -> Arc<[Vec<Outcome>]> {
        let key = Arc::as_ptr(placed.item).addr();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Another item may lie where one lay that is gone.
        let is_same = |(item, _): &&Known| std::ptr::eq(item.as_ptr(), Arc::as_ptr(placed.item));
        if let Some((_, known)) = all.get(&key).filter(|(item, _)| item.strong_count() > 0).filter(is_same) {
            return known.clone();
        }
        let found: Arc<[Vec<Outcome>]> =
            placed.item.decisions().map(|(_, decision)| decided(text, placed, decision)).collect();
        if all.len() == all.capacity() {
            all.retain(|_, (item, _)| item.strong_count() > 0);
        }
        all.insert(key, (Arc::downgrade(placed.item), found.clone()));
        found
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
