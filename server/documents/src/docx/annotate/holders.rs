//! What lies around a run and does not let a comment's mark or a change be where the words are: content controls and fields.
//!
//! LibreOffice reads the words of a control of plain text, of the first paragraph of a control around paragraphs, and of the
//! result of a field apart from the rest, and drops those before a comment's mark, or reads the comment as the field's words.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::outermost_run;
use flow::xml::{attribute, child, name};

/// The fields that runs lie in, by where the run begins.
pub(super) type Fields = HashMap<usize, Field>;

/// A field around a run, or several in each other.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Where the outermost has ended, unless that is in another paragraph.
    end: Option<usize>,
    /// Are its words made anew from what it says? Those of a link are not.
    is_computed: bool,
}

/// The fields of `document` that are written as signs between runs.
pub(super) fn fields(document: &Document<'_>) -> Fields {
    let mut found = Fields::new();
    let mut codes: Vec<String> = Vec::new();
    let mut inside: Vec<(Node<'_, '_>, bool)> = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        match (name(node), attribute(node, "fldCharType")) {
            ("fldChar", Some("begin")) => codes.push(String::new()),
            ("fldChar", Some("end")) => {
                codes.pop();
                if codes.is_empty() {
                    close(&mut found, std::mem::take(&mut inside), node);
                }
            }
            ("instrText", _) => {
                if let Some(code) = codes.last_mut() {
                    code.push_str(node.text().unwrap_or_default());
                }
            }
            ("t", _) if !codes.is_empty() => {
                let is_link = |code: &String| code.trim_start().starts_with("HYPERLINK");
                inside.extend(outermost_run(node).map(|run| (run, !codes.iter().all(is_link))));
            }
            _ => {}
        }
    }
    found
}

/// Notes that the field around the runs `inside` ends at `sign`.
fn close(found: &mut Fields, inside: Vec<(Node<'_, '_>, bool)>, sign: Node<'_, '_>) {
    let Some(last) = outermost_run(sign) else { return };
    let paragraph = paragraph(last);
    for (run, is_computed) in inside {
        let end = (self::paragraph(run) == paragraph).then_some(last.range().end);
        found.insert(run.range().start, Field { end, is_computed });
    }
}

/// The paragraph of `run`.
pub(super) fn paragraph<'a, 'i>(run: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    run.ancestors().find(|outer| name(*outer) == "p")
}

/// What lies around `run` within its paragraph, from the inside.
fn around<'a, 'i>(run: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    run.ancestors().skip(1).take_while(|outer| name(*outer) != "p")
}

/// The outermost control of plain text around `run`: no comment begins or ends within it.
pub(super) fn plain_control<'a, 'i>(run: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    around(run).filter(|outer| says(*outer, |name, _| name == "text")).last()
}

/// Where the mark of a comment that ends in `run` goes, when it cannot be behind the words.
pub(super) fn mark_place(run: Node<'_, '_>, fields: &Fields) -> Option<usize> {
    let paragraph = paragraph(run)?;
    let begins = |control: Node<'_, '_>| {
        control.descendants().find(|node| name(*node) == "p").is_some_and(|first| first == paragraph)
    };
    if paragraph.ancestors().filter(|outer| name(*outer) == "sdt").any(begins) {
        let properties = child(paragraph, "pPr").map(|properties| properties.range().end);
        return properties.or_else(|| Some(paragraph.first_child()?.range().start));
    }
    let holder = around(run).filter(|outer| matches!(name(*outer), "sdt" | "fldSimple")).last();
    let field = fields.get(&run.range().start).and_then(|field| field.end);
    holder.map(|holder| holder.range().end).max(field)
}

/// Do the words of `run` come from somewhere else, so that a change would be lost or cannot be made?
pub(super) fn is_given(run: Node<'_, '_>, fields: &Fields) -> bool {
    let is_of_control = |outer: Node<'_, '_>| {
        says(outer, |name, value| match name {
            "dataBinding" | "dropDownList" | "comboBox" | "date" | "showingPlcHdr" => true,
            "lock" => matches!(value, Some("contentLocked" | "sdtContentLocked")),
            _ => false,
        })
    };
    fields.get(&run.range().start).is_some_and(|field| field.is_computed)
        || run.ancestors().any(is_of_control)
}

/// Is `control` a content control with a property, by name and value, that `what` holds of?
fn says(control: Node<'_, '_>, what: impl Fn(&str, Option<&str>) -> bool) -> bool {
    let properties = Some(control).filter(|node| name(*node) == "sdt").and_then(|node| child(node, "sdtPr"));
    let mut properties = properties.into_iter().flat_map(|node| node.children()).filter(Node::is_element);
    properties.any(|property| what(name(property), attribute(property, "val")))
}
