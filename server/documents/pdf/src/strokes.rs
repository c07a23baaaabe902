//! The pieces of lines in the order in which a page is painted.

use super::character::{Character, is_shown};

/// Letters of one line stand at heights that differ no more, in sizes.
pub(super) const SAME: f64 = 0.4;

/// A gap of so many sizes parts two pieces of a line, and so does a step back.
const APART: f64 = 2.0;
const BACK: f64 = 0.6;

/// A piece of a line, as it is painted.
#[derive(Clone, Debug)]
pub(super) struct Stroke {
    /// Which of the characters.
    pub(super) characters: std::ops::Range<usize>,
    /// In points.
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// Those of `characters`.
pub(super) fn strokes(characters: &[Character]) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        match strokes.last_mut() {
            Some(last) if !is_shown(c) => last.characters.end = at + 1,
            Some(last)
                if (c.y - last.y).abs() < SAME * c.size.min(last.size)
                    && (last.end - BACK * c.size..last.end + APART * c.size).contains(&c.x) =>
            {
                last.characters.end = at + 1;
                (last.end, last.size) = (last.end.max(c.end), last.size.max(c.size));
            }
            // What is not shown at the very beginning belongs to what comes first.
            last => {
                let from = if last.is_none() { 0 } else { at };
                strokes.push(Stroke { characters: from..at + 1, x: c.x, end: c.end, y: c.y, size: c.size });
            }
        }
    }
    strokes
}
