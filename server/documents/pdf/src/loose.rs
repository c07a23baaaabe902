//! Tables without lines around their cells, where a cell of several lines shows that rows cannot be read across.
//!
//! Columns are what is left between strips that no row of the table reaches over. Lines of one column that follow each other as
//! nearly as those of a text do, or that go on with a sentence, are one cell; cells that stand beside each other are a row. Where
//! every cell is one line, reading across is right, and the table is left alone. So is what could be running text in columns.

use super::cell_order::Order;
use super::character::{Character, is_shown};
use super::line::{TableCell, TableRow, is_marker, line};
use super::piece::Piece;
use super::row::{Row, rows};
use super::strips::{MOST_LINES, MOST_ROWS, Strips, columns, most_strips, spans, strips};
use flow::{Says, says};

/// Lines of one cell follow each other no further than this, in parts of the usual step.
const NEAR: f64 = 1.12;

/// In a row, one cell alone has so many lines: two of them are columns of text.
const MANY_LINES: usize = 3;

/// The cells of a row that hold something, by their column.
type Cells = Vec<(usize, Vec<Piece>)>;

/// A table: the rows of the page that it takes, and its own.
pub(super) struct Loose {
    pub(super) rows: std::ops::Range<usize>,
    pub(super) table: Vec<TableRow>,
}

/// The tables among `all`, the rows of a page; `table` is the number of the first.
pub(super) fn tables(all: &[Row], table: usize) -> Vec<Loose> {
    let step = usual_step(all);
    let mut found: Vec<Loose> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        // What was read as one table is none of the next.
        let top = found.last().map_or(0, |found| found.rows.end);
        let read = columns(all, at, top).and_then(|range| {
            let whole = read(all, range.clone(), strips(all, range.clone()), step);
            whole.or_else(|| {
                let (from, strips) = most_strips(all, range.clone(), at);
                let part = (from > range.start).then(|| read(all, from..range.end, strips, step)).flatten();
                part.filter(|part| is_certain(&part.rows))
            })
        });
        let read = read.filter(|read| !is_title(&read.rows, all));
        let loose = read.map(|read| read.told(table + found.len()));
        match loose {
            Some(loose) => {
                at = loose.rows.end;
                found.push(loose);
            }
            None => at += 1,
        }
    }
    found
}

/// The distance of two lines of a text on this page, in sizes: that of lines which go on in the middle of a sentence, where there
/// are enough of them.
fn usual_step(all: &[Row]) -> f64 {
    let steps = |wanted: fn(&[Row]) -> bool| -> Vec<f64> {
        let pairs = all
            .windows(2)
            .filter(|pair| (pair[0].size - pair[1].size).abs() < 0.5)
            .filter(|pair| wanted(pair));
        let mut steps: Vec<f64> =
            pairs.map(|pair| (pair[1].y - pair[0].y) / pair[0].size).filter(|step| *step > 0.8).collect();
        steps.sort_by(f64::total_cmp);
        steps
    };
    let inner = steps(goes_on_below);
    if inner.len() >= FEWEST_INNER {
        return inner[inner.len() / 2];
    }
    let steps = steps(|_| true);
    steps.get(steps.len() / 4).copied().unwrap_or(1.2)
}

/// So many lines that go on show how far lines are from each other.
const FEWEST_INNER: usize = 3;

/// Does the second of these rows begin where the first does, with a small letter?
fn goes_on_below(pair: &[Row]) -> bool {
    let first = |row: &Row| row.characters.iter().position(is_shown);
    let (Some(above), Some(below)) = (first(&pair[0]), first(&pair[1])) else { return false };
    let (above, below) = (&pair[0].characters[above], &pair[1].characters[below]);
    (above.x - below.x).abs() < 1.0 && below.text.starts_with(char::is_lowercase)
}

/// A table, as it was read.
struct Read {
    rows: Vec<Cells>,
    strips: Strips,
}

