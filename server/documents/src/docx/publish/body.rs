//! What is withheld of the text, taken out of the body that the text was read from.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use roxmltree::{Document, Node, NodeId};

use super::super::annotate::escaped;
use super::super::styles::Styles;
use super::cuts::Cuts;
use super::{Held, Taken, clean};
use flow::xml::{child, children, name, own_text};
use flow::{Extracted, Piece};

/// Takes what is `held` out of `document`, which `extracted` was read from; the paragraphs that go.
pub(super) fn withhold(
    document: &Document<'_>,
    (extracted, styles): (&Extracted, &Styles),
    held: &Held,
    cuts: &mut Cuts,
    taken: &mut Taken,
) -> HashSet<NodeId> {
    let mut body =
        Body { text: &extracted.text, held, pieces: HashMap::new(), at: 0, section: 0, gone: HashSet::new() };
    for (at, piece) in extracted.pieces() {
        body.pieces.entry(piece.source).or_default().push((at, piece));
    }
    for node in document.descendants().filter(Node::is_element) {
        match name(node) {
            "p" => body.paragraph(node),
            "drawing" | "pict" | "object" if body.is_closed() => {
                taken.pictures += usize::from(!is_inside_picture(node));
                cuts.remove(node);
            }
            // Nobody is led to a note any more, nor told what a place or a field was called.
            "footnoteReference" | "endnoteReference" | "alias" | "tag" if body.is_closed() => {
                cuts.remove(node);
            }
            // Words that are struck through are no part of the text, and nobody can say on which side of the border they stand.
            "r" if body.is_near_closed() && styles.strikes_in_place(node) => {
                taken.hidden += 1;
                cuts.remove(node);
            }
            "sectPr" => body.section(node, cuts),
            _ => {}
        }
        if let Some(words) = body.words(node) {
            cuts.replace(node.range(), words);
        }
    }
    for node in document.descendants().filter(|node| body.gone.contains(&node.id())) {
        body.remove(node, cuts);
    }
    body.gone
}

fn is_inside_picture(node: Node<'_, '_>) -> bool {
    node.ancestors().skip(1).any(|outer| matches!(name(outer), "drawing" | "pict" | "object"))
}

/// At most this many line feeds stand between two paragraphs.
const BETWEEN: usize = 2;

/// The body, walked through in the order of the source.
struct Body<'h> {
    text: &'h str,
    held: &'h Held,
    /// What is read of each text, by where that begins in the source, with where it stands in the text.
    pieces: HashMap<usize, Vec<(usize, Piece)>>,
    /// The text up to here stands before what is being looked at.
    at: usize,
    /// The section that is being looked at begins behind this byte.
    section: usize,
    /// Paragraphs that go whole.
    gone: HashSet<NodeId>,
}

