//! What a PDF holds beside its pages: properties, notes stuck on them, links and attached files.

use pdf_extract::{Dictionary, Document, Object};

use crate::flow::{Beside, Flow};
use crate::windows_1252;

/// Tells `flow` of it.
pub(super) fn tell(document: &Document, flow: &mut Flow) {
    let info = document.trailer.get(b"Info").ok().and_then(|info| dictionary(document, info));
    for (key, value) in info.into_iter().flat_map(Dictionary::iter) {
        let beside = if key == b"Author" { Beside::Author } else { Beside::Property };
        if let Some(words) = words(value) {
            flow.aside(beside, words);
        }
    }
    for object in document.objects.values() {
        let Ok(about) = object.as_dict() else { continue };
        if let Some(words) = note(about) {
            flow.aside(Beside::Comment, words);
        }
        for key in [&b"URI"[..], b"UF", b"F", b"Alt"] {
            if let Some(words) = about.get(key).ok().and_then(words) {
                flow.aside(Beside::Link, words);
            }
        }
    }
}

/// What somebody noted on a page.
fn note(about: &Dictionary) -> Option<String> {
    let kind = about.get(b"Subtype").ok()?.as_name().ok()?;
    let is_note =
        matches!(kind, b"Text" | b"Highlight" | b"Underline" | b"StrikeOut" | b"Squiggly" | b"Caret");
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
