//! From text to blocks, from blocks to the items of a meeting; the same loop in full and after an edit.
//!
//! A document is a row of [`Block`]s: a line that says something, with the blank lines after it. What a block is
//! depends on its own text and on the [`Vocabulary`], never on its neighbours, so an edit touches the blocks it
//! touches and no others. Where items begin is decided over the row of blocks (crate `segment`): that is a walk
//! over small records, without a look at the text.

pub mod block;
mod body;
mod case_number;
pub mod cased;
pub mod closed;
mod contents;
pub mod decided;
mod mark;
pub(crate) mod named;
mod near_title;
pub mod numbered;
mod ranks;
pub mod row;
pub mod scan;
pub mod sign;
pub mod title;
pub mod vocabulary;

pub use block::{Block, Class, Flag, Mark, MarkKind};
pub use body::strip_point;
pub use body::{DecisionHeading, body_name, decision_heading, folded_body, placed_body_name, without_period};
pub use case_number::{CaseNumberForm, case_number};
pub use contents::{entry as contents_entry, run_on};
pub use numbered::{NumberForm, Numbering};
pub use ranks::{Rank, Ranks};
pub use sign::Sign;
pub use vocabulary::{Label, LineMark, SectionKind, TitleId, Vocabulary};
