//! Bullets that are drawn and not written: a small disc, ring or square before the first word of a line, as browsers print lists.

use super::character::{Character, is_shown};
use super::ruled::Span;

/// How high a bullet is, in sizes of the letters behind it.
const HEIGHT: std::ops::Range<f64> = 0.15..0.6;

/// How far the letters stand from it, in their sizes.
const BEFORE: std::ops::Range<f64> = 0.2..2.2;

/// Its middle lies so high above the line, in sizes.
const MIDDLE: std::ops::Range<f64> = 0.12..0.5;

/// What stands before it on the same line is another column, so many sizes away.
const APART: f64 = 1.5;

/// A page with more of them is a drawing.
const MOST: usize = 400;

/// Puts a bullet among `characters` for each of the `dots` that stands before a line.
pub(super) fn put_in(characters: &mut Vec<Character>, dots: &[Span]) {
    if dots.len() > MOST {
        return;
    }
    let mut by_height: Vec<usize> = (0..characters.len()).filter(|at| is_shown(&characters[*at])).collect();
    by_height.sort_by(|a, b| characters[*a].y.total_cmp(&characters[*b].y));
    let largest = characters.iter().map(|character| character.size).fold(0.0, f64::max);
    let mut bullets: Vec<Character> = Vec::new();
    for (n, dot) in dots.iter().enumerate() {
        let middle = f64::midpoint(dot[0].1, dot[1].1);
        let first = by_height.partition_point(|at| characters[*at].y < middle);
        let near = by_height[first..].iter().take_while(|at| characters[**at].y < middle + largest);
        let on_line = near.map(|at| &characters[*at]).filter(|c| MIDDLE.contains(&((c.y - middle) / c.size)));
        bullets.extend(bullet(dot, on_line, u32::MAX / 2 - n as u32));
    }
    characters.extend(bullets);
}

/// The bullet that `dot` is before the letters `on_line`.
fn bullet<'c>(dot: &Span, on_line: impl Iterator<Item = &'c Character>, run: u32) -> Option<Character> {
    let [(x, top), (end, bottom)] = *dot;
    let mut behind: Option<&Character> = None;
    let mut before = f64::NEG_INFINITY;
    for character in on_line {
        if character.x > f64::midpoint(x, end) {
            behind = behind.filter(|known| known.x <= character.x).or(Some(character));
        } else {
            before = before.max(character.end);
        }
    }
    let first = behind?;
    let is_bullet = HEIGHT.contains(&((bottom - top) / first.size))
        && BEFORE.contains(&((first.x - end) / first.size))
        && x - before > APART * first.size;
    let Character { y, size, .. } = *first;
    is_bullet.then(|| Character { x, end, y, size, run, text: "•".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{Character, put_in};

    fn letters(x: f64, y: f64, words: &str) -> Vec<Character> {
        let letter = |(n, c): (usize, char)| {
            let x = x + 5.0 * n as f64;
            Character { x, end: x + 5.0, y, size: 10.0, run: 1, text: c.to_string() }
        };
        words.chars().enumerate().map(letter).collect()
    }

    fn bullets(characters: Vec<Character>, dot: [(f64, f64); 2]) -> Vec<(f64, f64)> {
        let mut all = characters;
        put_in(&mut all, &[dot]);
        all.iter().filter(|c| c.text == "•").map(|c| (c.x, c.y)).collect()
    }

    #[test]
    fn a_disc_before_a_line_is_a_bullet() {
        let dot = [(50.0, 95.0), (53.0, 98.0)];
        assert_eq!(bullets(letters(60.0, 100.0, "bænke"), dot), [(50.0, 100.0)]);
        // In a cell.
        let row = [letters(0.0, 100.0, "Drift"), letters(60.0, 100.0, "bænke")].concat();
        assert_eq!(bullets(row, dot), [(50.0, 100.0)]);
    }

    #[test]
    fn what_is_drawn_elsewhere_is_none() {
        for (x, y, dot) in [
            // A point of a curve, a filled ground, a dot between words and one above the line.
            (90.0, 100.0, [(50.0, 95.0), (53.0, 98.0)]),
            (60.0, 100.0, [(20.0, 90.0), (53.0, 104.0)]),
            (30.0, 100.0, [(37.0, 95.0), (40.0, 98.0)]),
            (60.0, 100.0, [(50.0, 80.0), (53.0, 83.0)]),
        ] {
            assert_eq!(bullets(letters(x, y, "bænke"), dot), [], "{x} {dot:?}");
        }
    }
}