/// The table that the rows of `range` are, if they are one.
fn read(all: &[Row], range: std::ops::Range<usize>, strips: Strips, step: f64) -> Option<Read> {
    let mut columns: Vec<Vec<Piece>> = vec![Vec::new(); strips.len() + 1];
    for at in range {
        let Row { y, size, characters } = &all[at];
        for (n, column) in columns.iter_mut().enumerate() {
            let left = n.checked_sub(1).map_or(f64::NEG_INFINITY, |n| strips[n].0);
            let right = strips.get(n).map_or(f64::INFINITY, |strip| strip.0);
            let own: Vec<Character> =
                characters.iter().filter(|c| left < c.x + 0.01 && c.x + 0.01 <= right).cloned().collect();
            if own.iter().any(is_shown) {
                column.push(Piece { row: at, y: *y, size: *size, characters: own });
            }
        }
    }
    let is_padded = columns.iter().flat_map(|column| column.windows(2)).any(|pair| {
        let apart = (pair[1].y - pair[0].y) / (step * pair[0].size);
        apart > NEAR && apart < 2.0
    });
    let order = Order::of(&columns);
    let mut cells: Cells = Vec::new();
    for (n, column) in columns.into_iter().enumerate() {
        let mut open: Vec<Piece> = Vec::new();
        for piece in column {
            let goes_on = |above: &Piece| match order.are_one(n, above, &piece) {
                Some(are_one) => are_one,
                None => goes_on(above, &piece, all, (step, is_padded)),
            };
            if open.last().is_some_and(|above| !goes_on(above)) {
                cells.push((n, std::mem::take(&mut open)));
            }
            open.push(piece);
        }
        cells.push((n, open));
    }
    cells.retain(|(_, cell)| !cell.is_empty());
    let mut rows = rows_of(cells);
    // Lines above the table and below it may leave its strips free too.
    let last = rows.iter().rposition(|row| row.len() > 1)?;
    rows.truncate(last + 1);
    rows.drain(..rows.iter().position(|row| row.len() > 1)?);
    is_table(&rows).then_some(Read { rows, strips })
}

impl Read {
    fn told(self, table: usize) -> Loose {
        let taken = self.rows.iter().flatten().flat_map(|(_, cell)| cell).map(|piece| piece.row);
        let (from, to) = taken.fold((usize::MAX, 0), |(from, to), row| (from.min(row), to.max(row + 1)));
        Loose { rows: from..to, table: told(self.rows, &self.strips, table) }
    }
}

/// Is `piece`, the next line of its column, of the cell that `above` is of?
fn goes_on(above: &Piece, piece: &Piece, all: &[Row], (step, is_padded): (f64, bool)) -> bool {
    if piece.y - above.y > NEAR * step * piece.size || (piece.size - above.size).abs() > 0.5 {
        return false;
    }
    // Where cells keep a distance, lines that keep none are of one cell.
    if is_padded {
        return true;
    }
    let alone =
        spans(&all[piece.row]).len() == 1 || piece.characters.len() == all[piece.row].characters.len();
    alone && piece.words().starts_with(char::is_lowercase) && !above.words().ends_with(['.', ':'])
}

/// Cells that stand beside each other, row by row, from the top.
fn rows_of(mut cells: Cells) -> Vec<Cells> {
    let extent = |cell: &[Piece]| {
        let (first, last) = (&cell[0], &cell[cell.len() - 1]);
        (first.y - 0.6 * first.size, last.y + 0.1 * last.size)
    };
    cells.sort_by(|a, b| extent(&a.1).0.total_cmp(&extent(&b.1).0));
    let mut rows: Vec<Cells> = Vec::new();
    let mut bottom = f64::NEG_INFINITY;
    for cell in cells {
        let (top, end) = extent(&cell.1);
        if top < bottom
            && let Some(row) = rows.last_mut()
        {
            row.push(cell);
        } else {
            rows.push(vec![cell]);
        }
        bottom = bottom.max(end);
    }
    rows
}

/// Is this a table, and one that cannot be read across?
fn is_table(rows: &[Cells]) -> bool {
    let n_columned = rows.iter().filter(|row| row.len() > 1).count();
    let is_once = |row: &Cells| {
        let mut columns: Vec<usize> = row.iter().map(|(column, _)| *column).collect();
        columns.sort_unstable();
        columns.windows(2).all(|pair| pair[0] != pair[1])
    };
    let n_long = |row: &Cells| row.iter().filter(|(_, cell)| cell.len() >= MANY_LINES).count();
    let is_certain = is_certain(rows);
    let most = if is_certain { MOST_ROWS } else { MOST_LINES };
    let is_short = |row: &Cells| row.iter().all(|(_, cell)| cell.len() <= most);
    // Such a row has a cell of several lines beside another.
    let is_high = |row: &Cells| row.len() > 1 && row.iter().any(|(_, cell)| cell.len() > 1);
    rows.len() > 1
        && n_columned * 5 >= rows.len() * 4
        && rows.iter().any(is_high)
        && rows.iter().all(|row| is_once(row) && (is_certain || n_long(row) < 2) && is_short(row))
        && !rows.iter().filter(|row| row.len() > 1).all(|row| is_labelled(row))
}

