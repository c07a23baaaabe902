//! Lines that bear the mark of closed matter, and the items whose number and title they say.

use super::heading::says_little;
use super::lines::{Line, letters, title};
use crate::document::Document;
use crate::minutes::Placed;
use crate::syntax::{Class, Flag};
use crate::text::is_space;

/// Longer lines are no headings, in bytes.
const LONGEST: usize = 160;

/// Which of `items` are closed, by their own heading or by another line: a row of the contents, a heading printed once more.
pub(super) fn items(document: &Document, lines: &[Line<'_>], items: &[Placed<'_>]) -> Vec<bool> {
    let mut closed: Vec<bool> = items.iter().map(|placed| placed.item.closed).collect();
    let mut in_closed = false;
    for line in lines {
        match line.block.class {
            Class::Part { closed } => in_closed = closed,
            _ if line.heads.is_some() => in_closed = false,
            _ if in_closed || line.block.is(Flag::Closed) => {
                repeated(document, line, items).for_each(|item| closed[item] = true);
            }
            _ => {}
        }
    }
    closed
}

/// The items whose number and title `line` says.
pub(super) fn repeated<'i>(
    document: &'i Document,
    line: &Line<'_>,
    items: &'i [Placed<'_>],
) -> impl Iterator<Item = usize> + use<'i> {
    let number = line.number();
    let words = if number.is_some() { letters(line.words) } else { String::new() };
    let says = move |placed: &Placed<'_>| {
        let own = number.is_some() && placed.item.number.map(|(own, _)| own) == number;
        own && title(document, placed).is_some_and(|title| words.contains(&letters(title)))
    };
    items.iter().enumerate().filter(move |(_, placed)| says(placed)).map(|(item, _)| item)
}

/// Does `line`, which bears a mark, stand as a heading: with a number, or with the mark in brackets at its end?
pub(super) fn is_heading(line: &Line<'_>) -> bool {
    let ends_in_mark = line.words.ends_with([')', ']']) && line.words.len() <= LONGEST;
    let listed = line.block.mark.kind.is_list() && line.block.numbering.is_none();
    line.block.numbering.is_some() || ends_in_mark && !listed && !line.words.to_lowercase().contains("bilag")
}

/// Does a row or a heading that bears a mark say more than number, title and page: "2. Køb (Lukket): Ejeren sælger"?
pub(super) fn tells_more(words: &str) -> bool {
    if words.contains(['|', '\t']) {
        let mut cells = words
            .split(['|', '\t'])
            .map(|cell| cell.trim_matches(is_space))
            .filter(|cell| cell.contains(char::is_alphabetic));
        cells.next();
        return !cells.all(says_little);
    }
    let behind = words.rfind([')', ']']).map_or("", |at| &words[at + 1..]);
    !says_little(behind.trim_matches(|c: char| !c.is_alphanumeric()))
}
