//! Everything in an archive that is text and that no reader has told of: what charts and diagrams say, fields, form data,
//! names of bookmarks, attachments and persons, queries, blocks of text kept for later, and what lies in files inside.
//!
//! A list of places to look in would forget some, so all parts are looked through, and what is left out is what is proved
//! to be format: values that hold too few digits to be anybody's number, and parts that have been read already.
//! Files inside are no text of the document and are told as such, but they go wherever it goes.

use crate::Fault;
use crate::archive::Archive;
use crate::digits::has_digits;
use crate::flow::{Beside, Flow};
use crate::tags::{self, Words};
use crate::{binary, windows_1252};

/// Parts that say how something looks, and nothing else.
const FORMAT: &[&str] = &["fontTable.xml", "theme", "webSettings.xml", "[Content_Types].xml", "manifest.xml"];

/// What the names of parts end in that are XML, or text that is read as such.
const MARKED_UP: &[&str] = &[".xml", ".rels", ".vml", ".rdf", ".txt", ".htm", ".html", ".svg"];

/// What the names of fonts end in: they are large, and hold the shapes of letters.
const FONTS: &[&str] = &[".odttf", ".ttf", ".otf", ".fntdata"];

/// Files lie in each other no deeper than this.
const DEEPEST: usize = 3;

/// What is larger, in bytes, is a film or a picture.
const LARGEST: usize = 16 << 20;

/// Tells `flow` of what lies in `archive`. The words of the parts `told` are known; their attributes and fields are not.
pub fn tell(archive: &mut Archive<'_>, told: &[&str], flow: &mut Flow) -> Result<(), Fault> {
    tell_at(archive, told, 0, flow)
}

/// Tells `flow` of what the file in `bytes` holds, which lies in a document.
pub fn tell_inside(bytes: &[u8], flow: &mut Flow) {
    let mut budget = Archive::budget_inside();
    file(bytes, 1, &mut budget, flow);
}

/// Tells `flow` of what lies in `archive`, which itself lies in `depth` others.
fn tell_at(archive: &mut Archive<'_>, told: &[&str], depth: usize, flow: &mut Flow) -> Result<(), Fault> {
    if has_digits(archive.comment()) {
        flow.aside(Beside::Data, archive.comment());
    }
    let names = archive.names();
    names.iter().filter(|name| has_digits(name)).for_each(|name| flow.aside(Beside::Link, name.as_str()));
    let ends = |name: &str, ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    // What is marked up first: files inside may be so large that nothing more can be unpacked after them.
    let (marked_up, others): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| ends(name, MARKED_UP));
    for name in marked_up {
        let text = match archive.part(name) {
            Ok(text) => text.unwrap_or_default(),
            Err(Fault::Damaged(_)) => older(archive.bytes(name).ok().flatten().unwrap_or_default()),
            Err(fault) => return Err(fault),
        };
        if FORMAT.iter().any(|format| name.contains(format)) {
            tags::notes(&text, flow);
            continue;
        }
        // All that a diagram and a chart say is known.
        let is_drawn = ["/diagrams/data", "/charts/chart"].iter().any(|folder| name.contains(folder));
        let words = match told.contains(&name.as_str()) {
            true if is_drawn => Words::None,
            true => Words::OfFields,
            false if name.starts_with("customXml/item") => Words::OfData,
            false => Words::All,
        };
        tags::part(&text, words, flow);
    }
    for name in others.into_iter().filter(|name| !ends(name, FONTS)) {
        // One that is damaged or locked is told as not read, as all of them are.
        let Ok(Some(bytes)) = archive.bytes(name) else { continue };
        let mut budget = archive.budget().min(Archive::budget_inside());
        let before = budget;
        file(&bytes, depth + 1, &mut budget, flow);
        archive.spend(before - budget);
    }
    Ok(())
}

/// Tells `flow` of what the file in `bytes` holds, which lies in `depth` others, as far as `budget` (in bytes) goes.
fn file(bytes: &[u8], depth: usize, budget: &mut u64, flow: &mut Flow) {
    if depth > DEEPEST || bytes.len() > LARGEST {
        return;
    }
    // A file in a box of another program begins somewhere inside.
    let packed = if binary::is_box(bytes) { binary::archive_in(bytes) } else { Some(bytes) };
    if let Some(packed) = packed.filter(|packed| packed.starts_with(b"PK\x03\x04")) {
        if let Ok(mut archive) = Archive::inside(packed, *budget) {
            let _ = tell_at(&mut archive, &[], depth, flow);
            *budget = archive.budget();
        }
    } else if bytes.starts_with(binary::PNG) {
        binary::tell_picture(bytes, flow);
    } else if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        text.lines().filter(|line| has_digits(line)).for_each(|line| flow.aside(Beside::Data, line.trim()));
    } else {
        binary::tell(bytes, flow);
    }
}

/// The text of a part that is not UTF-8.
fn older(bytes: Vec<u8>) -> String {
    let units = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        _ if bytes.starts_with(b"\xff\xfe") => units(u16::from_le_bytes),
        _ if bytes.starts_with(b"\xfe\xff") => units(u16::from_be_bytes),
        _ => windows_1252::text(&bytes),
    }
}
