//! What a page draws beside its letters: lines, which rule tables and strike words through, and grounds, which white letters
//! can be read on.

use pdf_extract::{Path, PathOp, Transform};

use super::character::Character;

/// What is no thicker is a line, in points.
const THIN: f64 = 1.8;

/// What is no longer is none.
const SHORT: f64 = 2.0;

/// A line slopes no more than this, in points.
const SLOPE: f64 = 0.5;

/// What is so high may be a dot, in points.
const DOT: std::ops::Range<f64> = 1.0..9.0;

/// A page with more lines is a drawing.
const MOST_LINES: usize = 8000;

/// What draws this many corners is no rectangle.
const MOST_CORNERS: usize = 64;

/// A rectangle in the corner of nowhere, which the page is told anew with to say how the letters that follow are shown: its
/// height is one of [`Shown`].
pub(super) const MARK: i64 = -77_777;

/// The same beside it, for what letters are said to stand for: its width is the number of the text, its height 1 where that begins.
pub(super) const SAID: i64 = -77_778;

/// How letters are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Dark,
    /// In white.
    White,
    /// Not at all.
    Invisible,
    /// In a layer that is off.
    Off,
}

/// Which of the texts that letters are said to stand for `path` names, and whether it begins there or ends.
pub(super) fn said(path: &Path) -> Option<(usize, bool)> {
    match path.ops.as_slice() {
        [PathOp::Rect(x, y, which, begins)] if *x == MARK as f64 && *y == SAID as f64 => {
            Some((which.round() as usize, *begins > 0.0))
        }
        _ => None,
    }
}

/// A straight line, or the corners of a rectangle: from, to.
pub(super) type Span = [(f64, f64); 2];

/// What is drawn on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Ruled {
    pub(super) across: Vec<Span>,
    pub(super) down: Vec<Span>,
    pub(super) grounds: Vec<Span>,
    /// What is small and as broad as it is high.
    pub(super) dots: Vec<Span>,
}

/// How the letters that follow are shown, where `path` says so.
pub(super) fn mark(path: &Path) -> Option<Shown> {
    match path.ops.as_slice() {
        [PathOp::Rect(x, y, _, how)] if *x == MARK as f64 && *y == MARK as f64 => match how.round() as i64 {
            1 => Some(Shown::White),
            2 => Some(Shown::Invisible),
            3 => Some(Shown::Off),
            _ => Some(Shown::Dark),
        },
        _ => None,
    }
}

impl Ruled {
    /// Takes a `path` that is drawn with a pen.
    pub(super) fn stroke(&mut self, transform: &Transform, path: &Path) {
        if path.ops.len() > MOST_CORNERS {
            return;
        }
        let place = |x: f64, y: f64| on_page(transform, x, y);
        // A ring.
        let ends = path.ops.iter().filter_map(|op| match *op {
            PathOp::CurveTo(.., x, y) => Some(place(x, y)),
            _ => None,
        });
        self.dot(bounds(ends));
        let (mut first, mut at) = (None, None);
        for op in &path.ops {
            match *op {
                PathOp::MoveTo(x, y) => (first, at) = (Some(place(x, y)), Some(place(x, y))),
                PathOp::LineTo(x, y) => {
                    if let Some(from) = at {
                        self.line([from, place(x, y)]);
                    }
                    at = Some(place(x, y));
                }
                PathOp::Close => {
                    if let (Some(from), Some(to)) = (at, first) {
                        self.line([from, to]);
                    }
                    at = first;
                }
                PathOp::Rect(x, y, width, height) => {
                    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    let corners = corners.map(|(x, y)| place(x, y));
                    (0..4).for_each(|n| self.line([corners[n], corners[(n + 1) % 4]]));
                }
                PathOp::CurveTo(..) => at = None,
            }
        }
    }

