//! A last look at the copy: all that each part holds, whatever it is, and what the archive says of it.
//!
//! What takes things out knows the places where words stand; this knows none. A part is looked at as tags, words and values,
//! and what is left of its source between them; what the text itself says was weighed when it was read.

use std::io::Cursor;
use std::ops::Range;

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::super::parts::Parts;
use super::cuts::Cuts;
use super::mask::{self, Texts};
use super::names::Names;
use super::{Held, Hindrance, Private};
use flow::archive::Archive;
use flow::xml::{attribute, name, parse};
use flow::{Fault, Flow, Format, Kind, sweep};

/// Looks through the copy in `bytes`, in which `text` is read.
pub(crate) fn look(bytes: &[u8], text: &str, held: &Held, private: Private<'_>) -> Result<(), Hindrance> {
    let shown: Vec<String> = text.lines().map(digits).collect();
    // What is shown was weighed with all that stands around it.
    let is_shown = |words: &str| {
        let own = digits(words);
        shown.iter().any(|line| line.contains(&own))
    };
    let hidden = |words: &str| -> Vec<Range<usize>> {
        let found = private(words).into_iter();
        found.filter(|range| words.get(range.clone()).is_some_and(|own| !is_shown(own))).collect()
    };
    said_of_parts(bytes, private)?;
    let mut archive = Archive::open(bytes)?;
    let main = Parts::read(&mut archive)?.main;
    for part in archive.names() {
        let Some(within) = archive.bytes(&part)? else { continue };
        let is_left =
            match std::str::from_utf8(&within).ok().and_then(|text| Some((text, parse(text, "XML").ok()?))) {
                Some((text, document)) => {
                    let weigh: Private<'_> = if part == main { &hidden } else { private };
                    marked_up(text, &document, held, weigh)
                }
                None => in_file(&within, private),
            };
        if is_left {
            return Err(hindrance(part, &main, &mut archive)?);
        }
    }
    Ok(())
}

fn digits(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
}

/// Is something left in the part whose source is `text`?
fn marked_up(text: &str, document: &Document<'_>, held: &Held, private: Private<'_>) -> bool {
    if mask::hide(document, Texts::All, private, &mut Cuts::default()) > 0 {
        return true;
    }
    let names = Names::withheld(held);
    let mut between: Vec<Range<usize>> = Vec::new();
    for node in document.descendants() {
        if node.is_text() {
            between.push(node.range());
        }
        between.extend(node.attributes().map(|attribute| attribute.range_value()));
    }
    between.sort_by_key(|range| range.start);
    let mut at = 0;
    let mut rest: Vec<&str> = Vec::new();
    for range in between {
        rest.extend(text.get(at..range.start));
        at = range.end.max(at);
    }
    rest.extend(text.get(at..));
    rest.iter().any(|words| mask::is_in_glued(words, private) || names.are_said_in(words))
}

/// Is something left in `bytes`, which are no XML: a picture, a font, a file of another program?
fn in_file(bytes: &[u8], private: Private<'_>) -> bool {
    let mut flow = Flow::default();
    sweep::tell_inside(bytes, &mut flow);
    // A flow without a word ends in nothing.
    flow.paragraph(Kind::Paragraph, "-");
    let told = flow.finish(Format::Docx).map(|told| told.asides).unwrap_or_default();
    told.iter().any(|aside| mask::is_in(&aside.words, private))
}

/// Is nothing left in what the archive says of its parts?
fn said_of_parts(bytes: &[u8], private: Private<'_>) -> Result<(), Hindrance> {
    let damaged = |_| Fault::Damaged("ZIP");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    for n in 0..zip.len() {
        let part = zip.by_index_raw(n).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_string();
        let extra = String::from_utf8_lossy(&part.extra_data().unwrap_or_default()).into_owned();
        if [&name, part.comment(), &extra].iter().any(|said| mask::is_in(said, private)) {
            return Err(Hindrance::Left(name));
        }
    }
    Ok(())
}

/// What is said of `part`, in which something is left.
fn hindrance(part: String, main: &str, archive: &mut Archive<'_>) -> Result<Hindrance, Fault> {
    let file = part.rsplit('/').next().unwrap_or_default().to_owned();
    if !part.contains("/media/") {
        return Ok(Hindrance::Left(part));
    }
    let relations = archive.part(&super::package::relations_of(main))?.unwrap_or_default();
    let body = archive.needed(main)?;
    let (relations, body) = (parse(&relations, "XML")?, parse(&body, "XML")?);
    let of_part = |relation: &Node<'_, '_>| {
        attribute(*relation, "Target").is_some_and(|target| target.ends_with(&file))
    };
    let id = relations.descendants().find(of_part).and_then(|relation| attribute(relation, "Id"));
    let pictures = body.descendants().filter(|node| matches!(name(*node), "blip" | "imagedata"));
    let is_it = |node: Node<'_, '_>| node.attributes().any(|own| Some(own.value()) == id);
    let number = pictures.map(is_it).position(|is_it| is_it).map_or(0, |before| before + 1);
    Ok(Hindrance::Picture(number, file))
}
