//! A row of a table in the head that says one thing behind a label: "| Afbud | Bo Lindt |", "Mødested⇥Salen".

use super::Reader;
use syntax::{Block, Label, MarkKind, Vocabulary};
use text::{TextRange, is_space, range_of, trim};

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

impl Reader<'_> {
    /// Takes "- Sted: Fælleshuset", a point of a list that says where, when or who meets; `false` for another one.
    pub(super) fn listed(&mut self, block: &Block, words: TextRange) -> bool {
        let line = &self.text[words];
        if block.mark.kind != MarkKind::Bullet || self.head.contents_heading.is_some() {
            return false;
        }
        let says = |label| matches!(label, Label::Place | Label::Date | Label::Time | Label::Committee);
        let label =
            self.vocabulary.label(line).filter(|(label, len)| says(*label) && line[..*len].ends_with(':'));
        let Some((label, len)) = label else { return false };
        let value = whole(&line[len..]);
        if !value.is_empty() {
            self.value(label, range_of(self.text, value));
        }
        self.label = None;
        true
    }
}

/// A value without the backslash that breaks its line in Markdown.
pub(super) fn whole(value: &str) -> &str {
    trim(value.trim_end_matches('\\'))
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
