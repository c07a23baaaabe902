//! Cells told by the order in which a table without lines is painted: one cell whole, then the one beside it.
//!
//! Two lines of a column are of two cells where another column was painted between them, and of one where the cell that is
//! painted next begins above the second. A table that is painted line by line, or column by column, says nothing of its cells
//! in this way.

use super::piece::Piece;
use flow::{Says, says};

/// Signs that stand for what is drawn have no place in the order; their numbers lie above this one.
const LAST_PAINTED: u32 = 1 << 30;

/// What begins so many sizes above another stands above it.
const ABOVE: f64 = 0.3;

/// Lines of one cell stand no further apart, in sizes.
const FAR: f64 = 2.4;

/// A piece of a table, as it is painted.
#[derive(Clone, Debug)]
struct Painted {
    first: u32,
    column: usize,
    row: usize,
    y: f64,
    is_label: bool,
}

/// The pieces of a table in the order they are painted.
pub(super) struct Order {
    pieces: Vec<Painted>,
    /// Does a cell begin above the last line of the one painted before it?
    goes_up: bool,
    /// The rows that a label begins.
    labelled: Vec<usize>,
}

impl Order {
    /// The order of the pieces in `columns`.
    pub(super) fn of(columns: &[Vec<Piece>]) -> Self {
        let mut pieces: Vec<Painted> = Vec::new();
        for (column, own) in columns.iter().enumerate() {
            for piece in own {
                let Some((first, _)) = runs(piece) else { continue };
                let is_label =
                    column == 0 && !matches!(says(&piece.words()), Says::Words | Says::Number | Says::Colon);
                pieces.push(Painted { first, column, row: piece.row, y: piece.y, is_label });
            }
        }
        pieces.sort_by_key(|piece| piece.first);
        let up = |pair: &[Painted]| pair[1].column > pair[0].column && pair[1].row < pair[0].row;
        let n_changes = pieces.windows(2).filter(|pair| pair[0].column != pair[1].column).count();
        let goes_up = n_changes >= columns.len() && pieces.windows(2).any(up);
        let labelled = pieces.iter().filter(|piece| piece.is_label).map(|piece| piece.row).collect();
        Self { pieces, goes_up, labelled }
    }

    /// Are the pieces `above` and `below` of `column`, which follow each other, of one cell? `None` where the order does not say.
    pub(super) fn are_one(&self, column: usize, above: &Piece, below: &Piece) -> Option<bool> {
        let (size, (_, last), (first, _)) = (below.size, runs(above)?, runs(below)?);
        let from = self.pieces.partition_point(|piece| piece.first <= last);
        let to = self.pieces.partition_point(|piece| piece.first < first);
        let between = self.pieces.get(from..to)?;
        // Some labels are painted behind what they say: then that of what is above stands between.
        let is_labelled = column > 0 && self.labelled.contains(&below.row);
        let is_label = |piece: &Painted| is_labelled && piece.column < column && piece.is_label;
        if between.iter().any(|piece| piece.column != column && self.goes_up || is_label(piece)) {
            return Some(false);
        }
        let next = self.pieces[to..].iter().find(|piece| piece.column != column);
        let begins_above = next.is_some_and(|next| next.column > column && next.y < below.y - ABOVE * size);
        (self.goes_up && begins_above && below.y - above.y < FAR * size).then_some(true)
    }
}

/// The first and the last of the pieces that `piece` was painted in.
fn runs(piece: &Piece) -> Option<(u32, u32)> {
    let runs = || piece.characters.iter().map(|c| c.run).filter(|run| *run < LAST_PAINTED);
    runs().min().zip(runs().max())
}
