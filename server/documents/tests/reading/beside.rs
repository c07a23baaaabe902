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

#[test]
fn changes_without_words_are_on_record() {
    let bodies = [
        p("<w:pPrChange w:id=\"1\"/>", "Godkendt."),
        p("<w:rPr><w:ins w:id=\"1\"/></w:rPr>", "Godkendt."),
        "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"/></w:rPr><w:t>Godkendt.</w:t></w:r></w:p>".to_owned(),
        format!("{}<w:sectPr><w:sectPrChange w:id=\"1\"/></w:sectPr>", p("", "Godkendt.")),
        format!(
            "<w:tbl><w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("", "Godkendt.")
        ),
    ];
    for body in bodies {
        let read = extracted(&body, &[]);
        assert_eq!(words(&read, Beside::Changed), [""], "{body}");
        assert_eq!(read.text, "Godkendt.\n");
    }
    assert_eq!(words(&extracted(&p("<w:rPr><w:b/></w:rPr>", "Godkendt."), &[]), Beside::Changed).len(), 0);
}

#[test]
fn a_cell_that_was_deleted_is_no_text() {
    let cell =
        |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", words));
    let row = [cell("", "Drift"), cell("<w:cellDel w:id=\"1\"/>", "Anlæg"), cell("", "200 kr.")].concat();
    let read = extracted(&format!("<w:tbl><w:tr>{row}</w:tr></w:tbl>"), &[]);
    assert_eq!((read.text.as_str(), words(&read, Beside::Deleted)), ("Drift\t200 kr.\n", vec!["Anlæg"]));
}

#[test]
fn a_number_that_lost_its_last_digits_is_what_it_was() {
    let body = "<w:p><w:r><w:t>Nr. 070761-</w:t></w:r><w:del><w:r><w:delText>4285</w:delText></w:r></w:del>\
                <w:r><w:t> er kendt.</w:t></w:r></w:p>";
    assert_eq!(words(&extracted(body, &[]), Beside::Deleted), ["Nr. 070761-4285 er kendt."]);
}

#[test]
fn what_only_the_older_way_says_is_read() {
    let way = |words: &str| {
        format!("<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>", p("", words))
    };
    let both = |own: &str, other: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice>{own}</mc:Choice><mc:Fallback>{other}</mc:Fallback>\
             </mc:AlternateContent></w:r></w:p>"
        )
        .replace("v:textbox", "w:textbox")
    };
    assert_eq!(extracted(&both("<w:drawing/>", &way("Gammel")), &[]).text, "Gammel\n");
    assert_eq!(extracted(&both(&way("Ny"), &way("Gammel")), &[]).text, "Ny\n");
}
