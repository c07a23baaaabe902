//! What is measured of the rows of a column: whether text runs in it, how far they stand apart, what goes through two of them.

use super::character::is_shown;
use super::line::line;
use super::row::Row;

/// A strip is so wide at least, in points, and lies in this middle part of the text.
pub(super) const NARROWEST: f64 = 7.0;

/// A gap of so many times the usual distance of lines parts rows of a table.
pub(super) const GAP: f64 = 1.25;

/// A line of running text fills so much of its column, and this part of the lines does.
const FULL: f64 = 0.6;

const FULL_PART: f64 = 0.4;

/// Columns are so many lines long at least.
pub(super) const FEWEST_LINES: usize = 6;

/// Is there running text in both of these, and no table that they are columns of?
pub(super) fn are_columns(left: &[Row], right: &[Row]) -> bool {
    stand_apart(left, right)
        || left.len() >= FEWEST_LINES
            && right.len() >= FEWEST_LINES
            && runs(left)
            && runs(right)
            && !(share_gaps(left, right) && share_gaps(right, left))
}

/// Columns whose lines stand at heights of their own are so many lines long at least.
const FEWEST_APART: usize = 12;

/// Do most lines of the one stand at other heights than those of the other, as those of two pages on a sheet do? The cells of
/// a table share their heights.
fn stand_apart(left: &[Row], right: &[Row]) -> bool {
    if left.len().min(right.len()) < FEWEST_APART {
        return false;
    }
    let shared =
        left.iter().filter(|row| right.iter().any(|other| (other.y - row.y).abs() < SAME_HEIGHT)).count();
    shared * 2 < left.len().min(right.len())
}

/// Lines at the same height differ no more, in points.
const SAME_HEIGHT: f64 = 1.0;

/// Is this a column of running text: are most lines full, and do some begin in the middle of a sentence?
fn runs(column: &[Row]) -> bool {
    is_full(column) && n_inner(column) >= 2
}

/// Do most lines of `column` fill it?
pub(super) fn is_full(column: &[Row]) -> bool {
    let lines: Vec<_> = column.iter().filter_map(line).collect();
    let left = lines.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    let width = lines.iter().map(|line| line.end).fold(0.0, f64::max) - left;
    let n_full = lines.iter().filter(|line| line.end - left >= FULL * width).count();
    n_full as f64 >= FULL_PART * lines.len() as f64
}

/// How many lines of `column` begin in the middle of a sentence.
pub(super) fn n_inner(column: &[Row]) -> usize {
    column.iter().filter_map(line).filter(|line| line.words.starts_with(char::is_lowercase)).count()
}

/// Do the gaps of `column` go on through `other`, as those between the rows of a table do?
fn share_gaps(column: &[Row], other: &[Row]) -> bool {
    let (n_gaps, n_through) = gaps_through(column, other);
    n_gaps >= 2 && n_through * 10 >= n_gaps * 8
}

/// Does a gap go through both of these, as one between two rows of a table does? What stands above or below the other has none
/// beside it.
pub(super) fn gap_through(left: &[Row], right: &[Row]) -> bool {
    let through = |column: &[Row], other: &[Row]| {
        let (Some(first), Some(last)) = (other.first(), other.last()) else { return false };
        let beside = |row: &&Row| row.y > first.y - first.size && row.y < last.y + last.size;
        gaps_through(&column.iter().filter(beside).cloned().collect::<Vec<_>>(), other).1 > 0
    };
    through(left, right) || through(right, left)
}

/// The number of gaps between the lines of `column`, and of those in which nothing of `other` stands.
fn gaps_through(column: &[Row], other: &[Row]) -> (usize, usize) {
    let usual = usual_step(&heights(column));
    let below = |row: &Row| row.y + 0.2 * row.size;
    let above = |row: &Row| row.y - 0.7 * row.size;
    let gaps = column.windows(2).filter(|pair| pair[1].y - pair[0].y > GAP * usual);
    let gaps: Vec<(f64, f64)> = gaps.map(|pair| (below(&pair[0]), above(&pair[1]))).collect();
    let stands_in = |row: &Row, (from, to): (f64, f64)| below(row) > from + 1.0 && above(row) < to - 1.0;
    let is_through = |gap: &&(f64, f64)| !other.iter().any(|row| stands_in(row, **gap));
    (gaps.len(), gaps.iter().filter(is_through).count())
}

/// The heights at which `rows` stand.
pub(super) fn heights<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Vec<f64> {
    rows.into_iter().map(|row| row.y).collect()
}

/// How many of the rows at these heights stand above the first gap of more than `most` usual distances.
pub(super) fn n_before_gap(heights: &[f64], most: f64) -> usize {
    let step = usual_step(heights);
    heights.windows(2).position(|pair| pair[1] - pair[0] > most * step).map_or(heights.len(), |gap| gap + 1)
}

/// How far rows at these heights usually stand apart; 0 without two.
pub(super) fn usual_step(heights: &[f64]) -> f64 {
    let mut steps: Vec<f64> = heights.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(0.0)
}

/// Where the text of `rows` begins and ends, from left to right; `None` where it is too narrow for columns.
pub(super) fn extent(rows: &[Row]) -> Option<(f64, f64)> {
    let shown = || rows.iter().flat_map(|row| &row.characters).filter(|c| is_shown(c));
    let left = shown().map(|c| c.x).reduce(f64::min)?;
    let right = shown().map(|c| c.end).reduce(f64::max)?;
    (right - left > 10.0 * NARROWEST).then_some((left, right))
}
