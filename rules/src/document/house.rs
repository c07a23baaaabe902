//! What a document is held to: the house it comes from, its stage and its meeting.

use super::Engine;
use crate::house::{Choice, choose};
use crate::lint::{Context, Frame};
use crate::minutes::{Decision, Item, Meeting, Minutes, Outcome, Stage};
use crate::syntax::without_period;

impl Engine {
    pub(super) fn choose(&self, text: &str, minutes: &Minutes) -> Choice {
        match &self.house {
            Some(house) => Choice { house: house.clone(), signs: Vec::new() },
            None => choose(text, minutes, &self.houses),
        }
    }

    pub(super) fn context(&self, text: &str, minutes: &Minutes, choice: &Choice) -> Context {
        let head = minutes.head();
        let committee = head.committee.map(|range| without_period(&text[range]).to_owned());
        let date = head.date.and_then(|(_, day)| day);
        let frame = Frame {
            house: choice.house.clone(),
            markdown: minutes.is_markdown(),
            names: self.names.clone(),
            options: self.options.clone(),
            dictionary: self.dictionary.clone(),
        };
        let stage = self.stage.unwrap_or_else(|| stage(minutes));
        Context { frame, stage, meeting: Meeting { committee, date } }
    }
}

/// Agenda or minutes, by what was decided, by what the head calls the document, and by whether it says who came.
fn stage(minutes: &Minutes) -> Stage {
    let head = minutes.head();
    match head.stage {
        _ if minutes.items().any(|placed| decides(placed.item)) => Stage::Minutes,
        Some((_, stage)) => stage,
        None if head.attended => Stage::Minutes,
        None => Stage::Agenda,
    }
}

fn decides(item: &Item) -> bool {
    let named = |decision: &Decision| decision.outcomes().iter().any(|outcome| *outcome != Outcome::Other);
    // What is recommended may be said in the same words.
    let bare = || !item.bare_outcomes.is_empty() && item.sections.is_empty();
    item.decisions().any(|(_, decision)| named(decision)) || bare()
}
