//! The package of the copy: the parts that the body leads to, and no others.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{Cursor, Write};

use roxmltree::Node;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::super::styles::Styles;
use super::cuts::Cuts;
use super::mask::{self, Texts};
use super::names::Names;
use super::{Hindrance, Private, Taken, clean};
use flow::Fault;
use flow::archive::Archive;
use flow::xml::{attribute, children, name, parse};

/// What the parts of a package say that they are.
const TYPES: &str = "[Content_Types].xml";

/// Relations to what is for those alone who write the document.
const DROPPED: &[&str] = &[
    "attachedTemplate",
    "attachedToolbars",
    "comments",
    "commentsExtended",
    "commentsExtensible",
    "commentsIds",
    "customXml",
    "documenttasks",
    "glossaryDocument",
    "keyMapCustomizations",
    "mailMergeHeaderSource",
    "mailMergeRecipientData",
    "mailMergeSource",
    "people",
    "printerSettings",
    "recipientData",
];

/// Relations to documents inside the document, which stand behind a picture that stays.
const INSIDE: &[&str] = &["control", "oleObject", "package"];

/// Relations that hold only where the part names them.
const NAMED: &[&str] = &[
    "audio",
    "chart",
    "chartEx",
    "control",
    "diagramColors",
    "diagramData",
    "diagramDrawing",
    "diagramLayout",
    "diagramQuickStyle",
    "footer",
    "header",
    "hyperlink",
    "image",
    "media",
    "oleObject",
    "package",
    "video",
];

/// Settings that tell of people, other files or data.
const SETTINGS: &[&str] = &["attachedTemplate", "docVars", "mailMerge", "trackRevisions", "rsids", "docId"];

/// A copy that is to be written.
pub(super) struct Copy<'c> {
    pub(super) bytes: &'c [u8],
    /// The name of the part with the body, and its text.
    pub(super) main: &'c str,
    pub(super) body: String,
    pub(super) styles: &'c Styles,
    pub(super) names: Names,
    pub(super) private: Private<'c>,
}

