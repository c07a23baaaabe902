//! The lines of a text that explain one finding, cut to what a terminal can show.
//!
//! A paragraph of minutes is often one line of two thousand characters. Shown whole it fills the screen and the marks
//! under it are lost, so only the words near the finding are kept; line numbers and columns stay those of the text.

use std::ops::Range;

use codespan_reporting::files::{Error, Files, Location};
use rules::privacy::Mask;
use rules::text::lines::Lines;
use rules::text::{TextRange, TextSize};

use super::place::Place;

/// Characters of a line that are shown.
const WIDTH: usize = 100;

/// Characters before the finding that are shown of a longer line.
const BEFORE: usize = 40;

/// What the terminal is shown of one file.
pub(super) struct Excerpt<'a> {
    path: &'a str,
    place: Place,
    source: String,
    lines: Vec<ShownLine>,
}

/// A line of the excerpt.
struct ShownLine {
    /// The line in the text, from 0.
    line: u32,
    /// The bytes of the text that are shown.
    shown: TextRange,
    /// Where they are in the excerpt, with a "…" before them where something is cut off.
    source: Range<usize>,
    /// Bytes of that "…".
    lead: usize,
}

/// A text and what may be shown of it.
#[derive(Clone, Copy)]
pub(super) struct Original<'a> {
    /// What its file is called.
    pub(super) path: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// Its lines.
    pub(super) lines: &'a Lines,
    /// What is hidden.
    pub(super) mask: &'a Mask<'a>,
}

impl<'a> Excerpt<'a> {
    /// Shows the lines of `ranges`, of which the first is the finding, at `place`.
    pub(super) fn new(original: Original<'a>, place: Place, ranges: &[TextRange]) -> Self {
        let mut lines: Vec<(u32, TextRange)> = Vec::new();
        for &range in ranges {
            let line = original.lines.line_of(range.start());
            if lines.iter().all(|(taken, _)| *taken != line) {
                lines.push((line, window(original, line, range)));
            }
        }
        lines.sort_by_key(|(line, _)| *line);
        let mut new = Self { path: original.path, place, source: String::new(), lines: Vec::new() };
        for (line, shown) in lines {
            new.push(original, line, shown);
        }
        new
    }

    /// The bytes of the excerpt that stand for `range`, cut to its first line; `None` if it is not shown.
    pub(super) fn locate(&self, original: Original<'_>, range: TextRange) -> Option<Range<usize>> {
        let line = original.lines.line_of(range.start());
        let shown = self.lines.iter().find(|shown| shown.line == line)?;
        let start = range.start().min(words(original, line).end());
        if !shown.shown.contains_inclusive(start) {
            return None;
        }
        let end = range.end().clamp(start, shown.shown.end());
        let at = |offset| {
            let before = original.mask.excerpt(TextRange::new(shown.shown.start(), offset));
            shown.source.start + shown.lead + before.len()
        };
        Some(at(start)..at(end))
    }

    fn push(&mut self, original: Original<'_>, line: u32, shown: TextRange) {
        let whole = words(original, line);
        let start = self.source.len();
        let lead = if shown.start() > whole.start() { "…" } else { "" };
        self.source.push_str(lead);
        self.source.push_str(&original.mask.excerpt(shown));
        self.source.push_str(if shown.end() < whole.end() { "…" } else { "" });
        self.lines.push(ShownLine { line, shown, source: start..self.source.len(), lead: lead.len() });
        self.source.push('\n');
    }
}

/// Line `line` without its line end.
fn words(original: Original<'_>, line: u32) -> TextRange {
    let range = original.lines.range_of(line);
    let words = original.text[range].trim_end_matches(['\n', '\r']);
    TextRange::at(range.start(), TextSize::of(words))
}

/// The part of line `line` that is shown for `range`.
fn window(original: Original<'_>, line: u32, range: TextRange) -> TextRange {
    let whole = words(original, line);
    let at = range.start().min(whole.end());
    let before = &original.text[TextRange::new(whole.start(), at)];
    let after = &original.text[TextRange::new(at, whole.end())];
    let n_before = before.chars().rev().take(WIDTH).count();
    let n_after = after.chars().take(WIDTH).count();
    if n_before + n_after <= WIDTH {
        return whole;
    }
    let n_before = n_before.min(BEFORE.max(WIDTH - n_after));
    let start = before.char_indices().rev().take(n_before).last().map_or(before.len(), |(i, _)| i);
    let end = after.char_indices().nth(WIDTH - n_before).map_or(after.len(), |(i, _)| i);
    let offset = |n: usize| TextSize::new(n as u32);
    TextRange::new(whole.start() + offset(start), at + offset(end))
}

/// Lines that do not follow each other in the text must not seem to in the excerpt.
const APART: usize = 3;

impl<'a> Files<'a> for Excerpt<'_> {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(self.path)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.source)
    }

    fn line_index(&'a self, (): (), byte_index: usize) -> Result<usize, Error> {
        let at = self.lines.partition_point(|shown| shown.source.start <= byte_index).saturating_sub(1);
        let follows = |pair: &[ShownLine]| pair[0].line + 1 == pair[1].line;
        Ok(self.lines[..=at].windows(2).map(|pair| if follows(pair) { 1 } else { APART }).sum())
    }

    fn line_number(&'a self, (): (), line_index: usize) -> Result<usize, Error> {
        self.line(line_index).map(|shown| shown.line as usize + 1)
    }

    fn line_range(&'a self, (): (), line_index: usize) -> Result<Range<usize>, Error> {
        self.line(line_index).map(|shown| shown.source.clone())
    }

    fn location(&'a self, (): (), _: usize) -> Result<Location, Error> {
        Ok(Location { line_number: self.place.line as usize, column_number: self.place.column as usize })
    }
}

impl Excerpt<'_> {
    fn line(&self, line_index: usize) -> Result<&ShownLine, Error> {
        let shown =
            self.lines.iter().find(|shown| self.line_index((), shown.source.start).ok() == Some(line_index));
        shown.ok_or(Error::LineTooLarge { given: line_index, max: self.lines.len() })
    }
}
