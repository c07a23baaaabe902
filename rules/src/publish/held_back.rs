//! What a list made of minutes must leave out: the items of which a copy to publish would not be given away.

use super::allowed::{Allowed, Refusal, Why};
use super::plan::{self, Plan};
use super::proof;
use crate::document::Document;
use crate::syntax::Ranks;
use crate::text::TextRange;
use crate::text::edit::{Edit, Edits};

/// What is kept back of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldBack {
    /// For each item: is it closed, or may it be, has it a closed passage, or does it tell of something closed?
    pub items: Vec<bool>,
    /// Why nothing of the document may be listed: lines of no item that speak of something closed.
    pub refusals: Vec<Refusal>,
}

impl HeldBack {
    /// What is kept back of `document`, of whose lines its document says `ranks`, as the copy to publish reads it.
    pub fn of(document: &Document, ranks: &Ranks) -> Self {
        let mut plan = Plan::of(document, &Allowed::Nothing);
        let mut held = Self { items: std::mem::take(&mut plan.held), refusals: Vec::new() };
        let starts: Vec<u32> = document
            .minutes()
            .items()
            .map(|placed| document.lines().line_of(placed.item.heading.start() + placed.start) + 1)
            .collect();
        for refusal in refusals(document, plan, ranks) {
            let below = starts.partition_point(|start| *start <= refusal.line);
            // What stands last before a heading may speak of all that follows: "LUKKTE PUNKTER".
            if refusal.why == Why::Mark && stands_last(document, refusal.line, starts.get(below).copied()) {
                held.items[below..].fill(true);
            }
            match below.checked_sub(1) {
                Some(item) => held.items[item] = true,
                None => held.refusals.push(refusal),
            }
        }
        held
    }
}

/// Does nothing but blank lines stand between `line` and the `next` heading, both counted from 1?
fn stands_last(document: &Document, line: u32, next: Option<u32>) -> bool {
    let Some(next) = next.filter(|next| *next > line) else { return false };
    let (from, between) = (line as usize, (next - line) as usize - 1);
    document.text().lines().skip(from).take(between).all(|line| line.trim().is_empty())
}

/// Why a copy of `document` by `plan` would not be given away.
fn refusals(document: &Document, plan: Plan, ranks: &Ranks) -> Vec<Refusal> {
    let mut refusals = plan.refusals;
    let edits: Vec<Edit> = plan.withheld.iter().map(|withheld| withheld.edit.clone()).collect();
    if edits.is_empty() {
        return refusals;
    }
    let ranks = ranks.after(&edits);
    let copy = Edits::new(edits.clone()).and_then(|edits| edits.apply(document.text()));
    let copy = copy.expect("no two of them touch the same byte, and all are of this text");
    let copy = Document::with_ranks(document.engine().clone(), copy, ranks);
    let left: Vec<TextRange> = proof::left(&copy);
    refusals.extend(left.into_iter().map(|place| plan::of_copy(document, &edits, &copy, place)));
    refusals
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::HeldBack;
    use crate::document::{Document, Engine};
    use crate::syntax::Ranks;

    fn held(head: &str, first: &str, second: &str) -> HeldBack {
        let text = format!(
            "Referat\nKulturudvalget\n10. marts 2026\n{head}\nPunkt 1: Havnebus\n\nBeslutning\n{first}\n\n{second}\n\nBeslutning\nBo Lindt \
             fyres.\n\nPunkt 3: Eventuelt\n\nBeslutning\nIntet.\n"
        );
        HeldBack::of(&Document::new(Arc::new(Engine::default()), text), &Ranks::default())
    }

    #[test]
    fn items_that_a_copy_would_not_show_are_held_back() {
        for second in ["Punkt 2: Personsag (lukket)", "Punkt 2 (L): Personsag", "Punkt 2: LUKKET - Personsag"]
        {
            let held = held("", "Godkendt.", second);
            assert!(held.items.get(1) == Some(&true) || !held.refusals.is_empty(), "{second}: {held:?}");
        }
    }

    #[test]
    fn a_mark_between_two_items_may_speak_of_all_that_follow() {
        for mark in ["LUKKTE PUNKTER", "Tilhørerne forlod mødet.", "Lukkede pukter"] {
            let held = held("", &format!("Godkendt.\n\n{mark}"), "Punkt 2: Bro");
            assert!(held.items.get(1) == Some(&true) || !held.refusals.is_empty(), "{mark}: {held:?}");
        }
    }

    #[test]
    fn open_items_are_not() {
        let held = held("", "Godkendt.", "Punkt 2: Bro");
        assert_eq!((held.items, held.refusals), (vec![false; 3], Vec::new()));
    }
}
