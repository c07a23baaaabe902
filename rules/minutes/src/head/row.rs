//! A row of a table in the head that says one thing behind a label: "| Afbud | Bo Lindt |", "Mødested⇥Salen".

use super::Reader;
use syntax::{Label, Vocabulary};
use text::{TextRange, is_space, range_of};

impl Reader<'_> {
    /// Takes a row that says one thing behind a label; `false` for another one.
    pub(super) fn row(&mut self, words: TextRange) -> bool {
        let row = labelled(&self.text[words], self.vocabulary);
        let Some((label, value)) = row.filter(|_| self.head.contents_heading.is_none()) else { return false };
        self.value(label, range_of(self.text, value));
        self.label = None;
        true
    }
}

/// The label of a row of two cells, and what stands behind it.
fn labelled<'t>(line: &'t str, vocabulary: &Vocabulary) -> Option<(Label, &'t str)> {
    let parted: &[char] = if line.starts_with('|') { &['|'] } else { &['\t'] };
    let marks = |c: char| is_space(c) || c == '*';
    let mut cells = line.split(parted).map(|cell| cell.trim_matches(marks)).filter(|cell| !cell.is_empty());
    let (name, value, None) = (cells.next()?, cells.next()?, cells.next()) else { return None };
    let name = format!("{}:", name.trim_end_matches(':'));
    let (label, len) = vocabulary.label(&name)?;
    (len == name.len()).then_some((label, value))
}

#[cfg(test)]
mod tests {
    use super::labelled;
    use syntax::{Label, Vocabulary};

    #[test]
    fn a_row_of_two_cells_may_have_a_label() {
        let read = |line| labelled(line, Vocabulary::common());
        assert_eq!(read("| **Afbud** | Bo Lindt (V) |"), Some((Label::Absent, "Bo Lindt (V)")));
        assert_eq!(read("Mødested\tSalen"), Some((Label::Place, "Salen")));
        assert_eq!(read("| Medlem | Parti |"), None);
        assert_eq!(read("| Afbud | Bo Lindt | Ida Juul |"), None);
    }
}
