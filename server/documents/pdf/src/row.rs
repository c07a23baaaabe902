//! Characters to rows: which stand on one line, and in which order.
//!
//! Letters stand in the order of the piece they were painted in, and pieces in the order of their places: where a font lies
//! about the widths of its letters, pieces seem to overlap, and sorting the letters would weave words into each other.

use super::character::Character;

/// The characters of a line, in their order.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) characters: Vec<Character>,
}

/// A row of a table is painted cell by cell, and a cell has no more lines than this.
const ROWS_BACK: usize = 60;

/// Letters so many times larger than others are not of one line with them, unless they stand at one height.
const MUCH_LARGER: f64 = 1.9;

/// The rows that `characters` stand in, from the top.
pub(super) fn rows(characters: Vec<Character>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for character in characters {
        // Characters come line by line, so the last rows are the likely ones.
        let near = |row: &&mut Row| {
            let (small, large) = (row.size.min(character.size), row.size.max(character.size));
            // A raised figure is smaller than what it stands behind; what is much smaller is a line of another column.
            let size = if large > MUCH_LARGER * small { small } else { large };
            (row.y - character.y).abs() < 0.4 * size
        };
        match rows.iter_mut().rev().take(ROWS_BACK).find(near) {
            Some(row) => {
                // A raised figure does not move the line.
                if character.size > row.size {
                    (row.y, row.size) = (character.y, character.size);
                }
                row.characters.push(character);
            }
            None => rows.push(Row { y: character.y, size: character.size, characters: vec![character] }),
        }
    }
    rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    for row in &mut rows {
        row.characters = ordered(std::mem::take(&mut row.characters), row.size);
    }
    rows
}

/// Is `next`, which is painted in a piece of its own, the letter behind `piece`? Some programs paint each letter so, and then only
/// this tells the words of one column from those of the next that it reaches into.
fn goes_on(piece: &[Character], next: &Character) -> bool {
    let Some(last) = piece.last() else { return false };
    let size = last.size.min(next.size);
    (next.x - last.end).abs() < BESIDE * size && (next.y - last.y).abs() < BESIDE * size
}

/// Letters that follow each other stand no further apart, in sizes.
const BESIDE: f64 = 0.1;

/// The pieces of a line by place, each in its own order. One that is painted twice, to look bold, counts once.
pub(super) fn ordered(characters: Vec<Character>, size: f64) -> Vec<Character> {
    let mut pieces: Vec<Vec<Character>> = Vec::new();
    for character in characters {
        match pieces.last_mut() {
            Some(piece) if piece[0].run == character.run || goes_on(piece, &character) => {
                piece.push(character)
            }
            _ => pieces.push(vec![character]),
        }
    }
    pieces.sort_by(|a, b| a[0].x.total_cmp(&b[0].x));
    let text = |piece: &[Character]| piece.iter().map(|c| c.text.as_str()).collect::<String>();
    let is_same = |a: &Character, b: &Character| {
        let near = 0.1 * size.min(a.size);
        (b.x - a.x).abs() < near && (b.y - a.y).abs() < near && (b.size - a.size).abs() < near
    };
    pieces.dedup_by(|b, a| is_same(&a[0], &b[0]) && text(a) == text(b));
    pieces.into_iter().flatten().collect()
}
