//! Columns told by the order in which a page is painted: the left one whole, then the right one from its top.
//!
//! Programs that set text in columns paint it in the order in which it is read, and then nothing needs to be guessed from the
//! look of the lines: where painting goes up and to the right, the next column begins. A table is painted row by row, so
//! that its cells lead back to the left again; one that is painted column by column has its lines at the same heights.
//!
//! The last page of columns ends in the middle, with a few lines on each side. They are columns because those of the pages
//! before began at the same place.

use super::character::Character;
use super::consecutive;
use super::late;
use super::line::line;
use super::measures::{are_columns, n_inner};
use super::row::{Row, rows};
use super::strokes::{Stroke, strokes};
use flow::{Says, says};

/// The next column begins so many sizes above the last line of this one at least.
const UP: f64 = 1.6;

/// Lines of a column are set in no further than this, in points, and those of the one before reach no further into it.
const SET_IN: f64 = 40.0;
const OVER: f64 = 1.5;

/// What stands so many sizes above a column is no longer beside it.
const ABOVE: f64 = 2.5;

/// Columns have so many lines at least.
const FEWEST_LEFT: usize = 3;
const FEWEST_RIGHT: usize = 2;

/// In a column of so many lines, a part of them may reach over: those of a table that is too wide for it.
const FEWEST_LONG: usize = 6;
const REACHING: usize = 5;

/// Beside a column of so many lines, some of which go on with a sentence, one line is the rest of the text.
const FEWEST_BEFORE_TAIL: usize = 12;

/// So many lines at heights of their own are columns.
const FEWEST_APART: usize = 4;

/// Columns that are columns again have so many lines.
const FEWEST_WITHIN: usize = 6;

/// Columns are looked for at no more places of a page.
const MOST_BEGINS: usize = 16;

/// A page is divided no further.
const DEEPEST: usize = 6;

/// A part of the page in the order it is read.
pub(super) struct Zone {
    pub(super) characters: Vec<Character>,
    /// Where the lines of a column end.
    pub(super) edge: Option<f64>,
}

/// The columns of the pages so far.
#[derive(Debug, Default)]
pub(super) struct Known(Vec<Gutter>);

/// Where a right column begins, and where the lines of the left and the right one end.
#[derive(Debug)]
struct Gutter {
    x: f64,
    ends: [f64; 2],
}

/// Two columns: where the left and the right one begin among the strokes, and where the right one ends.
struct Columns {
    left: usize,
    right: usize,
    end: usize,
    n_lines: usize,
    gutter: Gutter,
}

/// `characters`, which come in the order they are painted, column by column where that order shows columns.
pub(super) fn split(characters: Vec<Character>, known: &mut Known) -> Vec<Zone> {
    let characters = late::put_back(characters);
    let strokes = strokes(&characters);
    let mut found = Vec::new();
    let mut page = Page { characters: &characters, known, found: &mut found };
    page.divide(&strokes, None, DEEPEST);
    if found.iter().all(|(_, edge)| edge.is_none()) {
        let edge = known.edge(&strokes);
        return vec![Zone { characters, edge }];
    }
    let zone = |(strokes, edge): (&[Stroke], Option<f64>)| {
        let (first, last) = (strokes.first()?, strokes.last()?);
        let characters = characters[first.characters.start..last.characters.end].to_vec();
        Some(Zone { characters, edge })
    };
    found.into_iter().filter_map(zone).collect()
}

/// A page that is being divided.
struct Page<'c, 's, 'f> {
    characters: &'c [Character],
    known: &'f mut Known,
    /// Its parts in their order, and where the lines end of those that are columns.
    found: &'f mut Vec<(&'s [Stroke], Option<f64>)>,
}

