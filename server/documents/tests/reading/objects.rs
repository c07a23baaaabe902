//! What other programs put into a LibreOffice document.

use super::office::{docx, odt, with_part};
use documents::{Beside, Unread, read};

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

#[test]
fn pictures_are_counted_beside_the_text() {
    let n_pictures = |bytes: &[u8], name: &str| {
        let read = read(bytes, name).expect("known by its content").expect("whole");
        assert_eq!(read.text, "Referat\n", "{name}");
        read.asides.iter().filter(|aside| aside.beside == Beside::Picture).count()
    };
    let drawn = |picture: &str| format!("<w:p><w:r><w:t>Referat</w:t></w:r><w:r>{picture}</w:r></w:p>");
    for picture in
        ["<w:drawing><w:inline><w:blip/></w:inline></w:drawing>", "<w:pict><w:imagedata/></w:pict>"]
    {
        assert_eq!(n_pictures(&docx(&drawn(picture), &[]), "a.docx"), 1);
    }
    assert_eq!(n_pictures(&docx(&drawn("<w:drawing/>"), &[]), "a.docx"), 0);
    let frame = |inner: &str| format!("<text:p>Referat<draw:frame>{inner}</draw:frame></text:p>");
    assert_eq!(n_pictures(&odt("", &frame("<draw:image/>"), ""), "a.odt"), 1);
    let chart = frame("<draw:object><mi/></draw:object><draw:image/>");
    assert_eq!(n_pictures(&odt("", &chart, ""), "a.odt"), 0);
    let page = b"<!doctype html><nav><img src=a.png></nav><p>Referat</p><img src=b.png>";
    assert_eq!(n_pictures(page, "a.html"), 1);
}

#[test]
fn signs_of_the_fonts_of_signs_are_what_they_show() {
    let sign = |font: &str, char: &str| {
        let sign = format!("<w:sym w:font=\"{font}\" w:char=\"{char}\"/>");
        let body = format!("<w:p><w:r>{sign}<w:t xml:space=\"preserve\"> Godkendt</w:t></w:r></w:p>");
        read(&docx(&body, &[]), "a.docx").expect("known by its content").expect("whole").text
    };
    for (font, char, shown) in [
        ("Wingdings", "F0FC", "✓ Godkendt\n"),
        ("Wingdings", "00FE", "☑ Godkendt\n"),
        ("Wingdings 2", "F050", "✓ Godkendt\n"),
        ("Wingdings", "F0E0", "→ Godkendt\n"),
        ("Symbol", "F0FC", "• Godkendt\n"),
        ("Symbol", "F02D", "- Godkendt\n"),
        ("Symbol", "F031", "1 Godkendt\n"),
        ("Symbol", "F061", "• Godkendt\n"),
        ("Calibri", "F02D", "- Godkendt\n"),
        ("Wingdings 3", "F02D", "• Godkendt\n"),
        ("Wingdings", "F041", "• Godkendt\n"),
    ] {
        assert_eq!(sign(font, char), shown, "{font} {char}");
    }
}
