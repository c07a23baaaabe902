//! Rows of a table whose first cell is the number of an item.

use std::ops::Range;

use super::{NumberForm, Numbered, found, number_at, spaces};
use crate::case_number::is_shaped;
use crate::title::begins_title;
use text::is_space;

/// Is a cell of a table the time when an item begins: "17.00", "kl. 17:00-17.30"?
pub fn is_time(cell: &str) -> bool {
    let bare =
        cell.trim_start_matches("kl.").trim_start_matches("Kl.").trim_matches(|c| is_space(c) || c == '*');
    let of_clock = |part: &str| {
        let (hour, minute) = part.trim_matches(is_space).split_once(['.', ':'])?;
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        (minute.len() == 2 && digits(minute) && digits(hour)).then(|| hour.parse::<u8>().ok()).flatten()
    };
    // "kl. 12"
    let hour = cell.len() > bare.len() && bare.parse::<u8>().is_ok_and(|hour| hour < 24);
    hour && cell.trim_start_matches(is_space).starts_with(['k', 'K'])
        || bare.len() >= 4 && bare.split(['-', '–']).all(|part| of_clock(part).is_some_and(|hour| hour < 24))
}

/// "| 12 | Titel |" and the same with tabs; "| 17.00 | 12 | Titel |" where the first column tells when.
pub(super) fn row(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let barred = line.as_bytes()[start] == b'|';
    let mut cells = cells(line, start, end).filter(|cell| !line[cell.clone()].is_empty());
    let first = cells.find(|cell| !(barred && is_time(&line[cell.clone()])))?;
    let number = number_in(line, first.clone())?;
    let rest = &line[number.0.end..first.end];
    if matches!(rest, "" | "." | ")" | ":") {
        // Between the number and the title may stand that of the case, or when the item begins.
        let mut behind = cells.peekable();
        let second = behind.peek().cloned();
        let title = behind.find(|cell| could_be_title(&line[cell.clone()])).or(second)?;
        return Some(found(NumberForm::Row, number, title));
    }
    // "| 12. Titel | Godkendt |"
    let title = rest.strip_prefix(['.', ')', ':']).filter(|title| title.starts_with(is_space))?;
    let at = first.end - title.len() + spaces(title);
    // "| **12. Titel** (Rikke) |"
    let bold = line[at..first.end].find("**").filter(|_| line[..first.start].ends_with("**"));
    let end = bold.map_or(first.end, |bold| at + bold);
    (barred && begins_title(&line[at..])).then(|| found(NumberForm::Row, number, at..end))
}

/// The row `line`, read as the header of its table says: its number, with the title in cell `column`, counted from 1; 0 for none.
pub fn row_with(line: &str, column: u8) -> Option<Numbered> {
    if column == 0 {
        return None;
    }
    let start = spaces(line);
    let end = line.trim_end_matches(is_space).len().max(start);
    let mut cells = cells(line, start, end).enumerate();
    let number = cells.find_map(|(_, cell)| {
        let number = number_in(line, cell.clone())?;
        matches!(&line[number.0.end..cell.end], "" | "." | ")" | ":").then_some(number)
    })?;
    let (_, title) = cells.find(|(at, _)| at + 1 == usize::from(column))?;
    (!title.is_empty()).then(|| found(NumberForm::Row, number, title))
}

/// The cells of a row between bars or tabs, without the signs of bold.
fn cells(line: &str, start: usize, end: usize) -> impl Iterator<Item = Range<usize>> {
    let sign = if line[start..].starts_with('|') { '|' } else { '\t' };
    let mut at = start + usize::from(sign == '|');
    line[at.min(end)..end].split(sign).map(move |cell| {
        let lead = spaces(cell);
        let bold = usize::from(cell[lead..].starts_with("**")) * 2;
        let from = at + lead + bold;
        let to = at + cell.trim_end_matches(|c| is_space(c) || c == '*').len();
        at += cell.len() + 1;
        from..to.max(from)
    })
}

/// The number that `cell` begins with, behind "Punkt" or "Nr.".
fn number_in(line: &str, cell: Range<usize>) -> Option<(Range<usize>, u16)> {
    let words = &line[cell.clone()];
    let word = ["punkt", "pkt.", "pkt", "nr.", "nr"]
        .iter()
        .find(|word| words.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word)))
        .map_or(0, |word| word.len());
    number_at(line, cell.start + word + spaces(&words[word..]))
}

/// Does a cell hold words, as the number of a case, a time and a sum do not?
fn could_be_title(cell: &str) -> bool {
    cell.contains(char::is_alphabetic) && !is_time(cell) && !is_shaped(cell)
}
