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
mod class;
pub mod closed;
mod contents;
pub mod decided;
mod frame;
mod has_verb;
pub(crate) mod heading_words;
mod kind;
mod mark;
mod meeting;
mod misspelt;
pub(crate) mod named;
mod near_title;
pub mod numbered;
mod place_line;
mod ranks;
pub mod row;
pub mod scan;
pub mod sign;
pub mod title;
pub mod vocabulary;

pub use block::{Block, Flag};
pub use body::strip_point;
pub use body::{
    DecisionHeading, before_decision, body_behind_link, body_name, decision_heading, folded_body,
    placed_body_name, without_period,
};
pub use case_number::{CaseNumberForm, case_number};
pub use class::Class;
pub use contents::{entry as contents_entry, run_on};
pub use has_verb::has_verb;
pub use kind::{Label, LineMark, SectionKind, TitleId};
pub use mark::{Mark, MarkKind, is_bullet};
pub use meeting::{says_meeting, says_over};
pub use numbered::{NumberForm, Numbering};
pub use ranks::{Rank, Ranks};
pub use sign::Sign;
pub use vocabulary::Vocabulary;
