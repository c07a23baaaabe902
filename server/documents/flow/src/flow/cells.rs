//! Rows of tables: how cells become one line, and what is kept of each.

use super::{Block, Flow, Kind, Piece, is_sentence};

/// No table of minutes is wider, whatever its source says.
const MOST_COLUMNS: usize = 64;

/// `cells` as one row, unless one of them holds more than a few words. A cell over several columns is followed by empty ones,
/// so that what stands in one column stands behind as many tabs.
pub(super) fn row(cells: &[Flow]) -> Option<Vec<String>> {
    if cells.len() < 2 {
        return None;
    }
    let mut row = Vec::with_capacity(cells.len());
    for cell in cells {
        row.push(cell.cell()?);
        row.extend((1..cell.n_columns()).map(|_| String::new()));
    }
    Some(row)
}

impl Flow {
    fn n_columns(&self) -> usize {
        self.columns.clamp(1, MOST_COLUMNS)
    }

    /// The words of a flow that is no more than one cell of a row holds; `None` for one that is more.
    pub(super) fn cell(&self) -> Option<String> {
        match self.blocks.as_slice() {
            [] => Some(String::new()),
            [Block { kind: Kind::Paragraph, words, .. }] if words.len() <= LONGEST_CELL => {
                Some(words.clone())
            }
            [..] => None,
        }
    }
}

/// "5" in a cell of its own before a cell that begins with a heading is the number of that heading, and "3.1." before one that
/// begins with words is that of a title: nobody counts anything else so.
pub(super) fn number_before_title(cells: &mut [Flow]) {
    let [number, heading, ..] = cells else { return };
    let ([Block { words, kind: Kind::Paragraph, .. }], [first, ..]) =
        (number.blocks.as_slice(), heading.blocks.as_mut_slice())
    else {
        return;
    };
    let is_title = |digits: &str| {
        let is_plain = matches!(first.kind, Kind::Paragraph) && first.words.starts_with(char::is_uppercase);
        matches!(first.kind, Kind::Heading(_)) || is_plain && digits.contains('.')
    };
    if let Some(digits) = bare_number(words).filter(|digits| is_title(digits)) {
        let before = first.words.len();
        first.words = format!("{digits}. {}", first.words);
        let moved = first.words.len() - before;
        first.pieces.iter_mut().for_each(|piece| piece.at += moved);
        number.blocks.clear();
    }
}

/// "5" in "5.", "3.1" in "3.1.".
pub(super) fn bare_number(words: &str) -> Option<&str> {
    let digits = words.trim().trim_end_matches(['.', ')', ':']);
    let is_part =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits.split('.').all(is_part) && digits.split('.').count() <= MOST_PARTS).then_some(digits)
}

/// "3.1.2" has no more parts: four are a date or a version.
const MOST_PARTS: usize = 2;

/// The number that is all that the first of `cells` holds.
pub(super) fn number_of(cells: &[Flow]) -> Option<u32> {
    let [number, _, ..] = cells else { return None };
    let [Block { words, kind: Kind::Paragraph, .. }] = number.blocks.as_slice() else { return None };
    bare_number(words)?.parse().ok()
}

impl Block {
    /// The cells of a row that begins with a number, each as what it would be told as alone; `None` for another block.
    pub(super) fn apart(&self, number: u32) -> Option<Vec<Self>> {
        let Kind::Row(cells) = &self.kind else { return None };
        let is_next = cells.first().and_then(|first| bare_number(first)?.parse().ok()) == Some(number);
        if !is_next || !cells.get(1).is_some_and(|title| title.starts_with(char::is_uppercase)) {
            return None;
        }
        let (mut all, mut from) = (Vec::new(), 0);
        for cell in cells {
            let own = from..from + cell.len();
            from = own.end + 1;
            let inside = self.pieces.iter().filter(|piece| own.contains(&piece.at));
            let pieces = inside.map(|piece| Piece { at: piece.at - own.start, ..*piece }).collect();
            if !cell.is_empty() {
                all.push(Self { kind: Kind::Paragraph, words: cell.clone(), pieces, ..self.clone() });
            }
        }
        Some(all)
    }
}

/// The words of cells, counted from where their row begins.
pub(super) fn pieces_of(cells: &[Flow]) -> Vec<Piece> {
    let (mut pieces, mut from) = (Vec::new(), 0);
    for cell in cells {
        if let Some(block) = cell.blocks.first() {
            from += spaced(block, from, &mut pieces);
        }
        from += cell.n_columns();
    }
    pieces
}

/// Is `cell` a sentence on one line, whose spaces are its own and set no figures below each other?
pub(super) fn keeps_spaces(cell: &str) -> bool {
    is_sentence(cell.trim()) && !cell.contains(|c: char| c.is_whitespace() && c != ' ')
}

/// Adds the words of `block` as they stand in a row, one space between two of them, `from` bytes behind its start; how many
/// bytes they take.
fn spaced(block: &Block, from: usize, pieces: &mut Vec<Piece>) -> usize {
    if keeps_spaces(&block.words) {
        let whole = block.words.trim();
        let before = block.words.len() - block.words.trim_start().len();
        for piece in &block.pieces {
            let (start, end) = (piece.at.max(before), (piece.at + piece.len).min(before + whole.len()));
            if start < end {
                let (at, from) = (from + start - before, piece.from + start - piece.at);
                pieces.push(Piece { at, len: end - start, from, ..*piece });
            }
        }
        return whole.len();
    }
    let mut len = 0;
    for word in block.words.split_whitespace() {
        len += usize::from(len > 0);
        let start = word.as_ptr() as usize - block.words.as_ptr() as usize;
        let end = start + word.len();
        for piece in block.pieces.iter().filter(|piece| piece.at < end && start < piece.at + piece.len) {
            let (first, last) = (piece.at.max(start), (piece.at + piece.len).min(end));
            let at = from + len + first - start;
            let new = Piece { at, len: last - first, from: piece.from + first - piece.at, ..*piece };
            match pieces.last_mut() {
                // Words of one text with the one space between them that it has.
                Some(before)
                    if before.source == new.source
                        && before.from + before.len + 1 == new.from
                        && before.at + before.len + 1 == new.at =>
                {
                    before.len += 1 + new.len;
                }
                _ => pieces.push(new),
            }
        }
        len += word.len();
    }
    len
}

/// What a cell may hold and still be one of a row, in bytes: longer ones are text that was laid out in a table.
const LONGEST_CELL: usize = 200;

/// What is kept of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// Everything.
    All,
    /// What stands beside its words, which became a row.
    Asides,
}
