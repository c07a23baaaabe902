//! What of minutes is closed: which items, by their own heading or by what other lines say of them; which passages of open
//! ones; and which lines speak of closed matter that nothing closed explains.
//!
//! There is this one reading: the copy that is published takes out by it, and `privacy/closed-mark` and the outline tell by
//! it. The copy goes further only in how far closed matter reaches below a line, which takes the words of all lines.

mod guard;
mod heading;
mod legend;
mod lines;
mod marked;
mod passages;
mod reach;
mod told;
mod trust;

use minutes::{Minutes, Placed};
use syntax::title as heading_words;
use text::{TextRange, TextSize};

pub use guard::{Unexplained, unexplained};
pub use heading::{Parts, behind_title, is_telling, parts, says_little};
pub use legend::closed_letter;
pub use lines::{Line, letters, lines, title, told_of_blocks};
pub use marked::{is_heading, items, repeated, tells_more};
pub use passages::Passages;
pub use reach::reach;
pub use told::{Matter, Told, told};

/// A text, read as minutes.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'d> {
    text: &'d str,
    minutes: &'d Minutes,
    /// What each line may say of closed matter, as `told_of_blocks` has it; empty where that is not known.
    told: &'d [u8],
}

impl<'d> Reading<'d> {
    /// `text`, of which `minutes` were read.
    pub fn new(text: &'d str, minutes: &'d Minutes) -> Self {
        Self { text, minutes, told: &[] }
    }

    /// The same, of which it is known what each line may say of closed matter, as [`told_of_blocks`] has it.
    pub fn knowing(self, told: &'d [u8]) -> Self {
        Self { told, ..self }
    }

    fn text(self) -> &'d str {
        self.text
    }

    fn minutes(self) -> &'d Minutes {
        self.minutes
    }
}

/// How an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// Is it closed?
    pub fn is_closed(self) -> bool {
        self == Self::Closed
    }
}

/// How each item of `document` stands, by its own heading and by other lines, as the copy to publish has it.
pub fn standings(document: Reading<'_>) -> Vec<Standing> {
    let lines = lines(document);
    let all: Vec<Placed<'_>> = document.minutes().items().collect();
    let of = |closed: bool| if closed { Standing::Closed } else { Standing::Open };
    if !lines.iter().any(|line| line.bears_on_closed() || told::may_say(line)) {
        return all.iter().map(|placed| of(placed.item.closed)).collect();
    }
    let passages = Passages::of(document, &lines);
    let reach = reach(document, &lines, &passages, &|_| false);
    let mut standings: Vec<Standing> = reach.closed.iter().map(|closed| of(*closed)).collect();
    for mark in unexplained(document, &lines, &reach, &passages) {
        let says = if mark.is_surely_told() { Standing::Closed } else { Standing::Doubtful };
        for (standing, placed) in standings.iter_mut().zip(&all) {
            let own = placed.range().contains(mark.place.start());
            let is_meant = match placed.item.number {
                Some((number, _)) if !mark.items.is_empty() => mark.items.contains(&number),
                _ => own,
            };
            match (is_meant, says) {
                (true, Standing::Closed) => *standing = Standing::Closed,
                (true, _) if *standing == Standing::Open => *standing = says,
                _ => {}
            }
        }
    }
    for doubt in &reach.doubts {
        let at = all.iter().position(|placed| placed.range().contains(doubt.start()));
        if let Some(standing) =
            at.map(|at| &mut standings[at]).filter(|standing| **standing == Standing::Open)
        {
            *standing = Standing::Doubtful;
        }
    }
    standings
}

/// What is closed in a document.
#[derive(Debug, Default)]
pub struct Reach {
    /// Closed lines with what they close, in order.
    pub places: Vec<Place>,
    /// Headings that may open again, and marks that may belong to what follows.
    pub doubts: Vec<TextRange>,
    /// Which items are closed: by their own heading, or by another line with their number and title.
    pub closed: Vec<bool>,
}

/// A line with what it closes.
#[derive(Clone, Debug)]
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
        self.places.iter().any(|closed| closed.start <= place.start() && place.end() <= closed.under.end())
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
