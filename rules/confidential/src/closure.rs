//! What of minutes is closed: which items, by their own heading or by what other lines say of them; which passages of open
//! ones; and which lines speak of closed matter that nothing closed explains.
//!
//! There is this one reading, made once and kept with the document: the copy that is published takes out by it, and
//! `privacy/closed-mark` and the outline tell by it. The copy goes further only in how far closed matter reaches below a line, which takes the words of all lines.

mod guard;
mod heading;
mod known;
mod legend;
mod lines;
mod marked;
mod numbered;
mod passages;
mod reach;
mod told;
mod trust;

use lint::Told;
use minutes::Minutes;
use syntax::title as heading_words;
use text::{TextRange, TextSize};

pub use guard::{Unexplained, unexplained};
pub use heading::{HeadingLine, is_telling, says_little};
pub use legend::closed_letter;
pub use lines::{Line, SaidOfClosed, letters, lines, title};
pub use marked::{is_heading, tells_more};
pub use numbered::Numbered;
pub use passages::Passages;
pub use reach::reach;
use told::told;

/// A text, read as minutes.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'d> {
    text: &'d str,
    minutes: &'d Minutes,
}

impl<'d> Reading<'d> {
    /// `text`, of which `minutes` were read.
    pub fn new(text: &'d str, minutes: &'d Minutes) -> Self {
        Self { text, minutes }
    }

    fn text(self) -> &'d str {
        self.text
    }

    fn minutes(self) -> &'d Minutes {
        self.minutes
    }
}

/// How an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is open.
    #[default]
    Open,
    /// A line of it, or about it, may say that it is closed: a copy to publish is not written before somebody has looked.
    Doubtful,
    /// It is closed.
    Closed,
}

impl Standing {
    fn of(is_closed: bool) -> Self {
        if is_closed { Self::Closed } else { Self::Open }
    }

    /// Makes it `to`, unless it is more already.
    fn raise(&mut self, to: Self) {
        *self = (*self).max(to);
    }

    /// Is it closed?
    pub fn is_closed(self) -> bool {
        self == Self::Closed
    }
}

/// What is closed in a document, and what is to be told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosedMatter {
    /// Passages of open items.
    pub passages: Passages,
    /// What closed lines close.
    pub reach: Reach,
    /// Lines that speak of closed matter and that nothing closed explains.
    pub unexplained: Vec<Unexplained>,
    /// How each item stands.
    pub standings: Vec<Standing>,
    /// What a writer must be told, in order.
    pub told: Vec<Told>,
}

impl ClosedMatter {
    /// That of `document`, whose lines are `lines`.
    pub fn of(document: Reading<'_>, lines: &[Line<'_>]) -> Self {
        let passages = Passages::of(document, lines);
        let reach = reach(document, lines, &passages, &|_| false);
        let unexplained = unexplained(document, lines, &reach, &passages);
        let read = Self { passages, reach, unexplained, ..Self::default() };
        Self { standings: standings(document, &read), told: told(document, lines, &read), ..read }
    }

    /// That of `document`, of which no line bears on what is closed; `None` where an item is closed all the same.
    pub fn none(document: Reading<'_>) -> Option<Self> {
        let closed: Vec<bool> = document.minutes().items().map(|placed| placed.item.closed).collect();
        let standings = vec![Standing::Open; closed.len()];
        let is_open = !closed.contains(&true);
        is_open.then(|| Self { standings, reach: Reach { closed, ..Reach::default() }, ..Self::default() })
    }
}

/// How each item of `document` stands, by its own heading and by other lines, as the copy to publish has it.
fn standings(document: Reading<'_>, read: &ClosedMatter) -> Vec<Standing> {
    let minutes = document.minutes();
    let mut standings: Vec<Standing> = read.reach.closed.iter().map(|closed| Standing::of(*closed)).collect();
    let numbered = Numbered::of(document);
    for mark in &read.unexplained {
        let says = if mark.is_surely_told() { Standing::Closed } else { Standing::Doubtful };
        let own = minutes.item_at(mark.place.start());
        let named = mark.items.iter().flat_map(|number| numbered.with(*number)).copied();
        // A line speaks of the item that it stands in, unless it names others and that one has a number.
        let own = own.filter(|own| mark.items.is_empty() || minutes.item(*own).item.number.is_none());
        own.into_iter().chain(named).for_each(|item| standings[item].raise(says));
    }
    for item in read.reach.doubts.iter().filter_map(|doubt| minutes.item_at(doubt.start())) {
        standings[item].raise(Standing::Doubtful);
    }
    standings
}

/// What is closed in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Closed lines with what they close, in order.
    pub places: Vec<Place>,
    /// Headings that may open again, and marks that may belong to what follows.
    pub doubts: Vec<TextRange>,
    /// Which items are closed: by their own heading, or by another line with their number and title.
    pub closed: Vec<bool>,
}

/// A line with what it closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The item that it heads.
    pub item: Option<usize>,
    /// Where the line begins.
    pub start: TextSize,
    /// Where what stands under the line begins and ends.
    pub under: TextRange,
}

impl Reach {
    /// Is all of `place` closed, or the line that says so?
    pub fn holds(&self, place: TextRange) -> bool {
        let behind = self.places.partition_point(|closed| closed.start <= place.start());
        behind.checked_sub(1).is_some_and(|at| place.end() <= self.places[at].under.end())
    }
}

/// "6. Turisme (Åben)", "Punkt 6 Åben Turisme".
pub fn says_open(words: &str) -> bool {
    let behind_number = words
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | ')' | ' ' | '-' | '–'));
    let behind_word = ["Punkt ", "Pkt. ", "Sag "]
        .iter()
        .find_map(|word| behind_number.strip_prefix(word))
        .unwrap_or(behind_number);
    let title = behind_word.trim_start_matches(|c: char| !c.is_alphabetic() && c != '(');
    heading_words::read(words).closed == Some(false)
        || heading_words::read(title).closed == Some(false)
        || ["Åben ", "Åbent ", "Åben: ", "Åbent: "].iter().any(|open| {
            // "Åben skole" is a title.
            title.strip_prefix(open).is_some_and(|rest| rest.starts_with(char::is_uppercase))
        })
}