    /// Takes a `path` that is filled: thin ones are lines.
    pub(super) fn fill(&mut self, transform: &Transform, path: &Path) {
        if path.ops.len() > MOST_CORNERS {
            return;
        }
        let mut corners: Vec<(f64, f64)> = Vec::new();
        for op in &path.ops {
            match *op {
                PathOp::Rect(x, y, width, height) => {
                    let whole = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)];
                    self.area(&whole.map(|(x, y)| on_page(transform, x, y)));
                }
                PathOp::MoveTo(x, y) => {
                    self.area(&std::mem::take(&mut corners));
                    corners.push(on_page(transform, x, y));
                }
                PathOp::LineTo(x, y) | PathOp::CurveTo(.., x, y) => corners.push(on_page(transform, x, y)),
                PathOp::Close => {}
            }
        }
        self.area(&corners);
    }

    fn area(&mut self, corners: &[(f64, f64)]) {
        let Some([from, to]) = bounds(corners.iter().copied()) else { return };
        if !is_triangle(corners) {
            self.dot(Some([from, to]));
        }
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        if width.min(height) > THIN {
            if self.grounds.len() < MOST_LINES {
                self.grounds.push([from, to]);
            }
        } else if width > height {
            let y = f64::midpoint(from.1, to.1);
            self.line([(from.0, y), (to.0, y)]);
        } else {
            let x = f64::midpoint(from.0, to.0);
            self.line([(x, from.1), (x, to.1)]);
        }
    }

    fn dot(&mut self, bounds: Option<Span>) {
        let Some([from, to]) = bounds else { return };
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        if DOT.contains(&height) && (width - height).abs() < 0.2 * height && self.dots.len() < MOST_LINES {
            self.dots.push([from, to]);
        }
    }

    fn line(&mut self, [from, to]: Span) {
        let (across, down) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        if ![from.0, from.1, to.0, to.1].into_iter().all(f64::is_finite) {
            return;
        }
        let lines = if down <= SLOPE { &mut self.across } else { &mut self.down };
        if across.min(down) <= SLOPE && across.max(down) >= SHORT && lines.len() < MOST_LINES {
            lines.push([from, to]);
        }
    }

    /// As it stands when each place is `turned`.
    pub(super) fn turned(&self, turned: impl Fn((f64, f64)) -> (f64, f64)) -> Self {
        let mut new = Self::default();
        let spans = self.across.iter().chain(&self.down);
        spans.for_each(|span| new.line(span.map(&turned)));
        new.dots = self.dots.iter().map(|span| ordered(span.map(&turned))).collect();
        new.grounds = self.grounds.iter().map(|span| ordered(span.map(&turned))).collect();
        new.across.iter_mut().chain(&mut new.down).for_each(|span| *span = ordered(*span));
        new
    }

    /// Does something stand behind `character` that white can be read on?
    pub(super) fn has_ground(&self, character: &Character) -> bool {
        let (x, y) = (f64::midpoint(character.x, character.end), character.y - 0.3 * character.size);
        self.grounds.iter().any(|[from, to]| (from.0..=to.0).contains(&x) && (from.1..=to.1).contains(&y))
    }
}

/// Browsers draw one before what can be folded in; discs and squares have more `corners`.
fn is_triangle(corners: &[(f64, f64)]) -> bool {
    let is_back = corners.len() > 1 && corners.first() == corners.last();
    corners.len() - usize::from(is_back) == 3
}

/// What lies around all of `places`, if there are any.
fn bounds(places: impl Iterator<Item = (f64, f64)>) -> Option<Span> {
    let around =
        |[from, to]: Span, (x, y): (f64, f64)| [(from.0.min(x), from.1.min(y)), (to.0.max(x), to.1.max(y))];
    places.map(|place| [place, place]).reduce(|all, [place, _]| around(all, place))
}

fn on_page(transform: &Transform, x: f64, y: f64) -> (f64, f64) {
    (
        x * transform.m11 + y * transform.m21 + transform.m31,
        x * transform.m12 + y * transform.m22 + transform.m32,
    )
}

/// From the upper left to the lower right.
fn ordered([a, b]: Span) -> Span {
    [(a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))]
}

/// A line strikes letters through that it crosses in this part of their size above where they stand.
const MIDDLE: std::ops::Range<f64> = 0.12..0.45;

/// Takes the words that lines strike through out of `characters`, and gives them; where they stood is left empty. A line that
/// strikes words through is as long as they are, and the number of an item is none of them.
pub(super) fn struck(characters: &mut [Character], ruled: &Ruled) -> Vec<Character> {
    if ruled.across.is_empty() || characters.is_empty() {
        return Vec::new();
    }
    let mut by_height: Vec<usize> = (0..characters.len()).collect();
    by_height.sort_by(|a, b| characters[*a].y.total_cmp(&characters[*b].y));
    let largest = characters.iter().map(|character| character.size).fold(0.0, f64::max);
    let mut struck = Vec::new();
    for [from, to] in &ruled.across {
        let first = by_height.partition_point(|at| characters[*at].y < from.1);
        let near = by_height[first..].iter().take_while(|at| characters[**at].y < from.1 + largest);
        let is_crossed = |at: &&usize| {
            let Character { x, end, y, size, text, .. } = &characters[**at];
            let middle = f64::midpoint(*x, *end);
            let height = (y - from.1) / size.max(1.0);
            MIDDLE.contains(&height) && (from.0..=to.0).contains(&middle) && !text.is_empty()
        };
        let mut crossed: Vec<usize> = near.filter(is_crossed).copied().collect();
        crossed.sort_by(|a, b| characters[*a].x.total_cmp(&characters[*b].x));
        let (Some(left), Some(right)) = (crossed.first(), crossed.last()) else { continue };
        let slack = 0.35 * characters[*left].size;
        let fits =
            (characters[*left].x - from.0).abs() < slack && (characters[*right].end - to.0).abs() < slack;
        let words: String = crossed.iter().map(|at| characters[*at].text.as_str()).collect();
        if !fits || !words.contains(char::is_alphanumeric) || is_title(&words) {
            continue;
        }
        for at in crossed {
            struck.push(characters[at].clone());
            // The spaces stay.
            if !characters[at].text.trim().is_empty() {
                characters[at].text.clear();
            }
        }
    }
    struck
}

/// "3. Havnebus": a title counts though it is struck through.
fn is_title(words: &str) -> bool {
    let rest = words.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let title = rest.strip_prefix('.').map(str::trim_start);
    rest.len() < words.trim_start().len() && title.is_some_and(|title| title.starts_with(char::is_uppercase))
}