impl<'s> Page<'_, 's, '_> {
    /// Finds the parts of `all`, whose lines end at `edge` if it is a column, in no more than `deepest` steps.
    fn divide(&mut self, all: &'s [Stroke], edge: Option<f64>, deepest: usize) {
        let rise = |at: &usize| all[at - 1].y - all[*at].y;
        let mut begins: Vec<usize> = (1..all.len()).filter(|at| rise(at) > UP * all[*at].size).collect();
        // The longest columns go up the furthest; a page of tables goes up in every row.
        begins.sort_by(|a, b| rise(b).total_cmp(&rise(a)));
        let begins = begins.into_iter().take(MOST_BEGINS);
        let columns = begins.filter_map(|at| self.columns(all, at, edge.is_some()));
        let Some(columns) = columns.max_by_key(|columns| columns.n_lines).filter(|_| deepest > 0) else {
            self.found.push((all, edge));
            return;
        };
        let Columns { left, right, end, n_lines, gutter } = columns;
        let ends = self.known.take(gutter, n_lines).map(Some);
        let parts = [(0..left, edge), (left..right, ends[0]), (right..end, ends[1]), (end..all.len(), edge)];
        for (part, edge) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
            self.divide(&all[part], edge, deepest - 1);
        }
    }

    /// The columns of which the right one begins with the stroke `right`, if it does; `within` a column, they are long.
    fn columns(&self, all: &[Stroke], right: usize, within: bool) -> Option<Columns> {
        let first = &all[right];
        let n_right = n_in_column(&all[right..], all[right - 1].y);
        let end = right + n_right;
        let column = &all[right..end];
        let gutter = column.iter().map(|stroke| stroke.x).reduce(f64::min)?;
        let top = column.iter().map(|stroke| stroke.y).reduce(f64::min)?;
        let bottom = column.iter().map(|stroke| stroke.y).reduce(f64::max)?;
        // What is painted before it and stands beside it.
        let is_below = |stroke: &&Stroke| stroke.y > top - ABOVE * first.size;
        let left = right - all[..right].iter().rev().take_while(is_below).count();
        let beside = || all[left..right].iter().filter(|stroke| stroke.y < bottom + stroke.size);
        // The head of the page stands above.
        let is_over = |stroke: &&Stroke| stroke.end > gutter + OVER && stroke.y > top - first.size;
        let n_over = beside().filter(is_over).count();
        // A box that is painted after the text stands among lines that go all the way across.
        let n_across = all[left..right].iter().filter(is_over).count();
        let is_box = n_across * 2 > right - left;
        if n_over * REACHING > beside().count() || is_box || leads_back(all, end, gutter) {
            return None;
        }
        let (lefts, rights) = (self.rows(all[left..right].iter()), self.rows(column.iter()));
        let is_known = self.known.holds(gutter);
        let is_tail = !within
            && lefts.len() >= FEWEST_BEFORE_TAIL
            && n_inner(&lefts) > 0
            && !all[left..right].iter().any(|stroke| is_over(&stroke));
        let fewest = match () {
            () if is_known || is_tail => [1, 1],
            () if within => [FEWEST_WITHIN, FEWEST_WITHIN],
            () => [FEWEST_LEFT, FEWEST_RIGHT],
        };
        let reaches_over = n_over > 0 && lefts.len() < FEWEST_LONG;
        let is_long = lefts.len() >= fewest[0] && rights.len() >= fewest[1];
        if !is_long || reaches_over {
            return None;
        }
        let is_columns = is_known
            || is_tail
            || stand_apart(&lefts, &rights)
            || are_columns(&lefts, &rights)
            || consecutive::follow(&lefts, &rights)
            || [&lefts, &rights].into_iter().all(|column| is_under_label(column));
        let last = |a: f64, stroke: &Stroke| a.max(stroke.end);
        let ends =
            [beside().filter(|stroke| stroke.end < gutter).fold(0.0, last), column.iter().fold(0.0, last)];
        let n_lines = lefts.len().min(rights.len());
        let is_list = n_lines < FEWEST_LONG && !is_known;
        let ends = if is_list { wide(ends, gutter, beside().map(|stroke| stroke.x)) } else { ends };
        is_columns.then_some(Columns { left, right, end, n_lines, gutter: Gutter { x: gutter, ends } })
    }

    fn rows<'o>(&self, strokes: impl Iterator<Item = &'o Stroke>) -> Vec<Row> {
        rows(strokes.flat_map(|stroke| self.characters[stroke.characters.clone()].to_vec()).collect())
    }
}

impl Known {
    fn holds(&self, x: f64) -> bool {
        self.0.iter().any(|known| (known.x - x).abs() < OVER)
    }

    /// Where the lines of a page end that has a left column alone, as the last one may.
    fn edge(&self, strokes: &[Stroke]) -> Option<f64> {
        let is_left = |gutter: &&Gutter| strokes.iter().all(|stroke| stroke.end < gutter.x);
        self.0.iter().find(is_left).map(|gutter| gutter.ends[0])
    }

    /// Takes a `gutter` between columns of so many lines, and gives where their lines end.
    fn take(&mut self, gutter: Gutter, n_lines: usize) -> [f64; 2] {
        match self.0.iter_mut().find(|known| (known.x - gutter.x).abs() < OVER) {
            Some(known) => {
                for (known, own) in known.ends.iter_mut().zip(gutter.ends) {
                    *known = known.max(own);
                }
                known.ends
            }
            None => {
                let ends = gutter.ends;
                self.0.extend((n_lines >= FEWEST_LONG).then_some(gutter));
                ends
            }
        }
    }
}

/// How many of `strokes`, of which the first begins a right column, are of that column; `bottom` is where the left one ends.
fn n_in_column(strokes: &[Stroke], bottom: f64) -> usize {
    let first = strokes[0].x;
    let mut left = first;
    let mut is_in = |stroke: &&Stroke| {
        // The number of the page stands below both columns, and in the middle.
        let is_foot = stroke.x < left - OVER && stroke.y > bottom + ABOVE * stroke.size;
        left = left.min(stroke.x);
        stroke.x >= first - SET_IN && !is_foot
    };
    strokes.iter().take_while(|stroke| is_in(stroke)).count()
}

/// Where the lines of two short columns may end: what ends far from the next column is a list, whose lines are not full.
fn wide(ends: [f64; 2], gutter: f64, begins: impl Iterator<Item = f64>) -> [f64; 2] {
    let left = ends[0].max(gutter - SET_IN);
    let width = left - begins.fold(gutter, f64::min);
    [left, ends[1].max(gutter + width)]
}

/// Do the strokes from `end` on go on as those of the next row of a table: on the left, and then up again to the right?
fn leads_back(all: &[Stroke], end: usize, gutter: f64) -> bool {
    let rest = &all[end..];
    let is_over = |stroke: &Stroke| stroke.x < gutter - SET_IN && stroke.end > gutter + OVER;
    let n = rest.iter().take_while(|stroke| !is_over(stroke)).count();
    rest[..n].iter().any(|stroke| (stroke.x - gutter).abs() < OVER)
}

/// Does a label stand above what this column says: "Til stede" above names?
fn is_under_label(column: &[Row]) -> bool {
    let first = column.first().and_then(line).map(|line| says(&line.words));
    matches!(first, Some(Says::Label | Says::Colon))
}

/// Do most lines of the shorter column stand at other heights than those of the longer one, as cells do not?
fn stand_apart(left: &[Row], right: &[Row]) -> bool {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    let is_shared = |row: &&Row| long.iter().any(|other| (other.y - row.y).abs() < 1.0);
    let n_shared = short.iter().filter(is_shared).count();
    let most = if short.len() < FEWEST_LONG { 1 } else { short.len().div_ceil(2) };
    short.len() >= FEWEST_APART && n_shared < most
}
