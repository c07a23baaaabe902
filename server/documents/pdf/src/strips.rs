//! Where the columns of a table without lines are: strips that no row of it reaches over.

use super::character::is_shown;
use super::row::Row;

/// Rows that stand so many times the size of their letters apart are no table any more.
const FAR: f64 = 3.6;

/// No table has more rows, and no cell more lines, here.
pub(super) const MOST_ROWS: usize = 120;
pub(super) const MOST_LINES: usize = 9;

/// In points: a strip between columns is so wide at least.
const STRIP: f64 = 2.5;

/// One so many times the size of the letters wide is no space between words.
const BROAD: f64 = 0.7;

/// A gap of so many times the size of the letters shows that a row has columns.
const WIDE: f64 = 1.6;

/// Where the words of `row` stand, with no gap between them that is no more than a space.
pub(super) fn spans(row: &Row) -> Vec<(f64, f64)> {
    let mut shown: Vec<(f64, f64)> =
        row.characters.iter().filter(|c| is_shown(c)).map(|c| (c.x, c.end)).collect();
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut spans: Vec<(f64, f64)> = Vec::new();
    for (x, end) in shown {
        match spans.last_mut() {
            Some(last) if x - last.1 < STRIP => last.1 = last.1.max(end),
            _ => spans.push((x, end)),
        }
    }
    spans
}

/// The widest gap between words of `row`, where it is that of columns.
fn wide_gap(row: &Row) -> Option<(f64, f64)> {
    let gaps = spans(row);
    let gaps = gaps.windows(2).map(|pair| (pair[0].1, pair[1].0));
    let widest = gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    widest.filter(|(from, to)| to - from > WIDE * row.size)
}

/// Is the strip of `row` a space that is painted between two words of a line?
fn is_space_between(row: &Row, (from, to): (f64, f64)) -> bool {
    let shown = || row.characters.iter().filter(|c| is_shown(c));
    let mut spaces = row.characters.iter().filter(|c| !is_shown(c));
    to - from < BROAD * row.size
        && shown().any(|c| c.end <= from + 0.1)
        && shown().any(|c| c.x >= to - 0.1)
        && spaces.any(|c| c.end > from && c.x < to)
}

pub(super) type Strips = Vec<(f64, f64)>;

/// The rows around row `at`, which has columns, that leave a strip of its own free; none of them lies above row `top`.
pub(super) fn columns(all: &[Row], at: usize, top: usize) -> Option<std::ops::Range<usize>> {
    let mut gap = wide_gap(&all[at])?;
    let free = |gap: (f64, f64), row: &Row| -> Option<(f64, f64)> {
        let mut left = gap;
        for (x, end) in spans(row) {
            if end <= left.0 || left.1 <= x {
                continue;
            }
            // What is free on the wider side of the words.
            left = if x - left.0 > left.1 - end { (left.0, x) } else { (end, left.1) };
        }
        (left.1 - left.0 >= STRIP && !is_space_between(row, left)).then_some(left)
    };
    let mut to = at + 1;
    while to < all.len() && to - at < MOST_ROWS && all[to].y - all[to - 1].y < FAR * all[to].size {
        let Some(left) = free(gap, &all[to]) else { break };
        (gap, to) = (left, to + 1);
    }
    // The first line of a cell may stand above what it is beside.
    let mut from = at;
    while from > top && at - from < MOST_LINES && all[from].y - all[from - 1].y < FAR * all[from].size {
        let Some(left) = free(gap, &all[from - 1]) else { break };
        (gap, from) = (left, from - 1);
    }
    (to - from > 1).then_some(from..to)
}

/// The strips that all rows of `range` leave free.
pub(super) fn strips(all: &[Row], range: std::ops::Range<usize>) -> Strips {
    let first = range.start;
    most_strips(all, range, first).1
}

/// Where between the first row of `range` and row `at` the table begins that leaves most strips free, and those strips: what stands
/// above a table may leave a few of them free too.
pub(super) fn most_strips(all: &[Row], range: std::ops::Range<usize>, at: usize) -> (usize, Strips) {
    let mut best = (at, Strips::new());
    let mut strips: Strips = vec![(f64::NEG_INFINITY, f64::INFINITY)];
    for row in range.clone().rev() {
        for span in spans(&all[row]) {
            strips = strips
                .into_iter()
                .flat_map(|strip| [(strip.0, strip.1.min(span.0)), (strip.0.max(span.1), strip.1)])
                .filter(|strip| strip.1 - strip.0 >= STRIP)
                .collect();
        }
        if row <= at {
            let mut own: Strips =
                strips.iter().copied().filter(|strip| strip.0.is_finite() && strip.1.is_finite()).collect();
            without_spaces(&mut own, &all[row..range.end]);
            if own.len() >= best.1.len() {
                best = (row, own);
            }
        }
    }
    best
}

/// Takes the strips out of `strips` that are spaces which a few lines of `rows` have at one place: on both sides of a narrow one
/// that parts columns, words stand in more than one row, and behind it in most rows that have columns. A column of one word is the
/// end of a line that is set to both its edges.
fn without_spaces(strips: &mut Strips, rows: &[Row]) {
    let size = rows[0].size;
    let all: Vec<Vec<(f64, f64)>> = rows.iter().map(spans).collect();
    let columned: Vec<&Vec<(f64, f64)>> =
        rows.iter().zip(&all).filter(|(row, _)| wide_gap(row).is_some()).map(|(_, spans)| spans).collect();
    let mut at = 0;
    while at < strips.len() {
        let (from, to) = strips[at];
        let start = at.checked_sub(1).map_or(f64::NEG_INFINITY, |before| strips[before].1);
        let end = strips.get(at + 1).map_or(f64::INFINITY, |next| next.0);
        let behind = |spans: &&Vec<(f64, f64)>| spans.iter().any(|(x, _)| (to - 0.1..end).contains(x));
        let before = |spans: &&Vec<(f64, f64)>| spans.iter().any(|(x, _)| (start - 0.1..from).contains(x));
        let n = columned.iter().filter(|spans| behind(spans)).count();
        let is_alone = |n: usize| n < 2 && rows.len() > 2;
        let is_space = is_alone(all.iter().filter(before).count());
        let is_end = to - from < WIDE * size && is_alone(all.iter().filter(behind).count());
        let is_wide = to - from >= BROAD * size;
        if !is_end && (is_wide || !is_space && n > 1 && n * 2 > columned.len()) {
            at += 1;
        } else {
            strips.remove(at);
        }
    }
}
