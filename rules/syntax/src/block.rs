//! A block: one line that says something, and the blank lines that follow it.

use super::numbered::Numbering;
use super::sign::{Sign, Signs};
use super::vocabulary::{Label, LineMark, TitleId};
use text::{TextRange, TextSize};

/// One block. Offsets are bytes from its own start, so a block keeps its value wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes with the line end and the blank lines after it.
    pub len: TextSize,
    /// Where the words begin: after indentation and mark.
    start: u32,
    /// Where the words end: before trailing spaces and the line end.
    end: u32,
    /// What stands before the words.
    pub mark: Mark,
    /// What the words are.
    pub class: Class,
    flags: u32,
    /// The number that the line begins with, when it may be the heading of an item.
    pub numbering: Option<Numbering>,
    /// What the line says for and against that.
    signs: u32,
    /// The beginning of the title, to compare with; 0 where it is none.
    pub key: u32,
}

/// A fact about a block that one bit can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Flag {
    /// A blank line follows.
    BlankAfter = 1,
    /// The words end in a stop, comma, colon, semicolon, question or exclamation mark.
    Stopped = 2,
    /// The first letter is a capital or a digit.
    Capital = 4,
    /// The words say that the item is closed: "(Lukket)", "Lukket: …".
    Closed = 8,
    /// The words are too long for a heading.
    Long = 16,
    /// The words end in a colon.
    Colon = 32,
    /// The words are in bold in Markdown.
    Bold = 64,
    /// The words end in a full stop.
    FullStop = 128,
    /// The document says that the line lies in a cell of a table.
    InCell = 256,
    /// The words are all in capitals.
    Capitals = 512,
    /// The number of a case stands before a title: "Sagsnr. 25/1042 Ny havnebus".
    Cased = 1024,
    /// A heading that a new page prints once more: "Punkt 3: Havnebus (fortsat)".
    Continued = 2048,
    /// The heading of a section with its text behind it: "Sagsfremstilling: Bussen …".
    RunIn = 4096,
    /// A title behind the label that says that it is one: "Emne: Havnebus".
    Labelled = 8192,
    /// A short title with its text behind it: "Kommende arrangementer: Der er kaffe den 3. maj".
    RunInTitle = 16384,
    /// The same with a title that meetings have: "Siden sidst: Intet."
    RunInKnown = 32768,
    /// The name of a document that is of no meeting: "Vedtægter for Havnelauget".
    OtherDocument = 65536,
    /// A title that such documents have: "Formål", "Metode".
    OtherTitle = 131_072,
}

/// What stands before the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Markdown's heading level, 1 to 6; 0 for a line that is no Markdown heading.
    pub heading: u8,
    /// Columns of white space before the mark, at most 255; a tab counts 4.
    pub indent: u8,
    /// The kind of list mark.
    pub kind: MarkKind,
    /// The number of a numbered mark, 1 for "a", 2 for "b"; else 0.
    pub number: u32,
}

/// The kinds of list mark, and of numbers that may begin a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Nothing.
    None,
    /// "1." or "1.Titel".
    Stop,
    /// "1)".
    Paren,
    /// "1 :".
    Colon,
    /// "66 Titel" or "114Titel": a number before a capital letter.
    Bare,
    /// "a)" or "a.".
    Letter,
    /// "-", "*", "•", "·", "–".
    Bullet,
}

impl MarkKind {
    /// Is this a mark with a number: "1.", "1)", "1 :" or a bare number?
    pub fn is_number(self) -> bool {
        matches!(self, Self::Stop | Self::Paren | Self::Colon | Self::Bare)
    }

    /// Does this mark begin a point of a list?
    pub fn is_list(self) -> bool {
        matches!(self, Self::Stop | Self::Paren | Self::Letter | Self::Bullet)
    }
}

