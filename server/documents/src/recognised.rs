//! What a file is, by its content and whatever it is called.

use flow::archive::Archive;
use flow::{Fault, Format};

/// What bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// A document.
    Document(Format),
    /// A document that is not read.
    Refused(Fault),
    /// No document.
    Text,
}

/// At most this far into a file a PDF or a page may begin.
const HEAD: usize = 1024;

/// What `bytes`, the file called `name`, are.
pub(crate) fn recognised(bytes: &[u8], name: &str) -> Recognised {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return archive(bytes);
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Recognised::Refused(compound(bytes));
    }
    if head.starts_with(b"{\\rtf") {
        return Recognised::Refused(Fault::Foreign("RTF"));
    }
    // What stands before the mark is passed over by every reader of PDF, but words before it make it a text about PDF.
    if head.windows(5).take(64).any(|five| five == b"%PDF-") {
        return Recognised::Document(Format::Pdf);
    }
    if let Some(kind) = foreign(head) {
        return Recognised::Refused(Fault::Foreign(kind));
    }
    if is_page(head, name) {
        return Recognised::Document(Format::Html);
    }
    emptied(bytes, name)
}

/// May `bytes`, the file called `name`, be a document? Asked before anything is unpacked or parsed: what is no document
/// for certain need not be read with care.
pub(crate) fn may_be_document(bytes: &[u8], name: &str) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    // An archive of any kind is opened to be known.
    head.starts_with(b"PK") || !matches!(recognised(bytes, name), Recognised::Text)
}

/// A file with the name of a document and the content of none.
fn emptied(bytes: &[u8], name: &str) -> Recognised {
    let named = |ending: &str| has_ending(name, ending);
    if bytes.is_empty()
        && ["docx", "docm", "dotx", "odt", "html", "htm", "xhtml", "pdf"].into_iter().any(named)
    {
        return Recognised::Refused(Fault::Blank);
    }
    let is_text = || std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0);
    match () {
        () if !["docx", "docm", "odt", "pdf"].into_iter().any(named) || is_text() => Recognised::Text,
        () if is_picture(bytes) => Recognised::Refused(Fault::Picture),
        () if named("docx") || named("docm") => Recognised::Refused(Fault::Damaged("Word")),
        () if named("odt") => Recognised::Refused(Fault::Damaged("ODT")),
        () if named("pdf") => Recognised::Refused(Fault::Damaged("PDF")),
        () => Recognised::Text,
    }
}

/// A picture of PNG, JPEG, GIF or TIFF, as scanners and telephones make them?
fn is_picture(bytes: &[u8]) -> bool {
    const BEGIN: &[&[u8]] = &[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    BEGIN.iter().any(|begin| bytes.starts_with(begin))
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
}

/// Word, LibreOffice, or another office's archive.
fn archive(bytes: &[u8]) -> Recognised {
    let mut archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        Err(fault) => return Recognised::Refused(fault),
    };
    if archive.has("word/document.xml") || archive.has_below("word/") {
        return Recognised::Document(Format::Docx);
    }
    match archive.part("mimetype") {
        Ok(Some(kind)) if kind.starts_with("application/vnd.oasis.opendocument.text") => {
            Recognised::Document(Format::Odt)
        }
        Ok(Some(kind)) if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") => {
            Recognised::Refused(Fault::Foreign("ODS"))
        }
        _ if archive.has_below("xl/") => Recognised::Refused(Fault::Foreign("Excel")),
        _ if archive.has_below("ppt/") => Recognised::Refused(Fault::Foreign("PowerPoint")),
        _ if archive.has("content.xml") => Recognised::Document(Format::Odt),
        _ => Recognised::Refused(Fault::Foreign("ZIP")),
    }
}

/// What Microsoft's older container holds: a document under a password, or one of Word 97.
fn compound(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let found = bytes.windows(name.len()).any(|window| window == name);
    if found { Fault::Encrypted } else { Fault::Foreign("Word 97–2003 (.doc)") }
}

/// What other programs call a document whose content is written as text, and is no text to read.
fn foreign(head: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_xml =
        text.starts_with("<?xml") || text.starts_with("<office:document") || text.starts_with("<pkg:");
    match () {
        () if text.starts_with("%!PS") => Some("PostScript"),
        () if is_xml && text.contains("<office:document") => Some("FODT"),
        () if is_xml && text.contains("<pkg:package") => Some("Word-XML"),
        () if is_xml && text.contains("<w:wordDocument") => Some("Word-XML"),
        () if text.contains("MIME-Version:") && text.contains("multipart/related") => Some("MHT"),
        () => None,
    }
}

/// Does a web page begin here? A text about HTML does not begin with its mark.
fn is_page(head: &[u8], name: &str) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        rest = after.trim_start();
    }
    if let Some((_, after)) = rest.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        rest = after.trim_start();
    }
    let called = ["html", "htm", "xhtml"].iter().any(|ending| has_ending(name, ending));
    rest.starts_with("<!doctype html") || rest.starts_with("<html") || (called && rest.starts_with('<'))
}

#[cfg(test)]
mod tests {
    use super::{Format, Recognised, recognised};
    use flow::Fault;

    #[test]
    fn content_counts_and_not_the_name() {
        assert_eq!(recognised(b"%PDF-1.7\n", "referat.txt"), Recognised::Document(Format::Pdf));
        assert_eq!(
            recognised("\u{feff}<!-- fra sagssystemet -->\n<!DOCTYPE html>".as_bytes(), "referat"),
            Recognised::Document(Format::Html)
        );
        assert_eq!(recognised(b"1. Budget\n", "referat.docx"), Recognised::Text);
    }

    #[test]
    fn a_comment_in_markdown_makes_no_page() {
        assert_eq!(
            recognised(b"<!-- referent: ignore-file dates -->\n\n# 1. Plan\n", "a.md"),
            Recognised::Text
        );
    }

    #[test]
    fn what_is_not_read_is_named() {
        let refused = |bytes: &[u8]| recognised(bytes, "a.docx");
        assert_eq!(refused(b"{\\rtf1 "), Recognised::Refused(Fault::Foreign("RTF")));
        let mut old = vec![0xd0, 0xcf, 0x11, 0xe0];
        assert_eq!(refused(&old), Recognised::Refused(Fault::Foreign("Word 97–2003 (.doc)")));
        old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(refused(&old), Recognised::Refused(Fault::Encrypted));
        assert_eq!(refused(b"PK\x03\x04 cut off"), Recognised::Refused(Fault::Damaged("ZIP")));
        assert_eq!(refused(b"\0\0\0"), Recognised::Refused(Fault::Damaged("Word")));
        assert_eq!(refused(b""), Recognised::Refused(Fault::Blank));
        for picture in [&b"\x89PNG\r\n\x1a\n\0"[..], b"\xff\xd8\xff\xe0\0", b"GIF89a\0"] {
            assert_eq!(refused(picture), Recognised::Refused(Fault::Picture));
        }
    }
}