impl Body<'_> {
    /// Does what stands without words here belong to a closed item?
    fn is_closed(&self) -> bool {
        self.held.closed.iter().any(|closed| closed.start < self.at && self.at <= closed.end)
    }

    /// The same, or right before one.
    fn is_near_closed(&self) -> bool {
        self.held.closed.iter().any(|closed| closed.start <= self.at + BETWEEN && self.at <= closed.end)
    }

    /// Looks at the end of a section: its own headers and footers go where all of it is closed.
    fn section(&mut self, node: Node<'_, '_>, cuts: &mut Cuts) {
        let (from, to) = (std::mem::replace(&mut self.section, self.at), self.at);
        let is_inside = |closed: &Range<usize>| closed.start <= from + 1 && to <= closed.end && from < to;
        if self.held.closed.iter().any(is_inside) {
            children(node, "headerReference").for_each(|margin| cuts.remove(margin));
            children(node, "footerReference").for_each(|margin| cuts.remove(margin));
        }
    }

    /// Looks at a paragraph: it goes when all of its words do, and without words when it lies in a closed item.
    fn paragraph(&mut self, node: Node<'_, '_>) {
        let own = |text: &Node<'_, '_>| {
            text.ancestors().skip(1).find(|outer| outer.is_element() && name(*outer) == "p") == Some(node)
        };
        let texts = node.descendants().filter(|node| node.is_element() && name(*node) == "t").filter(own);
        let ranges: Vec<Range<usize>> = texts
            .filter_map(|text| self.pieces.get(&text.range().start))
            .flatten()
            .map(|(at, piece)| *at..*at + piece.len)
            .filter(|range| !range.is_empty())
            .collect();
        let goes = match ranges.as_slice() {
            [] => self.is_closed(),
            ranges => ranges.iter().all(|range| self.is_withheld(range)),
        };
        if goes {
            self.gone.insert(node.id());
        }
    }

    fn is_withheld(&self, range: &Range<usize>) -> bool {
        let whole = |(from, to, instead): &&(usize, usize, String)| {
            instead.is_empty() && *from <= range.start && range.end <= *to
        };
        self.held.passages.iter().any(|passage| whole(&passage))
    }

    /// The text `node` as it is written when only a part of its words goes, or others take their place.
    fn words(&mut self, node: Node<'_, '_>) -> Option<String> {
        let pieces = self.pieces.get(&node.range().start).filter(|_| name(node) == "t")?;
        let words = own_text(node);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for (at, piece) in pieces {
            self.at = self.at.max(at + piece.len);
            for (from, to, instead) in &self.held.passages {
                let (start, end) = ((*from).max(*at), (*to).min(at + piece.len));
                if start < end {
                    let within = start - at + piece.from..end - at + piece.from;
                    edits.push((within, part(self.text, instead, *from..*to, start..end)));
                }
            }
        }
        if edits.is_empty() {
            return None;
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut written = String::new();
        let mut done = 0;
        for (range, instead) in edits {
            written.push_str(words.get(done..range.start)?);
            written.push_str(&instead);
            done = range.end;
        }
        written.push_str(words.get(done..)?);
        Some(as_text(node, &written))
    }

    /// Takes the paragraph `node` out, or what is in it where a paragraph must stand.
    fn remove(&self, node: Node<'_, '_>, cuts: &mut Cuts) {
        let properties = child(node, "pPr");
        let ends_section = properties.is_some_and(|node| child(node, "sectPr").is_some());
        if ends_section || clean::fields(node) != 0 || self.is_needed(node) {
            for part in children(node, "r").filter(|run| child(*run, "fldChar").is_none()) {
                cuts.remove(part);
            }
            let wraps = |node: &Node<'_, '_>| {
                matches!(name(*node), "hyperlink" | "sdt" | "ins" | "smartTag" | "fldSimple")
            };
            node.children().filter(wraps).for_each(|part| cuts.remove(part));
            return;
        }
        cuts.remove(self.outermost(node));
    }

    /// Would a cell or box be left without a paragraph, of a table that stays?
    fn is_needed(&self, node: Node<'_, '_>) -> bool {
        let Some(outer) = node.parent().filter(|outer| matches!(name(*outer), "tc" | "txbxContent")) else {
            return false;
        };
        let table = outer.ancestors().find(|outer| name(*outer) == "tr");
        let last = outer.children().rfind(|node| node.is_element() && name(*node) == "p");
        last == Some(node) && !table.is_some_and(|row| self.all_gone(row))
    }

    /// The row, table or control that goes with `node`, where all paragraphs in it go.
    fn outermost<'a, 'i>(&self, node: Node<'a, 'i>) -> Node<'a, 'i> {
        let wraps = |outer: &Node<'_, '_>| {
            matches!(name(*outer), "tc" | "tr" | "tbl" | "sdtContent" | "sdt" | "customXml")
        };
        let around = node.ancestors().skip(1).take_while(wraps).take_while(|outer| self.all_gone(*outer));
        let whole = |outer: &Node<'_, '_>| matches!(name(*outer), "tr" | "tbl" | "sdt" | "customXml");
        around.filter(whole).last().unwrap_or(node)
    }

    fn all_gone(&self, outer: Node<'_, '_>) -> bool {
        let mut paragraphs = outer.descendants().filter(|node| node.is_element() && name(*node) == "p");
        paragraphs.all(|paragraph| self.gone.contains(&paragraph.id()))
    }
}

/// What of `instead`, which stands for the passage `whole` of `text`, stands for its part `here`: sign for sign where there
/// are as many, else all of it where the passage begins.
fn part(text: &str, instead: &str, whole: Range<usize>, here: Range<usize>) -> String {
    let n_signs = |range: Range<usize>| text[range].chars().count();
    if instead.chars().count() == n_signs(whole.clone()) {
        let before = n_signs(whole.start..here.start);
        return instead.chars().skip(before).take(n_signs(here)).collect();
    }
    if here.start == whole.start { instead.to_owned() } else { String::new() }
}

/// `words` as the text element `node` holds them.
fn as_text(node: Node<'_, '_>, words: &str) -> String {
    let source = &node.document().input_text()[node.range()];
    let tag = source[1..].split([' ', '>', '/', '\n', '\r', '\t']).next().unwrap_or_default();
    format!("<{tag} xml:space=\"preserve\">{}</{tag}>", escaped(words))
}
