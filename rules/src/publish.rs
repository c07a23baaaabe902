//! What of minutes is for the members alone, and what a copy that is published says instead.
//!
//! A closed item keeps its number, its title as far as it names nobody, and its decision as far as the style allows; the
//! digits of private numbers are hidden; comments go. All else stays as it is. Rules that are switched off or suppressed
//! count here all the same: a number too many that is hidden is told and can be written again, one too few cannot.

mod again;
mod allowed;
mod closed;
mod comments;
mod definitions;
mod held_back;
mod particulars;
mod plan;
mod private;
mod proof;
mod shown;
mod sound;
mod spelt;
mod sums;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::Serialize;

use crate::catalog;
use crate::confidential::closed_signs::{self, is_of_people, is_possible, speaks_in_general};
use crate::confidential::closure::Reading;
use crate::document::{Document, Engine};
use crate::lint::{Diagnostic, Rule, Settings, Severity};
use crate::privacy::{by_form, names_own_thing};
use crate::syntax::Ranks;
use crate::text::edit::{Edit, Edits};
use crate::text::{TextRange, range_of};

pub use allowed::{Allowed, Refusal, Why};
pub use held_back::HeldBack;
pub use particulars::slug;
use plan::Plan;

/// What is taken out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Where, and what stands there instead.
    pub edit: Edit,
    /// Why.
    pub kind: Kind,
    /// The number of the item, as written.
    pub item: Option<String>,
    /// The first line of it, from 1.
    pub line: u32,
}

/// The kinds of what is taken out of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Text of a closed item.
    ClosedText,
    /// The decision of a closed item.
    ClosedDecision,
    /// The title of a closed item.
    ClosedTitle,
    /// A passage of an open item that is marked closed.
    ClosedPassage,
    /// The digits of a number that is somebody's own.
    PrivateNumber,
    /// A comment that only the source shows.
    Comment,
}

impl Kind {
    /// Is it the text of something closed?
    fn is_of_closed(self) -> bool {
        matches!(self, Self::ClosedText | Self::ClosedDecision | Self::ClosedPassage)
    }
}

/// A text as it may be published.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The text.
    pub text: String,
    /// What is not in it, in the order of the text that it was made from.
    pub withheld: Vec<Withheld>,
    /// What a person must look at in it; places are those of its own text.
    pub doubts: Vec<Diagnostic>,
    /// Ten digits in it that have the form of a personal number and are something else by the words or signs around.
    pub suspects: Vec<TextRange>,
    /// Lines in it that speak of a closed item.
    pub mentions: Vec<TextRange>,
    /// Lines in it that head the case of a person, and are read as open.
    pub personal: Vec<TextRange>,
    /// Lines in it that speak of closedness in general.
    pub general: Vec<TextRange>,
    /// Lines in it with the number of a passport, a password and the like.
    pub own_things: Vec<TextRange>,
    /// Why the text must not be given away.
    pub refusals: Vec<Refusal>,
    /// What would have been among them, and was allowed.
    pub overridden: Vec<Refusal>,
    /// Where its closed items stand in the text that it was made from.
    pub closed: Vec<TextRange>,
    /// The numbers of the closed items, and the titles that stay, with their lines in the text that it was made from.
    pub closed_items: Vec<ClosedItem>,
    /// Names, addresses and figures in what was taken out, but for those who took part in the meeting.
    names: Vec<String>,
    /// The same with their first names.
    pub people: Vec<String>,
    /// How many items the text has.
    pub n_items: usize,
}

/// A closed item, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedItem {
    /// Its number, as written.
    pub number: Option<String>,
    /// Its title, where that stays.
    pub title: Option<String>,
    /// Its line, from 1.
    pub line: u32,
}

impl Publication {
    /// What of `text`, read with `engine`, may be published where lines are `allowed`; its document says `ranks` of its lines.
    pub fn new(engine: &Engine, text: &str, ranks: Ranks, allowed: &Allowed) -> Self {
        let document = Document::with_ranks(with_rules(engine, NUMBERS), text.to_owned(), ranks.clone());
        let plan = Plan::of(&document, allowed);
        let edits: Vec<Edit> = plan.withheld.iter().map(|withheld| withheld.edit.clone()).collect();
        let ranks = ranks.after(&edits);
        let copy = Edits::new(edits.clone()).and_then(|edits| edits.apply(text));
        let copy = copy.expect("no two of them touch the same byte, and all are of this text");
        let copied = Document::with_ranks(with_rules(engine, DOUBTS), copy, ranks);
        let (mut refusals, mut overridden) = (plan.refusals, plan.overridden);
        for place in proof::left(&copied) {
            let refusal = plan::of_copy(&document, &edits, &copied, place);
            let list = if allowed.covers(&refusal) { &mut overridden } else { &mut refusals };
            list.push(refusal);
        }
        refusals.sort_by_key(|refusal| refusal.line);
        refusals.dedup_by_key(|refusal| refusal.line);
        Self {
            suspects: by_form(copied.text()),
            doubts: copied.diagnostics(),
            mentions: mentions(copied.text(), &document),
            personal: personal(&copied),
            general: lines_that(copied.text(), speaks_in_general),
            own_things: lines_that(copied.text(), names_own_thing),
            text: copied.text().to_owned(),
            withheld: plan.withheld,
            refusals,
            overridden,
            closed: plan.closed,
            closed_items: plan.items,
            names: plan.names,
            people: plan.people,
            n_items: document.minutes().items().count(),
        }
    }

