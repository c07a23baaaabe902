//! What a rule may know besides the text it looks at.

use std::cell::Cell;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::dictionary::Dictionary;
use super::names::Names;
use super::options::Options;
use house::House;
use minutes::{Meeting, Stage};

/// What holds for the whole document. Findings are kept while this stays equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What the document is held to.
    pub frame: Frame,
    /// Agenda or minutes.
    pub stage: Stage,
    /// Does the head, or who asks, say which of them? Otherwise it is a guess.
    pub is_named: bool,
    /// Who meets, and when.
    pub meeting: Meeting,
}

/// What a document is held to, whoever meets. A keystroke in the head may change the meeting, and one in a decision the
/// stage, but hardly ever this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The house style that the document is held to.
    pub house: Arc<House>,
    /// Is the text Markdown?
    pub markdown: bool,
    /// The names that the configuration gives.
    pub names: Arc<Names>,
    /// What the configuration sets for single rules.
    pub options: Arc<Options>,
    /// The words that exist, when somebody gave them.
    pub dictionary: Option<Arc<Dictionary>>,
}

impl Deref for Context {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.frame
    }
}

/// The context as a rule of parts or items sees it: what it asks of the meeting is noted, so that another date of the
/// meeting makes only those rules run again that read it.
#[derive(Debug)]
pub struct Asked<'a> {
    context: &'a Context,
    asked: Cell<Asks>,
}

/// What was asked of the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    stage: bool,
    committee: bool,
    date: bool,
}

impl<'a> Asked<'a> {
    /// Nothing has been asked of `context` yet.
    pub fn new(context: &'a Context) -> Self {
        Self { context, asked: Cell::default() }
    }

    /// Agenda or minutes.
    pub fn stage(&self) -> Stage {
        self.asked.set(Asks { stage: true, ..self.asked.get() });
        self.context.stage
    }

    /// Is it an agenda by what it calls itself, or by who asks? A text that nobody calls so and that tells of no decision may
    /// be minutes all the same.
    pub fn is_named_agenda(&self) -> bool {
        self.stage() == Stage::Agenda && self.context.is_named
    }

    /// The body's name as the head has it, without an election period.
    pub fn committee(&self) -> Option<&'a str> {
        self.asked.set(Asks { committee: true, ..self.asked.get() });
        self.context.meeting.committee.as_deref()
    }

    /// The day of the meeting.
    pub fn date(&self) -> Option<Date> {
        self.asked.set(Asks { date: true, ..self.asked.get() });
        self.context.meeting.date
    }

    /// What was asked since this was called last.
    pub fn take(&self) -> Asks {
        self.asked.take()
    }
}

impl Deref for Asked<'_> {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.context.frame
    }
}

impl Asks {
    /// Was anything asked?
    pub fn any(self) -> bool {
        self != Self::default()
    }

    /// Was anything asked that these two answer differently?
    pub fn differ(self, one: &Context, other: &Context) -> bool {
        self.stage && (one.stage, one.is_named) != (other.stage, other.is_named)
            || self.committee && one.meeting.committee != other.meeting.committee
            || self.date && one.meeting.date != other.meeting.date
    }
}
