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

/// Rules and messages of what is found beside the text of a document whose note, called `role`, says `words`.
fn in_note(role: &str, words: &str) -> Vec<(&'static str, String)> {
    let reference = format!("<w:{role}Reference w:id=\"2\"/>");
    let mark = format!("<w:p><w:r><w:t>Tallet er skønnet.</w:t>{reference}</w:r></w:p>");
    let body = [p("", "1. Tilskud"), mark].concat();
    let note = format!("<w:{role} w:id=\"2\">{}</w:{role}>", p("", words));
    let read = extracted(&body, &[(&format!("{role}s"), &note)]);
    let document = rules::document::Document::new(Default::default(), read.text.clone());
    let found = documents::findings::beside(document.engine(), &read, &document);
    let at = read.text.find("Tallet").expect("the line with the mark");
    assert!(found.iter().all(|found| usize::from(found.range.start()) == at && found.fixes.is_empty()));
    found.into_iter().map(|found| (found.rule.name, found.note.en.into_owned())).collect()
}

#[test]
fn notes_are_proofread_as_the_text_is() {
    let found = in_note("footnote", "Der er brugt 24 % , og og resten er ialt 300 kr.");
    let rules: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
    for rule in ["typography/spacing", "typography/repeated-word", "spelling/known-error"] {
        assert!(rules.contains(&rule), "{rule} in {found:?}");
    }
    assert!(found.iter().any(|(_, said)| said.starts_with("In note 1 (”og og”): ")), "{found:?}");
    let found = in_note("endnote", "Mødet holdes onsdag den 14. april 2026.");
    assert!(found.iter().map(|(rule, _)| *rule).eq(["dates/weekday"]), "{found:?}");
    for words in ["Se referatet fra den 3. marts 2026, side 4.", "Fjordby Kommune, budget 2026", "*"] {
        assert_eq!(in_note("footnote", words), [], "{words}");
    }
}

#[test]
fn a_number_in_a_note_is_not_repeated_with_its_words() {
    let found = in_note("footnote", "Hun hedder hedder Ida Holm, 010190-1234.");
    assert!(found.iter().any(|(rule, _)| *rule == "privacy/cpr-number"), "{found:?}");
    assert!(found.iter().all(|(_, said)| !said.contains("1234")), "{found:?}");
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
