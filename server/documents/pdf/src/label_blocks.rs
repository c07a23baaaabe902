//! Labels of several lines in a column of their own: "Beslutning i / Kommunalbestyrelsen / den 25. marts 2027", beside what was
//! decided.
//!
//! Read across, such a label is torn to pieces among the words beside it. So it is set above them, as one line.

use super::character::{Character, is_shown};
use super::line::{SPACE, line};
use super::row::Row;
use flow::{Says, says};

/// Words that begin this near each other begin at the same place, in points.
const SAME: f64 = 1.5;

/// So many headings, and so many lines beside them, show a column of labels.
const FEWEST_LABELS: usize = 2;
const FEWEST_BESIDE: usize = 3;

/// The column beside it begins so many sizes to its right at least.
const WIDE: f64 = 4.0;

/// A line of a label stands no further below the one before, in sizes; what is beside it may move that a little.
const NEAR: f64 = 2.1;

/// No label, and what stands between its lines, has more.
const MOST_LINES: usize = 9;

/// A gap of so many sizes parts a label from what stands beside it.
const GAP: f64 = 0.8;

/// Sets the labels of `rows` that take several lines above what stands beside them.
pub(super) fn set_above(rows: &mut Vec<Row>) {
    let Some((label, value)) = columns(rows) else { return };
    let mut at = 0;
    while at < rows.len() {
        if let Some(n) = n_lines(&rows[at..], label, value) {
            let mut taken: Vec<Row> = rows.splice(at..at + n, []).collect();
            let mut whole = Row { characters: Vec::new(), ..taken[0].clone() };
            for row in &mut taken {
                let right = row.characters.split_off(n_left(row, value));
                append(&mut whole, std::mem::replace(&mut row.characters, right));
            }
            taken.retain(|row| row.characters.iter().any(is_shown));
            let n_rest = taken.len();
            rows.splice(at..at, std::iter::once(whole).chain(taken));
            at += n_rest;
        }
        at += 1;
    }
}

/// Puts `more` behind the words of `row`.
fn append(row: &mut Row, mut more: Vec<Character>) {
    let last = row.characters.iter().rev().find(|c| is_shown(c)).map(|c| c.end);
    if let (Some(end), Some(first)) = (last, first(&more)) {
        let by = end + 2.0 * SPACE * row.size - first;
        more.iter_mut().for_each(|c| (c.x, c.end, c.y) = (c.x + by, c.end + by, row.y));
    }
    row.characters.append(&mut more);
}

/// Where the first of `characters` that are shown begins.
fn first(characters: &[Character]) -> Option<f64> {
    characters.iter().find(|c| is_shown(c)).map(|c| c.x)
}

/// Where the labels of `rows` begin, and where the column beside them does, if they have one. The words of a table may begin
/// a little further in than those around it.
fn columns(rows: &[Row]) -> Option<(f64, f64)> {
    let leftmost = rows.iter().filter_map(|row| first(&row.characters)).reduce(f64::min)?;
    let heading = |(at, row): (usize, &'_ Row)| {
        let x = first(&row.characters)?;
        begins_label(&rows[at..], x).then_some((x, at))
    };
    let mut headings: Vec<(f64, usize)> = rows.iter().enumerate().filter_map(heading).collect();
    headings.sort_by(|a, b| a.0.total_cmp(&b.0));
    headings.chunk_by(|a, b| b.0 - a.0 < SAME).find_map(|group| {
        let label = group[0].0;
        let least = |row: &Row| label + WIDE * row.size;
        let is_beside = || group.iter().any(|(_, at)| right(&rows[*at], least(&rows[*at])).is_some());
        if group.len() < FEWEST_LABELS || label - leftmost > SAME && !is_beside() {
            return None;
        }
        let mut beside: Vec<f64> = rows.iter().filter_map(|row| right(row, least(row))).collect();
        beside.sort_by(f64::total_cmp);
        // What is set in stands further to the right.
        let value = beside.windows(FEWEST_BESIDE).find(|same| same[FEWEST_BESIDE - 1] - same[0] < SAME)?;
        Some((label, value[0]))
    })
}

