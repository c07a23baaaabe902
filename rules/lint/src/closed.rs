//! What a writer is told of closed matter that no heading marks: read by `privacy`, kept with the document, told by a rule.

use text::TextRange;

/// What is closed though no heading says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A line that says it, and nothing says of what.
    Line,
    /// An item, by what another line says of it.
    Item,
    /// A passage of an open item.
    Passage,
    /// A line that may head another item, or belong to the closed one above.
    Heading,
}

/// A place that a writer must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line, the heading of the item, or the first line of the passage.
    pub place: TextRange,
    /// What is closed.
    pub matter: Matter,
    /// Can nothing else be meant?
    pub is_sure: bool,
}
