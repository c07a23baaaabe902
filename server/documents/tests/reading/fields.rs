//! What a PDF draws by itself beside its pages: fields that are filled in, notes and stamps; and its scripts.

use documents::{Beside, Extracted};

use crate::pages::{Page, extracted};

fn read(objects: &[&str], root: &str) -> Extracted {
    let page =
        Page { more: "/Annots [10 0 R]", ..Page::of(&["Fjordby Kommune", "", "Punkt 1: Budget for 2027"]) };
    extracted(&[page], objects, root).expect("a document")
}

fn words(read: &Extracted, beside: Beside) -> Vec<&str> {
    read.asides.iter().filter(|aside| aside.beside == beside).map(|aside| aside.words.trim()).collect()
}

/// A form that draws `painted`.
fn form(painted: &str, resources: &str) -> String {
    format!(
        "<</Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources <<{resources}>> /Length {}>>\nstream\n{painted}\nendstream",
        painted.len() + 1
    )
}

#[test]
fn numbers_that_fields_notes_and_stamps_draw_are_told() {
    let shown = "/Tx BMC BT /F 10 Tf 2 5 Td (010190-1234) Tj ET EMC";
    for annotation in [
        "<</Type /Annot /Subtype /Widget /FT /Tx /Rect [60 500 260 520] /AP <</N 11 0 R>>>>",
        "<</Type /Annot /Subtype /FreeText /Rect [60 500 260 520] /AP <</N 11 0 R>>>>",
        "<</Type /Annot /Subtype /Widget /FT /Btn /Rect [60 500 260 520] /AS /On /AP <</N <</On 11 0 R>>>>>>",
    ] {
        let read = read(&[annotation, &form(shown, "/Font <</F 3 0 R>>")], "");
        assert_eq!(words(&read, Beside::Data), ["010190-1234"], "{annotation}");
    }
    let stamp = "<</Type /Annot /Subtype /Stamp /Rect [60 500 260 520] /AP <</N 11 0 R>>>>";
    let read =
        read(&[stamp, &form("/X Do", "/XObject <</X 12 0 R>>"), &form(shown, "/Font <</F 3 0 R>>")], "");
    assert_eq!(words(&read, Beside::Data), ["010190-1234"]);
}

#[test]
fn a_value_that_its_field_draws_is_told_once() {
    let shown = form("BT /F 10 Tf (010190-1234) Tj ET", "/Font <</F 3 0 R>>");
    let field =
        "<</Type /Annot /Subtype /Widget /FT /Tx /V (010190-1234) /Rect [60 500 260 520] /AP <</N 11 0 R>>>>";
    let read = read(&[field, &shown], "");
    assert_eq!((words(&read, Beside::Field), words(&read, Beside::Data)), (vec!["010190-1234"], vec![]));
}

#[test]
fn a_form_that_draws_itself_is_left() {
    let field = "<</Type /Annot /Subtype /Widget /FT /Tx /Rect [60 500 260 520] /AP <</N 11 0 R>>>>";
    let itself = form("BT (Bo Berg) Tj ET /X Do", "/XObject <</X 11 0 R /Y 11 0 R /Z 11 0 R>>");
    assert!(words(&read(&[field, &itself], ""), Beside::Data).contains(&"Bo Berg"));
}

#[test]
fn numbers_in_scripts_are_told() {
    let script = "<</Length 22>>\nstream\nvis(\"010190-1234\", 1);\nendstream";
    let action = "<</S /JavaScript /JS 11 0 R>>";
    let read = read(&[action, script], "/OpenAction 10 0 R");
    assert_eq!(words(&read, Beside::Data), ["vis(\"010190-1234\", 1);"]);
}
