//! Two columns of which one is short, told by what stands in them: an item goes on, or the next one begins, at the top of the
//! right one.
//!
//! The last page of columns ends in the middle, and the first may begin with a head of short lines; too little is left there to
//! tell columns by their look. But the items of a meeting count up, and a heading is followed by what it is the heading of.

use rules::syntax::numbered::numbered;
use rules::syntax::{Class, NumberForm, Vocabulary, scan};

use super::character::{Character, is_shown};
use super::line::line;
use super::measures::{NARROWEST, extent, is_full, n_inner};
use super::row::{Row, rows};

/// The right column begins in this middle part of the text.
const MIDDLE: std::ops::Range<f64> = 0.3..0.85;

/// Lines that begin at the same place differ no more, in points.
const SAME: f64 = 1.5;

/// Columns have so many lines at least.
const FEWEST_LEFT: usize = 3;
const FEWEST_RIGHT: usize = 2;

/// A page of more rows is none that somebody reads.
const MOST_ROWS: usize = 200;

/// What is printed above the text stands so many of its sizes above it, and on so few lines.
const APART: f64 = 3.0;
const MOST_APART: usize = 2;

/// A line of running text has so many words.
const FEWEST_WORDS: usize = 3;

/// `characters` in the order they are read, where two columns follow each other by what they say.
pub(super) fn split(characters: &[Character]) -> Option<Vec<Vec<Character>>> {
    let all = rows(characters.to_vec());
    if all.len() > MOST_ROWS {
        return None;
    }
    let (left, right) = extent(&all)?;
    let width = right - left;
    let middle = left + MIDDLE.start * width..left + MIDDLE.end * width;
    for gutter in gutters(&all, &middle) {
        let free = |row: &Row| {
            !row.characters.iter().any(|c| is_shown(c) && c.x < gutter - SAME && c.end > gutter - NARROWEST)
        };
        let mut at = 0;
        while at < all.len() {
            let n = all[at..].iter().take_while(|row| free(row)).count();
            let apart = all[at..at + n].windows(2).take(MOST_APART).take_while(|pair| is_apart(pair)).count();
            if let Some(zones) = divided(&all, at + apart..at + n, gutter) {
                return Some(zones);
            }
            at += n + 1;
        }
    }
    None
}

fn is_apart(pair: &[Row]) -> bool {
    pair[1].y - pair[0].y > APART * pair[0].size
}

/// Where right columns may begin: at least two rows begin there, or go on there after a gap.
fn gutters(all: &[Row], middle: &std::ops::Range<f64>) -> Vec<f64> {
    let mut begins: Vec<f64> = Vec::new();
    for row in all {
        let mut end = f64::NEG_INFINITY;
        let mut shown: Vec<&Character> = row.characters.iter().filter(|c| is_shown(c)).collect();
        shown.sort_by(|a, b| a.x.total_cmp(&b.x));
        for c in shown {
            if c.x - end >= NARROWEST && middle.contains(&c.x) {
                begins.push(c.x);
            }
            end = end.max(c.end);
        }
    }
    begins.sort_by(f64::total_cmp);
    let mut found: Vec<(usize, f64)> = Vec::new();
    for x in begins {
        match found.last_mut().filter(|(_, first)| x - *first < SAME) {
            Some((n, _)) => *n += 1,
            None => found.push((1, x)),
        }
    }
    found.retain(|(n, _)| *n >= FEWEST_RIGHT);
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));
    found.into_iter().map(|(_, x)| x).collect()
}

/// `all` rows with those in `range` as the columns on both sides of `gutter`, if they are such.
fn divided(all: &[Row], range: std::ops::Range<usize>, gutter: f64) -> Option<Vec<Vec<Character>>> {
    let side = |is_left: bool| -> Vec<Row> {
        let half = |row: &Row| {
            let mut half = row.clone();
            half.characters.retain(|c| (c.x < gutter - SAME) == is_left);
            half.characters.iter().any(is_shown).then_some(half)
        };
        all[range.clone()].iter().filter_map(half).collect()
    };
    let (left, right) = (side(true), side(false));
    let is_long = left.len() >= FEWEST_LEFT && right.len() >= FEWEST_RIGHT;
    if !is_long || are_labels(&left, &right) || !follow(&left, &right) {
        return None;
    }
    let flat = |rows: &[Row]| rows.iter().flat_map(|row| row.characters.clone()).collect::<Vec<_>>();
    let mut zones = vec![flat(&all[..range.start]), flat(&left), flat(&right), flat(&all[range.end..])];
    zones.retain(|zone| !zone.is_empty());
    Some(zones)
}

