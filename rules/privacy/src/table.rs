//! Rows of a table in a text: what stands over a cell, and in front of a number in it.

use super::number::{WORDS, are_checked, is_personal};
use text::TextRange;

/// In bytes: in a longer first cell a number's title is not looked for, so that no edit far away changes what is hidden.
const LONGEST_CELL: usize = 120;

/// In bytes: a longer table, and a longer row, is cut.
const REACH: usize = 2000;

/// The line around byte `at`, and what of it stands in front; `None` where it is too long for a row.
fn row(text: &str, at: usize) -> Option<(&str, &str)> {
    let from = text.floor_char_boundary(at.saturating_sub(REACH));
    let start = match text[from..at].rfind('\n') {
        Some(end) => from + end + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let to = text.floor_char_boundary(at + REACH);
    let end = text[at..to].find('\n').map_or(to, |end| at + end);
    Some((&text[start..at], &text[start..end]))
}

/// In a row of a table, the words in front of byte `at` in its own cell; where there are none, those of the cell before it.
pub fn in_cell(text: &str, at: usize) -> Option<&str> {
    let (before, line) = row(text, at)?;
    let sign = sign_of(line).filter(|sign| *sign != ';')?;
    let mut cells = before.rsplit(sign);
    let own = cells.next().unwrap_or_default();
    let says = |cell: &&str| cell.contains(char::is_alphanumeric);
    Some(if says(&own) { own } else { cells.next().filter(says).unwrap_or_default() })
}

/// What stands over the cell at byte `at` in the first line of its table.
pub fn column_title(text: &str, at: usize) -> &str {
    let Some((_, own_line)) = row(text, at) else { return "" };
    let Some(sign) = sign_of(own_line) else { return "" };
    let mut rows = text[text.floor_char_boundary(at.saturating_sub(REACH))..at].rsplit('\n');
    let Some(own) = rows.next() else { return "" };
    let column = own.matches(sign).count();
    let n_signs = own_line.matches(sign).count();
    let is_row = |line: &&str| {
        let short = line.split(sign).next().is_some_and(|cell| cell.len() <= LONGEST_CELL);
        sign_of(line) == Some(sign) && short && (sign != ';' || line.matches(sign).count() == n_signs)
    };
    let first = rows.take_while(is_row).last();
    first.and_then(|first| first.split(sign).nth(column)).unwrap_or("")
}

/// Does a column's title over byte `at` name personal numbers?
pub(super) fn is_titled(text: &str, at: usize) -> bool {
    is_personal(&column_title(text, at).to_lowercase())
}

/// What the titles over day and last digits say, where the two stand in cells of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// "CPR" over both, "Fødselsdato" and "Sidste fire".
    Personal,
    /// "Indmeldt" and "Kontingent".
    Other,
    /// "Fødselsdag" and "Nr.".
    Perhaps,
    /// No title.
    None,
}

/// That of the number at `range`; `None` where it stands in one cell.
pub fn columns(text: &str, range: TextRange) -> Option<Columns> {
    if !text[range].contains(['\t', '|']) {
        return None;
    }
    let last = text.floor_char_boundary(usize::from(range.end()).saturating_sub(1));
    let title = |at: usize| column_title(text, at).trim().to_lowercase();
    let (day, serial) = (title(range.start().into()), title(last));
    let holds = |words: &[String], title: &str| words.iter().any(|word| title.contains(word.as_str()));
    let of_birth = holds(&WORDS.born, &day) || is_personal(&day);
    let running = holds(&WORDS.running, &serial) && of_birth;
    // "Fødselsdag" and "Nr.": nothing but the digits says that they are one number.
    let bare = serial.trim_matches(|c: char| !c.is_alphanumeric());
    let may_be_one = WORDS.bare_columns.iter().any(|own| own == bare) && of_birth;
    let personal = is_personal(&serial)
        || holds(&WORDS.last, &serial)
        || running
        || may_be_one && are_checked(&text[range])
        || (serial.is_empty() && is_personal(&day));
    Some(match () {
        () if personal => Columns::Personal,
        () if may_be_one => Columns::Perhaps,
        () if serial.contains(char::is_alphabetic) => Columns::Other,
        () => Columns::None,
    })
}

/// What parts the cells of `line`, if it is a row.
fn sign_of(line: &str) -> Option<char> {
    match () {
        () if line.trim_start().starts_with('|') => Some('|'),
        () if line.contains('\t') => Some('\t'),
        () if line.contains(';') => Some(';'),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, column_title, columns};
    use crate::numbers;

    #[test]
    fn a_column_has_the_title_of_its_first_row() {
        for table in ["Navn\tCPR\nBo\t7", "| Navn | CPR |\n|---|---|\n| Bo | 7 |", "Navn;CPR\nBo;7"] {
            assert_eq!(column_title(table, table.rfind('7').expect("a cell")).trim(), "CPR", "{table}");
        }
        assert_eq!(column_title("Bo, Ida; CPR\nBo; Ida; 7", 22), "");
    }

    #[test]
    fn two_cells_are_one_number_where_their_titles_say_so() {
        let of = |table: &str| columns(table, numbers(table).next().expect("a number").range);
        for titles in ["CPR\t", "Født\tSidste fire", "Fødselsdag\tLøbenr.", "\tCPR-nr."] {
            assert_eq!(of(&format!("{titles}\n010203\t1234")), Some(Columns::Personal), "{titles}");
        }
        for titles in ["Indmeldt\tKontingent", "Dato\tLøbenr.", "CPR\tBeløb"] {
            assert_eq!(of(&format!("{titles}\n010203\t1234")), Some(Columns::Other), "{titles}");
        }
        assert_eq!(of("010203\t1234"), Some(Columns::None));
        assert_eq!(of("Fødselsdag\tNr.\n010203\t1234"), Some(Columns::Perhaps));
        assert_eq!(of("CPR\tLøbenr.\n010203\t1234"), Some(Columns::Personal));
        assert_eq!(of("Fødselsdag\tNr.\n010190\t1203"), Some(Columns::Personal));
        assert_eq!(of("Fødselsdag\tMedlemsnr.\n010190\t1203"), Some(Columns::Other));
        assert_eq!(of("Dato\tNr.\n010190\t1203"), Some(Columns::Other));
        assert_eq!(of("CPR\n010203-1234"), None);
    }
}
