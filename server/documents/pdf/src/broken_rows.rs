//! Tables that go on on the next page: their rows are those of one table, and a row that the page breaks is one row.
//!
//! Nothing stands between the last row of a page and the first of the next, and both have their columns at the same places.
//! Printers repeat the head of such a table; a second head is the page's and not the text's.

use super::line::{Line, PageLines, TableCell, TableRow};
use super::usual::is_open;
use flow::{Says, says};

/// Columns that end this near each other end at the same place, in points.
const SAME: f64 = 3.0;

/// Lines of a cell stand no further apart, in sizes.
const NEAR: f64 = 1.45;

/// Joins on `pages` what their ends have broken, and gives the heads that stand there again.
pub(super) fn join(pages: &mut [PageLines]) -> Vec<String> {
    let mut heads = Vec::new();
    for at in 1..pages.len() {
        let (before, after) = pages.split_at_mut(at);
        if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) {
            heads.extend(join_two(before, after));
        }
    }
    heads
}

/// Joins the table at the end of the page `before` with that at the beginning of the one `after`.
fn join_two(before: &mut PageLines, after: &mut PageLines) -> Option<String> {
    if after.lines.first().is_some_and(|line| line.row.is_none()) {
        take_rest(before.lines.last_mut()?.row.as_mut()?, &mut after.lines);
        return None;
    }
    let last = before.lines.last().and_then(|line| line.row.as_ref())?;
    let first = after.lines.first().and_then(|line| line.row.as_ref())?;
    if !has_columns_of(first, last) {
        return None;
    }
    let table = first.table;
    let rows = before.lines.iter().rev().map_while(|line| line.row.as_ref().map(|row| (line, row)));
    let head = rows.take_while(|(_, row)| row.table == last.table).last().map(|(line, _)| line.words.clone());
    let is_head = before.lines.last().map(|line| &line.words) != head.as_ref()
        && after.lines.first().map(|line| &line.words) == head.as_ref();
    if is_head {
        after.lines.remove(0);
    }
    for row in after.lines.iter_mut().map_while(|line| line.row.as_mut()).take_while(|row| row.table == table)
    {
        row.is_continued = true;
    }
    let is_broken = match (before.lines.last(), after.lines.first()) {
        (Some(Line { row: Some(last), .. }), Some(Line { row: Some(first), .. })) => goes_on(last, first),
        _ => false,
    };
    if is_broken && let Some(rest) = after.lines.remove(0).row {
        let row = before.lines.last_mut().and_then(|line| line.row.as_mut());
        let cells = row.into_iter().flat_map(|row| &mut row.cells);
        cells.zip(rest.cells).for_each(|(cell, rest)| cell.lines.extend(rest.lines));
    }
    head.filter(|_| is_head)
}

/// Gives the first of `lines` to the cell of `row` that they go on with: where the page cuts off the rest of one cell alone, nothing
/// shows that it is a row.
fn take_rest(row: &mut TableRow, lines: &mut Vec<Line>) {
    let Some(first) = lines.first() else { return };
    let edges: Vec<f64> = row.cells.iter().map(|cell| cell.right).collect();
    let number = row.cells.first().filter(|cell| cell.lines.len() == 1);
    let is_number = number.is_some_and(|cell| says(&cell.lines[0].words) == Says::Number);
    let open = edges.windows(2).position(|pair| pair[0] < first.x && first.end < pair[1] + SAME);
    let Some(cell) = open.and_then(|before| row.cells.get_mut(before + 1)) else { return };
    let (x, right) = (cell.lines.first().map_or(first.x, |line| line.x), cell.right + SAME);
    let rest = TableCell { lines: vec![first.clone()], ..TableCell::default() };
    let is_rest = is_inner(cell, &rest) || is_number && open == Some(0) && is_rest_of_title(cell, first);
    if !is_rest || (first.x - x).abs() > SAME {
        return;
    }
    let near = |pair: &[Line]| {
        let (above, line) = (&pair[0], &pair[1]);
        line.row.is_none()
            && (line.x - x).abs() < SAME
            && line.end < right
            && line.y - above.y < NEAR * line.size
    };
    let n = 1 + lines.windows(2).take_while(|pair| near(pair)).count();
    cell.lines.extend(lines.drain(..n));
}

/// Does `row` have as many columns as `other`, at the same places?
fn has_columns_of(row: &TableRow, other: &TableRow) -> bool {
    let n = |row: &TableRow| row.cells.iter().map(|cell| cell.columns).sum::<usize>();
    let mut ends = row.cells.iter().map(|cell| cell.right);
    // A cell that reaches over several columns ends where the last of them does.
    let is_end = |end: f64| other.cells.iter().any(|cell| (cell.right - end).abs() < SAME);
    let (one, two) = (row.cells.len(), other.cells.len());
    n(row) == n(other) && one == two && one > 1 && ends.all(is_end)
}

/// Is `rest` what the page cut off from `row`? A cell goes on in the middle of a sentence, and none begins anew.
fn goes_on(row: &TableRow, rest: &TableRow) -> bool {
    let pairs = || row.cells.iter().zip(&rest.cells);
    let is_said = |cell: &TableCell| !cell.lines.is_empty();
    let both = || pairs().enumerate().filter(|(_, (above, below))| is_said(above) && is_said(below));
    let is_one = |(n, (above, below)): (usize, (&TableCell, &TableCell))| {
        is_inner(above, below) || n > 0 && above.lines.len() > 1
    };
    both().all(is_one) && both().any(|(_, (above, below))| is_inner(above, below))
}

/// Does `line` go on with the title that stands in `cell` behind the number of an item: "Havnebus mellem Fjordby og" and "Lillesund"?
/// The last word asks for another, or there was no room for the next.
fn is_rest_of_title(cell: &TableCell, line: &Line) -> bool {
    let Some(last) = cell.lines.last() else { return false };
    let is_full = cell.right - last.end - 0.3 * line.size < line.first_word;
    !last.words.ends_with(['.', ':', '?', '!'])
        && (last.size - line.size).abs() < 0.5
        && says(&line.words) == Says::Words
        && (is_open(&last.words) || is_full && line.words.len() < LONGEST_REST)
}

/// The rest of a title is no longer than this, in bytes.
const LONGEST_REST: usize = 60;

/// Does `below` go on with a sentence that `above` has not ended?
fn is_inner(above: &TableCell, below: &TableCell) -> bool {
    let (Some(above), Some(below)) = (above.lines.last(), below.lines.first()) else { return false };
    let is_open = above.words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-'));
    is_open && below.words.starts_with(char::is_lowercase)
}
