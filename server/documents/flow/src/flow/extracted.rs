//! A document that was read: its text, what it is made of, and what stands beside it.

use rules::syntax::{Rank, Ranks};
use serde::{Deserialize, Serialize};

use crate::Format;
use crate::place::{Cell, Place};

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A heading of this level, from 1.
    Heading(u8),
    /// Words.
    Paragraph,
    /// A point of a list: what stands before it ("1.", "b)", "•"), and how far in it lies, from 0.
    Entry {
        /// "1.", "b)", "•".
        marker: String,
        /// From 0.
        level: u8,
    },
    /// A row of a table, by cells.
    Row(Vec<String>),
}

/// One paragraph, point or row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its words, with a line feed where the source breaks the line; empty for a row.
    pub words: String,
    /// Does it stand apart from what comes before?
    pub apart: bool,
    /// Is it what a table or a picture is called?
    pub(super) is_caption: bool,
    /// Where its line begins in the text, in bytes.
    pub start: usize,
    /// Where its words begin in the text, after what stands before a point.
    pub(super) words_at: usize,
    /// Where it stands.
    pub(super) page: Option<u32>,
    pub(super) turns: Vec<Turn>,
    #[serde(skip)]
    pub(super) pieces: Vec<Piece>,
    pub(super) paragraph: Option<u32>,
    pub(super) table: Option<Cell>,
    pub(super) element: Option<String>,
    pub(super) line: Option<u32>,
    pub(super) heading: Option<usize>,
}

/// A page that begins inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Behind so many bytes of its words.
    pub at: usize,
    /// The page before.
    pub before: u32,
    /// The page that begins.
    pub after: u32,
}

/// Words of a paragraph, and where they stand in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Behind so many bytes of the paragraph's words.
    pub at: usize,
    /// How long they are.
    pub len: usize,
    /// Behind so many bytes of what the element holds.
    pub from: usize,
    /// Where the element that holds them begins in the source.
    pub source: usize,
}

/// What a document holds and nobody has read. Pages count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// Pages that are pictures.
    Pictures(Vec<u32>),
    /// Pages that are broken.
    Broken(Vec<u32>),
    /// Pages with letters that the document does not name: they are drawn and nothing more.
    Nameless(Vec<u32>),
    /// Another document inside this one, by its name.
    Part(String),
    /// Much text of a web page that the page does not show.
    Folded,
    /// Programs that go along with a Word document.
    Macros,
}

/// What stands beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// A note at the foot of a page or at the end.
    Note,
    /// What is printed above or below each page, or around the text of a web page.
    Margin,
    /// A comment in the margin.
    Comment,
    /// Words that are not shown.
    Hidden,
    /// Words that a web page holds and does not show, as menus and boxes are.
    Folded,
    /// Words that were taken out, with the change still on record.
    Deleted,
    /// Words that were put in, with the change still on record.
    Inserted,
    /// Words that are struck through on the page.
    Struck,
    /// A change on record that changes no words: of the layout, of cells, of where a paragraph ends.
    Changed,
    /// What a diagram or a chart says.
    Drawn,
    /// A picture, which has no words; what describes it is a link.
    Picture,
    /// The name of a person who wrote or changed the document.
    Author,
    /// Another property of the document.
    Property,
    /// The address or name of a link, an attachment or a picture.
    Link,
    /// Letters that stand on end.
    Turned,
    /// What was filled in, or is named, in a field of a form.
    Field,
    /// What belongs to how the document is made: names of bookmarks, data behind a page, what a chart is drawn from.
    Data,
}

/// How many kinds of [`Beside`] there are.
pub(super) const KINDS: usize = Beside::Data as usize + 1;

/// Something beside the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// What it is.
    pub beside: Beside,
    /// Its words.
    pub words: String,
    /// Where in the text it belongs, in bytes.
    pub at: usize,
    /// Which of its kind it is, from 1.
    pub number: u32,
}

/// A document, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// What it was.
    pub format: Format,
    /// Its text: lines that end in a line feed.
    pub text: String,
    /// What the text is made of.
    pub blocks: Vec<Block>,
    /// What stands beside the text, in the order of the source.
    pub asides: Vec<Aside>,
    /// What it holds and nobody has read.
    pub unread: Vec<Unread>,
    pub(super) headings: Vec<Heading>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Heading {
    pub(super) words: String,
    pub(super) level: u8,
    pub(super) above: Option<usize>,
}

impl Block {
    /// Does it lie in a cell of a table, or is it a row of one?
    pub fn is_in_table(&self) -> bool {
        self.table.is_some()
    }

    fn rank(&self) -> Option<Rank> {
        match self.kind {
            Kind::Heading(level) => Some(Rank::Heading(level)),
            Kind::Row(_) => Some(Rank::Row),
            _ if self.is_caption => Some(Rank::Caption),
            _ => self.is_in_table().then_some(Rank::Cell),
        }
    }
}

impl Extracted {
    /// The words that stand in the source as they are, with where they stand in the text.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, Piece)> {
        let of = |block: &Block| block.words_at;
        self.blocks
            .iter()
            .flat_map(move |block| block.pieces.iter().map(move |piece| (of(block) + piece.at, *piece)))
    }

    /// What the document says of the lines of its text. A page as it is printed says nothing: its headings are guessed.
    pub fn ranks(&self) -> Ranks {
        let blocks = if self.format == Format::Pdf { &[][..] } else { &self.blocks };
        Ranks::new(blocks.iter().filter_map(|block| Some(((block.start as u32).into(), block.rank()?))))
    }

    /// Where the line at byte `offset` of the text stands in the source.
    pub fn place(&self, offset: usize) -> Option<Place> {
        let after = self.blocks.partition_point(|block| block.start <= offset);
        let block = self.blocks.get(after.saturating_sub(1))?;
        let mut headings = Vec::new();
        let mut above = block.heading;
        while let Some(heading) = above.map(|n| &self.headings[n]) {
            headings.insert(0, heading.words.clone());
            above = heading.above;
        }
        let within = offset.saturating_sub(block.words_at);
        let turned = block.turns.iter().rev().find(|turn| turn.at <= within).map(|turn| turn.after);
        Some(Place {
            page: turned.or(block.page),
            headings,
            paragraph: block.paragraph,
            table: block.table,
            element: block.element.clone(),
            line: block.line,
        })
    }
}
