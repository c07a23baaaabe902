//! Pages set in two columns: one empty strip from top to bottom, with running text on both sides.
//!
//! Lines of two columns need not stand at the same heights, so they are told apart before any line is put together. What
//! reaches over the strip, a heading or the number of the page, divides the columns into those above it and those below.
//! A table has such strips too; its rows have gaps between them that go all the way across.

use super::character::{Character, is_shown};
use super::measures::{FEWEST_LINES, NARROWEST, are_columns};
use super::row::{Row, rows};
use super::{consecutive, passage};

/// In points: so finely a strip is looked for.
const STEP: f64 = 2.0;

const MIDDLE: std::ops::Range<f64> = 0.3..0.7;

/// At most this many of a hundred letters that a strip would hold may be those of lines that reach over it.
const REACHING: usize = 15;

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
