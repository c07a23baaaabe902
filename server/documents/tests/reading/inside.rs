//! Numbers in files that lie inside a document.

use documents::{Beside, Extracted, Fault, read};

use super::docx::p;
use super::office::{archive, docx, odt, with_part};

fn numbers(read: &Extracted) -> usize {
    read.asides
        .iter()
        .filter(|aside| aside.beside == Beside::Data && aside.words.contains("010190-1234"))
        .count()
}

fn sheet() -> Vec<u8> {
    archive(&[("xl/sharedStrings.xml", "<sst><si><t>Hanne Holm, 010190-1234</t></si></sst>")])
}

#[test]
fn files_inside_are_looked_through() {
    let words = docx(&p("", "Hanne Holm, 010190-1234"), &[]);
    let within = with_part(&docx(&p("", "Se bilaget."), &[]), "word/embeddings/b.docx", &words);
    for (name, file) in [
        ("word/embeddings/a.xlsx", sheet()),
        ("word/embeddings/a.docx", words),
        ("word/embeddings/a.docx", within),
        ("word/embeddings/a.csv", "Holm;010190-1234".as_bytes().to_vec()),
    ] {
        let whole = with_part(&docx(&p("", "Godkendt."), &[]), name, &file);
        let read = read(&whole, "a.docx").expect("a document").expect("a whole one");
        assert_eq!((read.text.as_str(), numbers(&read)), ("Godkendt.\n", 1), "{name}");
    }
    let whole = with_part(&odt("", "<text:p>Godkendt.</text:p>", ""), "Object 1/a.xlsx", &sheet());
    assert_eq!(numbers(&read(&whole, "a.odt").expect("a document").expect("a whole one")), 1);
}

#[test]
fn files_that_lie_in_each_other_without_end_are_left() {
    let mut file = sheet();
    for n in 0..20 {
        file = with_part(&docx(&p("", "Godkendt."), &[]), &format!("word/embeddings/{n}.docx"), &file);
    }
    let read = read(&file, "a.docx").expect("a document").expect("a whole one");
    assert_eq!((read.text.as_str(), numbers(&read)), ("Godkendt.\n", 0));
}

#[test]
fn a_file_inside_that_is_damaged_harms_nothing() {
    let whole =
        with_part(&docx(&p("", "Godkendt."), &[]), "word/embeddings/a.xlsx", b"PK\x03\x04 og ikke mere");
    assert_eq!(read(&whole, "a.docx").expect("a document").expect("a whole one").text, "Godkendt.\n");
}

#[test]
fn a_document_of_pictures_alone_is_told_as_such() {
    let picture = |bytes: &[u8], name| with_part(bytes, name, b"\x89PNG");
    let fault = |bytes: &[u8], name| read(bytes, name).expect("a document").expect_err("no words");
    assert_eq!(fault(&picture(&docx("<w:p/>", &[]), "word/media/a.png"), "a.docx"), Fault::NoText);
    assert_eq!(fault(&picture(&odt("", "<text:p/>", ""), "Pictures/a.png"), "a.odt"), Fault::NoText);
    assert_eq!(fault(b"<!doctype html><p><img src=a.png></p>", "a.html"), Fault::NoText);
    assert_eq!(fault(b"<!doctype html><p></p>", "a.html"), Fault::Empty);
}
