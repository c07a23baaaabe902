//! Findings back in the document: a copy with comments at the words, and with safe fixes as tracked changes.
//!
//! Only runs that a remark touches are written anew. The parts with the body, the comments and what declares them change,
//! all others are copied as they are packed. Accepting the changes gives the mended text, rejecting them the old one.

mod anchor;
mod holders;
mod package;
mod runs;

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::parts::Parts;
use flow::Extracted;
use flow::archive::Archive;
use flow::{Fault, xml};

use anchor::{Anchors, Spot};
pub(super) use runs::escaped;
use runs::{Mark, RunEdit};

/// Who writes the comments and makes the changes.
pub(super) const AUTHOR: &str = "referent";

/// What is remarked on a passage of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where the passage begins in the text, in bytes.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// What is remarked, one paragraph a line.
    pub words: String,
    /// What is changed: from, to and the new words; none where nothing is.
    pub edits: Vec<(usize, usize, String)>,
    /// What is remarked besides where that cannot be changed in its place, as in a text box or a field.
    pub instead: String,
}

/// The document in `bytes`, read as `extracted`, with `remarks`, made at `date` ("2026-04-07T10:00:00Z"); and how many of them
/// have changed it.
pub(crate) fn annotated(
    bytes: &[u8],
    extracted: &Extracted,
    remarks: &[Remark],
    date: &str,
) -> Result<(Vec<u8>, usize), Fault> {
    let mut archive = Archive::open(bytes)?;
    let parts = Parts::read(&mut archive)?;
    let main = archive.needed(&parts.main)?;
    let document = xml::parse(&main, "word/document.xml")?;
    let mut comments = package::Comments::read(&mut archive, &parts)?;
    let mut marks = Marks {
        date,
        next: next_id(&document).max(comments.next),
        runs: BTreeMap::new(),
        between: BTreeMap::new(),
    };
    let anchors = Anchors::new(&document, extracted);
    let mut n_changed = 0;
    for remark in remarks {
        let Some(passage) = anchors.passage(remark.start, remark.end) else { continue };
        let id = marks.id();
        let edits: Option<Vec<_>> =
            remark.edits.iter().map(|(from, to, words)| anchors.change(*from, *to, words)).collect();
        let free = |edits: &Vec<anchor::Change>| edits.iter().all(|edit| marks.is_free(edit));
        let edits = edits.filter(free);
        let more = if edits.is_some() { "" } else { remark.instead.as_str() };
        comments.add(id, &format!("{}\n{more}", remark.words), date);
        let edits = edits.unwrap_or_default();
        n_changed += usize::from(!edits.is_empty());
        edits.into_iter().for_each(|edit| marks.change(edit));
        marks.comment(id, &passage);
    }
    let body = runs::rewritten(&main, &document, marks);
    Ok((package::written(bytes, &parts.main, &body, &comments)?, n_changed))
}

/// One more than any number that the document gives.
fn next_id(document: &Document<'_>) -> u32 {
    let ids = document.descendants().filter_map(|node| xml::attribute(node, "id"));
    let ids = ids.filter_map(|id| id.parse::<u32>().ok()).filter(|id| *id < 1 << 30);
    ids.max().map_or(1, |id| id + 1)
}

/// What is put into the runs of the body.
struct Marks<'d> {
    date: &'d str,
    next: u32,
    /// By where the run begins in the source.
    runs: BTreeMap<usize, RunEdit>,
    /// Between elements, by where that is in the source.
    between: BTreeMap<usize, Vec<Mark>>,
}

impl Marks<'_> {
    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Does no other change touch these words?
    fn is_free(&self, change: &anchor::Change) -> bool {
        let apart = |(run, text, from, to): &(usize, usize, usize, usize)| {
            let edit = self.runs.get(run);
            edit.is_none_or(|edit| edit.is_free(*text, *from, *to))
        };
        change.gone.iter().all(apart) && (change.at.is_none_or(|(run, text, at)| apart(&(run, text, at, at))))
    }

    fn change(&mut self, change: anchor::Change) {
        for (run, text, from, to) in change.gone {
            let id = self.id();
            self.runs.entry(run).or_default().delete(text, from, to, id);
        }
        if let Some((run, text, at)) = change.at {
            let id = self.id();
            self.runs.entry(run).or_default().insert(text, at, id, change.words);
        }
    }

    fn comment(&mut self, id: u32, passage: &anchor::Passage) {
        self.put(&passage.from, Mark::Begin(id));
        self.put(&passage.to, Mark::End(id));
        match (passage.mark, &passage.to) {
            (Some(at), _) => self.put(&Spot::Between(at), Mark::Reference(id)),
            (None, to) => self.put(to, Mark::Reference(id)),
        }
    }

    fn put(&mut self, spot: &Spot, mark: Mark) {
        match *spot {
            Spot::Within(run, text, at) => self.runs.entry(run).or_default().mark(text, at, mark),
            Spot::Between(at) => self.between.entry(at).or_default().push(mark),
        }
    }
}

/// The outermost run that `node` lies in: one in a text box lies in the run that the box hangs on.
fn outermost_run<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.ancestors().filter(|outer| outer.is_element() && xml::name(*outer) == "r").last()
}
