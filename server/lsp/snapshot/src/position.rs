//! Positions of the protocol and byte offsets: the only place that converts one to the other.
//!
//! The rope answers in the logarithm of the text, however long a line is. A place outside the text is moved to the end
//! of its line or of the text; half a character is the whole one. Nothing here can fail.

use ropey::Rope;
use rules::text::lines::Unit;
use rules::text::{TextRange, range};
use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

/// What the columns of a client are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// 16-bit units, which every client understands.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The best of those that a client offers: bytes cost nothing to count.
    pub fn choose(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offers = |kind: &PositionEncodingKind| offered.is_some_and(|kinds| kinds.contains(kind));
        if offers(&PositionEncodingKind::UTF8) {
            Self::Utf8
        } else if offers(&PositionEncodingKind::UTF32) {
            Self::Utf32
        } else {
            Self::Utf16
        }
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// The unit of its columns.
    pub(crate) fn unit(self) -> Unit {
        match self {
            Self::Utf8 => Unit::Utf8,
            Self::Utf16 => Unit::Utf16,
            Self::Utf32 => Unit::Char,
        }
    }

    /// Units before byte `offset` of the text.
    fn count(self, rope: &Rope, offset: usize) -> usize {
        match self {
            Self::Utf8 => offset,
            Self::Utf16 => rope.char_to_utf16_cu(rope.byte_to_char(offset)),
            Self::Utf32 => rope.byte_to_char(offset),
        }
    }

    /// The byte at which `units` of the text are before; half a character is its start.
    fn byte(self, rope: &Rope, units: usize) -> usize {
        let char = match self {
            Self::Utf8 => rope.byte_to_char(units),
            Self::Utf16 => rope.utf16_cu_to_char(units),
            Self::Utf32 => units,
        };
        rope.char_to_byte(char)
    }
}

/// The position of byte `offset`.
pub fn position(rope: &Rope, encoding: Encoding, offset: usize) -> Position {
    let offset = offset.min(rope.len_bytes());
    let line = rope.byte_to_line(offset);
    let column = encoding.count(rope, offset) - encoding.count(rope, rope.line_to_byte(line));
    Position::new(line as u32, column as u32)
}

/// The byte offset of `position`.
pub fn offset(rope: &Rope, encoding: Encoding, position: Position) -> usize {
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return rope.len_bytes();
    }
    let start = encoding.count(rope, rope.line_to_byte(line));
    let end = encoding.count(rope, line_end(rope, line));
    encoding.byte(rope, start.saturating_add(position.character as usize).min(end))
}

/// The bytes of `range`; one that runs backwards is turned round.
pub fn text_range(rope: &Rope, encoding: Encoding, place: Range) -> TextRange {
    let (a, b) = (offset(rope, encoding, place.start), offset(rope, encoding, place.end));
    range(a.min(b), a.max(b))
}

/// The byte before the line end of `line`.
fn line_end(rope: &Rope, line: usize) -> usize {
    let start = rope.line_to_byte(line);
    let text = rope.line(line);
    let mut chars = text.chars_at(text.len_chars()).reversed();
    let ending = match chars.next() {
        Some('\n') if chars.next() == Some('\r') => 2,
        Some('\n' | '\r') => 1,
        _ => 0,
    };
    start + text.len_bytes() - ending
}

#[cfg(test)]
mod tests {
    use super::{Encoding, offset, position, text_range};
    use ropey::Rope;
    use rules::text::lines::{LineCol, Lines};
    use rules::text::{range, size};
    use tower_lsp::ls_types::{Position, Range};

    const HARD: &str = "Æble 🙂 e\u{301}\u{a0}x\u{ad}\u{2028}y\u{c}z\r\nå\rø\n\n🙂";
    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn rope_and_lines_agree_on_every_place() {
        let (rope, lines) = (Rope::from_str(HARD), Lines::new(HARD));
        assert_eq!(rope.len_lines(), lines.count());
        for encoding in ALL {
            let unit = encoding.unit();
            for (at, _) in HARD.char_indices() {
                let expected = lines.position(HARD, size(&HARD[..at]), unit);
                assert_eq!(position(&rope, encoding, at), Position::new(expected.line, expected.col));
            }
            for (line, character) in (0..8).flat_map(|line| (0..30).map(move |column| (line, column))) {
                let expected = lines.offset(HARD, LineCol { line, col: character }, unit);
                let found = offset(&rope, encoding, Position { line, character });
                assert_eq!(found, usize::from(expected), "{encoding:?} {line}:{character}");
            }
        }
    }

    #[test]
    fn a_range_that_runs_backwards_is_turned_round() {
        let rope = Rope::from_str("abc");
        let place = Range::new(Position::new(7, u32::MAX), Position::new(0, 1));
        assert_eq!(text_range(&rope, Encoding::Utf16, place), range(1, 3));
    }
}
