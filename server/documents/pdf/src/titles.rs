//! Titles of items among the lines of a page: where one begins below a full line, and where it goes on in the next.

use std::collections::HashMap;

use rules::danish::abbreviations::abbreviations;
use rules::syntax::{Vocabulary, scan};

use super::line::{Line, PageLines};
use super::points::{first_word, is_marked};

/// Lines that begin, or have their middle, this near each other do so at the same place, in points.
const SAME: f64 = 3.0;

/// Behind a number, a gap of so many times the size of the letters is that of a tab.
const TAB: f64 = 1.5;

/// No title has more lines.
const MOST_LINES: u32 = 4;

/// The numbers that titles and points have begun with, and where each began.
#[derive(Debug, Default)]
pub(super) struct Series {
    begun: HashMap<u32, f64>,
}

impl Series {
    /// Takes a `line` that begins a paragraph.
    pub(super) fn take(&mut self, line: &Line) {
        if let Some(number) = number(&line.words) {
            self.begun.insert(number, line.x);
        }
    }

    /// Does `line` begin the next of the numbered titles, though `before` ends so far right that it might go on? A sentence
    /// has ended there, or the number stands before a tab.
    pub(super) fn goes_on_with(&self, line: &Line, before: &str) -> bool {
        let Some(number) = number(&line.words) else { return false };
        let place = match number {
            1 => Some(&line.x),
            _ => number.checked_sub(1).and_then(|last| self.begun.get(&last)),
        };
        place.is_some_and(|x| (x - line.x).abs() < SAME)
            && (ends_sentence(before) || line.marker_gap > TAB * line.size)
    }
}

/// The number before a title: "3. Køb af ejendom".
fn number(words: &str) -> Option<u32> {
    let first = first_word(words);
    let is_title = words[first.len()..].trim_start().starts_with(char::is_uppercase);
    let digits = first.trim_end_matches(['.', ')', ':']);
    (is_title && digits.len() < first.len() && digits.len() <= 3).then(|| digits.parse().ok()).flatten()
}

/// "… jf. § 12, stk." has not ended.
fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?']) && abbreviations().before(words, words.len()).is_none()
}

/// Is `line`, near below `last`, the rest of the title of an item that begins with `words` at `x`, though it begins elsewhere:
/// below the words behind the number, however wide the gap is there, or in the middle as the line above it?
pub(super) fn is_rest(
    (words, x, n_lines): (&str, f64, u32),
    last: &Line,
    line: &Line,
    would_fit: bool,
) -> bool {
    let middle = |line: &Line| f64::midpoint(line.x, line.end);
    let is_centred = (middle(last) - middle(line)).abs() < SAME && (last.x - line.x).abs() > SAME;
    let is_set_in = line.x > x + SAME;
    let is_small = line.words.starts_with(char::is_lowercase);
    // "2. Bus" and, set in below it, "Udvalget drøftede sagen."
    let is_full = !would_fit && !ends_sentence(&line.words);
    n_lines < MOST_LINES
        && begins_title(words)
        && !words.ends_with(['.', ':', '?', '!'])
        && !is_marked(&line.words)
        && (is_centred || is_set_in)
        && (is_small || is_full)
}

/// Takes the tabs out of the first lines of titles that are set to both edges: in large letters few words are stretched so far that
/// they seem to be cells.
pub(super) fn unstretch(pages: &mut [PageLines]) {
    let lines = || pages.iter().flat_map(|page| &page.lines).filter(|line| line.row.is_none());
    let right = lines().map(|line| line.end).fold(0.0, f64::max);
    let mut sizes: Vec<f64> = lines().map(|line| line.size).collect();
    sizes.sort_by(f64::total_cmp);
    let Some(usual) = sizes.get(sizes.len() / 2).copied() else { return };
    for page in pages {
        for at in 1..page.lines.len() {
            let [line, next] = &mut page.lines[at - 1..=at] else { continue };
            let is_large = line.size > LARGER * usual && (next.size - line.size).abs() < 0.5;
            let is_below = (next.x - line.x).abs() < SAME && next.y - line.y < NEAR * line.size;
            let is_words = line.words.split('\t').all(|cell| cell.contains(char::is_alphabetic));
            if is_large && is_below && is_words && right - line.end < SAME && next.cells.is_empty() {
                line.words = line.words.replace('\t', " ");
                line.cells.clear();
            }
        }
    }
}

/// Letters so many times as large as most are a title's, whose lines stand no further apart, in sizes.
const LARGER: f64 = 1.2;
const NEAR: f64 = 1.6;

/// "3. Køb af ejendom", "Punkt 3: Køb af ejendom".
pub(super) fn begins_title(words: &str) -> bool {
    number(words).is_some() || has_item_word(words)
}

/// "Punkt 3: Køb af ejendom".
fn has_item_word(words: &str) -> bool {
    scan::block(words, 0, Vocabulary::common()).has_item_word()
}

#[cfg(test)]
mod tests {
    use super::{Series, ends_sentence, number};
    use crate::line::Line;

    fn line(words: &str, x: f64, marker_gap: f64) -> Line {
        Line {
            words: words.to_owned(),
            x,
            end: 300.0,
            hanging: x,
            marker_gap,
            first_word: 10.0,
            cells: Vec::new(),
            edge: f64::INFINITY,
            y: 0.0,
            size: 10.0,
            row: None,
        }
    }

    #[test]
    fn the_next_number_begins_a_title_where_a_sentence_ended() {
        let mut series = Series::default();
        series.take(&line("2. Havnebus", 60.0, 3.0));
        assert!(series.goes_on_with(&line("3. Køb af jord", 60.0, 3.0), "Planen blev vedtaget."));
        assert!(series.goes_on_with(&line("3. Køb af jord", 60.0, 24.0), "Planen blev vedtaget"));
        assert!(series.goes_on_with(&line("1. Dagsorden", 40.0, 3.0), "Der var ingen afbud."));
        for (words, x, before) in [
            ("3. Køb af jord", 60.0, "Planen gælder fra den"),
            ("3. Køb af jord", 60.0, "Det følger af lovens § 12, stk."),
            ("3. Køb af jord", 90.0, "Planen blev vedtaget."),
            ("4. Køb af jord", 60.0, "Planen blev vedtaget."),
            ("3. november mødes de.", 60.0, "Planen blev vedtaget."),
        ] {
            assert!(!series.goes_on_with(&line(words, x, 3.0), before), "{words} {before}");
        }
    }

    #[test]
    fn numbers_stand_before_titles() {
        assert_eq!(number("31. Godkendelse af dagsorden"), Some(31));
        assert_eq!(number("3) Bus"), Some(3));
        assert_eq!(number("2026 Bus"), None);
        assert!(ends_sentence("Det blev godkendt.") && !ends_sentence("jf. stk."));
    }
}
