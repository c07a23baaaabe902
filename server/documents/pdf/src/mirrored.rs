//! The head of a document of one page, where nothing can repeat: programs set it as far from the upper edge as the number of
//! the page from the lower one, in the same letters, and apart from the text.

use super::line::{Line, PageLines};

/// What is printed around the text stands so many times the size of its letters apart from it at least.
pub(super) const APART: f64 = 1.8;

/// How far letters reach above the line they stand on and below it, in sizes.
const ABOVE: f64 = 0.8;
const BELOW: f64 = 0.2;

/// Distances from the edges differ no more, in sizes: programs reckon with other heights of letters.
const SAME: f64 = 0.6;

/// Sizes of the same letters differ no more, in points.
const SAME_SIZE: f64 = 0.3;

/// The head stands this near the edge, in parts of the height of the page: text begins further down.
const EDGE: f64 = 0.065;

/// The number at the foot of a page.
pub(super) struct Foot {
    size: f64,
    /// From the lower edge of the page, in points.
    distance: f64,
}

impl Foot {
    /// For the number in `line`, on a page of this `height`.
    pub(super) fn new(line: &Line, height: f64) -> Self {
        Self { size: line.size, distance: height - line.y - BELOW * line.size }
    }

    /// Does `line` of `page` stand as far from the upper edge, with the text apart from it?
    pub(super) fn is_mirrored_by(&self, line: &Line, page: &PageLines) -> bool {
        let distance = line.y - ABOVE * line.size;
        let below = page.lines.iter().map(|other| other.y).filter(|y| *y > line.y + line.size / 2.0);
        let next = below.fold(f64::INFINITY, f64::min);
        line.row.is_none()
            && line.y < page.height * EDGE
            && (line.size - self.size).abs() < SAME_SIZE
            && (distance - self.distance).abs() < SAME * line.size
            && next - line.y > APART * line.size
    }
}
