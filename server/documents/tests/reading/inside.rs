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
fn numbers_in_files_that_are_no_text_are_found_by_their_form() {
    let wide = |words: &str| words.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
    let boxed = |inside: &[u8]| {
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 504], inside, &[0; 100]].concat()
    };
    let picture = b"\xff\xd8\xff\xfe\x00\x18Hanne Holm, 010190-1234\0\xff\xda\x00\x02\xff\xd9";
    for (name, file) in [
        ("word/embeddings/oleObject1.bin", boxed(b"navn;cpr\0Holm;010190-1234\0")),
        ("word/embeddings/oleObject2.bin", boxed(&wide("Holm 010190-1234"))),
        ("word/embeddings/oleObject3.bin", boxed(&sheet())),
        ("word/media/image1.jpeg", picture.to_vec()),
        ("word/media/image2.emf", [&[1, 0, 0, 0][..], &wide("CPR 010190-1234"), &[0; 20]].concat()),
    ] {
        let whole = with_part(&docx(&p("", "Godkendt."), &[]), name, &file);
        assert_eq!(numbers(&read(&whole, "a.docx").expect("a document").expect("a whole one")), 1, "{name}");
    }
    // An older version of the document, which LibreOffice keeps under a name without an ending.
    let version = odt("", "<text:p>Hanne Holm, 010190-1234</text:p>", "");
    let whole = with_part(&odt("", "<text:p>Godkendt.</text:p>", ""), "Versions/Version1", &version);
    assert_eq!(numbers(&read(&whole, "a.odt").expect("a document").expect("a whole one")), 1);
}

#[test]
fn other_digits_in_files_that_are_no_text_are_nobodys() {
    for words in ["0101901234", "2010190-1234", "010190-12345", "10190-1234", "0101 90-1234"] {
        let file = [b"\0\xff", words.as_bytes(), b"\0\xff"].concat();
        let whole = with_part(&docx(&p("", "Godkendt."), &[]), "word/media/a.emf", &file);
        let read = read(&whole, "a.docx").expect("a document").expect("a whole one");
        assert!(read.asides.iter().all(|aside| aside.beside != Beside::Data), "{words}: {:?}", read.asides);
    }
}

#[test]
fn data_of_a_form_is_read_however_it_is_written() {
    let utf_16: Vec<u8> =
        "\u{feff}<a><cpr>010190-1234</cpr></a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for data in [
        b"<a><cpr>010190-1234</cpr></a>".to_vec(),
        b"<a cpr=\"010190-1234\"/>".to_vec(),
        b"<a><![CDATA[<b>010190-1234</b>]]></a>".to_vec(),
        b"<a><cpr>010190&#45;1234</cpr></a>".to_vec(),
        b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>S\xf8ren 010190-1234</a>".to_vec(),
        utf_16,
    ] {
        let whole = with_part(&docx(&p("", "Godkendt."), &[]), "customXml/item1.xml", &data);
        let read = read(&whole, "a.docx").expect("a document").expect("a whole one");
        assert_eq!(numbers(&read), 1, "{}: {:?}", String::from_utf8_lossy(&data), read.asides);
    }
    let whole = with_part(&docx(&p("", "Godkendt."), &[]), "customXml/item1.xml", b"<a nr=\"0101901234\"/>");
    let read = read(&whole, "a.docx").expect("a document").expect("a whole one");
    assert!(read.asides.iter().any(|aside| aside.words == "0101901234"));
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
    assert_eq!(fault(b"<!doctype html><p></p>", "a.html"), Fault::Blank);
}
