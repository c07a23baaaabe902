//! What of minutes is for the members alone, and what a copy that is published says instead.
//!
//! A closed item keeps its number, its title as far as it names nobody, and its decision as far as the style allows; the
//! digits of private numbers are hidden; comments go. All else stays as it is. Rules that are switched off or suppressed
//! count here all the same: a number too many that is hidden is told and can be written again, one too few cannot.

mod closed;
mod comments;
mod definitions;
mod left;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::Serialize;

use crate::catalog;
use crate::document::{Document, Engine};
use crate::lint::{Diagnostic, Rule, Settings, Severity};
use crate::privacy::HIDDEN;
use crate::privacy::closed_signs::{Wary, speaks_of_closed, wary_lines};
use crate::syntax::Ranks;
use crate::text::TextRange;
use crate::text::edit::{Edit, Edits};

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
    /// The digits of a number that is somebody's own.
    PrivateNumber,
    /// A comment that only the source shows.
    Comment,
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
    /// Ten digits in it that could be a personal number and stand where they are more likely something else.
    pub suspects: Vec<TextRange>,
    /// Lines in it that speak of a closed item, or name somebody from its title.
    pub left: Vec<TextRange>,
    /// Lines in it that speak of closed matter and that no closed item explains.
    pub marks: Vec<TextRange>,
    /// The same lines of the text that it was made from, from 1, as far as they hold the copy back.
    pub unexplained: Vec<u32>,
    /// Where its closed items stand in the text that it was made from.
    pub closed: Vec<TextRange>,
    /// Their numbers, or lines where they have none.
    pub numbers: Vec<String>,
    /// Those of them whose titles stand in the copy.
    pub titled: Vec<String>,
    /// The people that titles taken out name.
    pub people: Vec<String>,
    /// How many items the text has.
    pub n_items: usize,
    /// Has it no item, though it speaks of what is closed?
    pub unread: bool,
}

impl Publication {
    /// What of `text`, read with `engine`, may be published; its document says `ranks` of its lines.
    pub fn new(engine: &Engine, text: &str, ranks: Ranks) -> Self {
        let document = Document::with_ranks(with_rules(engine, NUMBERS), text.to_owned(), ranks);
        let mut withheld = Apart::default();
        let items = document.minutes().items().filter(|placed| placed.item.closed);
        let closed: Vec<TextRange> =
            items.filter_map(|placed| closed::withhold(&document, placed, &mut withheld)).collect();
        let gone: Vec<TextRange> = withheld.all.iter().map(|withheld| withheld.edit.range()).collect();
        for definition in definitions::unused(document.text(), &gone) {
            withheld.add(&document, Edit::delete(definition), Kind::ClosedText);
        }
        for comment in comments::comments(&document) {
            withheld.add(&document, Edit::delete(comment), Kind::Comment);
        }
        for number in in_document(&document) {
            withheld.add(&document, hidden(text, number), Kind::PrivateNumber);
        }
        for again in left::repeated(&document, &withheld.all) {
            withheld.add(&document, Edit::delete(again), Kind::ClosedText);
        }
        let held = wary_lines(document.text(), document.minutes())
            .into_iter()
            .filter(|(_, wary)| *wary == Wary::Hold);
        let unexplained = held.map(|(place, _)| document.lines().line_of(place.start()) + 1).collect();
        let mut withheld = withheld.all;
        withheld.sort_by_key(|withheld| withheld.edit.range().start());
        let edits = Edits::new(withheld.iter().map(|withheld| withheld.edit.clone()).collect());
        let copy = edits.and_then(|edits| edits.apply(text));
        let copy = copy.expect("no two of them touch the same byte, and all are of this text");
        let read = Document::new(with_rules(engine, DOUBTS), copy.clone());
        let (numbers, titled) = left::numbers(&document, &withheld);
        let n_items = document.minutes().items().count();
        Self {
            suspects: crate::privacy::numbers(&copy)
                .filter(|number| number.is_day)
                .map(|number| number.range)
                .collect(),
            doubts: read.diagnostics(),
            marks: wary_lines(read.text(), read.minutes()).into_iter().map(|(place, _)| place).collect(),
            left: left::left(&copy, &document),
            people: left::people(&document),
            text: copy,
            withheld,
            unexplained,
            closed,
            numbers,
            titled,
            n_items,
            unread: n_items == 0 && speaks_of_closed(text),
        }
    }
}

/// Where private numbers stand in `text`, a passage by itself, that are to be hidden.
pub fn private_numbers(engine: &Engine, text: &str) -> Vec<TextRange> {
    in_document(&Document::new(with_rules(engine, NUMBERS), text.to_owned()))
}

/// Does `line`, which stands beside the text, say that something is closed?
pub fn marks_closed(line: &str) -> bool {
    crate::privacy::closed_signs::is_sign(line)
}

/// Rules that find numbers.
const NUMBERS: &[&str] = &["privacy/cpr-number", "privacy/account-number", "privacy/contact"];

/// Rules that find what a person must decide on.
const DOUBTS: &[&str] = &["privacy/contact", "privacy/person", "privacy/closed-item"];

fn with_rules(engine: &Engine, names: &[&str]) -> Arc<Engine> {
    let rules = names.iter().filter_map(|name| catalog::rule(name));
    let rules: Vec<(&'static Rule, Severity)> = rules.map(|rule| (rule, rule.severity)).collect();
    Arc::new(Engine { settings: Settings { rules }, ..engine.clone() })
}

/// A telephone number that may be that of an office is left, and so are letters: an address is for a person to look at.
fn in_document(document: &Document) -> Vec<TextRange> {
    let is_number = |found: &&Diagnostic| match found.rule.name {
        "privacy/contact" => {
            found.severity <= Severity::Warning && !document.text()[found.range].contains('@')
        }
        _ => true,
    };
    document.diagnostics().iter().filter(is_number).map(|found| found.range).collect()
}

/// The digits at `range` of `text`, hidden one by one.
fn hidden(text: &str, range: TextRange) -> Edit {
    let hide = |c: char| if c.is_numeric() { HIDDEN } else { c };
    Edit::replace(range, text[range].chars().map(hide).collect::<String>())
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
        let item = document.minutes().items().take_while(|placed| placed.start <= range.start()).last();
        let number = |placed: crate::minutes::Placed<'_>| {
            placed.item.number.map(|(_, digits)| document.text()[digits + placed.start].to_owned())
        };
        let line = document.lines().line_of(range.start()) + 1;
        self.all.push(Withheld { edit, kind, item: item.and_then(number), line });
    }
}
