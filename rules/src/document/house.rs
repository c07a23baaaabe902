//! What a document is held to: the house it comes from, its stage and its meeting.

use super::Engine;
use crate::house::{Choice, choose};
use crate::lint::{Context, Frame};
use crate::minutes::{Meeting, Minutes, Outcome, Stage};
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

/// Agenda or minutes, by what was decided and by what the head calls the document.
fn stage(minutes: &Minutes) -> Stage {
    let decided = minutes.items().any(|placed| {
        placed
            .item
            .decisions()
            .any(|(_, decision)| decision.outcomes().iter().any(|outcome| *outcome != Outcome::Other))
    });
    match minutes.head().stage {
        Some((_, stage)) if !decided => stage,
        _ if decided => Stage::Minutes,
        _ => Stage::Agenda,
    }
}
