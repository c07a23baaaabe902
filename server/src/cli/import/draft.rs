//! The text of a document as Markdown: headings where items and sections begin, lists and tables as they were.
//!
//! No word is lost and none is added: a test counts them. Notes stand at the end of their item.

use std::collections::BTreeMap;

use documents::{Beside, Block, Extracted, Kind};
use rules::document::Document;
use rules::text::{TextRange, TextSize};

/// The draft of `document`, which was read from `extracted`.
pub(super) fn draft(document: &Document, extracted: &Extracted) -> String {
    let headings = headings(document);
    let mut notes = notes(extracted).peekable();
    let mut draft = Draft::default();
    for (n, block) in extracted.blocks.iter().enumerate() {
        let end = extracted.blocks.get(n + 1).map_or(document.text().len(), |next| next.start);
        let begins_item = headings.range(block.start..end).any(|(_, level)| *level == ITEM);
        while begins_item && let Some((_, note)) = notes.next_if(|(at, _)| *at < block.start) {
            draft.paragraph(&note);
        }
        draft.block(block, &document.text()[block.start..end], &headings);
    }
    notes.for_each(|(_, note)| draft.paragraph(&note));
    draft.text
}

/// The level of an item's heading.
const ITEM: usize = 2;

/// The level of a section's heading.
const SECTION: usize = 3;

/// Where lines with headings begin, and their levels.
fn headings(document: &Document) -> BTreeMap<usize, usize> {
    let mut headings = BTreeMap::new();
    let line = |range: TextRange, start: TextSize| {
        let lines = document.lines();
        usize::from(lines.start_of(lines.line_of(range.start() + start)))
    };
    for placed in document.minutes().items() {
        for section in &placed.item.sections {
            headings.insert(line(section.heading, placed.start), SECTION);
        }
        if placed.item.title.is_some() || placed.item.number.is_some() {
            headings.insert(line(placed.item.heading, placed.start), ITEM);
        }
    }
    headings
}

/// The notes of `extracted`, where they belong and as Markdown has them.
fn notes(extracted: &Extracted) -> impl Iterator<Item = (usize, String)> {
    let notes = extracted.asides.iter().filter(|aside| aside.beside == Beside::Note);
    notes.map(|note| (note.at, format!("[^{}]: {}", note.number, note.words.replace('\n', "\n    "))))
}

/// What is written so far.
#[derive(Default)]
struct Draft {
    text: String,
    /// The cells of the table that goes on.
    in_table: bool,
}

impl Draft {
    /// Writes `block`, whose lines are `lines` of the text.
    fn block(&mut self, block: &Block, lines: &str, headings: &BTreeMap<usize, usize>) {
        if let Kind::Row(cells) = &block.kind {
            self.row(cells, block.apart);
            return;
        }
        self.in_table = false;
        if block.apart {
            self.gap();
        }
        let mut at = block.start;
        for line in lines.trim_end().split_inclusive('\n') {
            match headings.get(&at) {
                Some(level) => self.heading(*level, line.trim()),
                None => {
                    self.text.push_str(line.trim_end_matches('\n'));
                    self.text.push('\n');
                }
            }
            at += line.len();
        }
    }

    fn heading(&mut self, level: usize, words: &str) {
        self.gap();
        // A title that is set in capitals of Markdown itself has its signs already.
        let words = words.trim_start_matches('#').trim_start();
        self.text.push_str(&format!("{} {words}\n", "#".repeat(level)));
        self.gap();
    }

    fn row(&mut self, cells: &[String], apart: bool) {
        let is_first = !self.in_table || apart;
        if is_first {
            self.gap();
        }
        let cell = |cell: &String| cell.replace('|', "\\|").replace('\n', " ");
        let cells: Vec<String> = cells.iter().map(cell).collect();
        self.text.push_str(&format!("| {} |\n", cells.join(" | ")));
        if is_first {
            self.text.push_str(&format!("|{}\n", "---|".repeat(cells.len())));
        }
        self.in_table = true;
    }

    fn paragraph(&mut self, words: &str) {
        self.in_table = false;
        self.gap();
        self.text.push_str(words);
        self.text.push('\n');
        self.gap();
    }

    /// Leaves one blank line.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use documents::read;
    use rules::document::{Document, Engine};

    use super::draft;

    fn drafted(page: &str) -> String {
        let mut extracted =
            read(format!("<!doctype html>{page}").as_bytes(), "a").expect("a page").expect("whole");
        let text = std::mem::take(&mut extracted.text);
        draft(&Document::new(Arc::new(Engine::default()), text), &extracted)
    }

    #[test]
    fn items_sections_lists_and_tables_are_markdown() {
        let page = "<p>Byrådet<p>4. april 2022 kl. 17.00<h2>1. Budget</h2><h3>Indstilling</h3><p>Direktionen indstiller,\
                    <ol><li>at budgettet godkendes<li>at det sendes videre</ol><table><tr><td>Post<td>2026<tr><td>A|B<td>1,3\
                    </table><h3>Beslutning</h3><p>Godkendt.";
        expect_test::expect![[r#"
            Byrådet

            4. april 2022 kl. 17.00

            ## 1. Budget

            ### Indstilling

            Direktionen indstiller,

            1. at budgettet godkendes
            2. at det sendes videre

            | Post | 2026 |
            |---|---|
            | A\|B | 1,3 |

            ### Beslutning

            Godkendt.
        "#]]
        .assert_eq(&drafted(page));
    }
}
