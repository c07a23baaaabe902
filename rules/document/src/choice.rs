//! What a document is held to: the house it comes from, its stage and its meeting.

use super::Engine;
use jiff::civil::Date;

use house::{Choice, choose};
use lint::{Context, Frame};
use minutes::{Decision, Meeting, Minutes, Outcome, Placed, Stage, told_decisions};
use syntax::{decided, folded_body, title, without_period};
use text::TextRange;

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
        let stage = self.stage.unwrap_or_else(|| stage(text, minutes));
        // What has no day is no text of a meeting, or only a part of one.
        let is_called = || head.stage.is_some() && (stage == Stage::Minutes || !shows_held(text, minutes));
        let is_named = self.stage.is_some() || head.date.is_none() || is_called();
        Context { frame, stage, is_named, meeting: Meeting { committee, date } }
    }
}

/// Agenda or minutes, by what was decided, by what the head calls the document, by whether it says who came, and by what is
/// told of the items.
fn stage(text: &str, minutes: &Minutes) -> Stage {
    let head = minutes.head();
    let day = head.date.and_then(|(_, day)| day);
    let committee = head.committee.map(|name| folded_body(&text[name]));
    let committee = committee.as_deref();
    match head.stage {
        _ if minutes.items().any(|placed| decides(text, &placed, (committee, day))) => Stage::Minutes,
        Some((_, stage)) => stage,
        None if head.attended => Stage::Minutes,
        None if minutes.items().any(|placed| tells(text, &placed)) => Stage::Minutes,
        None if minutes.items().any(|placed| says_outcome(text, &placed)) => Stage::Minutes,
        None if report(minutes) || minutes.is_closed_by_words(text) => Stage::Minutes,
        None => Stage::Agenda,
    }
}

/// Does a text that calls itself an agenda show that the meeting was held: who came, what was said and decided, when it ended? Many
/// write the minutes into it.
fn shows_held(text: &str, minutes: &Minutes) -> bool {
    /// One may stand as an example, or tell of an earlier meeting.
    const FEWEST: usize = 2;
    let answers = || {
        let answered = minutes.items().filter(|placed| answers(text, placed));
        answered.take(FEWEST).count() == FEWEST
    };
    minutes.head().present || minutes.is_closed_by_words(text) || report(minutes) || answers()
}

/// Is told what came of an item, or does something stand under its own heading for decisions?
fn answers(text: &str, placed: &Placed<'_>) -> bool {
    let mut decisions = placed.item.decisions();
    let is_own = |decision: &Decision| {
        decision.date.is_none() && decision.body.is_none() && !decision.statements.is_empty()
    };
    tells(text, placed) || decisions.any(|(_, decision)| is_own(decision))
}

/// Is told what came of an item: "Beslutning: Bo bestiller grus.", "Intet." under "Eventuelt"? An agenda may ask under the same label.
fn tells(text: &str, placed: &Placed<'_>) -> bool {
    let words = |range: TextRange| &text[range + placed.start];
    let item = placed.item;
    let nothing = |title: TextRange| {
        let behind = words(TextRange::new(title.end(), item.end));
        let mut lines = behind.lines().map(|line| line.trim_matches(|c: char| !c.is_alphanumeric()));
        title::is_last(words(title)) && lines.find(|line| !line.is_empty()).is_some_and(decided::says_nothing)
    };
    item.decided_in_prose && !decided::asks(words(TextRange::up_to(item.end)))
        || item.title.is_some_and(nothing)
}

/// Does an item say in prose what came of it?
fn says_outcome(text: &str, placed: &Placed<'_>) -> bool {
    let text = &text[TextRange::at(placed.start, placed.item.len)];
    told_decisions(text, placed.item, None).iter().any(|decision| !decision.outcomes().is_empty())
}

/// Tell several items, one in so many, what somebody said or did at the meeting? An agenda may tell of the last one.
fn report(minutes: &Minutes) -> bool {
    const FEWEST: usize = 2;
    const ONE_IN: usize = 3;
    let reported = minutes.items().filter(|placed| placed.item.reported).count();
    reported >= FEWEST
        && reported * ONE_IN >= minutes.items().count()
        && minutes.items().all(|placed| placed.item.sections.is_empty())
}

/// Decides `item`? What another body decided before the `day` of the meeting its agenda tells too.
fn decides(text: &str, placed: &Placed<'_>, (committee, day): (Option<&str>, Option<Date>)) -> bool {
    let item = placed.item;
    let earlier = |decision: &Decision| {
        let own = decision.date.and_then(|(_, own)| own);
        let body = decision.body.map(|body| folded_body(&text[body + placed.start]));
        let other = body.zip(committee).is_some_and(|(body, committee)| body != committee);
        other && own.zip(day).is_some_and(|(own, day)| own < day)
    };
    let named = |decision: &Decision| decision.outcomes().iter().any(|outcome| *outcome != Outcome::Other);
    // What is recommended may be said in the same words.
    let bare = || !item.bare_outcomes.is_empty() && item.sections.is_empty();
    item.decisions().any(|(_, decision)| named(decision) && !earlier(decision)) || bare()
}
