//! Documents that cannot be read are refused, quickly and with a reason.

use super::office::{archive, docx, odt};
use documents::{Fault, read};
use proptest::prelude::{any, prop};
use proptest::proptest;

fn fault(bytes: &[u8]) -> Fault {
    read(bytes, "møde").expect("known by its content").expect_err("it cannot be read")
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn a_document_that_is_cut_off_is_damaged() {
    for whole in [docx(&paragraph("Møde"), &[]), odt("", "<text:p>Møde</text:p>", "")] {
        for len in [40, whole.len() / 2, whole.len() - 1] {
            assert!(matches!(fault(&whole[..len]), Fault::Damaged(_)));
        }
    }
    assert_eq!(fault(&docx("<w:p>", &[])), Fault::Damaged("word/document.xml"));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    assert_eq!(fault(&docx(&paragraph(&" ".repeat(40 << 20)), &[])), Fault::TooLarge);
}

#[test]
fn what_lies_too_deep_is_refused() {
    let deep = "<w:sdt><w:sdtContent>".repeat(20_000) + &"</w:sdtContent></w:sdt>".repeat(20_000);
    assert_eq!(fault(&docx(&deep, &[])), Fault::TooDeep);
}

#[test]
fn a_password_is_told() {
    let manifest = "<manifest><encryption-data/></manifest>";
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(fault(&locked), Fault::Encrypted);
}

#[test]
fn other_archives_are_named() {
    assert_eq!(fault(&archive(&[("xl/workbook.xml", "")])), Fault::Foreign("Excel"));
    assert_eq!(fault(&archive(&[("billede.png", "")])), Fault::Foreign("ZIP"));
}

#[test]
fn a_document_without_words_is_told() {
    assert_eq!(fault(&docx("<w:p/>", &[])), Fault::Blank);
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Referat</w:t></w:r></w:p>";
    assert_eq!(fault(&docx(hidden, &[])), Fault::Unseen);
    let deleted = "<w:p><w:del><w:r><w:delText>Referat</w:delText></w:r></w:del></w:p>";
    assert_eq!(fault(&docx(deleted, &[])), Fault::Unseen);
    let page = |inside: &str| fault(format!("<!doctype html><body>{inside}").as_bytes());
    assert_eq!(page("<div id=app></div><script src=a.js></script>"), Fault::Scripted);
    assert_eq!(page("<p hidden>Referat</p>"), Fault::Unseen);
    assert_eq!(page("<p></p>"), Fault::Blank);
}

proptest! {
    #[test]
    fn damage_is_never_more_than_a_fault(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let wholes = [
            docx(&paragraph("Møde"), &[("numbering", "<w:abstractNum w:abstractNumId=\"1\"/>")]),
            odt("", "<text:list><text:list-item><text:p>at</text:p></text:list-item></text:list>", ""),
        ];
        for mut bytes in wholes {
            for (at, byte) in &damage {
                let len = bytes.len();
                bytes[at.index(len)] = *byte;
            }
            let _ = read(&bytes, "møde.docx");
        }
    }
}

#[test]
fn text_that_another_program_writes_a_document_in_is_named() {
    for (head, kind) in [
        ("%!PS-Adobe-3.0\n", "PostScript"),
        ("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"o\">", "FODT"),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package>", "Word-XML"),
        ("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "MHT"),
    ] {
        assert_eq!(fault(head.as_bytes()), Fault::Foreign(kind));
    }
    assert!(read(b"Referat\n\nXML: <office:document>", "a.txt").is_none());
}
