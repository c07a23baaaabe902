//! Tables that are ruled, read cell by cell.
//!
//! Where lines are drawn around cells, nothing needs to be guessed of what stands in which: a cell of several lines stays one,
//! and a label in the middle of its height stands in its row. Each row is taken off the page and stands in the order of the
//! lines as one sign, until the page is read. Tables without lines are told from the places of their words, elsewhere.

use super::character::Character;
use super::columns;
use super::line::{Line, PageLines, TableCell, TableRow, line};
use super::painted::Zone;
use super::row::rows;
use super::ruled::{Ruled, Span};

/// Lines that lie this near each other are one, and touch: cells may have borders of their own.
const NEAR: f64 = 2.6;

/// A cell is so wide and so high at least, in points.
const NARROWEST: f64 = 6.0;

/// A page with more lines is a drawing.
const MOST_LINES: usize = 3000;

/// No table has more.
const MOST_CELLS: usize = 20_000;

/// The first sign that stands for a row.
const FIRST_SIGN: u32 = 0xf_0000;
const LAST_SIGN: u32 = 0xf_fffd;

/// A table as it is ruled.
struct Grid {
    /// Where columns and rows begin and end.
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// For each place, row by row, the first place of its cell.
    owner: Vec<usize>,
}

/// Takes the tables out of the `parts` of a page: their rows, each of which a sign stands for among the characters. What reaches
/// over the edge of its column takes nothing out of the next.
pub(super) fn take_out(parts: &mut [Zone], ruled: &Ruled) -> Vec<TableRow> {
    let mut found: Vec<TableRow> = Vec::new();
    for (table, grid) in grids(ruled).iter().enumerate() {
        let n_within = |part: &Zone| part.characters.iter().filter(|c| grid.place(c).is_some()).count();
        let part = parts.iter_mut().max_by_key(|part| n_within(part));
        let Some(Zone { characters, .. }) = part else { continue };
        let Some(cells) = grid.filled(characters) else { continue };
        let mut signs = Vec::new();
        for (row, cells) in cells.into_iter().enumerate() {
            let Some(first) = cells.iter().flatten().map(|c| c.y).reduce(f64::min) else { continue };
            let size = cells.iter().flatten().map(|c| c.size).fold(1.0, f64::max);
            let ends = (grid.xs[0], grid.xs[grid.xs.len() - 1]);
            let run = u32::MAX - found.len() as u32;
            let sign = Character { x: ends.0, end: ends.1, y: first, size, run, text: String::new() };
            signs.extend(sign_for(
                TableRow { table, cells: grid.row(row, cells), is_continued: false },
                sign,
                &mut found,
            ));
        }
        characters.extend(signs);
    }
    found
}

/// The `sign` for `row`, which `found` takes.
pub(super) fn sign_for(row: TableRow, sign: Character, found: &mut Vec<TableRow>) -> Option<Character> {
    let n = FIRST_SIGN + u32::try_from(found.len()).ok()?;
    let text = char::from_u32(n).filter(|_| n <= LAST_SIGN)?.to_string();
    found.push(row);
    Some(Character { text, ..sign })
}

fn row_of(sign: char) -> Option<usize> {
    (FIRST_SIGN..=LAST_SIGN).contains(&u32::from(sign)).then(|| (u32::from(sign) - FIRST_SIGN) as usize)
}

/// Puts `rows` where their signs stand among the lines of `page`.
pub(super) fn put_in(page: &mut PageLines, rows: Vec<TableRow>) {
    if rows.is_empty() {
        return;
    }
    let mut rows: Vec<Option<TableRow>> = rows.into_iter().map(Some).collect();
    let mut lines = Vec::with_capacity(page.lines.len());
    for mut line in std::mem::take(&mut page.lines) {
        let signs: Vec<usize> = line.words.chars().filter_map(row_of).collect();
        if signs.is_empty() {
            lines.push(line);
            continue;
        }
        let plain = line.clone();
        line.words.retain(|c| row_of(c).is_none());
        line.words = line.words.trim().to_owned();
        if !line.words.is_empty() {
            line.cells.clear();
            line.words = line.words.split_whitespace().collect::<Vec<_>>().join(" ");
            lines.push(line);
        }
        for row in signs.into_iter().filter_map(|n| rows.get_mut(n).and_then(Option::take)) {
            let cell = |cell: &TableCell| {
                let words: Vec<&str> = cell.lines.iter().map(|line| line.words.as_str()).collect();
                words.join(" ")
            };
            let words = row.cells.iter().map(cell).collect::<Vec<_>>().join("\t").trim_end().to_owned();
            lines.push(Line { words, cells: Vec::new(), row: Some(row), ..plain.clone() });
        }
    }
    page.lines = lines;
}

