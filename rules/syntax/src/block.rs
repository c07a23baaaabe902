//! A block: one line that says something, and the blank lines that follow it.

pub use super::class::Class;
pub use super::mark::{Mark, MarkKind};
use super::numbered::{Numbering, row_with};
use super::sign::{self, Sign, Signs};
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
    /// What stands over a group of items: "Beslutningssager", "B. Orienteringssager".
    Group = 262_144,
    /// Few words without a verb that a full stop ends: "Bankospil."
    StoppedTitle = 1_048_576,
    /// A heading that gives a day with its year, as the title of a document does.
    Dated = 2_097_152,
    /// The first words of a letter: "Kære beboere".
    OpensLetter = 4_194_304,
    /// Its last ones: "Med venlig hilsen".
    ClosesLetter = 8_388_608,
    /// What stands over a group of items of a list that came later: "Tillægsdagsorden".
    AddedGroup = 524_288,
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

    /// Is it a short paragraph, or a few words above one, that a full stop ends and that says no outcome, as a title may below a number that stands alone?
    pub fn is_stopped_title(&self) -> bool {
        const LONGEST: u32 = 110;
        self.class == Class::Text
            && self.is(Flag::Capital)
            && (self.is(Flag::BlankAfter) || self.is(Flag::StoppedTitle))
            && self.is(Flag::FullStop)
            && !self.shows(Sign::SaysOutcome)
            && !self.mark.kind.is_list()
            && u32::from(self.words().len()) <= LONGEST
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

    /// The same row of a table, `line`, with its title in cell `column`, counted from 1, as the header says; `None` where it has none there.
    pub fn titled_in(mut self, line: &str, column: u8) -> Option<Self> {
        let found = row_with(line, column)?;
        self.set_signs(sign::of_numbered(line, &found, &self.class));
        self.numbering = Some(found.numbering);
        Some(self)
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

#[cfg(test)]
mod tests {
    use super::Block;

    #[test]
    fn a_block_is_small_enough_to_walk_by_the_hundred_thousand() {
        assert!(size_of::<Block>() <= 40, "{}", size_of::<Block>());
    }
}
