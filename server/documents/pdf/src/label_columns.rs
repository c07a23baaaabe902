//! Labels that a column of values stands behind, so near that a space could stand between them: "Sagsfremstilling Der er…".
//!
//! The widest label says how wide their column is, and hardly leaves a gap. That it is one shows elsewhere: behind another label,
//! shorter or longer, words begin at the same place, or the value goes on below itself and not below the label.

use super::character::{Character, is_shown};
use super::line::{SPACE, line};
use super::row::Row;
use flow::{Says, says};

/// Words that begin this near each other begin at the same place, in points.
const SAME: f64 = 0.8;

/// Labels whose ends lie further apart have another length, in points; so have those further apart than the second without doubt.
const OTHER: [f64; 2] = [0.4, 1.5];

/// A gap that is larger than a space, in sizes.
const BROAD: f64 = 0.45;

/// A line below another one stands no further from it, in sizes.
const NEAR: f64 = 1.7;

/// No label has more words.
const MOST_WORDS: usize = 3;

/// A label at the beginning of a row.
struct Labelled {
    row: usize,
    /// Where the label ends, and where what stands behind it begins.
    end: f64,
    value: f64,
    size: f64,
}

/// Sets a tab behind the labels of `rows` that have a column behind them.
pub(super) fn set_tabs(rows: &mut [Row]) {
    let found: Vec<Labelled> = (0..rows.len()).filter_map(|at| labelled(rows, at)).collect();
    for own in &found {
        let is_same = |other: &&Labelled| {
            let gaps = [other.value - other.end, own.value - own.end];
            let n_broad = gaps.iter().filter(|gap| **gap > BROAD * own.size).count();
            let apart = (other.end - own.end).abs();
            (other.value - own.value).abs() < SAME
                && (apart > OTHER[0] && n_broad == 2 || apart > OTHER[1] && n_broad == 1)
        };
        if found.iter().any(|other| is_same(&other)) || goes_on_below(rows, own) {
            let row = &mut rows[own.row];
            let after = row.characters.iter().position(|c| is_shown(c) && c.x >= own.value - 0.01);
            if let Some(after) = after {
                let (x, y, size, run) = (own.value, row.y, row.size, row.characters[after].run);
                row.characters.insert(after, Character { x, end: x, y, size, run, text: "\t".to_owned() });
            }
        }
    }
}

/// The label that row `at` begins with, if it does.
fn labelled(rows: &[Row], at: usize) -> Option<Labelled> {
    let row = &rows[at];
    let shown: Vec<usize> = (0..row.characters.len()).filter(|at| is_shown(&row.characters[*at])).collect();
    let gaps = shown.windows(2).filter(|pair| {
        let (before, after) = (&row.characters[pair[0]], &row.characters[pair[1]]);
        after.x - before.end > SPACE * row.size
    });
    let of = |pair: &[usize]| {
        let label = Row { characters: row.characters[..pair[1]].to_vec(), ..row.clone() };
        let words = line(&label)?.words;
        let is_label = words.starts_with(char::is_uppercase)
            && matches!(says(&words), Says::Label | Says::Section | Says::Deciding);
        let (end, value) = (row.characters[pair[0]].end, row.characters[pair[1]].x);
        is_label.then_some(Labelled { row: at, end, value, size: row.size })
    };
    gaps.take(MOST_WORDS).filter_map(of).last()
}

/// Does the next row begin below what stands behind the label, and the one after that not further left?
fn goes_on_below(rows: &[Row], own: &Labelled) -> bool {
    let x = |row: &Row| row.characters.iter().find(|c| is_shown(c)).map(|c| c.x);
    let (row, next) = (&rows[own.row], rows.get(own.row + 1));
    let is_below = |next: &&Row| {
        next.y - row.y < NEAR * row.size
            && (next.size - row.size).abs() < 0.5
            && x(next).is_some_and(|x| (x - own.value).abs() < SAME)
    };
    next.filter(is_below).is_some()
}
