//! Passages set in two columns, on a page whose other lines go all the way across.
//!
//! A page of columns has one strip from top to bottom; a passage has a strip that a few lines leave free. So little is seen of
//! a passage that only running text is taken for one: what could be the cells of a table is left to be read across.

use super::character::{Character, is_shown};
use super::line::line;
use super::measures::{
    GAP, NARROWEST, extent, gap_through, heights, is_full, n_before_gap, n_inner, usual_step,
};
use super::row::{Row, rows};

/// The strip lies in this middle part of the text.
const MIDDLE: std::ops::Range<f64> = 0.3..0.7;

/// At least this many lines the left and the right column of a passage have.
const FEWEST_LEFT: usize = 4;
const FEWEST_RIGHT: usize = 2;

/// At least this many of both begin in the middle of a sentence.
const FEWEST_INNER: usize = 3;

/// No passage has more; a page of so many lines is none that somebody reads.
const MOST_ROWS: usize = 200;

/// A gap of so many times the usual distance of lines ends a column.
const END: f64 = 2.4;

/// `characters` in the order they are read, where a passage of them is set in columns.
pub(super) fn split(characters: &[Character]) -> Option<Vec<Vec<Character>>> {
    let rows = rows(characters.to_vec());
    let (left, right) = extent(&rows)?;
    let width = right - left;
    let middle = (left + MIDDLE.start * width, left + MIDDLE.end * width);
    let free: Vec<Vec<Strip>> = rows.iter().map(|row| strips(row, middle)).collect();
    let mut zones: Vec<Vec<Character>> = Vec::new();
    let (mut at, mut read, mut found) = (0, 0, false);
    while at < rows.len() {
        let Some(passage) = passage(&rows[at..], &free[at..]) else {
            at += 1;
            continue;
        };
        found = true;
        let from = at + passage.from;
        zones.push(rows[read..from].iter().flat_map(|row| row.characters.clone()).collect());
        zones.extend(
            [passage.left, passage.right]
                .map(|rows| rows.into_iter().flat_map(|row| row.characters).collect()),
        );
        at += passage.to;
        read = at;
    }
    zones.push(rows[read..].iter().flat_map(|row| row.characters.clone()).collect());
    zones.retain(|zone| !zone.is_empty());
    found.then_some(zones)
}

/// Where an empty strip begins and ends.
type Strip = (f64, f64);

/// Two columns, and the rows of the page that they take.
struct Passage {
    from: usize,
    to: usize,
    left: Vec<Row>,
    right: Vec<Row>,
}

/// The strips of the `middle` that `row` leaves free.
fn strips(row: &Row, middle: Strip) -> Vec<Strip> {
    let mut shown: Vec<Strip> = row.characters.iter().filter(|c| is_shown(c)).map(|c| (c.x, c.end)).collect();
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut free, mut from) = (Vec::new(), middle.0);
    for (x, end) in shown {
        if x.min(middle.1) - from >= NARROWEST {
            free.push((from, x.min(middle.1)));
        }
        from = from.max(end);
    }
    if middle.1 - from >= NARROWEST {
        free.push((from, middle.1));
    }
    free
}

/// What of both leaves a strip free.
fn common(strips: &[Strip], others: &[Strip]) -> Vec<Strip> {
    let pairs = strips.iter().flat_map(|strip| others.iter().map(move |other| (strip, other)));
    let both = pairs.map(|(a, b)| (a.0.max(b.0), a.1.min(b.1)));
    both.filter(|(from, to)| to - from >= NARROWEST).collect()
}

/// The passage in which the first of `rows` stands.
fn passage(rows: &[Row], free: &[Vec<Strip>]) -> Option<Passage> {
    let mut strips = free.first()?.clone();
    let mut n_rows = 1;
    for (row, pair) in free[1..].iter().zip(rows.windows(2)).take(MOST_ROWS) {
        let both = common(&strips, row);
        let is_far = pair[1].y - pair[0].y > 2.0 * END * pair[0].size;
        if both.is_empty() || is_far {
            break;
        }
        strips = both;
        n_rows += 1;
    }
    strips.into_iter().find_map(|strip| columns(&rows[..n_rows], strip))
}