/// At least this many headings with a line beside each, which is painted after it, are labels.
const FEWEST_LABELS: usize = 2;

/// Are the headings in `left` the labels of what stands beside them in `right`?
fn are_labels(left: &[Row], right: &[Row]) -> bool {
    let run = |row: &Row| row.characters.iter().find(|c| is_shown(c)).map_or(0, |c| c.run);
    let mut n = 0;
    for (at, row) in left.iter().enumerate() {
        if line(row).is_none_or(|line| says(&line.words) != Says::Section) {
            continue;
        }
        let next = left.get(at + 1).map_or(u32::MAX, run);
        let is_beside =
            |other: &Row| (other.y - row.y).abs() < SAME && (run(row)..next).contains(&run(other));
        if !right.iter().any(is_beside) {
            return false;
        }
        n += 1;
    }
    n >= FEWEST_LABELS
}

/// What a line is to the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// An item of this number begins.
    Item(u16),
    /// A part of an item begins.
    Section,
    /// "Sted: Rådhuset".
    Label,
    Words,
}

/// Does `right` go on where `left` ends?
pub(super) fn follow(left: &[Row], right: &[Row]) -> bool {
    let words = |column: &[Row]| -> Vec<String> {
        let lines = column.iter().filter_map(line).map(|line| line.words);
        lines.filter(|words| words.contains(char::is_alphabetic)).collect()
    };
    let (lefts, rights) = (words(left), words(right));
    let says = |words: &[String]| words.iter().map(|words| says(words)).collect::<Vec<Says>>();
    let (before, after) = (says(&lefts), says(&rights));
    let (Some(last), Some(first)) = (before.last(), after.first()) else { return false };
    let n_labels = before.iter().filter(|says| **says == Says::Label).count();
    let items = before.iter().rev().find_map(|says| if let Says::Item(n) = says { Some(*n) } else { None });
    let has_section = after.contains(&Says::Section);
    match (*first, items) {
        // The next item; in a table of items, the one beside the last is not the next.
        (Says::Item(next), Some(before)) => before.checked_add(1) == Some(next),
        // A head beside the first items.
        (Says::Item(_), None) => n_labels >= 2 && has_section,
        (Says::Label, _) => false,
        (Says::Section, Some(_)) => has_text(left) && !before.contains(&Says::Label),
        (Says::Section, None) => false,
        // The words under a heading, or the rest of a sentence.
        (Says::Words, Some(_)) => {
            *last == Says::Section && rights[0].contains(' ')
                || has_text(left) && leads_to(lefts.last(), rights.first())
        }
        (Says::Words, None) => false,
    }
}

/// Is there running text in `column`?
fn has_text(column: &[Row]) -> bool {
    column.len() >= 6 && is_full(column) && n_inner(column) >= 2
}

fn leads_to(last: Option<&String>, first: Option<&String>) -> bool {
    let (Some(last), Some(first)) = (last, first) else { return false };
    let is_open = !last.ends_with(['.', ':', '?', '!']) && last.contains(' ');
    is_open && first.starts_with(char::is_lowercase) && first.split(' ').count() >= FEWEST_WORDS
}

fn says(words: &str) -> Says {
    let vocabulary = Vocabulary::common();
    let block = scan::block(words, 0, vocabulary);
    match block.class {
        Class::Section(_) | Class::Decision => return Says::Section,
        Class::Label(_) => return Says::Label,
        _ => {}
    }
    // "Ad 2) Tiltrådt." answers a point.
    let number = numbered(words, 0).filter(|found| {
        !words.starts_with("Ad ")
            && matches!(found.numbering.form, NumberForm::Word(_) | NumberForm::Stop)
            && words[found.title.clone()].trim_start().starts_with(char::is_uppercase)
    });
    number.map_or(Says::Words, |found| Says::Item(found.numbering.value))
}
