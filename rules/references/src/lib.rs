//! What minutes name by number: at-points, items of the agenda, attachments; whose each is, and the outcomes that words say.
//!
//! It knows no items and no sections: text in, places out. Who asks knows in which item the text stands.

mod attachments;
mod items;
mod numbers;
pub mod outcome;
mod points;
mod whose;

pub use attachments::{
    AttachmentOwner, AttachmentReference, Mark, attachment_item, attachment_label, attachment_owner,
    attachment_references,
};
pub use items::{ItemReference, item_references, item_references_where};
pub use numbers::ordinal_word;
pub use outcome::Outcome;
pub use points::{
    LetterReference, Named, Naming, PointReference, cardinal, decision_references, enumerate,
    letter_references, lettered_lines, place_references, point_references, unread,
};
pub use whose::{Counted, Whose, is_led, whose};
