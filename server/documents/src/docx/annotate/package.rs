//! The archive, written anew with another body and the comments.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::AUTHOR;
use super::runs::{escaped, prefix};
use crate::docx::parts::{Parts, Role};
use flow::Fault;
use flow::archive::Archive;
use flow::xml::{attribute, parse};

/// What the parts of a package say that they are.
const TYPES: &str = "[Content_Types].xml";

/// The part with the comments, as it is and as it will be.
pub(super) struct Comments {
    name: String,
    /// Its text, unless there are no comments yet.
    before: Option<String>,
    /// "w:".
    prefix: String,
    /// The names that Word's own format goes by in this document.
    namespace: String,
    added: String,
    /// One more than any number of a comment.
    pub(super) next: u32,
}

impl Comments {
    /// Reads the comments of the document `parts`.
    pub(super) fn read(archive: &mut Archive<'_>, parts: &Parts) -> Result<Self, Fault> {
        let main = archive.needed(&parts.main)?;
        let namespace = namespace(&main)?;
        let found = parts.of(Role::Comments).next().map(str::to_owned);
        let before = found.as_deref().map(|name| archive.part(name)).transpose()?.flatten();
        let folder = parts.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let mut new = Self {
            name: found.unwrap_or_else(|| format!("{folder}comments.xml")),
            prefix: "w:".to_owned(),
            namespace,
            added: String::new(),
            next: 1,
            before: None,
        };
        if let Some(text) = &before {
            let comments = parse(text, "word/comments.xml")?;
            new.prefix = prefix(text, comments.root_element()).to_owned();
            let ids = comments
                .root_element()
                .children()
                .filter_map(|node| attribute(node, "id")?.parse::<u32>().ok());
            new.next = ids.filter(|id| *id < 1 << 30).max().map_or(1, |id| id + 1);
        }
        new.before = before;
        Ok(new)
    }

    /// Adds a comment.
    pub(super) fn add(&mut self, id: u32, words: &str, date: &str) {
        let p = &self.prefix;
        let mut comment = format!(
            "<{p}comment {p}id=\"{id}\" {p}author=\"{AUTHOR}\" {p}date=\"{date}\" {p}initials=\"r\">"
        );
        for (n, line) in words.lines().enumerate() {
            let mark = if n == 0 { format!("<{p}r><{p}annotationRef/></{p}r>") } else { String::new() };
            let line = escaped(line);
            comment.push_str(&format!(
                "<{p}p>{mark}<{p}r><{p}t xml:space=\"preserve\">{line}</{p}t></{p}r></{p}p>"
            ));
        }
        comment.push_str(&format!("</{p}comment>"));
        self.added.push_str(&comment);
    }

    fn text(&self) -> Result<String, Fault> {
        let (p, added) = (&self.prefix, &self.added);
        let Some(before) = &self.before else {
            let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
            return Ok(format!(
                "{declaration}\n<w:comments xmlns:w=\"{}\">{added}</w:comments>",
                self.namespace
            ));
        };
        let end = format!("</{p}comments>");
        if let Some(at) = before.rfind(&end) {
            return Ok(format!("{}{added}{}", &before[..at], &before[at..]));
        }
        let Some(at) = before.rfind("/>") else { return Err(Fault::Damaged("word/comments.xml")) };
        Ok(format!("{}>{added}{end}{}", &before[..at], &before[at + 2..]))
    }
}

fn namespace(main: &str) -> Result<String, Fault> {
    let document = parse(main, "word/document.xml")?;
    Ok(document.root_element().tag_name().namespace().unwrap_or_default().to_owned())
}

/// The package in `bytes` with another text of its part `main`, and with `comments`.
pub(super) fn written(bytes: &[u8], main: &str, body: &str, comments: &Comments) -> Result<Vec<u8>, Fault> {
    let damaged = |_| Fault::Damaged("ZIP");
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let relations = format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned();
    let mut archive = Archive::open(bytes)?;
    let mut changed = vec![(main.to_owned(), body.to_owned()), (comments.name.clone(), comments.text()?)];
    if comments.before.is_none() {
        if let Some(types) = archive.part(TYPES)? {
            changed.push((TYPES.to_owned(), with_type(&types, &comments.name)?));
        }
        let declared = archive.part(&relations)?;
        changed.push((relations, with_relation(declared.as_deref(), &comments.name, &comments.namespace)?));
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + bytes.len() / 4)));
    for n in 0..zip.len() {
        let part = zip.by_index_raw(n).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_string();
        match changed.iter().position(|(changed, _)| *changed == name) {
            Some(at) => put(&mut out, &changed.remove(at))?,
            None => out.raw_copy_file(part).map_err(damaged)?,
        }
    }
    for part in &changed {
        put(&mut out, part)?;
    }
    Ok(out.finish().map_err(damaged)?.into_inner())
}

fn put(out: &mut ZipWriter<Cursor<Vec<u8>>>, (name, text): &(String, String)) -> Result<(), Fault> {
    out.start_file(name.as_str(), SimpleFileOptions::default()).map_err(|_| Fault::Damaged("ZIP"))?;
    out.write_all(text.as_bytes()).map_err(|_| Fault::Damaged("ZIP"))
}

/// `types` with what the part of comments called `name` is.
fn with_type(types: &str, name: &str) -> Result<String, Fault> {
    let at = types.rfind("</").ok_or(Fault::Damaged(TYPES))?;
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    let tag = root_prefix(&types[at..]);
    let declared = format!("<{tag}Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    Ok(format!("{}{declared}{}", &types[..at], &types[at..]))
}

/// `relations`, if there are any, with one to the part of comments called `name`.
fn with_relation(relations: Option<&str>, name: &str, namespace: &str) -> Result<String, Fault> {
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
                 xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let relations = relations.unwrap_or(empty);
    // The stricter kind of document names its relations by another address.
    let base = match namespace {
        strict if strict.contains("purl.oclc.org") => "http://purl.oclc.org/ooxml/officeDocument",
        _ => "http://schemas.openxmlformats.org/officeDocument/2006",
    };
    let mut n = 1;
    while relations.contains(&format!("\"rIdReferent{n}\"")) {
        n += 1;
    }
    let (relations, at) = match (relations.rfind("</"), relations.rfind("/>")) {
        (Some(at), _) => (relations.to_owned(), at),
        (None, Some(at)) => (format!("{}></Relationships>", &relations[..at]), at + 1),
        (None, None) => return Err(Fault::Damaged("word/_rels/document.xml.rels")),
    };
    let tag = root_prefix(&relations[at..]);
    let declared = format!(
        "<{tag}Relationship Id=\"rIdReferent{n}\" Type=\"{base}/relationships/comments\" Target=\"/{name}\"/>"
    );
    Ok(format!("{}{declared}{}", &relations[..at], &relations[at..]))
}

/// What stands before the names of elements, by the tag that ends the outermost.
fn root_prefix(end: &str) -> &str {
    let name = end.trim_start_matches("</");
    name.find(':').filter(|at| name[..*at].chars().all(char::is_alphanumeric)).map_or("", |at| &name[..=at])
}
