//! Changes on record, accepted.

use std::collections::HashSet;

use roxmltree::{Document, Node, NodeId};

use super::Taken;
use super::cuts::{Cuts, tags};
use flow::xml::{child, name};

/// Accepts the changes of `document`, the part with the text `source`, but for those of the paragraphs `gone`.
pub(super) fn accept(
    source: &str,
    document: &Document<'_>,
    gone: &HashSet<NodeId>,
    cuts: &mut Cuts,
    taken: &mut Taken,
) {
    let mut merged = Vec::new();
    for node in document.descendants().filter(|node| is_of_word(*node, document)) {
        let found = name(node);
        let within = node.parent().map(name).unwrap_or_default();
        let is_mark = matches!(within, "rPr" | "trPr" | "numPr" | "pPr" | "tcPr");
        let is_change = matches!(found, "ins" | "del" | "moveTo" | "moveFrom");
        match found {
            "del" | "moveFrom" if within == "trPr" => row(node, cuts),
            "del" | "moveFrom" if within == "rPr" && is_of_paragraph(node) => {
                cuts.remove(node);
                merged.extend(paragraph(node));
            }
            _ if is_change && is_mark => cuts.remove(node),
            "ins" | "moveTo" => cuts.unwrap(source, node),
            "del" | "moveFrom" => cuts.remove(node),
            _ if found.ends_with("Change") || matches!(found, "cellIns" | "cellDel" | "cellMerge") => {
                cuts.remove(node);
            }
            _ if is_range(found) => cuts.remove(node),
            _ => continue,
        }
        taken.changes += usize::from(!is_range(found));
    }
    merged.retain(|paragraph| !gone.contains(&paragraph.id()));
    merge(source, &merged, gone, cuts);
}

fn is_of_word(node: Node<'_, '_>, document: &Document<'_>) -> bool {
    node.is_element() && node.tag_name().namespace() == document.root_element().tag_name().namespace()
}

/// The marks of where passages that were moved begin and end.
fn is_range(found: &str) -> bool {
    let is_end = found.ends_with("RangeStart") || found.ends_with("RangeEnd");
    is_end && ["move", "customXmlIns", "customXmlDel", "customXmlMove"].iter().any(|of| found.starts_with(of))
}

fn is_of_paragraph(node: Node<'_, '_>) -> bool {
    node.ancestors().nth(2).is_some_and(|outer| name(outer) == "pPr")
}

fn paragraph<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.ancestors().find(|outer| outer.is_element() && name(*outer) == "p")
}

/// A row that was deleted goes, and the table with the last of them.
fn row(mark: Node<'_, '_>, cuts: &mut Cuts) {
    let outer = |wanted| mark.ancestors().find(|outer| outer.is_element() && name(*outer) == wanted);
    let (Some(row), Some(table)) = (outer("tr"), outer("tbl")) else { return };
    let is_deleted = |row: Node<'_, '_>| {
        child(row, "trPr")
            .is_some_and(|node| child(node, "del").is_some() || child(node, "moveFrom").is_some())
    };
    let rows = || table.children().filter(|node| node.is_element() && name(*node) == "tr");
    cuts.remove(if rows().all(is_deleted) { table } else { row });
}

/// Puts each of `paragraphs`, whose ends were deleted, before the one that follows, as Word does.
fn merge(source: &str, paragraphs: &[Node<'_, '_>], gone: &HashSet<NodeId>, cuts: &mut Cuts) {
    let mut done: HashSet<NodeId> = HashSet::new();
    for &first in paragraphs {
        if done.contains(&first.id()) {
            continue;
        }
        let mut chain = vec![first];
        while let Some(next) =
            chain.last().copied().and_then(follows).filter(|next| !gone.contains(&next.id()))
        {
            chain.push(next);
            if !paragraphs.contains(&next) {
                break;
            }
        }
        done.extend(chain.iter().map(Node::id));
        let [.., last] = chain.as_slice() else { continue };
        if chain.len() < 2 {
            continue;
        }
        let head = open(&source[tags(source, *last).0]);
        let properties = child(*last, "pPr").map_or(String::new(), |node| cuts.within(source, node.range()));
        cuts.replace(head_of(source, first), head + &properties);
        for pair in chain.windows(2) {
            let from = match tags(source, pair[0]).1 {
                end if end.is_empty() => pair[0].range().end,
                end => end.start,
            };
            cuts.replace(from..head_of(source, pair[1]).end, String::new());
        }
        if tags(source, *last).1.is_empty() {
            let end = last.range().end;
            cuts.replace(end..end, close(source, *last));
        }
    }
}

/// The paragraph right behind `node`.
fn follows<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.next_siblings().skip(1).find(Node::is_element).filter(|next| name(*next) == "p")
}

/// The tag that begins a paragraph, and its properties.
fn head_of(source: &str, paragraph: Node<'_, '_>) -> std::ops::Range<usize> {
    let start = tags(source, paragraph).0;
    let end = child(paragraph, "pPr").map_or(start.end, |node| node.range().end);
    start.start..end
}

/// `tag` as one that begins an element.
fn open(tag: &str) -> String {
    tag.strip_suffix("/>").map_or_else(|| tag.to_owned(), |tag| format!("{tag}>"))
}

fn close(source: &str, node: Node<'_, '_>) -> String {
    let tag = &source[tags(source, node).0];
    let name = tag[1..].split([' ', '>', '/', '\n', '\r', '\t']).next().unwrap_or_default();
    format!("</{name}>")
}
