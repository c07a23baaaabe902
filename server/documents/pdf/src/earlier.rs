//! What a file said before it was changed: many programs save a change behind what was there, and whoever cuts the file
//! short has the document as it was, with all that was taken out.

use std::collections::HashSet;

use memchr::memmem;
use pdf_extract::{Document, Object};

use flow::{Aside, Beside, Extracted, has_digits};

/// What each version of a file ends with.
const END: &[u8] = b"%%EOF";

/// So many versions are read at most, the latest first.
const MOST: usize = 8;

/// Objects lie in each other no deeper than this.
const DEEPEST: usize = 16;

/// Adds to `found`, read from `bytes`, what earlier versions say that could hold a number and is said no more; `read` reads one
/// version.
pub(super) fn tell(bytes: &[u8], found: &mut Extracted, read: impl Fn(&[u8]) -> Option<Extracted>) {
    let ends: Vec<usize> = memmem::find_iter(bytes, END).map(|at| at + END.len()).collect();
    let Some((_, earlier)) = ends.split_last().filter(|(_, earlier)| !earlier.is_empty()) else { return };
    let Some(mut later) = opened(bytes) else { return };
    let mut known: HashSet<String> = said(found).map(str::to_owned).collect();
    let mut number = found.asides.iter().filter(|aside| aside.beside == Beside::Data).count() as u32;
    for end in earlier.iter().rev().take(MOST) {
        // The first part of a file that is made for the web ends so too, and is no document.
        let Some(document) = opened(&bytes[..*end]) else { continue };
        let is_changed = differs(&document, &later);
        later = document;
        let Some(version) = is_changed.then(|| read(&bytes[..*end])).flatten() else { continue };
        for words in said(&version) {
            if known.insert(words.to_owned()) {
                number += 1;
                let words = words.to_owned();
                found.asides.push(Aside { beside: Beside::Data, words, at: 0, number });
            }
        }
    }
}

/// The lines of `version`, and what stands beside them, that could hold the number of a person.
fn said(version: &Extracted) -> impl Iterator<Item = &str> {
    let asides = version.asides.iter().map(|aside| aside.words.as_str());
    version.text.lines().chain(asides).map(str::trim).filter(|words| has_digits(words))
}

fn opened(bytes: &[u8]) -> Option<Document> {
    Document::load_mem(bytes).ok().filter(|document| !document.get_pages().is_empty())
}

/// Does `document` say what `later` does not? A signature changes what a page is made of, and no words.
fn differs(document: &Document, later: &Document) -> bool {
    let is_gone = |(id, object): (&_, &Object)| later.objects.get(id) != Some(object) && says(object, 0);
    document.objects.iter().any(is_gone)
}

fn says(object: &Object, depth: usize) -> bool {
    match object {
        _ if depth > DEEPEST => false,
        Object::Stream(stream) => {
            let is = |key: &[u8], kinds: &[&[u8]]| {
                stream.dict.get(key).and_then(Object::as_name).is_ok_and(|kind| kinds.contains(&kind))
            };
            !is(b"Type", &[b"XRef", b"ObjStm"]) && !is(b"Subtype", &[b"Image"])
        }
        Object::String(words, _) => has_digits(&String::from_utf8_lossy(words)),
        Object::Array(values) => values.iter().any(|value| says(value, depth + 1)),
        Object::Dictionary(about) => about.iter().any(|(_, value)| says(value, depth + 1)),
        _ => false,
    }
}