/// Do the first of `rows` begin with the lines of a heading, all of them at `x`?
fn begins_label(rows: &[Row], x: f64) -> bool {
    let mut said = String::new();
    for (n, row) in rows.iter().take(MOST_LINES).enumerate() {
        let is_below = n == 0 || row.y - rows[n - 1].y <= NEAR * row.size;
        if !is_below || first(&row.characters).is_none_or(|own| (own - x).abs() > SAME) {
            return false;
        }
        let own = before_gap(row);
        said = format!("{said} {}", own.words).trim().to_owned();
        if matches!(says(&said), Says::Section | Says::Deciding) {
            return true;
        }
        if own.is_whole {
            return false;
        }
    }
    false
}

/// What stands before the first gap of a row, and whether that is all of it, as it is of a line of text.
struct Before {
    words: String,
    is_whole: bool,
}

fn before_gap(row: &Row) -> Before {
    let shown: Vec<usize> = (0..row.characters.len()).filter(|at| is_shown(&row.characters[*at])).collect();
    let is_gap = |pair: &&[usize]| row.characters[pair[1]].x - row.characters[pair[0]].end > GAP * row.size;
    let end = shown.windows(2).find(is_gap).map(|pair| pair[1]);
    let characters = row.characters[..end.unwrap_or(row.characters.len())].to_vec();
    let words = line(&Row { characters, ..row.clone() }).map(|line| line.words).unwrap_or_default();
    Before { is_whole: end.is_none() && words.len() > LONGEST_LABEL, words }
}

/// No line of a label is longer, in bytes.
const LONGEST_LABEL: usize = 30;

/// Where the words of `row` begin that stand right of `least`, behind a gap if others stand before them.
fn right(row: &Row, least: f64) -> Option<f64> {
    let mut end = f64::NEG_INFINITY;
    for c in row.characters.iter().filter(|c| is_shown(c)) {
        if c.x > least && c.x - end > GAP * c.size {
            return Some(c.x);
        }
        end = c.end;
    }
    None
}

/// How many of `rows`, from the first on, the lines of one label take.
fn n_lines(rows: &[Row], label: f64, value: f64) -> Option<usize> {
    let (mut said, mut found) = (String::new(), None);
    for (n, row) in rows.iter().take(MOST_LINES).enumerate() {
        if n > 0 && row.y - rows[n - 1].y > NEAR * row.size {
            break;
        }
        // What is beside a line of the label may stand on one of its own, between two of them.
        if n > 0 && first(&row.characters).is_some_and(|x| x > value - SAME) {
            continue;
        }
        let own =
            line(&left_of(row, value)).filter(|own| (own.x - label).abs() < SAME && own.cells.is_empty());
        let Some(own) = own else { break };
        if n > 0 && says(&own.words) != Says::Words {
            break;
        }
        said = format!("{said} {}", own.words).trim().to_owned();
        if n > 0 && matches!(says(&said), Says::Section | Says::Deciding) {
            found = Some(n + 1);
        }
    }
    found
}

/// The part of `row` that is a line of a label, if it ends before `value` or reaches into what stands there.
fn left_of(row: &Row, value: f64) -> Row {
    Row { characters: row.characters[..n_left(row, value)].to_vec(), ..row.clone() }
}

/// How many characters of `row` those are; 0 where its words go on behind `value` as in a text.
fn n_left(row: &Row, value: f64) -> usize {
    let mut last: Option<&Character> = None;
    for (n, c) in row.characters.iter().enumerate().filter(|(_, c)| is_shown(c)) {
        let (gap, up) = last.map_or((0.0, 0.0), |last| (c.x - last.end, (c.y - last.y).abs()));
        let is_apart = gap.abs() > SPACE * c.size || up > SPACE * c.size;
        if c.x > value - SAME && is_apart {
            let is_beside = (c.x - value).abs() < SAME || gap > GAP * c.size || gap < 0.0;
            return if is_beside { n } else { 0 };
        }
        last = Some(c);
    }
    // A line that is longer than any label is a text's.
    if last.is_some_and(|last| last.end < value + WIDE * row.size) { row.characters.len() } else { 0 }
}
