//! Pages on which pictures are shown.

use pdf_extract::content::Content;
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
pub(super) fn inherited<'d>(document: &'d Document, page: &'d Dictionary) -> Option<&'d Dictionary> {
    let mut at = page;
    for _ in 0..DEEPEST * DEEPEST {
        if let Some(resources) = entry(document, at, b"Resources") {
            return Some(resources);
        }
        at = entry(document, at, b"Parent")?;
    }
    None
}

/// Does a picture take up most of page `number`, as one that was scanned?
pub(super) fn covers(document: &Document, number: u32) -> bool {
    let Some(id) = document.get_pages().get(&number).copied() else { return false };
    let page = document.get_object(id).and_then(Object::as_dict);
    let (Ok(page), Ok(content)) = (page, document.get_page_content(id)) else { return false };
    let Some(sides) = sides(document, page) else { return false };
    let Some(resources) = inherited(document, page) else { return false };
    covered(document, resources, &content, [1.0, 0.0, 0.0, 1.0], 0) > COVERED * sides
}

/// At least this much of a page is most of it.
const COVERED: f64 = 0.6;

/// The area of a page.
fn sides(document: &Document, page: &Dictionary) -> Option<f64> {
    let mut at = page;
    for _ in 0..DEEPEST * DEEPEST {
        if let Ok(object) = at.get(b"MediaBox") {
            let sides = resolved(document, object).as_array().ok()?.iter();
            let sides: Vec<f64> = sides.filter_map(|side| number(resolved(document, side))).collect();
            let [left, bottom, right, top] = sides.as_slice() else { return None };
            return Some(((right - left) * (top - bottom)).abs());
        }
        at = entry(document, at, b"Parent")?;
    }
    None
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

/// How a picture is laid out: the part of a transformation that turns and stretches.
type Stretch = [f64; 4];

/// The area of the largest picture that `content` paints.
fn covered(document: &Document, resources: &Dictionary, content: &[u8], outer: Stretch, depth: usize) -> f64 {
    let Ok(content) = Content::decode(content) else { return 0.0 };
    let (mut now, mut kept, mut largest) = (outer, Vec::new(), 0.0_f64);
    for operation in content.operations {
        match operation.operator.as_str() {
            "q" => kept.push(now),
            "Q" => now = kept.pop().unwrap_or(outer),
            "cm" => now = stretched(&operation.operands, now),
            "Do" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                let drawn = entry(document, resources, b"XObject").zip(name);
                let drawn = drawn.and_then(|(drawn, name)| drawn.get(name).ok());
                let Some(Ok(stream)) = drawn.map(|drawn| resolved(document, drawn).as_stream()) else {
                    continue;
                };
                let area = match stream.dict.get(b"Subtype").and_then(Object::as_name) {
                    Ok(b"Image") => (now[0] * now[3] - now[1] * now[2]).abs(),
                    Ok(b"Form") if depth < DEEPEST => {
                        let inner = entry(document, &stream.dict, b"Resources").unwrap_or(resources);
                        let own = stream.dict.get(b"Matrix").and_then(Object::as_array);
                        let now = own.map_or(now, |own| stretched(own, now));
                        let content = stream.get_plain_content().unwrap_or_default();
                        covered(document, inner, &content, now, depth + 1)
                    }
                    _ => 0.0,
                };
                largest = largest.max(area);
            }
            _ => {}
        }
    }
    largest
}

fn stretched(operands: &[Object], outer: Stretch) -> Stretch {
    let own: Vec<f64> = operands.iter().filter_map(number).collect();
    let [a, b, c, d, ..] = own.as_slice() else { return outer };
    let [e, f, g, h] = outer;
    [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h]
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

pub(super) fn entry<'d>(document: &'d Document, outer: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
    resolved(document, outer.get(key).ok()?).as_dict().ok()
}

pub(super) fn resolved<'d>(document: &'d Document, object: &'d Object) -> &'d Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap_or(object),
        other => other,
    }
}
