//! Letters that do not stand straight on the page: those of a page that was scanned askew, and those of a stamp.
//!
//! A line of letters is read along itself. Where a page as a whole is askew, it is set straight before anything is read of it;
//! what stands askew on it then is no text of the page, and each line of it is set straight on its own.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::character::Character;
use super::glyph::{Glyph, Place};

/// Letters that slope no more are straight, in radians: the lines of a scanned page do not all slope as much.
const STRAIGHT: f64 = 0.05;

/// A page that slopes less is straight as it is.
const LEAST: f64 = 0.004;

/// A page on which some letters are straight slopes no more.
const MOST: f64 = 0.2;

/// Letters whose lines slope this nearly the same stand on one line.
const SAME: f64 = 0.02;

/// A page has lines in no more ways than these.
const MOST_WAYS: usize = 64;

impl Glyph {
    /// The way it goes on, in radians from the right.
    fn angle(&self) -> f64 {
        let (across, up) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let angle = if up == 0.0 && across > 0.0 { 0.0 } else { up.atan2(across) };
        // Upside down is one way and not two.
        if angle < SAME - PI { angle + TAU } else { angle }
    }

    /// How far it slopes from the nearest of the ways that straight letters go.
    fn slope(&self) -> f64 {
        let angle = self.angle();
        angle - (angle / FRAC_PI_2).round() * FRAC_PI_2
    }

    /// Does it go up or down a slope, as the letters of a watermark do?
    pub(super) fn is_slanted(&self) -> bool {
        self.slope().abs() > STRAIGHT
    }

    /// Turned by `angle` around `middle`.
    fn turn(&mut self, angle: f64, middle: Place) {
        self.from = turned(self.from, angle, middle);
        self.to = turned(self.to, angle, middle);
    }
}

fn turned((x, y): Place, angle: f64, middle: Place) -> Place {
    let (sin, cos) = angle.sin_cos();
    let (x, y) = (x - middle.0, y - middle.1);
    (middle.0 + x * cos - y * sin, middle.1 + x * sin + y * cos)
}

/// Sets the letters of a page that is askew straight, around its `middle`.
pub(super) fn straighten(painted: &mut [Glyph], middle: Place) {
    let mut slopes: Vec<f64> = painted.iter().map(Glyph::slope).collect();
    let has_straight = slopes.iter().any(|slope| slope.abs() < LEAST);
    slopes.sort_by(f64::total_cmp);
    let Some(usual) = slopes.get(slopes.len() / 2).copied() else { return };
    let n_same = slopes.iter().filter(|slope| (**slope - usual).abs() < STRAIGHT).count();
    if usual.abs() < LEAST || n_same * 2 < slopes.len() || has_straight && usual.abs() > MOST {
        return;
    }
    painted.iter_mut().for_each(|painted| painted.turn(-usual, middle));
}

/// Letters that are no text of the page, gathered by the way they go.
#[derive(Debug, Default)]
pub(super) struct Askew<'p> {
    ways: Vec<(f64, Vec<&'p Glyph>)>,
}

impl<'p> Askew<'p> {
    pub(super) fn take(&mut self, painted: &'p Glyph) {
        let angle = painted.angle();
        let is_same = |way: &&mut (f64, Vec<&Glyph>)| (way.0 - angle).abs() < SAME;
        let is_full = self.ways.len() >= MOST_WAYS;
        match self.ways.iter_mut().rev().find(is_same) {
            Some((_, letters)) => letters.push(painted),
            None if is_full => self.ways[MOST_WAYS - 1].1.push(painted),
            None => self.ways.push((angle, vec![painted])),
        }
    }

    /// The letters of each way, as they stand when they go to the right.
    pub(super) fn straight(self, sides: [f64; 4]) -> Vec<Vec<Character>> {
        let upright = |(angle, letters): (f64, Vec<&Glyph>)| {
            let straight = letters.into_iter().map(|letter| {
                let mut letter = letter.clone();
                letter.turn(-angle, (sides[0], sides[1]));
                letter.upright(0, sides)
            });
            straight.collect()
        };
        self.ways.into_iter().map(upright).collect()
    }
}
