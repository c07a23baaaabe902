//! What a PDF holds beside its pages: properties, notes stuck on them, links, bookmarks, forms and attached files.
//!
//! Everything in the file that is a string is read, except what is proved to be format: a list of the places to read would
//! forget some. What a string is said to be decides only what it is called.

use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, Stream};

use flow::{Beside, Flow, Unread};
use flow::{sweep, windows_1252};

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
        if let Ok(about) = object.as_dict() {
            drawn(document, about, flow);
        }
    }
    inside(document, flow);
}

/// Tells of the files inside: their names stand where the file says that it holds them.
fn inside(document: &Document, flow: &mut Flow) {
    let about = |object: &Object| {
        object.as_dict().cloned().or_else(|_| object.as_stream().map(|stream| stream.dict.clone()))
    };
    for about in document.objects.values().filter_map(|object| about(object).ok()) {
        let mut found = Vec::new();
        held(document, &about, &mut found, 0);
        for file in about.get(b"EF").ok().and_then(|files| dictionary(document, files)).into_iter() {
            attached(document, file, flow);
        }
        for name in found.into_iter().map(Unread::Part) {
            if !flow.unread.contains(&name) {
                flow.unread.push(name);
            }
        }
    }
}

/// Tells of what the attached files hold that `files` names, one for each system it is called something else on.
fn attached(document: &Document, files: &Dictionary, flow: &mut Flow) {
    let file = files.iter().find_map(|(_, file)| stream(document, file));
    let Some(content) = file.and_then(|file| file.get_plain_content().ok()) else { return };
    sweep::tell_inside(&content, flow);
}

/// The names of the files that are described in `about`, or in what lies in it.
fn held(document: &Document, about: &Dictionary, found: &mut Vec<String>, depth: usize) {
    if about.get(b"EF").is_ok_and(|files| dictionary(document, files).is_some_and(|files| !files.is_empty()))
    {
        let name = [&b"UF"[..], b"F", b"Desc"].iter().find_map(|key| about.get(key).ok().and_then(words));
        found.push(name.unwrap_or_else(|| "?".to_owned()));
    }
    if depth < DEEPEST {
        let inner = about.iter().flat_map(|(_, value)| match value {
            Object::Array(values) => values.iter().collect::<Vec<_>>(),
            other => vec![other],
        });
        inner
            .filter_map(|value| value.as_dict().ok())
            .for_each(|inner| held(document, inner, found, depth + 1));
    }
}

/// Tells of what `about` draws by itself, as stamps and fields do, and of the data of a form that a program fills in.
fn drawn(document: &Document, about: &Dictionary, flow: &mut Flow) {
    if let Ok(shown) = about.get(b"AP") {
        let mut drawn = Vec::new();
        appearances(document, shown, &mut drawn, 0);
        let known = [about.get(b"V").ok(), about.get(b"Contents").ok(), of_parent(document, about)];
        let known: Vec<String> = known.into_iter().flatten().filter_map(words).collect();
        let drawn = drawn.into_iter().filter(|drawn| drawn.contains(char::is_alphanumeric));
        drawn
            .filter(|drawn| !known.iter().any(|known| known.contains(drawn.trim())))
            .for_each(|drawn| flow.aside(Beside::Data, drawn));
    }
    // A script of some length is a stream.
    if let Some(script) = about.get(b"JS").ok().and_then(|script| stream(document, script)) {
        let script = script.get_plain_content().unwrap_or_default();
        sweep::tell_inside(&script, flow);
    }
    let form = about.get(b"AcroForm").ok().and_then(|form| dictionary(document, form)).unwrap_or(about);
    let data = match form.get(b"XFA") {
        Ok(Object::Array(parts)) => parts.iter().collect(),
        Ok(part) => vec![part],
        Err(_) => Vec::new(),
    };
    for part in data.into_iter().filter_map(|part| stream(document, part)) {
        let content = part.get_plain_content().unwrap_or_default();
        let content = String::from_utf8_lossy(&content).into_owned();
        let pieces = content.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words.trim());
        pieces
            .filter(|words| words.contains(char::is_alphanumeric))
            .for_each(|words| flow.aside(Beside::Field, words));
    }
}

/// The value of the field that `about` is one appearance of.
fn of_parent<'d>(document: &'d Document, about: &'d Dictionary) -> Option<&'d Object> {
    dictionary(document, about.get(b"Parent").ok()?)?.get(b"V").ok()
}

/// What is drawn by `shown`: a stream, or one for each state, with what they draw in turn.
fn appearances(document: &Document, shown: &Object, drawn: &mut Vec<String>, depth: usize) {
    if depth > DEEPEST_DRAWN || drawn.len() > MOST_DRAWN {
        return;
    }
    let inner = if let Some(stream) = stream(document, shown) {
        drawn.extend(stream.get_plain_content().ok().map(|content| painted(&content)));
        let resources = stream.dict.get(b"Resources").ok().and_then(|all| dictionary(document, all));
        resources.and_then(|all| all.get(b"XObject").ok()).and_then(|forms| dictionary(document, forms))
    } else {
        dictionary(document, shown)
    };
    for (_, shown) in inner.into_iter().flat_map(Dictionary::iter) {
        appearances(document, shown, drawn, depth + 1);
    }
}

/// A stamp is drawn by a form in a form.
const DEEPEST_DRAWN: usize = 4;

/// No note or field draws more than this.
const MOST_DRAWN: usize = 64;

/// The letters that `content` paints, as far as its fonts write them as they are.
fn painted(content: &[u8]) -> String {
    let mut painted = String::new();
    let Ok(content) = Content::decode(content) else { return painted };
    for operation in content.operations {
        for operand in &operation.operands {
            let pieces = operand.as_array().map_or(std::slice::from_ref(operand), Vec::as_slice);
            pieces.iter().filter_map(words).for_each(|words| painted.push_str(&words));
        }
        if matches!(operation.operator.as_str(), "Td" | "TD" | "T*" | "ET") && !painted.ends_with(' ') {
            painted.push(' ');
        }
    }
    painted
}

fn stream<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Stream> {
    match object {
        Object::Reference(id) => document.get_object(*id).ok()?.as_stream().ok(),
        other => other.as_stream().ok(),
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
        b"V" | b"RV" => Beside::Field,
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
pub(super) fn words(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> =
            wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    Some(std::str::from_utf8(bytes).map_or_else(|_| windows_1252::text(bytes), str::to_owned))
}
