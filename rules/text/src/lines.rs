//! Offset to line and column and back, in UTF-8 bytes, UTF-16 units and characters; edited in place.
//!
//! A line ends at `\n`, `\r\n` or a lone `\r`, as the Language Server Protocol has it, and nowhere else: a form
//! feed or U+2028 pasted from Word is part of its line.

use super::{TextRange, TextSize};

/// A place as line and column, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineCol {
    /// Lines before this one.
    pub line: u32,
    /// Units before this place on its line; the unit is that of the function that made it.
    pub col: u32,
}

/// What columns are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8.
    Utf8,
    /// 16-bit units of UTF-16.
    Utf16,
    /// Unicode scalar values.
    Char,
}

/// Where each line of a text begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The first is 0; strictly rising.
    starts: Vec<u32>,
    len: u32,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        push_starts(text.as_bytes(), 0, text.len(), &mut starts);
        Self { starts, len: text.len() as u32 }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Follows an edit: `range` of the old text was replaced by `inserted` bytes, giving `text`.
    pub fn edit(&mut self, text: &str, range: TextRange, inserted: TextSize) {
        let (start, end) = (u32::from(range.start()), u32::from(range.end()));
        let inserted = u32::from(inserted);
        // A `\r` before the edit may gain or lose its `\n`, so the line starts right at both borders are found anew.
        let first = self.starts.partition_point(|&s| s < start.max(1));
        let last = self.starts.partition_point(|&s| s <= end.saturating_add(1));
        let mut found = Vec::new();
        let from = self.starts[first - 1] as usize;
        let to = (start + inserted + 1).min(text.len() as u32) as usize;
        push_starts(text.as_bytes(), from.max(start.saturating_sub(1) as usize), to, &mut found);
        found.retain(|&s| s >= start.max(1));
        let shift = i64::from(inserted) - i64::from(end - start);
        for s in &mut self.starts[last..] {
            *s = (i64::from(*s) + shift) as u32;
        }
        self.starts.splice(first..last, found);
        self.len = text.len() as u32;
    }

    /// The line that `offset` lies on, from 0; an offset past the end lies on the last line.
    pub fn line_of(&self, offset: TextSize) -> u32 {
        (self.starts.partition_point(|&s| s <= u32::from(offset)) - 1) as u32
    }

    /// Where line `line` begins; the end of the text when there is no such line.
    pub fn start_of(&self, line: u32) -> TextSize {
        TextSize::new(self.starts.get(line as usize).copied().unwrap_or(self.len))
    }

    /// The bytes of line `line` with its line end.
    pub fn range_of(&self, line: u32) -> TextRange {
        TextRange::new(self.start_of(line), self.start_of(line.saturating_add(1)))
    }

    /// The line and column of `offset`; an offset inside a character is that of the character.
    pub fn position(&self, text: &str, offset: TextSize, unit: Unit) -> LineCol {
        let line = self.line_of(offset);
        let start = usize::from(self.start_of(line));
        let end = floor_boundary(text, usize::from(offset));
        LineCol { line, col: count(&text[start.min(end)..end], unit) }
    }

    /// The offset of a line and column; past the end of the line is its end, past the last line the end of the text.
    pub fn offset(&self, text: &str, place: LineCol, unit: Unit) -> TextSize {
        if place.line as usize >= self.starts.len() {
            return TextSize::new(self.len);
        }
        let range = self.range_of(place.line);
        let line = text[range].trim_end_matches('\n').trim_end_matches('\r');
        let mut left = place.col;
        for (at, c) in line.char_indices() {
            let width = width(c, unit);
            if left < width {
                return range.start() + TextSize::new(at as u32);
            }
            left -= width;
        }
        range.start() + TextSize::of(line)
    }
}

/// The largest character boundary of `text` that is not after `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn width(c: char, unit: Unit) -> u32 {
    match unit {
        Unit::Utf8 => c.len_utf8() as u32,
        Unit::Utf16 => c.len_utf16() as u32,
        Unit::Char => 1,
    }
}

fn count(text: &str, unit: Unit) -> u32 {
    if text.is_ascii() || unit == Unit::Utf8 {
        return text.len() as u32;
    }
    text.chars().map(|c| width(c, unit)).sum()
}

/// Adds the starts of the lines that follow a line end lying in `from..to`.
fn push_starts(bytes: &[u8], from: usize, to: usize, starts: &mut Vec<u32>) {
    for at in memchr::memchr2_iter(b'\n', b'\r', &bytes[from..to]) {
        let at = from + at;
        if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
            continue;
        }
        starts.push(at as u32 + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{LineCol, Lines, Unit};
    use crate::{TextSize, range, size};
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn a_form_feed_ends_no_line() {
        assert_eq!(Lines::new("a\u{c}b\u{2028}c\r\nd\re\n").count(), 4);
    }

    #[test]
    fn columns_are_counted_in_the_asked_unit() {
        let text = "æ🙂x\n";
        let lines = Lines::new(text);
        let at = TextSize::new(6);
        let col = |unit| lines.position(text, at, unit).col;
        assert_eq!((col(Unit::Utf8), col(Unit::Utf16), col(Unit::Char)), (6, 3, 2));
    }

    #[test]
    fn a_place_past_the_line_is_its_end() {
        let text = "ab\r\ncd";
        let lines = Lines::new(text);
        let offset = |line, col| lines.offset(text, LineCol { line, col }, Unit::Utf16);
        assert_eq!(offset(0, 99), TextSize::new(2));
        assert_eq!(offset(9, 0), TextSize::new(6));
    }

    #[test]
    fn half_a_surrogate_pair_is_its_character() {
        let text = "🙂";
        let place = LineCol { line: 0, col: 1 };
        assert_eq!(Lines::new(text).offset(text, place, Unit::Utf16), TextSize::new(0));
    }

    proptest! {
        #[test]
        fn an_edited_index_is_a_fresh_one(old in "[a\r\n🙂]{0,12}", new in "[b\r\n]{0,4}", a in any::<u8>(), b in any::<u8>()) {
            let place = |n: u8| super::floor_boundary(&old, n as usize % (old.len() + 1));
            let (a, b) = (place(a).min(place(b)), place(a).max(place(b)));
            let mut text = old.clone();
            text.replace_range(a..b, &new);
            let mut lines = Lines::new(&old);
            lines.edit(&text, range(a, b), size(&new));
            prop_assert_eq!(lines, Lines::new(&text));
        }
    }
}
