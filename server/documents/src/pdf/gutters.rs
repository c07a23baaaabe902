//! Pages in two columns, told by the strip between them, before letters become lines.
//!
//! Where the lines of two columns stand at heights of their own, letters of both would be put on one line. Cells of a
//! table stand at the height of their row, and where most lines of both sides do, the page is left as it is: rows of
//! two halves are looked at line by line (`columns`).

use super::characters::Character;

/// Both columns have so many lines at least.
const FEWEST_LINES: usize = 5;
/// The strip is so wide, in sizes of letters.
const STRIP: f64 = 0.9;
/// So many of a column's lines at least fill so much of its width.
const SOME: f64 = 0.25;
const FULL: f64 = 0.8;
/// Where so many lines of one side stand at the height of one on the other, it is a table.
const ALIGNED: f64 = 0.6;
/// So many strips are looked at closely.
const MOST_STRIPS: usize = 16;
/// Lines at one height differ no more, in points.
const SAME: f64 = 1.0;
/// Steps in which a strip is looked for, in points.
const STEP: f64 = 2.0;

/// The characters of a page, column by column where there are two, each piece to be read by itself.
pub(super) fn parts(characters: Vec<Character>) -> Vec<Vec<Character>> {
    let Some(gutter) = Gutter::find(&characters) else { return vec![characters] };
    let [mut above, mut left, mut right, mut below] = [const { Vec::new() }; 4];
    for character in characters {
        let side = match (character.y <= gutter.top, character.y >= gutter.bottom) {
            (true, _) => &mut above,
            (_, true) => &mut below,
            _ if character.x < gutter.x => &mut left,
            _ => &mut right,
        };
        side.push(character);
    }
    [above, left, right, below].into_iter().filter(|part| !part.is_empty()).collect()
}

/// A strip without letters, from the top to the bottom of two columns.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    x: f64,
    top: f64,
    bottom: f64,
}

/// A line of a column: its height, and where it begins and ends.
#[derive(Clone, Copy, Debug)]
struct Span {
    y: f64,
    x: f64,
    end: f64,
}

impl Gutter {
    fn find(characters: &[Character]) -> Option<Self> {
        let letters: Vec<&Character> = characters.iter().filter(|c| !c.text.trim().is_empty()).collect();
        let left = letters.iter().map(|c| c.x).fold(f64::INFINITY, f64::min);
        let right = letters.iter().map(|c| c.end).fold(0.0, f64::max);
        let size = median(letters.iter().map(|c| c.size).collect())?;
        let steps = ((right - left) * 0.4 / STEP) as usize;
        let places = (0..=steps.min(1000)).map(|step| left + (right - left) * 0.3 + step as f64 * STEP);
        let mut found: Vec<Self> = places.filter_map(|x| Self::at(x, size, &letters)).collect();
        found.sort_by(|a, b| (b.bottom - b.top).total_cmp(&(a.bottom - a.top)));
        found.into_iter().take(MOST_STRIPS).find(|gutter| gutter.parts_columns(&letters))
    }

    /// The tallest strip around `x` that no letter stands in.
    fn at(x: f64, size: f64, letters: &[&Character]) -> Option<Self> {
        let half = STRIP * size / 2.0;
        let crosses = |c: &&&Character| c.x < x + half && c.end > x - half;
        let mut heights: Vec<f64> = letters.iter().filter(crosses).map(|c| c.y).collect();
        heights.extend([f64::MIN, f64::MAX]);
        heights.sort_by(f64::total_cmp);
        let inside =
            |pair: &[f64]| letters.iter().filter(|c| c.y > pair[0] + SAME && c.y < pair[1] - SAME).count();
        let tallest = heights.windows(2).filter(|pair| pair[1] - pair[0] > FEWEST_LINES as f64 * size);
        let tallest = tallest.max_by_key(|pair| inside(pair))?;
        Some(Self { x, top: tallest[0], bottom: tallest[1] }.narrowed(letters))
    }

    /// The strip no taller than what stands beside it.
    fn narrowed(self, letters: &[&Character]) -> Self {
        let within = |c: &&&Character| c.y > self.top && c.y < self.bottom;
        let heights = letters.iter().filter(within).map(|c| c.y);
        let (top, bottom) =
            heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), y| (top.min(y), bottom.max(y)));
        Self { top: (top - SAME).max(self.top), bottom: (bottom + SAME).min(self.bottom), ..self }
    }

    fn parts_columns(&self, letters: &[&Character]) -> bool {
        let side = |is_right: bool| {
            let own =
                letters.iter().filter(|c| c.y > self.top && c.y < self.bottom && (c.x >= self.x) == is_right);
            spans(own.copied().collect())
        };
        let (left, right) = (side(false), side(true));
        let aligned =
            right.iter().filter(|span| left.iter().any(|other| (other.y - span.y).abs() <= SAME)).count();
        let fewest = left.len().min(right.len());
        fewest >= FEWEST_LINES
            && is_full(&left)
            && is_full(&right)
            && (aligned as f64) < ALIGNED * fewest as f64
    }
}

/// The lines that `letters` stand on.
fn spans(mut letters: Vec<&Character>) -> Vec<Span> {
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut spans: Vec<Span> = Vec::new();
    for letter in letters {
        match spans.last_mut().filter(|span| (span.y - letter.y).abs() < 0.4 * letter.size) {
            Some(span) => (span.x, span.end) = (span.x.min(letter.x), span.end.max(letter.end)),
            None => spans.push(Span { y: letter.y, x: letter.x, end: letter.end }),
        }
    }
    spans
}

/// Do some of `spans` fill their column, as running text does?
fn is_full(spans: &[Span]) -> bool {
    let left = spans.iter().map(|span| span.x).fold(f64::INFINITY, f64::min);
    let right = spans.iter().map(|span| span.end).fold(0.0, f64::max);
    let full = spans.iter().filter(|span| span.end - span.x >= FULL * (right - left)).count();
    full as f64 >= SOME * spans.len() as f64
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
