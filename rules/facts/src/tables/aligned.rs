//! Rows of tables whose columns are parted by spaces: "Skoler      310.450     311.200", "Mad: 9.000 kr.".

use super::{Cell, Row, Value, value};
use crate::amounts::ends_as_sentence;
use text::needle::Needle;
use text::{TextRange, is_space, range_of};

/// More words than these before an amount make a sentence.
const LONGEST_LABEL: usize = 6;

/// At least this many dots lead from a label to its amount; fewer end a sentence.
const LEADERS: usize = 3;

/// The row that `line` of `text` is: a label with figures behind a gap, or with one amount at the end of the line.
pub(super) fn row(text: &str, line: TextRange) -> Option<Row> {
    let words = text[line].trim_matches(is_space);
    let words = words.strip_prefix("- ").or_else(|| words.strip_prefix("• ")).unwrap_or(words);
    let cells = columns(words).or_else(|| label_and_amount(words))?;
    let cell = |words: &&str| Cell { range: range_of(text, words), value: value(words) };
    Some(Row { cells: cells.iter().map(cell).collect() })
}

/// Could the words of a line be a row, by their end or a wide gap alone?
pub(super) fn may_be_row(words: &str) -> bool {
    static GAP: Needle = Needle::new("   ");
    words.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '-'))
        || ["kr.", "kr", "kr.)"].iter().any(|unit| words.ends_with(unit))
        || GAP.is_in(words)
}

/// The cells between gaps of two spaces or more, of which one holds a figure or all are the names of columns.
fn columns(words: &str) -> Option<Vec<&str>> {
    let cells: Vec<&str> =
        words.split("  ").map(|cell| cell.trim_matches(is_space)).filter(|cell| !cell.is_empty()).collect();
    let named = cells.first()?.contains(char::is_alphabetic);
    (cells.len() >= 2 && named && words.len() <= 160).then_some(cells)
}

/// "Bustransport 6.000 kr.", "Mad: 9.000", as a list of costs has it.
fn label_and_amount(words: &str) -> Option<Vec<&str>> {
    let digit = words.find(|c: char| c.is_ascii_digit())?;
    // "Veje: -2.300".
    let signed = words[..digit].strip_suffix(['-', '−', '–']).filter(|rest| rest.ends_with(is_space));
    let number = signed.map_or(digit, str::len);
    let (label, amount) = words.split_at(number);
    let label = label.trim_end_matches(is_space);
    // "Maling: kr. 125.000,00".
    let bare = label.strip_suffix("kr.").filter(|rest| rest.ends_with(is_space) || rest.ends_with(':'));
    let (label, amount) = bare.map_or((label, amount), |label| {
        let label = label.trim_end_matches(is_space);
        let from = words.len() - amount.len() - (number - label.len());
        (label, words[from..].trim_start_matches(is_space))
    });
    // "Husleje ........ 31.200".
    let led = label.trim_end_matches(|c| is_space(c) || matches!(c, '.' | '…' | '_'));
    let label = if label.len() >= led.len() + LEADERS { led } else { label };
    let label = label.strip_suffix(':').unwrap_or(label).trim_end_matches(is_space);
    let plain = label.starts_with(|c: char| c.is_uppercase())
        && !label.contains(['.', ',', ';', '?', '!', '(', '"', '”'])
        && label.split(is_space).count() <= LONGEST_LABEL
        && !ends_as_sentence(label);
    let money = match value(amount) {
        Value::Kroner(_) => true,
        // "2022" may be a year, "12" a number of something.
        Value::Number(_) => amount.contains(['.', ' ']),
        _ => false,
    };
    (plain && money).then(|| vec![label, amount])
}
