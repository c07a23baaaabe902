//! Characters to lines: what stands in columns and tables is told apart first.

use super::character::Character;
use super::characters::PageCharacters;
use super::grid;
use super::line::{Line, PageLines, TableRow};
use super::loose::{self, Loose};
use super::painted::{self, Known, Zone};
use super::row::{Row, rows};
use super::{bullets, capitals, columns, gutter, label_blocks, label_columns, numbers};

/// The lines of `page`, column by column; `known` are the columns of the pages before.
pub(super) fn lines(page: &mut PageCharacters, known: &mut Known) -> PageLines {
    let mut parts = painted::split(std::mem::take(&mut page.characters), known);
    for part in &mut parts {
        capitals::put_on_line(&mut part.characters);
        bullets::put_in(&mut part.characters, &page.ruled.dots);
    }
    let mut rows_of_tables = grid::take_out(&mut parts, &page.ruled);
    let mut lines: Vec<Line> = Vec::new();
    for Zone { characters, edge } in parts {
        let zones = if edge.is_some() { vec![characters] } else { gutter::split(characters) };
        let is_column = edge.is_some() || zones.len() > 1;
        for zone in zones {
            let mut rows = rows(zone);
            numbers::put_on_line(&mut rows);
            label_blocks::set_above(&mut rows);
            let mut rows = without_tables(rows, &mut rows_of_tables);
            label_columns::set_tabs(&mut rows);
            let mut read = columns::read(&rows);
            if is_column {
                columns::set_edge(&mut read, edge);
                columns::untab(&mut read);
            }
            lines.extend(read);
        }
    }
    lines.retain(|line| !line.words.is_empty());
    let mut page =
        PageLines { number: page.number, height: page.height, width: page.width, lines, head_end: 0.0 };
    grid::put_in(&mut page, rows_of_tables);
    page
}

/// `rows` with one sign for each row of a table among them, which `found` takes.
fn without_tables(mut rows: Vec<Row>, found: &mut Vec<TableRow>) -> Vec<Row> {
    let first = found.last().map_or(0, |row| row.table + 1);
    for Loose { rows: taken, table } in loose::tables(&rows, first).into_iter().rev() {
        let shown = || rows[taken.clone()].iter().flat_map(|row| &row.characters);
        let (x, end) = shown().fold((f64::INFINITY, 0.0_f64), |(x, end), c| (x.min(c.x), end.max(c.end)));
        let size = rows[taken.start].size;
        let mut signs = Vec::new();
        for row in table {
            let tops = row.cells.iter().filter_map(|cell| cell.lines.first()).map(|line| line.y);
            let y = tops.fold(f64::INFINITY, f64::min);
            let sign = Character { x, end, y, size, run: u32::MAX, text: String::new() };
            let characters: Vec<Character> = grid::sign_for(row, sign, found).into_iter().collect();
            signs.push(Row { y, size, characters });
        }
        rows.splice(taken, signs);
    }
    rows
}