/// The tables that are ruled with lines that touch each other.
fn grids(ruled: &Ruled) -> Vec<Grid> {
    if ruled.across.len() < 2 || ruled.down.len() < 2 || ruled.across.len() + ruled.down.len() > MOST_LINES {
        return Vec::new();
    }
    let n = ruled.across.len();
    let mut groups = Groups::new(n + ruled.down.len());
    let all: Vec<Span> = ruled.across.iter().chain(&ruled.down).copied().collect();
    // By where they begin, so that only those nearby are compared.
    let mut by_height: Vec<usize> = (0..all.len()).collect();
    by_height.sort_by(|a, b| all[*a][0].1.total_cmp(&all[*b][0].1));
    for (at, first) in by_height.iter().enumerate() {
        let reach = all[*first][1].1 + NEAR;
        let below = by_height[at + 1..].iter().take_while(|other| all[**other][0].1 <= reach);
        below.filter(|other| touch(all[*first], all[**other])).for_each(|other| groups.join(*first, *other));
    }
    let mut members: std::collections::BTreeMap<usize, [Vec<Span>; 2]> = std::collections::BTreeMap::new();
    for (at, span) in all.iter().enumerate() {
        let own = members.entry(groups.of(at)).or_default();
        own[usize::from(at >= n)].push(*span);
    }
    let mut grids: Vec<Grid> =
        members.into_values().filter_map(|[across, down]| Grid::of(&across, &down)).collect();
    grids.sort_by(|a, b| a.ys[0].total_cmp(&b.ys[0]));
    grids
}

/// Do two lines meet, or lie side by side?
fn touch(a: Span, b: Span) -> bool {
    let near = |a: (f64, f64), b: (f64, f64)| a.0 <= b.1 + NEAR && b.0 <= a.1 + NEAR;
    near((a[0].0, a[1].0), (b[0].0, b[1].0)) && near((a[0].1, a[1].1), (b[0].1, b[1].1))
}

/// Which of many belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn of(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a] = b;
    }
}

/// The values that stand apart, in their order.
fn apart(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let mut apart: Vec<f64> = Vec::new();
    for value in values {
        if apart.last().is_none_or(|last| value - last > NEAR) {
            apart.push(value);
        }
    }
    apart
}

/// The table in a cell begins so near the edge of the cell that no column lies between; one with more such places is a drawing.
const MOST_NARROW: usize = 2;

/// Where columns begin and end whose edges are `xs`.
fn columns_of(xs: Vec<f64>) -> Option<Vec<f64>> {
    let n_all = xs.len();
    let last = xs.last().copied()?;
    let mut columns: Vec<f64> = Vec::with_capacity(n_all);
    for x in xs {
        if columns.last().is_none_or(|before| x - before >= NARROWEST) {
            columns.push(x);
        }
    }
    // Words of the outer cell may stand up to its own edge.
    *columns.last_mut()? = last;
    (columns.len() + MOST_NARROW >= n_all).then_some(columns)
}