/// The columns on both sides of `strip`, if these rows hold such.
fn columns(rows: &[Row], strip: Strip) -> Option<Passage> {
    let side = |is_left: bool| -> Vec<(usize, Row)> {
        let half = |(at, row): (usize, &Row)| {
            let mut half = row.clone();
            half.characters.retain(|c| (c.x < strip.0 + 1.0) == is_left);
            half.characters.iter().any(is_shown).then_some((at, half))
        };
        rows.iter().enumerate().filter_map(half).collect()
    };
    let mut right = side(false);
    let below_gap = right.split_off(n_before_gap(&places(&right), END));
    let (first, last) = (right.first()?.0, right.last()?.0);
    let next = below_gap.first().map_or(usize::MAX, |(at, _)| *at);
    let mut left = side(true);
    left.retain(|(at, _)| *at < next);
    // The left column may begin above the right one.
    let beside = |at: usize| (first..=last).contains(&at);
    let start = left.iter().position(|(at, _)| beside(*at))?;
    let step = usual_step(&places(&left));
    let above = left[..=start].windows(2).rev().take_while(|pair| step_of(pair) <= GAP * step).count();
    left.drain(..start - above);
    let end = left.iter().rposition(|(at, _)| beside(*at))?;
    let edge = left[..=end].iter().map(|(_, row)| end_of(row)).fold(0.0, f64::max);
    let end = end + below(&left[end..], right.first()?, step, edge);
    left.truncate(end + 1);
    let is_whole = n_before_gap(&places(&left), END) == left.len();
    let from = left.first()?.0.min(first);
    let to = left.last()?.0.max(last) + 1;
    let [left, right] = [left, right].map(|side| side.into_iter().map(|(_, row)| row).collect::<Vec<_>>());
    let is_passage = is_whole
        && left.len() >= FEWEST_LEFT
        && right.len() >= FEWEST_RIGHT
        && [&left, &right].into_iter().all(|column| is_full(column) && is_prose(column))
        && n_inner(&left) + n_inner(&right) >= FEWEST_INNER
        && (leads_to(left.last()?, right.first()?) || !gap_through(&left, &right));
    is_passage.then_some(Passage { from, to, left, right })
}

/// Are most lines of `column` words of a sentence, and none a row of cells?
fn is_prose(column: &[Row]) -> bool {
    let lines: Vec<_> = column.iter().filter_map(line).collect();
    let n_prose = lines.iter().filter(|line| line.words.split(' ').count() >= FEWEST_WORDS).count();
    n_prose * 10 >= lines.len() * PROSE && lines.iter().all(|line| line.cells.is_empty())
}

/// In tenths, so many lines of a column of running text hold more than a few words.
const PROSE: usize = 6;

/// Does a sentence go on from `last`, the foot of one column, to `first`, the top of the next?
fn leads_to(last: &Row, first: &Row) -> bool {
    let (Some(last), Some(first)) = (line(last), line(first)) else { return false };
    let is_open = !last.words.ends_with(['.', ':', '?', '!']) && last.words.contains(' ');
    let begins_inside = |c: char| c.is_lowercase() || c.is_ascii_digit();
    is_open && first.words.starts_with(begins_inside) && first.words.split(' ').count() >= FEWEST_WORDS
}

/// A line of running text has so many words.
const FEWEST_WORDS: usize = 3;

/// The heights of the rows of a column.
fn places(column: &[(usize, Row)]) -> Vec<f64> {
    heights(column.iter().map(|(_, row)| row))
}

fn end_of(row: &Row) -> f64 {
    row.characters.iter().filter(|c| is_shown(c)).map(|c| c.end).fold(0.0, f64::max)
}

fn step_of(pair: &[(usize, Row)]) -> f64 {
    pair[1].1.y - pair[0].1.y
}

/// How many lines of the left column stand below the last one beside the right column, with which `rest` begins. Behind the gap
/// of a paragraph they are the column's where they fill it, since lines across the page would not end where it does, or where a
/// sentence goes on from its end at the top of the right one.
fn below(rest: &[(usize, Row)], top: &(usize, Row), step: f64, edge: f64) -> usize {
    let reach = |from: usize, most: f64| {
        from + rest[from..].windows(2).take_while(|pair| step_of(pair) <= most * step).count()
    };
    let reaches = |row: &Row| end_of(row) > edge - 4.0 * row.size;
    let mut end = reach(0, GAP);
    let far = reach(0, END);
    while end < far {
        let paragraph = end + 1..reach(end + 1, GAP) + 1;
        if paragraph.len() < 2 || !reaches(&rest[paragraph.start].1) {
            break;
        }
        end = paragraph.end - 1;
    }
    let to_sentence = (end..=far).rev().find(|n| leads_to(&rest[*n].1, &top.1));
    to_sentence.unwrap_or(end)
}