/// Letters so many times as large as most of the page are a title's.
const LARGER: f64 = 1.2;

/// Do these begin with a title that is set to both edges, whose few words stand as far apart as cells do? A running head in two
/// parts may stand above it.
fn is_title(rows: &[Cells], all: &[Row]) -> bool {
    let mut sizes: Vec<f64> = all.iter().map(|row| row.size).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes[sizes.len() / 2];
    let is_large =
        |row: &Cells| row.iter().flat_map(|(_, cell)| cell).all(|piece| piece.size > LARGER * usual);
    rows.iter().take(2).any(is_large)
}

/// Are these cells, whatever they say? Columns of text are neither numbered nor set to the middle of each other.
fn is_certain(rows: &[Cells]) -> bool {
    let has_columns = |piece: &Piece| piece.words().contains('\t');
    let is_split = !rows.iter().flatten().any(|(_, cell)| cell.iter().any(has_columns));
    is_split && (counts_up(rows) || are_centred(rows))
}

/// Rows that are numbered are so many at least.
const FEWEST_NUMBERED: usize = 3;

/// Do the rows below the head begin with "1.", "2." and "3."?
fn counts_up(rows: &[Cells]) -> bool {
    let number = |row: &Cells| match row.iter().find(|(column, _)| *column == 0) {
        Some((_, cell)) if cell.len() == 1 => {
            cell[0].words().trim_end_matches(['.', ')']).parse::<u32>().ok().filter(|n| *n < 1000)
        }
        _ => None,
    };
    let numbers: Vec<u32> = rows.iter().skip_while(|row| number(row).is_none()).map_while(number).collect();
    let n_others = rows.len() - numbers.len();
    numbers.len() >= FEWEST_NUMBERED && n_others < 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Rows that are seen to be centred are so many at least.
const FEWEST_CENTRED: usize = 2;

/// Do the cells of each row have their middles at one height, some of one line beside some of several?
fn are_centred(rows: &[Cells]) -> bool {
    let middle = |cell: &[Piece]| f64::midpoint(cell[0].y, cell[cell.len() - 1].y);
    let is_centred = |row: &&Cells| {
        let middles = row.iter().map(|(_, cell)| middle(cell));
        let (least, most) =
            middles.fold((f64::INFINITY, 0.0_f64), |(least, most), y| (least.min(y), most.max(y)));
        most - least < 0.2 * row[0].1[0].size
    };
    let is_mixed = |row: &&Cells| {
        row.iter().any(|(_, cell)| cell.len() == 1) && row.iter().any(|(_, cell)| cell.len() > 1)
    };
    rows.iter().all(|row| is_centred(&row)) && rows.iter().filter(is_mixed).count() >= FEWEST_CENTRED
}

/// Does a label, or the number of a point, stand on the first line of what it says? Such rows are read elsewhere.
fn is_labelled(row: &[(usize, Vec<Piece>)]) -> bool {
    let first = row.iter().min_by_key(|(column, _)| *column);
    let Some((_, cell)) = first else { return false };
    let top = row.iter().map(|(_, cell)| cell[0].y).fold(f64::INFINITY, f64::min);
    let label = cell[0].words();
    let is_point = row.len() == 2 && is_marker(&label) && cell.iter().all(|piece| is_marker(&piece.words()));
    let is_label = cell.len() == 1 && !matches!(says(&label), Says::Words | Says::Number);
    (is_point || is_label) && (cell[0].y - top).abs() < 1.0
}

fn told(rows_of_cells: Vec<Cells>, strips: &Strips, table: usize) -> Vec<TableRow> {
    let row = |cells: Cells| {
        let mut all: Vec<TableCell> = (0..=strips.len())
            .map(|n| {
                let right = strips.get(n).map_or(f64::INFINITY, |strip| strip.1);
                TableCell { lines: Vec::new(), columns: 1, right }
            })
            .collect();
        for (column, pieces) in cells {
            let lines = rows(pieces.into_iter().flat_map(|piece| piece.characters).collect());
            all[column].lines = lines.iter().filter_map(line).collect();
        }
        TableRow { table, cells: all, is_continued: false }
    };
    let mut rows: Vec<TableRow> = rows_of_cells.into_iter().map(row).collect();
    // The last column is as wide as its longest line.
    let ends =
        rows.iter().filter_map(|row| row.cells.last()).flat_map(|cell| &cell.lines).map(|line| line.end);
    let right = ends.fold(0.0, f64::max);
    rows.iter_mut().filter_map(|row| row.cells.last_mut()).for_each(|cell| cell.right = right);
    rows
}
