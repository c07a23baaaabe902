//! Where the law tests edit a text.

use rules::text::lines::floor_boundary;
use rules::text::{TextRange, range};

/// A place in `text` between characters: where it begins and how long it is, as shares of the text.
pub(crate) fn place(text: &str, from: f64, share: f64) -> TextRange {
    let start = floor_boundary(text, (text.len() as f64 * from) as usize);
    let end = floor_boundary(text, start + (text.len() as f64 * share) as usize);
    range(start, end)
}
