//! What other programs put into a LibreOffice document.

use super::office::{odt, with_part};
use documents::{Unread, read};

/// What is told as not read of a document with an object, whose inside is `held`.
fn unread(object: &str, held: Option<&str>) -> Vec<Unread> {
    let body = format!("<text:p>Referat <draw:frame draw:name=\"Tal\">{object}</draw:frame></text:p>");
    let document = odt("", &body, "");
    let document = match held {
        Some(held) => with_part(&document, "Object 1/content.xml", held.as_bytes()),
        None => document,
    };
    read(&document, "møde.odt").expect("known by its content").expect("whole").unread
}

#[test]
fn tables_and_texts_inside_are_told_as_not_read() {
    let object = "<draw:object xml2:href=\"./Object 1\"/>";
    let told = [Unread::Part("Tal".to_owned())];
    assert_eq!(unread(object, Some("<office:spreadsheet/>")), told);
    assert_eq!(unread(object, Some("<office:text/>")), told);
    assert_eq!(unread(object, None), told);
}

#[test]
fn charts_and_formulas_are_pictures() {
    let object = "<draw:object xml2:href=\"./Object 1\"/>";
    assert_eq!(unread(object, Some("<office:chart/>")), []);
    assert_eq!(unread(object, Some("<math xmlns=\"m\"/>")), []);
    assert_eq!(unread("<draw:object><mi/></draw:object>", None), []);
}
