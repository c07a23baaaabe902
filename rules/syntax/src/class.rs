//! What the words of a block are, seen alone.

use super::kind::{Label, LineMark, TitleId};

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
