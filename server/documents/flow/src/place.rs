//! Where something stands in a source, as a person would look it up.

use serde::{Deserialize, Serialize};

/// Where a line of the text stands in its source. What the source does not tell is `None`. Numbers count from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The page, where the program that wrote the document noted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The headings above it, the uppermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// Which paragraph with words in it, counted from the start of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// Which table of the document, and which of its rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Cell>,
    /// The element, as a path: "main > ol:nth-of-type(2) > li:nth-of-type(3)".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// The line of the source, where it has lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The table.
    pub number: u32,
    /// Its row.
    pub row: u32,
}
