//! A number in large figures beside the title of an item, which stands on no line with it.

use super::character::is_shown;
use super::line::SPACE;
use super::row::Row;

/// It is so many times larger than the title, at least.
const LARGER: f64 = 1.2;

/// How high a figure is, in sizes.
const HEIGHT: f64 = 0.75;

/// The title begins no further from its end, in its sizes.
const NEAR: f64 = 3.0;

/// No item has a number of more figures.
const MOST_FIGURES: usize = 3;

/// Puts the numbers among `rows`, which come from the top, on the lines of the titles beside them.
pub(super) fn put_on_line(rows: &mut Vec<Row>) {
    let mut at = 0;
    while at < rows.len() {
        let title = is_number(&rows[at]).then(|| [at.wrapping_sub(1), at + 1]).and_then(|beside| {
            beside.into_iter().find(|title| rows.get(*title).is_some_and(|row| is_beside(&rows[at], row)))
        });
        let Some(title) = title else {
            at += 1;
            continue;
        };
        let (y, size) = (rows[title].y, rows[title].size);
        let begin = rows[title].characters.iter().map(|c| c.x).fold(f64::INFINITY, f64::min);
        let mut figures = rows[at].characters.clone();
        figures.iter_mut().for_each(|figure| (figure.y, figure.size) = (y, size));
        // However far it stands from the title, no column begins there.
        figures.last_mut().into_iter().for_each(|last| last.end = begin - SPACE * size - 1.0);
        rows[title].characters.splice(0..0, figures);
        rows.remove(at);
        at = at.max(title);
    }
}

/// "3" or "3.".
fn is_number(row: &Row) -> bool {
    let words: String = row.characters.iter().map(|c| c.text.trim()).collect();
    let figures = words.strip_suffix('.').unwrap_or(&words);
    (1..=MOST_FIGURES).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// Does `title` begin to the right of `number`, as high as its figures?
fn is_beside(number: &Row, title: &Row) -> bool {
    let end = number.characters.iter().filter(|c| is_shown(c)).map(|c| c.end).fold(0.0, f64::max);
    let Some(first) = title.characters.iter().find(|c| is_shown(c)) else { return false };
    let middle = title.y - 0.3 * title.size;
    number.size > LARGER * title.size
        && (number.y - HEIGHT * number.size..number.y).contains(&middle)
        && (0.0..NEAR * number.size).contains(&(first.x - end))
        && first.text.starts_with(char::is_uppercase)
}
