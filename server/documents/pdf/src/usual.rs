//! What is usual in a document: the size of its letters, how far its lines stand apart and where they begin and end.

use std::collections::{HashMap, HashSet};

use super::line::{Line, PageLines};
use super::points::{begins_point, number};

/// So many lines show how far they stand apart; fewer stand no further than this, in sizes.
const FEWEST_GAPS: usize = 8;
const LEADING: f64 = 1.6;

/// Letters this much larger than those of the text are a heading's.
pub(super) const LARGER: f64 = 1.08;

/// What is usual in a document.
pub(super) struct Usual {
    /// The size of most letters.
    pub(super) size: f64,
    /// From one line to the next, in sizes.
    pub(super) leading: f64,
    /// Where lines begin.
    pub(super) left: f64,
    /// Where lines end that are full.
    pub(super) right: f64,
    /// Larger sizes, the largest first.
    pub(super) sizes: Vec<f64>,
    /// The numbers that lines begin with.
    pub(super) numbers: HashSet<u32>,
}

impl Usual {
    /// What is usual on `pages`.
    pub(super) fn of(pages: &[PageLines]) -> Self {
        let lines = || pages.iter().flat_map(|page| &page.lines).filter(|line| line.row.is_none());
        let size = most(lines().map(|line| (line.size, line.words.len()))).unwrap_or(10.0);
        let pairs = pages.iter().flat_map(|page| page.lines.windows(2));
        let of_text =
            pairs.filter(|pair| (pair[0].size - size).abs() < 0.5 && (pair[1].size - size).abs() < 0.5);
        let mut gaps: Vec<f64> =
            of_text.map(|pair| (pair[1].y - pair[0].y) / size).filter(|gap| *gap > 0.5).collect();
        gaps.sort_by(f64::total_cmp);
        // The lines of a paragraph are nearer to each other than paragraphs are, and most lines are in one.
        let leading = gaps.get(gaps.len() / 4).copied().unwrap_or(1.3);
        // A few lines may all be paragraphs.
        let leading = if gaps.len() < FEWEST_GAPS { leading.min(LEADING) } else { leading };
        let mut ends: Vec<f64> = lines().map(|line| line.end).collect();
        ends.sort_by(f64::total_cmp);
        // A long word may stand out.
        let right = ends.iter().rev().nth(ends.len() / 200).copied().unwrap_or(0.0);
        // Where no line is full, a head that is no text still shows how wide that may be; columns are narrower.
        let heads = pages.iter().filter(|page| !goes_on_below(&page.lines)).map(|page| page.head_end);
        let right = heads.fold(right, f64::max);
        let left = most(lines().map(|line| (line.x, 1))).unwrap_or(0.0);
        let right = right.max(room(pages, left));
        let mut sizes: Vec<f64> =
            lines().map(|line| line.size).filter(|other| *other > size * LARGER).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        sizes.dedup_by(|a, b| (*a - *b).abs() < 0.25);
        let numbers = lines().filter_map(|line| number(&line.words)).collect();
        Self { size, leading, left, right, sizes, numbers }
    }
}

/// Text takes so much of a page between its margins at least, and fewer lines than these show nothing.
const FILLED: f64 = 0.6;
const FEWEST_LINES: usize = 4;

/// How far lines reach that begin at `left` of `pages`, where no sentence goes on from one to the next: a list of names, or of
/// titles. 0 where that is shown by the lines.
fn room(pages: &[PageLines], left: f64) -> f64 {
    let n_lines: usize = pages.iter().map(|page| page.lines.len()).sum();
    if n_lines < FEWEST_LINES || pages.iter().any(|page| goes_on_below(&page.lines)) {
        return 0.0;
    }
    let width = pages.iter().map(|page| page.width).fold(f64::INFINITY, f64::min);
    if width.is_finite() { left + FILLED * (width - 2.0 * left) } else { 0.0 }
}

/// Does a sentence go on from one of `lines` to the next? Then they show themselves how far they reach.
fn goes_on_below(lines: &[Line]) -> bool {
    lines.windows(2).any(|pair| {
        pair.iter().all(|line| line.row.is_none())
            && !begins_point(&pair[1].words)
            && (is_open(&pair[0].words)
                || pair[1].words.starts_with(char::is_lowercase)
                    && !pair[0].words.ends_with(['.', ':', '?', '!']))
    })
}

/// The value with the most weight, to half a point.
fn most(values: impl Iterator<Item = (f64, usize)>) -> Option<f64> {
    let mut weights: HashMap<i64, usize> = HashMap::new();
    for (value, weight) in values {
        *weights.entry((value * 2.0).round() as i64).or_default() += weight;
    }
    let heaviest = weights.into_iter().max_by_key(|(value, weight)| (*weight, *value));
    heaviest.map(|(value, _)| value as f64 / 2.0)
}

/// "Skolebestyrelsen på", "Udvalget for Børn og": a name that has another word.
pub(super) fn is_open(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    matches!(last, "af" | "for" | "fra" | "i" | "med" | "og" | "på" | "til" | "ved")
}
