//! A part of an answer as it goes on the wire, which moves with the lines that it speaks of: as long as only the text before
//! them changes, their numbers are all that is written anew.

use tower_lsp::ls_types::{Position, Range};

use super::config::Outline;
use workbench::lang::Lang;

/// JSON in which the numbers of lines are left out.
#[derive(Debug)]
pub struct Piece {
    /// What it was written for.
    written_for: (Lang, Outline),
    /// The line from which all others are counted, as they were when it was written.
    first: u32,
    words: String,
    /// Where in the words a line is left out, in bytes, and how many lines behind the first it is.
    lines: Vec<(usize, u32)>,
}

impl Piece {
    /// Nothing yet, of the text from line `first` on, counted from 0.
    pub fn new(first: u32, written_for: (Lang, Outline)) -> Self {
        Self { written_for, first, words: String::new(), lines: Vec::new() }
    }

    /// Does it hold in another language, or for another outline?
    pub fn is_for(&self, lang: Lang, outline: Outline) -> bool {
        self.written_for == (lang, outline)
    }

    /// Adds JSON as it stands.
    pub fn push(&mut self, words: &str) {
        self.words.push_str(words);
    }

    /// Adds `words` as a text of JSON.
    pub fn push_text(&mut self, words: &str) {
        // A text can always be written.
        self.words.push_str(&serde_json::to_string(words).unwrap_or_default());
    }

    /// Adds a range of the protocol, in which no line stands before the first.
    pub fn push_range(&mut self, range: Range) {
        self.push(r#"{"start":"#);
        self.push_position(range.start);
        self.push(r#","end":"#);
        self.push_position(range.end);
        self.push("}");
    }

    fn push_position(&mut self, position: Position) {
        self.push(r#"{"line":"#);
        self.lines.push((self.words.len(), position.line.saturating_sub(self.first)));
        self.push(r#","character":"#);
        self.push(&position.character.to_string());
        self.push("}");
    }

    /// Writes it behind `out`, with its first line where line `first` is now.
    pub fn write(&self, first: u32, out: &mut String) {
        let mut done = 0;
        for &(at, line) in &self.lines {
            out.push_str(&self.words[done..at]);
            push_number(first + line, out);
            done = at;
        }
        out.push_str(&self.words[done..]);
    }
}

fn push_number(number: u32, out: &mut String) {
    let mut digits = [0; 10];
    let (mut at, mut left) = (digits.len(), number);
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
}

#[cfg(test)]
mod tests {
    use super::Piece;
    use crate::config::Outline;
    use tower_lsp::ls_types::{Position, Range};
    use workbench::lang::Lang;

    #[test]
    fn a_piece_moves_with_its_lines() {
        let mut piece = Piece::new(7, (Lang::Da, Outline::All));
        piece.push(r#"{"name":"#);
        piece.push_text("\"a\"");
        piece.push(r#","range":"#);
        piece.push_range(Range::new(Position::new(7, 0), Position::new(17, 21)));
        piece.push("}");
        for first in [0, 7, 95] {
            let mut out = String::new();
            piece.write(first, &mut out);
            let expected = format!(
                r#"{{"name":"\"a\"","range":{{"start":{{"line":{first},"character":0}},"end":{{"line":{},"character":21}}}}}}"#,
                first + 10
            );
            assert_eq!(out, expected);
        }
    }
}
