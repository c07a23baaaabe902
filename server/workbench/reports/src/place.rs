//! Offset to line and column, for findings in the order of the text.
//!
//! A column is found by counting characters from the last place that was asked for on the same line. A file may be one
//! line of 50 MB, and counting from its start for each of thousands of findings would take hours.

use rules::document::Document;
use rules::text::lines::{Lines, floor_boundary};
use rules::text::{TextRange, TextSize};
use serde::Serialize;

/// A place as people and programs name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    /// From 1.
    pub(super) line: u32,
    /// From 1, in Unicode scalar values.
    pub(super) column: u32,
    /// Bytes from the start.
    pub(super) offset: u32,
}

/// Two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Span {
    /// Where it begins.
    pub(super) start: Place,
    /// Where it has ended.
    pub(super) end: Place,
}

/// The places of one text.
pub(super) struct Places<'d> {
    text: &'d str,
    lines: &'d Lines,
    last: Place,
}

impl<'d> Places<'d> {
    /// The places of `document`.
    pub(super) fn new(document: &'d Document) -> Self {
        Self::of(document.text(), document.lines())
    }

    fn of(text: &'d str, lines: &'d Lines) -> Self {
        Self { text, lines, last: Place { line: 1, column: 1, offset: 0 } }
    }

    /// Where `range` begins and ends.
    pub(super) fn span(&mut self, range: TextRange) -> Span {
        Span { start: self.place(range.start()), end: self.place(range.end()) }
    }

    /// The place of `offset`; one inside a character is that of the character.
    pub(super) fn place(&mut self, offset: TextSize) -> Place {
        let to = floor_boundary(self.text, offset.into());
        let line = self.lines.line_of(TextSize::new(to as u32));
        let start = usize::from(self.lines.start_of(line));
        let last = self.last.offset as usize;
        let same_line = self.last.line == line + 1;
        let column = if same_line && last <= to {
            self.last.column + self.count(last, to)
        } else if same_line && last - to < to - start {
            self.last.column - self.count(to, last)
        } else {
            1 + self.count(start, to)
        };
        self.last = Place { line: line + 1, column, offset: to as u32 };
        self.last
    }

    fn count(&self, from: usize, to: usize) -> u32 {
        self.text[from..to].chars().count() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use rules::text::TextSize;
    use rules::text::lines::{Lines, Unit};

    #[test]
    fn places_are_the_same_in_whatever_order_they_are_asked_for() {
        let text = "æble\r\n\u{feff}å 🙂 ø\n\nsidste å";
        let lines = Lines::new(text);
        let mut places = Places::of(text, &lines);
        for step in [1, 7, 5, 11] {
            for i in 0..=text.len() {
                let offset = TextSize::new((i * step % (text.len() + 1)) as u32);
                let expected = lines.position(text, offset, Unit::Char);
                let place = places.place(offset);
                assert_eq!((place.line, place.column), (expected.line + 1, expected.col + 1), "{offset:?}");
            }
        }
    }
}
