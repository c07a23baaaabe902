//! Pages set in two columns: one empty strip from top to bottom, with running text on both sides.
//!
//! Lines of two columns need not stand at the same heights, so they are told apart before any line is put together. What
//! reaches over the strip, a heading or the number of the page, divides the columns into those above it and those below.
//! A table has such strips too; its rows have gaps between them that go all the way across.

use super::characters::Character;
use super::lines::{Row, line, rows};
use super::{consecutive, passage};

/// In points: so finely a strip is looked for.
const STEP: f64 = 2.0;

/// A strip is so wide at least, in points, and lies in this middle part of the text.
pub(super) const NARROWEST: f64 = 7.0;
const MIDDLE: std::ops::Range<f64> = 0.3..0.7;

/// At most this many of a hundred letters that a strip would hold may be those of lines that reach over it.
const REACHING: usize = 15;

/// Columns are so many lines long at least.
const FEWEST_LINES: usize = 6;

/// A line of running text fills so much of its column, and this part of the lines does.
const FULL: f64 = 0.6;
const FULL_PART: f64 = 0.4;

/// A gap of so many times the usual distance of lines parts rows of a table.
pub(super) const GAP: f64 = 1.25;

/// `characters` in the order they are read: all of them, or the columns of the page one after the other.
pub(super) fn split(characters: Vec<Character>) -> Vec<Vec<Character>> {
    whole(&characters, 0)
        .or_else(|| consecutive::split(&characters))
        .or_else(|| passage::split(&characters))
        .unwrap_or_else(|| vec![characters])
}

/// A page has no more columns than two to the power of this.
const DEEPEST: usize = 2;

/// The columns of a page that is set in them from top to bottom; three are two, of which one is two again.
fn whole(characters: &[Character], depth: usize) -> Option<Vec<Vec<Character>>> {
    if depth == DEEPEST {
        return None;
    }
    let strip = strip(characters)?;
    let mut zones: Vec<[Vec<Character>; 3]> = vec![Default::default()];
    for row in rows(characters.to_vec()) {
        let last = zones.len() - 1;
        let Some(divided) = divided(&row, strip) else {
            if zones[last].iter().any(|zone| !zone.is_empty())
                && !(zones[last][1].is_empty() && zones[last][2].is_empty())
            {
                zones.push(Default::default());
            }
            let last = zones.len() - 1;
            zones[last][0].extend(row.characters);
            continue;
        };
        let (left, right): (Vec<_>, Vec<_>) = row.characters.into_iter().partition(|c| c.x < divided);
        zones[last][1].extend(left);
        zones[last][2].extend(right);
    }
    let in_columns = |zone: &[Vec<Character>; 3]| are_columns(&rows(zone[1].clone()), &rows(zone[2].clone()));
    if !zones.iter().any(in_columns) {
        return None;
    }
    let mut split = Vec::new();
    for [above, left, right] in zones {
        let few = rows(left.clone()).len() < FEWEST_LINES / 2 && rows(right.clone()).len() < FEWEST_LINES / 2;
        split.push(above);
        if few {
            split.push([left, right].concat());
        } else {
            let columns = |side: Vec<Character>| whole(&side, depth + 1).unwrap_or_else(|| vec![side]);
            split.extend([left, right].into_iter().flat_map(columns));
        }
    }
    split.retain(|zone| !zone.is_empty());
    Some(split)
}

pub(super) fn is_shown(character: &Character) -> bool {
    !character.text.trim().is_empty()
}

/// Where the right column of `row` begins; `None` for a row that reaches over `strip`. The end of a long line may stand in it.
fn divided(row: &Row, strip: (f64, f64)) -> Option<f64> {
    let mut shown: Vec<(f64, f64)> =
        row.characters.iter().filter(|c| is_shown(c)).map(|c| (c.x, c.end)).collect();
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ends = std::iter::once(f64::NEG_INFINITY).chain(shown.iter().map(|(_, end)| *end));
    let begins = shown.iter().map(|(x, _)| *x).chain([f64::INFINITY]);
    let gaps = ends.zip(begins).filter(|(end, x)| *end < strip.1 && *x > strip.0 && x - end >= NARROWEST);
    gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
        .map(|(end, x)| if x.is_finite() { x } else { end + 1.0 })
}

/// The widest empty strip in the middle of the text: where it begins and ends.
fn strip(characters: &[Character]) -> Option<(f64, f64)> {
    let shown = || characters.iter().filter(|character| is_shown(character));
    let left = shown().map(|c| c.x).fold(f64::INFINITY, f64::min);
    let right = shown().map(|c| c.end).fold(f64::NEG_INFINITY, f64::max);
    let n_steps = ((right - left) / STEP).ceil();
    if !(10.0..5_000.0).contains(&n_steps) {
        return None;
    }
    let mut letters = vec![0_usize; n_steps as usize + 1];
    for character in shown() {
        let (from, to) = ((character.x - left) / STEP, (character.end - left) / STEP);
        let last = letters.len() - 1;
        letters[(from.max(0.0) as usize).min(last)..=(to.max(0.0) as usize).min(last)]
            .iter_mut()
            .for_each(|n| *n += 1);
    }
    let mut sorted = letters.clone();
    sorted.sort_unstable();
    let most = sorted[sorted.len() / 2] * REACHING / 100;
    let middle = (MIDDLE.start * n_steps) as usize..(MIDDLE.end * n_steps) as usize;
    let (mut widest, mut from) = ((0, 0), None);
    let empty = letters[middle.clone()].iter().map(|letters| *letters <= most).chain([false]);
    for (at, is_empty) in (middle.start..).zip(empty) {
        match (is_empty, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                if at - start > widest.1 - widest.0 {
                    widest = (start, at);
                }
                from = None;
            }
            _ => {}
        }
    }
    let (from, to) = (left + widest.0 as f64 * STEP, left + widest.1 as f64 * STEP);
    (to - from >= NARROWEST).then_some((from, to))
}

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
