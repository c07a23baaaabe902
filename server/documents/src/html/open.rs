//! Elements of a page that are open.

use std::collections::HashMap;

use super::list::List;
use super::rows::{Reaching, Spanning};
use super::shown::Shown;
use flow::Cell;

/// An element that is open.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) name: String,
    pub(super) id: Option<String>,
    /// Which of its name among its siblings.
    pub(super) nth: u32,
    pub(super) children: HashMap<String, u32>,
    pub(super) shown: Shown,
    /// How many bytes of the paragraph stood before it.
    pub(super) words_at: usize,
    /// Its level as a heading.
    pub(super) level: Option<u8>,
    pub(super) list: Option<List>,
    /// What stands before the point, until its first words are read.
    pub(super) marker: Option<String>,
    /// Does it hold what stands before the point, at its left?
    pub(super) is_marker: bool,
    /// May something dark lie behind it?
    pub(super) has_ground: bool,
    /// Is it a picture to those who see it, though it may be made of letters?
    pub(super) is_picture: bool,
    /// Which table, and how many rows of it have begun.
    pub(super) table: Option<Cell>,
    /// What reaches down from the rows that the table has had.
    pub(super) reaching: Reaching,
    /// How many rows the cell reaches over.
    pub(super) n_rows: usize,
    /// Those of the row.
    pub(super) cells: Vec<Spanning>,
}

/// The elements `open`, from the last that has a name of its own.
pub(super) fn path(open: &[Open]) -> String {
    let named = open.iter().rposition(|open| open.id.is_some()).unwrap_or(0);
    let path = open[named..].iter().filter(|open| !matches!(open.name.as_str(), "html" | "body"));
    let part = |open: &Open| match (&open.id, open.nth) {
        (Some(id), _) => format!("#{id}"),
        (None, 1) => open.name.clone(),
        (None, nth) => format!("{}:nth-of-type({nth})", open.name),
    };
    path.map(part).collect::<Vec<_>>().join(" > ")
}
