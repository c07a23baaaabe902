//! What a PDF holds beside its pages: properties, notes stuck on them, links, bookmarks, forms and attached files.
//!
//! Everything in the file that is a string is read, except what is proved to be format: a list of the places to read would
//! forget some. What a string is said to be decides only what it is called.

use pdf_extract::{Dictionary, Document, Object};

use crate::flow::{Beside, Flow};
use crate::windows_1252;

/// Objects lie in each other no deeper than this.
const DEEPEST: usize = 16;

/// Strings that say how the file is made and nothing else: its number, what it is locked with, languages, dates, fonts.
const FORMAT: &[&[u8]] = &[
    b"ID",
    b"O",
    b"U",
    b"OE",
    b"UE",
    b"Perms",
    b"CreationDate",
    b"ModDate",
    b"Lang",
    b"M",
    b"DA",
    b"DS",
    b"Registry",
    b"Ordering",
    b"CharSet",
    b"Panose",
    b"Cert",
    b"ByteRange",
    b"CheckSum",
    b"OutputConditionIdentifier",
    b"RegistryName",
    b"Info",
    b"Producer",
    b"Creator",
    b"Lookup",
    b"IDTree",
    b"ClassMap",
];

/// Tells `flow` of it.
pub(super) fn tell(document: &Document, flow: &mut Flow) {
    let info = document.trailer.get(b"Info").ok();
    let info_id = info.and_then(|info| info.as_reference().ok());
    let info = info.and_then(|info| dictionary(document, info));
    for (key, value) in info.into_iter().flat_map(Dictionary::iter) {
        let beside = if key == b"Author" { Beside::Author } else { Beside::Property };
        if let Some(words) = words(value) {
            flow.aside(beside, words);
        }
    }
    for (_, object) in document.objects.iter().filter(|(id, _)| Some(**id) != info_id) {
        strings(object, b"", flow, 0);
    }
}

/// Tells of the strings in `object`, which stands under `key`.
fn strings(object: &Object, key: &[u8], flow: &mut Flow, depth: usize) {
    if depth > DEEPEST || FORMAT.contains(&key) {
        return;
    }
    match object {
        Object::String(..) => {
            let says = |words: &String| words.contains(char::is_alphanumeric) && !words.starts_with("D:");
            if let Some(words) = words(object).filter(says) {
                flow.aside(called(key), words);
            }
        }
        Object::Array(values) => values.iter().for_each(|value| strings(value, key, flow, depth + 1)),
        Object::Dictionary(about) => dictionary_strings(about, flow, depth),
        Object::Stream(stream) => {
            dictionary_strings(&stream.dict, flow, depth);
            let kind = stream.dict.get(b"Type").and_then(Object::as_name);
            let is_metadata = kind.is_ok_and(|kind| kind == b"Metadata");
            let content = is_metadata.then(|| stream.get_plain_content().ok()).flatten();
            if let Some(content) = content {
                tell_metadata(&String::from_utf8_lossy(&content), flow);
            }
        }
        _ => {}
    }
}

fn dictionary_strings(about: &Dictionary, flow: &mut Flow, depth: usize) {
    if let Some(words) = note(about) {
        flow.aside(Beside::Comment, words);
    }
    let is_note = note(about).is_some();
    for (key, value) in about.iter().filter(|(key, _)| !(is_note && key.as_slice() == b"Contents")) {
        strings(value, key, flow, depth + 1);
    }
}

/// What a string under `key` is.
fn called(key: &[u8]) -> Beside {
    match key {
        b"URI" | b"UF" | b"F" | b"Alt" | b"Desc" | b"EF" => Beside::Link,
        b"V" | b"DV" | b"TU" | b"TM" | b"RV" | b"Opt" => Beside::Field,
        _ => Beside::Data,
    }
}

/// The words of the XML that says once more what the properties say.
fn tell_metadata(content: &str, flow: &mut Flow) {
    let from = content.find("<x:xmpmeta").or_else(|| content.find("<rdf:RDF")).unwrap_or(0);
    for piece in content[from..].split('<').filter_map(|tag| tag.split_once('>')) {
        let (tag, words) = piece;
        let names_id = tag.contains("ID>") || tag.ends_with("ID") || tag.ends_with("Date");
        if !names_id && words.trim().contains(char::is_alphanumeric) {
            flow.aside(Beside::Property, words.trim());
        }
    }
}

/// What somebody noted on a page.
fn note(about: &Dictionary) -> Option<String> {
    let kind = about.get(b"Subtype").ok()?.as_name().ok()?;
    let is_note = matches!(
        kind,
        b"Text"
            | b"FreeText"
            | b"Highlight"
            | b"Underline"
            | b"StrikeOut"
            | b"Squiggly"
            | b"Caret"
            | b"Stamp"
            | b"Ink"
    );
    let words = about.get(b"Contents").ok().filter(|_| is_note).and_then(words)?;
    (!words.trim().is_empty()).then_some(words)
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    match object {
        Object::Reference(id) => document.get_object(*id).ok()?.as_dict().ok(),
        other => other.as_dict().ok(),
    }
}

/// The words of a string: UTF-16 with a mark, UTF-8 with a mark, or one byte a letter.
fn words(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> =
            wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    Some(std::str::from_utf8(bytes).map_or_else(|_| windows_1252::text(bytes), str::to_owned))
}