    /// Names, addresses and figures in what was taken out, but for those who took part in the meeting.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Do `words`, which stand beside the text, name something of what was taken out: in a link, a margin, a property?
    pub fn is_named_in(&self, words: &str) -> bool {
        spelt::is_named_beside(&self.names, words)
    }
}

/// `document` as what is closed is read of it.
fn reading(document: &Document) -> Reading<'_> {
    Reading::new(document.text(), document.minutes())
}

/// The headings of cases of people that are open in `document`.
fn personal(document: &Document) -> Vec<TextRange> {
    let open = document.minutes().items().filter(|placed| !placed.item.closed);
    let headings = open.map(|placed| placed.item.heading + placed.start);
    headings.filter(|heading| is_of_people(&document.text()[*heading])).collect()
}

/// The lines of `text` that say what `says` looks for.
fn lines_that(text: &str, says: fn(&str) -> bool) -> Vec<TextRange> {
    text.lines().filter(|line| says(line)).map(|line| range_of(text, line)).collect()
}

/// The lines of `text` that speak of one of the closed items of `document` by its number.
fn mentions(text: &str, document: &Document) -> Vec<TextRange> {
    let items = || document.minutes().items();
    let numbers: Vec<u32> = items()
        .filter(|placed| placed.item.closed)
        .filter_map(|placed| placed.item.number)
        .map(|(number, _)| number)
        .collect();
    let headings: Vec<&str> =
        items().map(|placed| document.text()[placed.item.heading + placed.start].trim()).collect();
    let speaks = |line: &&str| {
        let lower = line.to_lowercase();
        let names = |word: &str| {
            let mut behind = lower.match_indices(word).map(|(at, _)| lower[at + word.len()..].trim_start());
            behind.any(|rest| {
                let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                rest[..digits].parse().is_ok_and(|number: u32| numbers.contains(&number))
            })
        };
        ["punkt", "pkt.", "pkt"].into_iter().any(names) && !headings.contains(&line.trim())
    };
    if numbers.is_empty() {
        return Vec::new();
    }
    text.lines().filter(speaks).map(|line| range_of(text, line)).collect()
}

/// Where private numbers stand in `text`, a passage by itself, that are to be hidden.
pub fn private_numbers(engine: &Engine, text: &str) -> Vec<TextRange> {
    private::numbers(&Document::new(with_rules(engine, NUMBERS), text.to_owned()))
}

/// Does `line`, which stands beside the text, say that something is closed?
pub fn marks_closed(line: &str) -> bool {
    is_possible(line) || closed_signs::names_closed(line)
}

/// Does `name`, of a style, a bookmark, a content control or a class, say that what bears it is closed?
pub fn names_closed(name: &str) -> bool {
    closed_signs::names_closed(name)
}

/// Rules that find numbers.
const NUMBERS: &[&str] = &["privacy/cpr-number", "privacy/account-number", "privacy/contact"];

/// Rules that find what a person must decide on.
const DOUBTS: &[&str] = &["privacy/contact", "privacy/person", "privacy/closed-item"];

fn with_rules(engine: &Engine, names: &[&str]) -> Arc<Engine> {
    let rules = names.iter().filter_map(|name| catalog::rule(name));
    let rules: Vec<(&'static Rule, Severity)> = rules.map(|rule| (rule, rule.severity)).collect();
    Arc::new(Engine { settings: Settings::new(rules), ..engine.clone() })
}

/// What is withheld so far; no two touch the same byte.
#[derive(Debug, Default)]
struct Apart {
    all: Vec<Withheld>,
}

impl Apart {
    /// Adds `edit` of `document`, unless something there is withheld already.
    fn add(&mut self, document: &Document, edit: Edit, kind: Kind) {
        let range = edit.range();
        let overlaps = |other: &Withheld| {
            let other = other.edit.range();
            range.start() < other.end() && other.start() < range.end()
        };
        if range.is_empty() || self.all.iter().any(overlaps) {
            return;
        }
        let minutes = document.minutes();
        let item = minutes.item_at(range.start()).map(|item| minutes.item(item));
        let number = |placed: crate::minutes::Placed<'_>| {
            placed.item.number.map(|(_, digits)| document.text()[digits + placed.start].to_owned())
        };
        let line = document.lines().line_of(range.start()) + 1;
        self.all.push(Withheld { edit, kind, item: item.and_then(number), line });
    }
}
