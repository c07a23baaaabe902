//! What every reader of documents shares: what it tells, as a flow of paragraphs, points and rows; how those become lines of
//! text with their places; why a document cannot be read; and what lies in its archives beside the text.
//!
//! A reader tells a [`Flow`] what it meets, in the order of the source, and ends with [`Flow::finish`]:
//!
//! ```
//! let mut told = flow::Flow::default();
//! told.paragraph(flow::Kind::Heading(1), "Budget");
//! told.paragraph(flow::Kind::Paragraph, "Godkendt.");
//! assert_eq!(told.finish(flow::Format::Html).expect("it has words").text, "Budget\n\nGodkendt.\n");
//! ```

pub mod archive;
mod binary;
mod digits;
mod fault;
mod flow;
mod format;
pub mod numerals;
mod place;
pub mod sweep;
mod tags;
pub mod windows_1252;
pub mod xml;

pub use digits::{FEWEST_DIGITS, has_digits};
pub use fault::Fault;
pub use flow::{
    Aside, Beside, Block, Extracted, Flow, Kind, Piece, Says, Turn, Unread, contents_line, contents_pieces,
    is_like_label, is_sentence, is_text, may_decide, says,
};
pub use format::Format;
pub use place::{Cell, Place};
