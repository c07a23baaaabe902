//! Columns of running text, told from tables.
//!
//! Two columns have a gutter: rows in which the right part begins at one place and words stand on both sides. So has a
//! table, and there a row is read across. Text in columns goes on from line to line on each side, cells do not.

use super::character::Character;
use super::line::{Line, line};
use super::measures::{GAP, heights, n_before_gap};
use super::row::Row;

/// Two columns are this many lines long at least.
const FEWEST_ROWS: usize = 3;

/// A gutter is so many times the size of the letters wide.
const GUTTER: f64 = 0.9;

/// Lines that begin at the same place differ no more, in points.
const SAME: f64 = 1.5;

/// A line of a column fills so much of it.
const FULL: f64 = 0.6;

/// A row, cut in two at a gutter.
struct Halves {
    left: Line,
    right: Line,
}

/// The lines of `rows`: the left column of a pair of columns before the right one.
pub(super) fn read(rows: &[Row]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some(halves) = columns(&rows[at..]) else {
            lines.extend(line(&rows[at]));
            at += 1;
            continue;
        };
        at += halves.len();
        let (mut left, mut right): (Vec<Line>, Vec<Line>) =
            halves.into_iter().map(|half| (half.left, half.right)).unzip();
        set_edge(&mut left, None);
        set_edge(&mut right, None);
        lines.extend(left);
        lines.extend(right);
    }
    lines
}

/// Says of each line of `column` where the others end, on this page or, where that is `known`, on all.
pub(super) fn set_edge(column: &mut [Line], known: Option<f64>) {
    if column.len() < FEWEST_ROWS && known.is_none() {
        return;
    }
    let edge = column.iter().map(|line| line.end).fold(0.0, f64::max);
    let edge = known.unwrap_or(edge);
    column.iter_mut().for_each(|line| line.edge = line.edge.min(edge));
}

/// Takes the tabs out of the lines of a `column` that are set to both its edges: two words far apart are no two cells there, and
/// neither are more of them on a line that stands between others without tabs.
pub(super) fn untab(column: &mut [Line]) {
    let left = column.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    let tabbed: Vec<bool> = column.iter().map(|line| !line.cells.is_empty()).collect();
    for (at, line) in column.iter_mut().enumerate().filter(|(at, _)| tabbed[*at]) {
        let is_set = (line.edge - line.end).abs() < SAME && line.x - left < SAME;
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_alone = !beside.into_iter().any(|at| tabbed.get(at) == Some(&true));
        // "Drift" and, at the right edge, "100".
        let is_words = line.words.split('\t').skip(1).all(|cell| cell.starts_with(char::is_alphabetic));
        if is_set && is_words && (line.cells.len() == 1 || is_alone) {
            line.words = line.words.replace('\t', " ");
            line.cells.clear();
        }
    }
}

/// The same for the `lines` of a cell, whose words go on to `edge`.
pub(super) fn untab_cell(lines: &mut [Line], edge: f64) {
    let is_set = |line: &&mut Line| edge - line.end < SAME && !line.cells.is_empty();
    for line in lines.iter_mut().filter(is_set) {
        let is_words = line.words.split('\t').all(|cell| cell.starts_with(char::is_alphabetic));
        if is_words {
            line.words = line.words.replace('\t', " ");
            line.cells.clear();
        }
    }
}

/// The halves of the rows with which `rows` begin, if they are two columns.
fn columns(rows: &[Row]) -> Option<Vec<Halves>> {
    gaps(rows.first()?).into_iter().find_map(|gutter| {
        let mut halves: Vec<Halves> = rows.iter().map_while(|row| halves(row, gutter)).collect();
        // A gap with words on both sides above it and below parts rows of a table.
        halves.truncate(n_before_gap(&heights(&rows[..halves.len()]), GAP));
        (halves.len() >= FEWEST_ROWS
            && goes_on(&halves, |half| &half.left)
            && goes_on(&halves, |half| &half.right))
        .then_some(halves)
    })
}

/// Where words begin after a gap that could be a gutter.
fn gaps(row: &Row) -> Vec<f64> {
    let letters = row.characters.iter().filter(|character| !character.text.trim().is_empty());
    let letters: Vec<_> = letters.collect();
    let is_gap = |pair: &&[&Character]| pair[1].x - pair[0].end > GUTTER * row.size;
    letters.windows(2).filter(is_gap).map(|pair| pair[1].x).collect()
}

fn halves(row: &Row, gutter: f64) -> Option<Halves> {
    let found = gaps(row).into_iter().find(|gap| (gap - gutter).abs() < SAME)?;
    let at = row.characters.iter().position(|character| character.x >= found - 0.01)?;
    let half = |characters: &[_]| line(&Row { characters: characters.to_vec(), ..row.clone() });
    let (left, right) = row.characters.split_at(at);
    Some(Halves { left: half(left)?, right: half(right)? })
}

/// Does one line of this side lead into the next, as in running text?
fn goes_on(halves: &[Halves], side: impl Fn(&Halves) -> &Line) -> bool {
    let lines: Vec<&Line> = halves.iter().map(side).collect();
    let left = lines.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    let width = lines.iter().map(|line| line.end).fold(0.0, f64::max) - left;
    let is_full = |line: &Line| line.end - left >= FULL * width;
    let leads = |pair: &&[&Line]| {
        let (before, after) = (&pair[0].words, &pair[1].words);
        let is_open = !before.ends_with(['.', ':', '?', '!']) && before.contains(' ');
        is_full(pair[0])
            && is_open
            && (after.starts_with(char::is_lowercase) || before.ends_with([',', '-']) || after.contains(' '))
            && !after.starts_with(|c: char| c.is_ascii_digit())
    };
    let n_leading = lines.windows(2).filter(leads).count();
    let n_lower = lines.windows(2).filter(|pair| pair[1].words.starts_with(char::is_lowercase)).count();
    n_leading * 2 >= lines.len() - 1 && n_lower >= 1
}
