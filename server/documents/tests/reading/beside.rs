//! What stands beside the text of a Word document: changes on record, notes and comments.

use super::docx::{extracted, p, words};
use documents::Beside;

#[test]
fn changes_in_notes_headers_and_rows_are_on_record() {
    let changed = "<w:p><w:del><w:r><w:delText>onsdag</w:delText></w:r></w:del><w:ins><w:r><w:t>torsdag</w:t></w:r></w:ins></w:p>";
    let row = |properties: &str, words: &str| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr><w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr>"
        )
    };
    let body = format!(
        "<w:p><w:r><w:t>Mødet</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:tbl>{}{}</w:tbl>",
        row("", "Budget"),
        row("<w:del w:id=\"1\"/>", "Væk"),
    );
    let note = format!("<w:footnote w:id=\"2\">{changed}</w:footnote>");
    let read = extracted(&body, &[("footnotes", &note), ("header", changed)]);
    assert_eq!(read.text, "Mødet\n\nBudget\n");
    assert_eq!(words(&read, Beside::Note), ["torsdag"]);
    assert_eq!(words(&read, Beside::Deleted), ["Væk", "onsdag", "onsdag"]);
    assert_eq!(words(&read, Beside::Inserted), ["torsdag", "torsdag"]);
}

#[test]
fn what_nothing_refers_to_is_in_the_file_all_the_same() {
    let comment = format!("<w:comment w:id=\"1\">{}</w:comment>", p("", "Ring til Bo"));
    let note = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("", "Gammel note"));
    let read = extracted(&p("", "Godkendt."), &[("comments", &comment), ("footnotes", &note)]);
    assert_eq!(
        [words(&read, Beside::Comment), words(&read, Beside::Hidden)],
        [["Ring til Bo"], ["Gammel note"]]
    );
}

#[test]
fn an_account_in_a_note_is_found_as_in_the_text() {
    let body = "<w:p><w:r><w:t>Referat</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let note = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("", "Reg.nr. 1234 konto 0012345678."));
    let read = extracted(body, &[("footnotes", &note)]);
    let document = rules::document::Document::new(Default::default(), read.text.clone());
    let found = documents::findings::beside(document.engine(), &read, &document);
    assert!(found.iter().map(|found| found.rule.name).eq(["privacy/account-number"]));
}