impl Grid {
    /// The table that these lines rule, if it has rows and columns.
    fn of(across: &[Span], down: &[Span]) -> Option<Self> {
        let xs = columns_of(apart(down.iter().map(|span| span[0].0)))?;
        let ys = apart(across.iter().map(|span| span[0].1));
        let (n_columns, n_rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if n_columns < 2 || n_rows < 1 || n_columns * n_rows > MOST_CELLS {
            return None;
        }
        let mut groups = Groups::new(n_columns * n_rows);
        let stands = |x: f64, y: f64| {
            down.iter().any(|[from, to]| (from.0 - x).abs() <= NEAR && from.1 - NEAR <= y && y <= to.1 + NEAR)
        };
        let lies = |x: f64, y: f64| {
            across
                .iter()
                .any(|[from, to]| (from.1 - y).abs() <= NEAR && from.0 - NEAR <= x && x <= to.0 + NEAR)
        };
        for row in 0..n_rows {
            for column in 0..n_columns {
                let (x, y) = (f64::midpoint(xs[column], xs[column + 1]), f64::midpoint(ys[row], ys[row + 1]));
                let at = row * n_columns + column;
                if column + 1 < n_columns && !stands(xs[column + 1], y) {
                    groups.join(at + 1, at);
                }
                if row + 1 < n_rows && !lies(x, ys[row + 1]) {
                    groups.join(at + n_columns, at);
                }
            }
        }
        let n = n_columns * n_rows;
        let mut first = vec![usize::MAX; n];
        for at in 0..n {
            let group = groups.of(at);
            first[group] = first[group].min(at);
        }
        let owner = (0..n).map(|at| first[groups.of(at)]).collect();
        Some(Self { xs, ys, owner })
    }

    fn n_columns(&self) -> usize {
        self.xs.len() - 1
    }

    /// The place in which `character` stands.
    fn place(&self, character: &Character) -> Option<usize> {
        let (x, y) = (f64::midpoint(character.x, character.end), character.y - 0.3 * character.size);
        let within = |edges: &[f64], value: f64| {
            let after = edges.partition_point(|edge| *edge <= value);
            (1..edges.len()).contains(&after).then(|| after - 1)
        };
        Some(within(&self.ys, y)? * self.n_columns() + within(&self.xs, x)?)
    }

    /// The characters of each cell, row by row, taken out of `all`; `None` where the lines rule no table after all.
    fn filled(&self, all: &mut Vec<Character>) -> Option<Vec<Vec<Vec<Character>>>> {
        let n_columns = self.n_columns();
        let mut cells: Vec<Vec<Character>> = vec![Vec::new(); self.owner.len()];
        let mut others = Vec::with_capacity(all.len());
        for character in &*all {
            match self.place(character) {
                Some(place) => cells[self.owner[place]].push(character.clone()),
                None => others.push(character.clone()),
            }
        }
        let says = |cell: &Vec<Character>| cell.iter().any(|c| !c.text.trim().is_empty());
        let rows: Vec<Vec<Vec<Character>>> = cells.chunks(n_columns).map(<[_]>::to_vec).collect();
        let n_said = cells.iter().filter(|cell| says(cell)).count();
        let has_columns = rows.iter().any(|row| row.iter().filter(|cell| says(cell)).count() > 1);
        let is_frame = rows.len() <= MOST_IN_FRAME && rows.iter().any(|row| holds_rows(row));
        if n_said < 2 || !has_columns || is_frame {
            return None;
        }
        *all = others;
        Some(rows)
    }

    /// The cells of row `row`, which hold `cells`; a cell that reaches over several columns is one.
    fn row(&self, row: usize, cells: Vec<Vec<Character>>) -> Vec<TableCell> {
        let n_columns = self.n_columns();
        let mut all: Vec<TableCell> = Vec::new();
        for (column, characters) in cells.into_iter().enumerate() {
            let at = row * n_columns + column;
            let right = self.xs[column + 1];
            let same = column > 0 && self.owner[at] == self.owner[at - 1];
            match all.last_mut().filter(|_| same) {
                Some(last) => (last.columns, last.right) = (last.columns + 1, right),
                None => {
                    let mut lines: Vec<Line> = rows(characters).iter().filter_map(line).collect();
                    let free = self.xs.get(column).zip(lines.first()).map_or(0.0, |(x, line)| line.x - x);
                    columns::untab_cell(&mut lines, right - free);
                    all.push(TableCell { lines, columns: 1, right });
                }
            }
        }
        all
    }
}

/// Lines around a head and all that stands below it make so many rows.
const MOST_IN_FRAME: usize = 2;

/// At least this many lines at the same heights show that a row of cells is several of them, with nothing drawn between.
const FEWEST_ROWS: usize = 3;

/// Does `row` hold several rows, told apart by nothing but their places?
fn holds_rows(row: &[Vec<Character>]) -> bool {
    let heights = |cell: &Vec<Character>| -> Vec<f64> {
        let rows = rows(cell.iter().filter(|c| !c.text.trim().is_empty()).cloned().collect());
        rows.iter().map(|row| row.y).collect()
    };
    let columns: Vec<Vec<f64>> = row.iter().map(heights).filter(|heights| !heights.is_empty()).collect();
    let [first, others @ ..] = columns.as_slice() else { return false };
    let is_same = |other: &Vec<f64>| {
        let found = other.iter().filter(|y| first.iter().any(|own| (own - **y).abs() < 1.0)).count();
        other.len() >= FEWEST_ROWS && found == other.len()
    };
    first.len() >= FEWEST_ROWS && !others.is_empty() && others.iter().all(is_same)
}
