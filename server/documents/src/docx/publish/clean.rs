//! What a part of Word's own format holds that no reader of the page sees: changes on record, comments, hidden words, names
//! of those who may edit, and documents behind pictures.

use std::collections::HashSet;

use roxmltree::{Document, Node, NodeId};

use super::super::styles::{Given, Styles, switch};
use super::super::unseen::is_unseen;
use super::Taken;
use super::cuts::Cuts;
use super::marks;
use flow::xml::{child, name, value};

/// Elements that go with all that is in them.
const GONE: &[&str] = &[
    "OLEObject",
    "annotationRef",
    "commentRangeEnd",
    "commentRangeStart",
    "commentReference",
    "control",
    "dataBinding",
    "externalData",
    "permEnd",
    "permStart",
];

/// Cleans `document`, the part with the text `source`, where the paragraphs `gone` go anyhow.
pub(super) fn clean(
    source: &str,
    document: &Document<'_>,
    styles: &Styles,
    gone: &HashSet<NodeId>,
    cuts: &mut Cuts,
    taken: &mut Taken,
) {
    bare(document, cuts);
    for node in document.descendants().filter(Node::is_element) {
        match name(node) {
            found if GONE.contains(&found) => {
                taken.comments += usize::from(found == "commentReference");
                cuts.remove(node);
            }
            "p" => hidden(node, styles, cuts, taken),
            "r" if is_mark_of_comment(node) => cuts.remove(node),
            _ => {}
        }
    }
    marks::accept(source, document, gone, cuts, taken);
}

/// Takes out of `document` what is said to programs, or to people who read its source.
pub(super) fn bare(document: &Document<'_>, cuts: &mut Cuts) {
    let is_note = |node: &Node<'_, '_>| node.is_comment() || node.is_pi();
    document.descendants().filter(is_note).for_each(|note| cuts.remove(note));
}

/// Is the run nothing but the mark of a comment?
fn is_mark_of_comment(run: Node<'_, '_>) -> bool {
    let mut inside = run.children().filter(|node| node.is_element() && name(*node) != "rPr").peekable();
    inside.peek().is_some() && inside.all(|node| matches!(name(node), "commentReference" | "annotationRef"))
}

/// Takes the hidden words out of the paragraph `node`, and the paragraph where all of it is hidden.
fn hidden(node: Node<'_, '_>, styles: &Styles, cuts: &mut Cuts, taken: &mut Taken) {
    let properties = child(node, "pPr");
    let style = properties.and_then(|node| value(node, "pStyle"));
    let by_style = styles.given(style, Given::read(properties, None)).hidden == Some(true);
    let of_paragraph = |run: &Node<'_, '_>| {
        run.ancestors().skip(1).find(|outer| outer.is_element() && name(*outer) == "p") == Some(node)
    };
    let runs: Vec<Node<'_, '_>> =
        node.descendants().filter(|node| name(*node) == "r").filter(of_paragraph).collect();
    let hidden: Vec<&Node<'_, '_>> = runs.iter().filter(|run| is_hidden(**run, styles, by_style)).collect();
    if hidden.is_empty() {
        return;
    }
    taken.hidden += usize::from(hidden.iter().any(|run| says_something(**run)));
    let mark = properties.and_then(|node| child(node, "rPr")).and_then(|mark| switch(mark, "vanish"));
    let ends_section = properties.is_some_and(|node| child(node, "sectPr").is_some());
    // A cell must keep a paragraph.
    let in_body = node.parent().is_some_and(|outer| name(outer) == "body");
    if hidden.len() == runs.len() && mark.unwrap_or(by_style) && !ends_section && in_body {
        cuts.remove(node);
        return;
    }
    let is_whole = hidden.iter().map(|run| fields(**run)).sum::<i32>() == 0;
    for run in hidden {
        // What begins or ends a field must stay where the other end does.
        if is_whole || !has_field(*run) {
            cuts.remove(*run);
        }
    }
}

fn says_something(run: Node<'_, '_>) -> bool {
    let inside = run.children().filter(Node::is_element);
    inside.into_iter().any(|node| !matches!(name(node), "rPr" | "fldChar" | "lastRenderedPageBreak"))
}

fn is_hidden(run: Node<'_, '_>, styles: &Styles, by_style: bool) -> bool {
    let properties = child(run, "rPr");
    let own = properties.and_then(|node| switch(node, "vanish"));
    let style = properties.and_then(|node| value(node, "rStyle"));
    let is_hidden = own.unwrap_or_else(|| by_style || style.is_some_and(|style| styles.hides(style)));
    is_hidden || is_unseen(run, styles)
}

fn has_field(run: Node<'_, '_>) -> bool {
    child(run, "fldChar").is_some()
}

/// How many more fields begin in `node` than end there.
pub(super) fn fields(node: Node<'_, '_>) -> i32 {
    let ends = node.descendants().filter(|node| name(*node) == "fldChar");
    let kind = |node| match flow::xml::attribute(node, "fldCharType") {
        Some("begin") => 1,
        Some("end") => -1,
        _ => 0,
    };
    ends.map(kind).sum()
}
