//! Heads of columns that spaces set apart: "Nr.   Sag          Åben/lukket". They say of no item that it is closed.

use super::WORDS;
use danish::letters::small;
use text::is_space;

/// A longer line heads no columns, in bytes.
const LONGEST: usize = 120;

/// Does `line` name nothing but the columns of a table of items, one of which says of each in which state it is?
pub(super) fn is_head_of_columns(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let lower = small(line);
    if is_pair(&lower) {
        return true;
    }
    if !line.contains("  ") && !line.contains('\t') {
        return false;
    }
    let cells = || lower.split("  ").flat_map(|cell| cell.split('\t')).map(str::trim);
    let cells = || cells().filter(|cell| !cell.is_empty());
    let names_both = |cell: &str| cell.contains('/') && WORDS.letter_labels.iter().any(|own| own == cell);
    let is_column =
        |word: &str| [&WORDS.item_columns, &WORDS.other_columns].into_iter().flatten().any(|own| own == word);
    let words = |cell: &'_ str| {
        let words = cell.split(|c: char| is_space(c) || matches!(c, '.' | ':'));
        words.filter(|word| !word.is_empty()).all(is_column)
    };
    cells().count() > 1 && cells().any(names_both) && cells().all(|cell| names_both(cell) || words(cell))
}

/// "Åbent punkt / Lukket punkt": both states and nothing else.
fn is_pair(lower: &str) -> bool {
    let mut cells =
        lower.split(['/', '|', '\t']).map(|cell| cell.trim_matches(is_space)).filter(|cell| !cell.is_empty());
    let (one, other, rest) = (cells.next(), cells.next(), cells.next());
    let (Some(one), Some(other), None) = (one, other, rest) else { return false };
    are_states(one, other) || are_states(other, one)
}

/// Is `open` the head of a column for what is open, and `shut` that for what is closed?
pub fn are_states(open: &str, shut: &str) -> bool {
    WORDS.open_columns.iter().any(|own| own == open) && WORDS.closed_columns.iter().any(|own| own == shut)
}

#[cfg(test)]
mod tests {
    use super::is_head_of_columns;

    #[test]
    fn the_heads_of_columns_are_told_from_rows() {
        for line in [
            "Nr.   Sag              Åben/lukket",
            "Pkt.\tEmne\tÅ/L",
            "Punkt  Titel  Åbent/lukket  Side",
            "Åbent punkt / Lukket punkt",
            "| Lukket | Åbent |",
        ] {
            assert!(is_head_of_columns(line), "{line}");
        }
        for line in
            ["3     Salg af Møllevej 8    Lukket", "Åben/lukket: Lukket", "Sag  Lukket", "Køb / Lukket punkt"]
        {
            assert!(!is_head_of_columns(line), "{line}");
        }
    }
}
