//! Where the items of a meeting begin: a weighing of evidence over the row of blocks.
//!
//! Municipalities, school boards and associations begin an item in dozens of ways, and "3. Budget" may as well be a
//! row of a list. So no line is an item by its form. Each line with a number is a *candidate* with signs for and
//! against it (`candidates`, `repeats`), each sign has a weight (`weights`, data), and the items are the series
//! of candidates that is worth most (`series`). Candidates that have a section or a case number below them, where
//! they make a whole series, set the pattern for the others. Headings without numbers (`plain`) compete with the
//! series, and where neither is found, items are told by the order of their sections (`untitled`).
//!
//! All this is a walk over small records, made anew after each edit; the text is looked at only for titles that go on
//! in a second line, and where titles are missing.
//!
//! Tried and dropped: a small price for numbers that run backwards (a list of seventeen rows pays it back), adding up
//! instead of the mean between series and headings (a tail of sub-headings beats five items).

mod attendees;
mod below;
mod bullets;
mod candidate;
mod candidates;
mod counted;
mod evidence;
mod foreign;
mod forms;
mod groups;
mod kinds;
mod labelled;
mod lettered;
mod levels;
mod listing;
mod lists;
mod lone;
mod meetings;
mod moved;
mod nearest;
mod nested;
mod outsiders;
mod parts;
mod plain;
mod rare;
mod repeats;
mod run_on;
mod series;
mod shaped;
mod small;
pub mod tables;
mod titles;
mod told;
mod untitled;
mod weighed;
mod weights;
mod years;

pub use self::evidence::{Evidence, SEVERAL, evidence};
pub use self::nearest::is_near;
pub use self::run_on::{RunOn, following, run_on};
use self::weighed::Weighed;
use syntax::block::Block;
use syntax::numbered::Numbering;
use syntax::vocabulary::Vocabulary;

/// How the items of a document begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemForm {
    /// "Punkt 12: Titel", "Pkt. 12", "Nr. 12 - Titel".
    Word,
    /// "12. Titel", "12 Titel", "12 : Titel".
    Number,
    /// A Markdown heading of this level.
    Markdown(u8),
    /// A title with "Sag nr. 12" below it.
    Below,
    /// A title without a number, or no title at all: items are told by their sections.
    Untitled,
    /// The document has no items.
    None,
}

/// One item: its first block, and how to read its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first block of the item.
    pub first: usize,
    /// Blocks before the one with the title: a case number may stand above it.
    pub above: u8,
    /// Is there a line with a title?
    pub titled: bool,
    /// The number of its heading in the series, as the lines around it tell; `None` where it has none.
    pub numbering: Option<Numbering>,
    /// How many blocks behind its first the title goes on in.
    pub further: u8,
    /// Does the title end in a colon, with the text of the item behind it?
    pub run_in: bool,
    /// Does a label that several titles have stand before the title: "Tema: Havnen"?
    pub labelled: bool,
    /// Does the item lie in the closed part of the meeting?
    pub closed_part: bool,
    /// Which column of the table that it is a row of says what was recommended, counted from 1; 0 for none.
    pub asked: u8,
    /// Which column of that table its title stands in, where another is between that and the number; 0 where none is.
    pub titled_in: u8,
    /// How many blocks at its end are the head of another meeting.
    pub tail: u16,
}

/// The items of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// How the items begin.
    pub form: ItemForm,
    /// In the order of the text; what stands before the first is the head of the meeting.
    pub items: Vec<Segment>,
}

/// Finds the items in `blocks`, the row of blocks of `text`.
pub fn segment(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Segments {
    let blocks = &tables::as_titled(text, blocks);
    let weighed = Weighed::new(text, blocks, vocabulary);
    weighed.choose(text, blocks, vocabulary)
}

impl Segment {
    /// An item whose heading is block `first`.
    fn new(first: usize) -> Self {
        Self {
            first,
            above: 0,
            titled: true,
            numbering: None,
            further: 0,
            run_in: false,
            labelled: false,
            closed_part: false,
            asked: 0,
            titled_in: 0,
            tail: 0,
        }
    }
}
