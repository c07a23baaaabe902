//! Small documents, written part by part.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of `parts`: name and text of each.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new part");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

/// `archive` with one part more, of any bytes.
pub(crate) fn with_part(bytes: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new_append(Cursor::new(bytes.to_vec())).expect("an archive");
    zip.start_file(name, SimpleFileOptions::default()).expect("a new part");
    zip.write_all(part).expect("memory can be written");
    zip.finish().expect("memory can be written").into_inner()
}

/// A Word document with this `body` and `others`: the role and the inside of more parts.
pub(crate) fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut relations = String::new();
    let mut parts = vec![(
        "word/document.xml".to_owned(),
        format!("<w:document {W}><w:body>{body}</w:body></w:document>"),
    )];
    for (role, inside) in others {
        if *role == "core" {
            parts.push(("docProps/core.xml".to_owned(), format!("<core>{inside}</core>")));
        } else if *role == "hyperlink" {
            relations.push_str(&format!("<Relationship Type=\"x/{role}\" Target=\"{inside}\"/>"));
        } else {
            relations.push_str(&format!("<Relationship Type=\"x/{role}\" Target=\"{role}.xml\"/>"));
            parts.push((format!("word/{role}.xml"), format!("<w:{role} {W}>{inside}</w:{role}>")));
        }
    }
    let relations = format!("<Relationships>{relations}</Relationships>");
    parts.push(("word/_rels/document.xml.rels".to_owned(), relations));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&parts)
}

const O: &str = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\" xmlns:draw=\"d\" \
    xmlns:dc=\"c\" xmlns:meta=\"m\" xmlns:fo=\"f\" xmlns:xml2=\"x\"";

/// A LibreOffice document with these `styles`, this `body` and this `meta`.
pub(crate) fn odt(styles: &str, body: &str, meta: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {O}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let meta = format!("<office:document-meta {O}><office:meta>{meta}</office:meta></office:document-meta>");
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("meta.xml", &meta),
    ])
}
