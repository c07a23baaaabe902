//! What a document holds beside its text: notes, comments, headers, footers, properties and links.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::changes::is_on_record;
use super::drawn::lettering;
use super::parts::{Parts, Role};
use flow::Fault;
use flow::archive::Archive;
use flow::has_digits;
use flow::xml::{attribute, child, children, name, parse, words};
use flow::{Beside, Flow};

/// A kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    /// At the foot of a page.
    Foot,
    /// At the end.
    End,
    /// In the margin.
    Comment,
}

/// Notes and comments, by the numbers that the text refers to them by.
#[derive(Debug, Default)]
pub(super) struct Notes {
    words: HashMap<(NoteKind, String), String>,
    /// Those that the text refers to.
    named: RefCell<HashSet<(NoteKind, String)>>,
}

impl Notes {
    /// Reads the parts with notes and comments.
    pub(super) fn read(archive: &mut Archive<'_>, parts: &Parts) -> Result<Self, Fault> {
        let mut new = Self::default();
        let kinds = [
            (Role::Footnotes, NoteKind::Foot, "footnote"),
            (Role::Endnotes, NoteKind::End, "endnote"),
            (Role::Comments, NoteKind::Comment, "comment"),
        ];
        for (role, kind, element) in kinds {
            for part in parts.of(role) {
                let Some(text) = archive.part(part)? else { continue };
                let document = parse(&text, "word/footnotes.xml")?;
                // Lines that separate notes from text are written as notes of a type.
                let notes = children(document.root_element(), element)
                    .filter(|node| matches!(attribute(*node, "type"), None | Some("normal")));
                for note in notes {
                    let id = attribute(note, "id").unwrap_or_default().to_owned();
                    new.words.insert((kind, id), paragraphs(note));
                }
            }
        }
        Ok(new)
    }

    /// The words of the note `id`.
    pub(super) fn words(&self, kind: NoteKind, id: &str) -> Option<&str> {
        let note = (kind, id.to_owned());
        self.named.borrow_mut().insert(note.clone());
        self.words.get(&note).map(String::as_str)
    }

    /// Tells `flow` of the comments and notes that nothing in the text refers to: the file keeps them all the same.
    pub(super) fn tell_unnamed(&self, flow: &mut Flow) {
        let named = self.named.borrow();
        let mut left: Vec<_> = self
            .words
            .iter()
            .filter(|(note, words)| !named.contains(*note) && !words.trim().is_empty())
            .collect();
        left.sort_by(|a, b| a.0.1.cmp(&b.0.1));
        for ((kind, _), words) in left {
            let beside = if *kind == NoteKind::Comment { Beside::Comment } else { Beside::Hidden };
            flow.aside(beside, words.as_str());
        }
    }
}

/// The words of each paragraph in `node`, one a line.
fn paragraphs(node: Node<'_, '_>) -> String {
    let lines = node.descendants().filter(|node| node.is_element() && name(*node) == "p").map(line);
    lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words of one paragraph, without those that were deleted.
fn line(paragraph: Node<'_, '_>) -> String {
    let mut line = String::new();
    for node in paragraph.descendants().filter(Node::is_element) {
        match name(node) {
            "t" => line.push_str(node.text().unwrap_or_default()),
            "tab" | "br" | "cr" => line.push(' '),
            "noBreakHyphen" => line.push('-'),
            _ => {}
        }
    }
    line
}

/// Tells `flow` of the changes on record in notes, headers and footers.
pub(super) fn changes(archive: &mut Archive<'_>, parts: &Parts, flow: &mut Flow) -> Result<(), Fault> {
    for role in [Role::Footnotes, Role::Endnotes, Role::Header, Role::Footer] {
        for part in parts.of(role) {
            let Some(text) = archive.part(part)? else { continue };
            for node in parse(&text, "word/header.xml")?.descendants().filter(Node::is_element) {
                if is_on_record(node) {
                    flow.aside(Beside::Changed, "");
                }
                let beside = match name(node) {
                    "del" | "moveFrom" => Beside::Deleted,
                    "ins" | "moveTo" => Beside::Inserted,
                    _ => continue,
                };
                let texts = node.descendants().filter(|node| matches!(name(*node), "t" | "delText"));
                let words: String = texts.filter_map(|node| node.text()).collect();
                if !words.trim().is_empty() {
                    flow.aside(beside, words);
                }
            }
        }
    }
    Ok(())
}

/// Tells `flow` of what diagrams and charts say.
pub(super) fn drawn(archive: &mut Archive<'_>, parts: &Parts, flow: &mut Flow) -> Result<(), Fault> {
    for part in parts.of(Role::Drawn) {
        let Some(text) = archive.part(part)? else { continue };
        // A diagram that is broken is left out of the document that shows it.
        let Ok(document) = parse(&text, "word/diagrams/data1.xml") else { continue };
        let said = document.descendants().filter(|node| matches!(name(*node), "p" | "v"));
        let said = said.map(words).filter(|words| words.contains(char::is_alphabetic) || has_digits(words));
        let said = said.collect::<Vec<_>>().join("\n");
        if !said.is_empty() {
            flow.aside(Beside::Drawn, said);
        }
    }
    Ok(())
}

/// Tells `flow` of headers, footers and links.
pub(super) fn margins(archive: &mut Archive<'_>, parts: &Parts, flow: &mut Flow) -> Result<(), Fault> {
    for part in parts.of(Role::Header).chain(parts.of(Role::Footer)) {
        let Some(text) = archive.part(part)? else { continue };
        let document = parse(&text, "word/header.xml")?;
        let words = paragraphs(document.root_element());
        if !words.is_empty() {
            flow.aside(Beside::Margin, words);
        }
        document.descendants().for_each(|node| lettering(node, flow));
    }
    for link in parts.of(Role::Link) {
        flow.aside(Beside::Link, link);
    }
    Ok(())
}

/// Tells `flow` of the properties in `archive`: who wrote the document, and what is said about it.
pub(super) fn properties(archive: &mut Archive<'_>, flow: &mut Flow) -> Result<(), Fault> {
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        let Some(text) = archive.part(part)? else { continue };
        let document = parse(&text, "docProps/core.xml")?;
        for property in document.root_element().children().filter(Node::is_element) {
            let beside = match name(property) {
                "creator" | "lastModifiedBy" | "Manager" => Beside::Author,
                _ => Beside::Property,
            };
            let words = words(property);
            if !words.trim().is_empty() {
                flow.aside(beside, words.trim());
            }
        }
    }
    // People who commented or changed something and are named nowhere else.
    if let Some(text) = archive.part("word/people.xml")? {
        let document = parse(&text, "word/people.xml")?;
        for person in children(document.root_element(), "person") {
            let author = attribute(person, "author").filter(|_| child(person, "presenceInfo").is_some());
            if let Some(author) = author {
                flow.aside(Beside::Property, author);
            }
        }
    }
    Ok(())
}
