//! The rows of a table whose cells may reach over several columns and rows.

use html5ever::tokenizer::Tag;

use super::list::attribute;
use flow::Flow;

/// No table of minutes has more columns, whatever its source says.
const MOST_COLUMNS: usize = 64;

/// A cell, and how many rows it reaches over.
#[derive(Debug)]
pub(super) struct Spanning {
    pub(super) cell: Flow,
    pub(super) n_rows: usize,
}

/// More columns or rows no cell spans, as HTML has it; a larger number is a slip.
const MOST_SPANNED: usize = 1000;

/// How many columns or rows the cell that `tag` begins takes, by the attribute `name`.
pub(super) fn span(tag: &Tag, name: &str) -> usize {
    let written = attribute(tag, name).and_then(|span| span.trim().parse().ok());
    written.filter(|span| (1..=MOST_SPANNED).contains(span)).unwrap_or(1)
}

/// What reaches down from the rows that have been read, by column.
#[derive(Debug, Default)]
pub(super) struct Reaching {
    n_rows: Vec<usize>,
}

impl Reaching {
    /// The cells of the next row, with an empty one wherever a cell of a row above stands.
    pub(super) fn row(&mut self, cells: Vec<Spanning>) -> Vec<Flow> {
        let mut row = Vec::with_capacity(cells.len());
        let mut column = 0;
        for Spanning { cell, n_rows } in cells {
            column = self.pass(column, &mut row, &cell);
            let end = (column + cell.columns.max(1)).min(MOST_COLUMNS);
            if n_rows > 1 {
                self.n_rows.resize(self.n_rows.len().max(end), 0);
                (column..end).for_each(|column| self.n_rows[column] = n_rows - 1);
            }
            column = end;
            row.push(cell);
        }
        if let Some(last) = row.last().map(Flow::inner) {
            self.pass(column, &mut row, &last);
        }
        row
    }

    /// Passes over what reaches down at `column` and behind it; the column after that.
    fn pass(&mut self, mut column: usize, row: &mut Vec<Flow>, beside: &Flow) -> usize {
        while let Some(n_rows) = self.n_rows.get_mut(column).filter(|n_rows| **n_rows > 0) {
            *n_rows -= 1;
            column += 1;
            row.push(beside.inner());
        }
        column
    }
}
