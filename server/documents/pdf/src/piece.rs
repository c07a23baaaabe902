//! A line of a cell, in a table without lines around its cells.

use super::character::Character;
use super::line::line;
use super::row::Row;

/// A line of a cell: which of the rows of the page, and its characters.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) row: usize,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) characters: Vec<Character>,
}

impl Piece {
    /// What it says.
    pub(super) fn words(&self) -> String {
        let row = Row { y: self.y, size: self.size, characters: self.characters.clone() };
        line(&row).map(|line| line.words).unwrap_or_default()
    }
}