impl Copy<'_> {
    /// Writes it, with the other parts of `archive`.
    pub(super) fn written(self, archive: &mut Archive<'_>, taken: &mut Taken) -> Result<Vec<u8>, Hindrance> {
        let mut changed = BTreeMap::new();
        let mut kept = BTreeSet::from([TYPES.to_owned(), "_rels/.rels".to_owned()]);
        self.root(archive, &mut changed, taken)?;
        let mut next = vec![(self.main.to_owned(), "")];
        let mut notes = HashSet::new();
        while let Some((part, role)) = next.pop() {
            if !kept.insert(part.clone()) || !archive.has(&part) {
                continue;
            }
            let text = self.part(&part, role, archive, &mut notes, &mut changed, taken)?;
            let relations = relations_of(&part);
            if let Some(declared) = archive.part(&relations)? {
                kept.insert(relations.clone());
                next.extend(self.follow(&part, &relations, &declared, &text, &mut changed, taken)?);
            }
        }
        let types = archive.needed(TYPES)?;
        changed.insert(TYPES.to_owned(), self.types(&types, &kept)?);
        self.package(&kept, changed)
    }

    /// The relations of the package itself: to the body alone, and not to properties, pictures of pages and signatures.
    fn root(
        &self,
        archive: &mut Archive<'_>,
        changed: &mut BTreeMap<String, String>,
        taken: &mut Taken,
    ) -> Result<(), Hindrance> {
        let Some(text) = archive.part("_rels/.rels")? else { return Ok(()) };
        let document = parse(&text, "_rels/.rels")?;
        let mut cuts = Cuts::default();
        clean::bare(&document, &mut cuts);
        for relation in children(document.root_element(), "Relationship") {
            if kind(relation) != "officeDocument" {
                taken.properties += 1;
                cuts.remove(relation);
            }
        }
        changed.insert("_rels/.rels".to_owned(), cuts.applied(&text));
        Ok(())
    }

    /// The text of `part`, cleaned; empty for what is no XML.
    fn part(
        &self,
        part: &str,
        role: &str,
        archive: &mut Archive<'_>,
        notes: &mut HashSet<String>,
        changed: &mut BTreeMap<String, String>,
        taken: &mut Taken,
    ) -> Result<String, Hindrance> {
        if ![".xml", ".vml", ".rels"].iter().any(|end| part.ends_with(end)) {
            return Ok(String::new());
        }
        let before = archive.needed(part)?;
        let is_main = part == self.main;
        let cleaned = if is_main { self.body.clone() } else { self.cleaned(&before, role, notes, taken)? };
        let document = parse(&cleaned, "XML")?;
        if is_main {
            notes.extend(named_notes(document.root_element()));
        }
        let texts = if is_main { Texts::BesideTheText } else { Texts::All };
        let mut cuts = Cuts::default();
        clean::bare(&document, &mut cuts);
        self.names.hide(&document, !is_main, &mut cuts);
        taken.numbers += mask::hide(&document, texts, self.private, &mut cuts);
        let written = cuts.applied(&cleaned);
        if written != before {
            changed.insert(part.to_owned(), written.clone());
        }
        Ok(written)
    }

    fn cleaned(
        &self,
        before: &str,
        role: &str,
        notes: &HashSet<String>,
        taken: &mut Taken,
    ) -> Result<String, Hindrance> {
        let document = parse(before, "XML")?;
        let mut cuts = Cuts::default();
        match role {
            "settings" => {
                let names = |node: &Node<'_, '_>| node.is_element() && SETTINGS.contains(&name(*node));
                document.root_element().children().filter(names).for_each(|node| cuts.remove(node));
            }
            "footnotes" | "endnotes" => {
                let is_left = |note: &Node<'_, '_>| {
                    let id = attribute(*note, "id").unwrap_or_default();
                    attribute(*note, "type").is_none() && !notes.contains(&format!("{role} {id}"))
                };
                let all = document.root_element().children().filter(Node::is_element);
                all.filter(is_left).for_each(|note| cuts.remove(note));
                clean::clean(before, &document, self.styles, &HashSet::new(), &mut cuts, taken);
            }
            _ => clean::clean(before, &document, self.styles, &HashSet::new(), &mut cuts, taken),
        }
        Ok(cuts.applied(before))
    }

    /// The parts that the relations `declared` of `part`, whose text is `text` now, lead to; relations that do not hold any more
    /// are taken out of the part `relations`.
    fn follow(
        &self,
        part: &str,
        relations: &str,
        declared: &str,
        text: &str,
        changed: &mut BTreeMap<String, String>,
        taken: &mut Taken,
    ) -> Result<Vec<(String, &'static str)>, Hindrance> {
        let document = parse(declared, "XML")?;
        let mut cuts = Cuts::default();
        clean::bare(&document, &mut cuts);
        let mut parts = Vec::new();
        for relation in children(document.root_element(), "Relationship") {
            let kind = kind(relation);
            let target = attribute(relation, "Target").unwrap_or_default();
            let is_outside = attribute(relation, "TargetMode") == Some("External");
            let id = attribute(relation, "Id").unwrap_or_default();
            let is_named = text.contains(&format!("\"{id}\"")) || text.contains(&format!("'{id}'"));
            match kind {
                "vbaProject" => return Err(Hindrance::Macros),
                "aFChunk" | "subDocument" if is_named => {
                    return Err(Hindrance::Inside(target.rsplit('/').next().unwrap_or_default().to_owned()));
                }
                _ => {}
            }
            // What a diagram looks like is named in its data.
            let is_named = is_named || kind == "diagramDrawing" && text.contains("relIds");
            let is_left = NAMED.contains(&kind) && !is_named;
            if DROPPED.contains(&kind) || is_left || kind == "aFChunk" {
                taken.count(kind);
                cuts.remove(relation);
                continue;
            }
            if let Some(hidden) = mask::in_name(target, self.private) {
                taken.numbers += 1;
                let range = relation.attribute_node("Target").map(|attribute| attribute.range_value());
                range.into_iter().for_each(|range| cuts.replace(range, hidden.clone()));
            }
            taken.pictures_left += usize::from(kind == "image");
            if !is_outside {
                parts.push((resolved(part, target), role(kind)));
            }
        }
        if !cuts.is_empty() {
            changed.insert(relations.to_owned(), cuts.applied(declared));
        }
        Ok(parts)
    }

    /// What the parts `kept` are.
    fn types(&self, types: &str, kept: &BTreeSet<String>) -> Result<String, Hindrance> {
        let document = parse(types, TYPES)?;
        let mut cuts = Cuts::default();
        clean::bare(&document, &mut cuts);
        for declared in children(document.root_element(), "Override") {
            let Some(part) = declared.attribute_node("PartName") else { continue };
            if !kept.contains(part.value().trim_start_matches('/')) {
                cuts.remove(declared);
            } else if let Some(hidden) = mask::in_name(part.value(), self.private) {
                cuts.replace(part.range_value(), hidden);
            }
        }
        Ok(cuts.applied(types))
    }

    fn package(
        &self,
        kept: &BTreeSet<String>,
        mut changed: BTreeMap<String, String>,
    ) -> Result<Vec<u8>, Hindrance> {
        let damaged = |_| Fault::Damaged("ZIP");
        let mut zip = ZipArchive::new(Cursor::new(self.bytes)).map_err(damaged)?;
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        for n in 0..zip.len() {
            let part = zip.by_index_raw(n).map_err(damaged)?;
            let name = part.name().map_err(damaged)?.to_string();
            if !kept.contains(&name) {
                continue;
            }
            let new_name = mask::in_name(&name, self.private).unwrap_or_else(|| name.clone());
            match changed.remove(&name) {
                Some(text) => {
                    out.start_file(new_name, SimpleFileOptions::default()).map_err(damaged)?;
                    out.write_all(text.as_bytes()).map_err(|_| Fault::Damaged("ZIP"))?;
                }
                None => out.raw_copy_file_rename(part, new_name).map_err(damaged)?,
            }
        }
        Ok(out.finish().map_err(damaged)?.into_inner())
    }
}

impl Taken {
    /// One relation of this kind is gone.
    fn count(&mut self, kind: &str) {
        match kind {
            _ if INSIDE.contains(&kind) => self.inside += 1,
            "people" | "customXml" | "attachedTemplate" | "glossaryDocument" => self.properties += 1,
            _ => {}
        }
    }
}

/// The last word of what a relation is: "image".
fn kind<'a>(relation: Node<'a, '_>) -> &'a str {
    attribute(relation, "Type").unwrap_or_default().rsplit('/').next().unwrap_or_default()
}

/// The roles of parts that are cleaned each in its own way.
fn role(kind: &str) -> &'static str {
    match kind {
        "settings" => "settings",
        "footnotes" => "footnotes",
        "endnotes" => "endnotes",
        _ => "",
    }
}

/// The notes that are named below `root`: "footnotes 2".
fn named_notes(root: Node<'_, '_>) -> Vec<String> {
    let named = |node: Node<'_, '_>| {
        let part = match name(node) {
            "footnoteReference" => "footnotes",
            "endnoteReference" => "endnotes",
            _ => return None,
        };
        attribute(node, "id").map(|id| format!("{part} {id}"))
    };
    root.descendants().filter(Node::is_element).filter_map(named).collect()
}

/// The part with the relations of `part`.
pub(super) fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The name of the part that `part` calls `target`.
fn resolved(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = part.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
