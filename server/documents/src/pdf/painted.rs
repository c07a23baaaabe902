//! Columns told by the order in which a page is painted: the left one whole, then the right one from its top.
//!
//! Programs that set text in columns paint it in the order in which it is read, and then nothing needs to be guessed from the
//! look of the lines: where painting goes up and to the right, the next column begins. A table is painted row by row, so
//! that its cells lead back to the left again; one that is painted column by column has its lines at the same heights.

use super::characters::Character;
use super::consecutive;
use super::gutter::{are_columns, is_shown};
use super::lines::{Row, rows};

/// Letters of one line stand at heights that differ no more, in sizes.
const SAME: f64 = 0.4;

/// A gap of so many sizes parts two pieces of a line, and so does a step back.
const APART: f64 = 2.0;
const BACK: f64 = 0.6;

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

/// Columns that are columns again have so many lines.
const FEWEST_WITHIN: usize = 6;

/// A page is divided no further.
const DEEPEST: usize = 6;

/// A part of the page in the order it is read.
pub(super) struct Zone {
    pub(super) characters: Vec<Character>,
    pub(super) is_column: bool,
}

/// A piece of a line, as it is painted.
#[derive(Clone, Debug)]
struct Stroke {
    characters: std::ops::Range<usize>,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
}

/// Two columns: where the left and the right one begin among the strokes, and where the right one ends.
struct Columns {
    left: usize,
    right: usize,
    end: usize,
    n_lines: usize,
}

/// `characters`, which come in the order they are painted, column by column where that order shows columns.
pub(super) fn split(characters: Vec<Character>) -> Vec<Zone> {
    let strokes = strokes(&characters);
    let mut found = Vec::new();
    divide(&characters, &strokes, FEWEST_RIGHT, DEEPEST, &mut found);
    if found.iter().all(|(_, is_column)| !is_column) {
        return vec![Zone { characters, is_column: false }];
    }
    let zone = |(strokes, is_column): (&[Stroke], bool)| {
        let (Some(first), Some(last)) = (strokes.first(), strokes.last()) else { return None };
        let characters = characters[first.characters.start..last.characters.end].to_vec();
        Some(Zone { characters, is_column })
    };
    found.into_iter().filter_map(zone).collect()
}

fn strokes(characters: &[Character]) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        match strokes.last_mut() {
            Some(last) if !is_shown(c) => last.characters.end = at + 1,
            Some(last)
                if (c.y - last.y).abs() < SAME * c.size.min(last.size)
                    && (last.end - BACK * c.size..last.end + APART * c.size).contains(&c.x) =>
            {
                last.characters.end = at + 1;
                (last.end, last.size) = (last.end.max(c.end), last.size.max(c.size));
            }
            // What is not shown at the very beginning belongs to what comes first.
            last => {
                let from = if last.is_none() { 0 } else { at };
                strokes.push(Stroke { characters: from..at + 1, x: c.x, end: c.end, y: c.y, size: c.size });
            }
        }
    }
    strokes
}

/// Gives `found` the parts of `all` in their order, columns of at least `fewest` lines apart.
fn divide<'s>(
    characters: &[Character],
    all: &'s [Stroke],
    fewest: usize,
    deepest: usize,
    found: &mut Vec<(&'s [Stroke], bool)>,
) {
    let begins = (1..all.len()).filter(|at| all[at - 1].y - all[*at].y > UP * all[*at].size);
    let columns = begins.filter_map(|at| columns(characters, all, at, fewest));
    let Some(columns) = columns.max_by_key(|columns| columns.n_lines).filter(|_| deepest > 0) else {
        found.push((all, fewest > FEWEST_RIGHT));
        return;
    };
    let Columns { left, right, end, .. } = columns;
    let mut part = |part: &'s [Stroke], fewest: usize| {
        if !part.is_empty() {
            divide(characters, part, fewest, deepest - 1, found);
        }
    };
    part(&all[..left], fewest);
    part(&all[left..right], FEWEST_WITHIN);
    part(&all[right..end], FEWEST_WITHIN);
    part(&all[end..], fewest);
}

/// The columns of which the right one begins with the stroke `right`, if it does.
fn columns(characters: &[Character], all: &[Stroke], right: usize, fewest: usize) -> Option<Columns> {
    let first = &all[right];
    let n_right = all[right..].iter().take_while(|stroke| stroke.x >= first.x - SET_IN).count();
    let end = right + n_right;
    let column = &all[right..end];
    let bound = |of: fn(&Stroke) -> f64, better: fn(f64, f64) -> f64| column.iter().map(of).reduce(better);
    let gutter = bound(|stroke| stroke.x, f64::min)?;
    let top = bound(|stroke| stroke.y, f64::min)?;
    let bottom = bound(|stroke| stroke.y, f64::max)?;
    // What is painted before it and stands beside it.
    let is_below = |stroke: &&Stroke| stroke.y > top - ABOVE * first.size;
    let n_left = all[..right].iter().rev().take_while(is_below).count();
    let left = right - n_left;
    let beside = || all[left..right].iter().filter(|stroke| stroke.y < bottom + stroke.size);
    let n_over = beside().filter(|stroke| stroke.end > gutter + OVER).count();
    let row = |strokes: &mut dyn Iterator<Item = &Stroke>| -> Vec<Row> {
        rows(strokes.flat_map(|stroke| characters[stroke.characters.clone()].to_vec()).collect())
    };
    let lefts = row(&mut beside());
    let rights = row(&mut column.iter());
    let most_over = if lefts.len() < FEWEST_LONG { 0 } else { beside().count() / REACHING };
    let is_long = lefts.len() >= FEWEST_LEFT.max(fewest) && rights.len() >= fewest;
    if !is_long || n_over > most_over || leads_back(all, end, gutter) {
        return None;
    }
    let is_columns =
        stand_apart(&lefts, &rights) || are_columns(&lefts, &rights) || consecutive::follow(&lefts, &rights);
    is_columns.then_some(Columns { left, right, end, n_lines: lefts.len().min(rights.len()) })
}

/// Do the strokes from `end` on go on as those of the next row of a table: on the left, and then up again to the right?
fn leads_back(all: &[Stroke], end: usize, gutter: f64) -> bool {
    let rest = &all[end..];
    let is_over = |stroke: &Stroke| stroke.x < gutter - SET_IN && stroke.end > gutter + OVER;
    let n = rest.iter().take_while(|stroke| !is_over(stroke)).count();
    rest[..n].iter().any(|stroke| (stroke.x - gutter).abs() < OVER)
}

/// Do most lines of the shorter column stand at other heights than those of the longer one, as cells do not?
fn stand_apart(left: &[Row], right: &[Row]) -> bool {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    let is_shared = |row: &&Row| long.iter().any(|other| (other.y - row.y).abs() < 1.0);
    let n_shared = short.iter().filter(is_shared).count();
    short.len() >= FEWEST_WITHIN && n_shared * 2 < short.len()
}
