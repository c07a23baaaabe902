//! What a page paints after its text, and what stands elsewhere: the signs of lists, as WeasyPrint paints them, and the head of the
//! page. The order of painting tells columns, so what comes late is put where it is read.

use super::character::Character;
use super::strokes::{SAME, Stroke, strokes};

/// The words of a point stand so many sizes behind its sign, whose end may touch them.
const BEHIND: std::ops::Range<f64> = -0.2..3.0;

/// A sign is so many letters long at most: "12." and "iv)".
const LONGEST_SIGN: usize = 4;

/// Heads and feet are painted in no more pieces.
const MOST_IN_MARGINS: usize = 8;

/// `characters` with what is painted late before what it stands before.
pub(super) fn put_back(characters: Vec<Character>) -> Vec<Character> {
    let all = strokes(&characters);
    let mut moved: Vec<(usize, usize)> = signs(&characters, &all);
    let n_text = n_before_margins(&all);
    let top = all[..n_text].iter().map(|stroke| stroke.y).fold(f64::INFINITY, f64::min);
    moved.extend((n_text..all.len()).filter(|at| all[*at].y < top).map(|at| (at, 0)));
    if moved.is_empty() {
        return characters;
    }
    // Where each stroke goes: before the one it is moved to, else where it was.
    let mut order: Vec<(usize, bool, usize)> = (0..all.len()).map(|at| (at, true, at)).collect();
    for (from, to) in moved {
        order[from] = (to, false, from);
    }
    order.sort_unstable();
    order.into_iter().flat_map(|(_, _, at)| characters[all[at].characters.clone()].to_vec()).collect()
}

/// The signs of points that are not painted just before their words, and before which stroke each of them stands.
fn signs(characters: &[Character], all: &[Stroke]) -> Vec<(usize, usize)> {
    let is_sign = |at: &usize| is_sign(&characters[all[*at].characters.clone()]);
    let late: Vec<usize> = (0..all.len()).filter(is_sign).filter(|at| !is_before(all, *at, at + 1)).collect();
    if late.is_empty() {
        return Vec::new();
    }
    let mut by_height: Vec<usize> = (0..all.len()).collect();
    by_height.sort_by(|a, b| all[*a].y.total_cmp(&all[*b].y));
    let behind = |at: usize| {
        let (y, room) = (all[at].y, SAME * all[at].size);
        let from = by_height.partition_point(|other| all[*other].y <= y - room);
        let near = by_height[from..].iter().copied().take_while(|other| all[*other].y < y + room);
        let behind = near.filter(|other| *other < at && is_before(all, at, *other));
        behind.min_by(|a, b| all[*a].x.total_cmp(&all[*b].x))
    };
    late.into_iter().filter_map(|at| Some((at, behind(at)?))).collect()
}

/// Does the stroke `at` stand just before the stroke `next` on its line?
fn is_before(all: &[Stroke], at: usize, next: usize) -> bool {
    let (Some(sign), Some(next)) = (all.get(at), all.get(next)) else { return false };
    let size = sign.size.max(next.size);
    (next.y - sign.y).abs() < SAME * size && next.x > sign.x && BEHIND.contains(&((next.x - sign.end) / size))
}

/// Is this the sign of a point, "•", "2." or "b)"?
fn is_sign(characters: &[Character]) -> bool {
    let signs: String =
        characters.iter().flat_map(|c| c.text.chars()).filter(|c| !c.is_whitespace()).collect();
    let n_signs = signs.chars().count();
    let is_bullet = n_signs == 1 && !signs.contains(char::is_alphanumeric);
    let counts = || {
        let number = signs.strip_suffix(['.', ')'])?;
        let is_letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        (is_letter || is_number).then_some(())
    };
    n_signs <= LONGEST_SIGN && (is_bullet || counts().is_some())
}

/// How many strokes come before those at the end that stand above or below all others.
fn n_before_margins(all: &[Stroke]) -> usize {
    let fewest = all.len().saturating_sub(MOST_IN_MARGINS);
    let heights = |n: usize| {
        let extend = |(top, bottom): (f64, f64), stroke: &Stroke| (top.min(stroke.y), bottom.max(stroke.y));
        all[..n].iter().fold((f64::INFINITY, f64::NEG_INFINITY), extend)
    };
    let is_apart = |n: &usize| {
        let (top, bottom) = heights(*n);
        all[*n..].iter().all(|stroke| stroke.y < top - stroke.size || stroke.y > bottom + stroke.size)
    };
    (fewest.max(1)..all.len()).find(is_apart).unwrap_or(all.len())
}
