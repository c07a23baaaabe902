//! A character as it is painted, before it is known how the page is held.

use super::character::Character;
use super::ruled::Shown;

/// Smaller letters, in points, are read by nobody; those of footnotes have six.
const SMALLEST: f64 = 1.6;

/// What lies this far outside a page, in points, is not on it.
const OUTSIDE: f64 = 2.0;

/// To the right, lines that are too long run out of a page; what lies this far out, in points, belongs to none of them.
const BEYOND: f64 = 150.0;

/// A place on the page, in points from the lower left corner.
pub(super) type Place = (f64, f64);

/// A character as it is painted, which may go on in any direction.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// Where it begins and where it ends.
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) size: f64,
    pub(super) run: u32,
    pub(super) shown: Shown,
    pub(super) text: String,
}

impl Glyph {
    /// Which way it goes on.
    pub(super) fn way(&self) -> usize {
        let (across, up) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        match (across.abs() >= up.abs(), across >= 0.0, up >= 0.0) {
            (true, true, _) => 0,
            (false, _, true) => 1,
            (true, false, _) => 2,
            (false, _, false) => 3,
        }
    }

    /// Is it too small for any eye, or does it lie outside the page?
    pub(super) fn is_out_of_sight(&self, [left, bottom, right, top]: [f64; 4]) -> bool {
        let ((x, y), (end, _)) = (self.from, self.to);
        let is_outside = x.max(end) < left.min(right) - OUTSIDE
            || x.min(end) > left.max(right) + BEYOND
            || y < bottom.min(top) - OUTSIDE - self.size
            || y > bottom.max(top) + OUTSIDE;
        self.size < SMALLEST || is_outside
    }

    /// As it stands when the page is held so that letters that go that `way` go to the right.
    pub(super) fn upright(&self, way: usize, sides: [f64; 4]) -> Character {
        let ((x, y), (end, _)) = (turned(self.from, way, sides), turned(self.to, way, sides));
        Character { x, end, y, size: self.size, run: self.run, text: self.text.clone() }
    }
}

/// Where a place of the page is when the page is held so that letters that go that `way` go to the right.
pub(super) fn turned((x, y): (f64, f64), way: usize, [left, bottom, right, top]: [f64; 4]) -> (f64, f64) {
    match way {
        0 => (x - left, top - y),
        1 => (y - bottom, x - left),
        2 => (right - x, y - bottom),
        _ => (top - y, right - x),
    }
}