/// What the words of a block are, seen alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Blank lines at the start of a document.
    Blank,
    /// `<!-- … -->`, or the front matter of a text.
    Comment,
    /// Code between fences.
    Code,
    /// What a web page or a PDF prints around the text.
    Furniture,
    /// "Indholdsfortegnelse".
    Contents,
    /// A line of a table of contents: a title, leaders, a page number.
    ContentsEntry,
    /// "Lukkede dagsordenspunkter": the part of a meeting that begins here.
    Part {
        /// Behind closed doors?
        closed: bool,
    },
    /// A known section title.
    Section(TitleId),
    /// "Beslutning i Byrådet den 04-04-2022".
    Decision,
    /// "Byrådet, 4. april 2022, pkt. 12": a decision where no earlier meetings are quoted.
    BodyDate,
    /// "Sag nr. 12" under a title.
    ItemBelow(u16),
    /// A case number and nothing else.
    CaseNumber,
    /// "Åben", "Beslutningssag": a line under a title.
    LineMark(LineMark),
    /// A label, with its value on the same line or the next.
    Label(Label),
    /// A line that begins with "at" or "At".
    At,
    /// A row of a table: cells divided by tabs or bars.
    Table,
    /// Anything else.
    Text,
}

impl Block {
    /// A block of `len` bytes whose words are the bytes `words`.
    pub(super) fn new(len: TextSize, words: TextRange, mark: Mark, class: Class) -> Self {
        let (start, end) = (words.start().into(), words.end().into());
        Self { len, start, end, mark, class, flags: 0, numbering: None, signs: 0, key: 0 }
    }

    pub(super) fn set_signs(&mut self, (signs, key): (Signs, u32)) {
        (self.signs, self.key) = (signs.bits(), key);
    }

    /// Does the line alone show `sign`?
    pub fn shows(&self, sign: Sign) -> bool {
        self.signs >> sign as u8 & 1 == 1
    }

    /// What the line alone shows.
    pub fn signs(&self) -> Signs {
        Signs::own(self.signs)
    }

    pub(super) fn set(&mut self, flag: Flag, on: bool) {
        if on {
            self.flags |= flag as u32;
        }
    }

    /// Does `flag` hold?
    pub fn is(&self, flag: Flag) -> bool {
        self.flags & flag as u32 != 0
    }

    /// Do the same flags and signs hold of both, so that nothing around them is read differently?
    pub fn same_signs(&self, other: &Self) -> bool {
        let title = |block: &Self| (block.key, if block.key == 0 { 0 } else { block.end - block.start });
        (self.flags, self.signs, self.numbering, title(self))
            == (other.flags, other.signs, other.numbering, title(other))
    }

    /// Are both lines with words that differ in nothing but these, as far as they tell?
    pub fn is_shaped_like(&self, other: &Self) -> bool {
        let tail = |block: &Self| block.len - block.words().end();
        (self.class, self.mark, self.start) == (other.class, other.mark, other.start)
            && (self.flags, self.signs, self.numbering) == (other.flags, other.signs, other.numbering)
            && tail(self) == tail(other)
            && !self.words().is_empty()
            && !other.words().is_empty()
    }

    /// The words, without indentation, mark and trailing spaces, in bytes from the start of the block.
    pub fn words(&self) -> TextRange {
        TextRange::new(self.start.into(), self.end.into())
    }

    /// The line without trailing spaces and line end, in bytes from the start of the block.
    pub fn line(&self) -> TextRange {
        TextRange::new(0.into(), self.end.into())
    }

    /// The same block without the first `len` bytes of its words.
    pub fn behind(mut self, len: TextSize) -> Self {
        self.start = (self.start + u32::from(len)).min(self.end);
        self
    }

    /// Does a word for an item stand before its number, as in "Punkt 12: Titel"?
    pub fn has_item_word(&self) -> bool {
        self.numbering.is_some_and(|numbering| numbering.form.has_word())
    }

    /// Does this block begin a section: a known title, or a decision's heading?
    pub fn begins_section(&self) -> bool {
        matches!(self.class, Class::Section(_) | Class::Decision)
    }
}

impl Mark {
    /// No mark at all.
    pub const NONE: Self = Self { heading: 0, indent: 0, kind: MarkKind::None, number: 0 };
}

#[cfg(test)]
mod tests {
    use super::Block;

    #[test]
    fn a_block_is_small_enough_to_walk_by_the_hundred_thousand() {
        assert!(size_of::<Block>() <= 40, "{}", size_of::<Block>());
    }
}
