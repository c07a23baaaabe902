//! Rows of ruled tables, told cell by cell.

use super::dates;
use super::hyphens::{self, Hyphens};
use super::line::{Line, TableCell, TableRow};
use super::points::is_marked;
use super::usual::Usual;
use flow::Cell;
use flow::{Flow, Kind, Says, Turn, says};

/// Lines of a cell that stand so many times the usual distance apart are paragraphs.
const APART: f64 = 1.45;

/// Tells of tables, one row after the other.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The page and the number on it of the table that goes on, and how many rows of it were told.
    open: Option<((u32, usize), Cell)>,
}

impl Tables {
    /// Tells `flow` of `row`, which stands on page number `page`.
    pub(super) fn tell(
        &mut self,
        row: &TableRow,
        page: u32,
        (usual, hyphens): (&Usual, &Hyphens),
        flow: &mut Flow,
    ) {
        let which = (page, row.table);
        let mut cell = match self.open {
            Some((open, cell)) if open == which || row.is_continued => cell,
            _ => {
                self.end(flow);
                flow.gap();
                Cell { number: flow.table(), row: 0 }
            }
        };
        cell.row += 1;
        self.open = Some((which, cell));
        flow.page = Some(page);
        flow.row = Some(cell);
        let mut cells: Vec<Flow> = Vec::new();
        for cell in &row.cells {
            let mut inner = cells.last().map_or_else(|| flow.inner(), Flow::inner);
            inner.columns = cell.columns;
            for (words, turned) in paragraphs(cell, usual, hyphens) {
                inner.turns.extend(turned.map(|at| Turn { at, before: page, after: page + 1 }));
                inner.paragraph(Kind::Paragraph, &words);
            }
            cells.push(inner);
        }
        flow.cells(cells);
    }

    /// No more rows follow.
    pub(super) fn end(&mut self, flow: &mut Flow) {
        if self.open.take().is_some() {
            flow.row = None;
            flow.gap();
        }
    }
}

/// The paragraphs of `cell`, with a line feed where a line was ended on purpose, and behind how many bytes the next page begins.
fn paragraphs(cell: &TableCell, usual: &Usual, hyphens: &Hyphens) -> Vec<(String, Option<usize>)> {
    let mut all: Vec<(String, Option<usize>)> = Vec::new();
    let mut before: Option<&Line> = None;
    let has_headings = cell.lines.len() > 1 && cell.lines.iter().any(is_heading);
    for line in &cell.lines {
        let words = line.words.as_str();
        let is_apart =
            has_headings && (is_heading(line) || before.is_some_and(is_heading) || is_marked(words));
        match (before, all.last_mut()) {
            (Some(above), Some((last, turned)))
                if !is_apart && line.y - above.y <= APART.max(usual.leading * 1.2) * line.size =>
            {
                if is_full(above, cell) && hyphens::is_cut(last, words) {
                    last.push_str(words);
                } else if goes_on(above, line, cell) {
                    hyphens.join(last, words);
                } else {
                    last.push('\n');
                    last.push_str(words);
                }
                if line.y < above.y {
                    *turned = Some(last.len() - words.len());
                }
            }
            _ => all.push((words.to_owned(), None)),
        }
        before = Some(line);
    }
    all
}

/// Is the line of a cell the heading of a section: "Sagsfremstilling:"?
fn is_heading(line: &Line) -> bool {
    matches!(says(&line.words), Says::Section | Says::Deciding | Says::Report)
}

/// Does `line` go on with what the line `above` says? Its first word would not have fitted there, or it begins in the middle of
/// a sentence.
fn goes_on(above: &Line, line: &Line, cell: &TableCell) -> bool {
    if dates::is_broken(&above.words, &line.words) {
        return true;
    }
    // "Bo Berg (A)" ends what is said of one.
    let begins_other = above.words.ends_with(')') && line.words.starts_with(char::is_uppercase);
    if is_marked(&line.words) || begins_other {
        return false;
    }
    let left = above.x.min(line.x);
    // As much is free at the right of a cell as at its left.
    let room = cell.right - above.end - 0.3 * line.size;
    let is_inner = line.words.starts_with(char::is_lowercase) || above.words.ends_with([',', '-', '–', '/']);
    let is_centred = above.x - left > line.size;
    is_inner || is_centred || line.first_word >= room - SLACK
}

/// Is `line` one word that no letter fits behind any more?
fn is_full(line: &Line, cell: &TableCell) -> bool {
    !line.words.contains([' ', '\t']) && cell.right - line.end < SLACK + line.size
}

/// In points: what a cell leaves free at its right at most.
const SLACK: f64 = 6.0;
