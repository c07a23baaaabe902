//! Pages on which pictures are shown.

use pdf_extract::{Dictionary, Document, Object};

/// Forms lie in each other no deeper than this.
const DEEPEST: usize = 4;

/// The numbers of the pages that show a picture.
pub(super) fn pages(document: &Document) -> Vec<u32> {
    let shows = |id: &(u32, u16)| {
        let page = document.get_object(*id).and_then(Object::as_dict).ok();
        page.is_some_and(|page| {
            inherited(document, page).is_some_and(|found| holds_picture(document, found, 0))
        })
    };
    document.get_pages().into_iter().filter(|(_, id)| shows(id)).map(|(number, _)| number).collect()
}

/// What a page, or one of the groups it lies in, draws with.
fn inherited<'d>(document: &'d Document, page: &'d Dictionary) -> Option<&'d Dictionary> {
    let mut at = page;
    for _ in 0..DEEPEST * DEEPEST {
        if let Some(resources) = entry(document, at, b"Resources") {
            return Some(resources);
        }
        at = entry(document, at, b"Parent")?;
    }
    None
}

fn holds_picture(document: &Document, resources: &Dictionary, depth: usize) -> bool {
    let Some(drawn) = entry(document, resources, b"XObject") else { return false };
    drawn.iter().any(|(_, object)| {
        let Ok(stream) = resolved(document, object).as_stream() else { return false };
        match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => true,
            Ok(b"Form") if depth < DEEPEST => entry(document, &stream.dict, b"Resources")
                .is_some_and(|inner| holds_picture(document, inner, depth + 1)),
            _ => false,
        }
    })
}

fn entry<'d>(document: &'d Document, outer: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
    resolved(document, outer.get(key).ok()?).as_dict().ok()
}

fn resolved<'d>(document: &'d Document, object: &'d Object) -> &'d Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap_or(object),
        other => other,
    }
}
