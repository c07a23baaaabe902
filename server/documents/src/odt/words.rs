//! The words of one paragraph, and what hangs on it.

use std::collections::HashMap;

use roxmltree::Node;

use super::styles::Styles;
use crate::flow::{Beside, Flow};
use crate::xml::{DEEPEST, attribute, child, name, words};

/// What was changed and is on record, by its number: the words that were taken out, or `None` for words put in.
pub(super) type Changes = HashMap<String, Option<String>>;

/// The words of a paragraph, as they are gathered.
pub(super) struct Line<'s, 'a, 'i> {
    /// The words.
    pub(super) words: String,
    /// Text boxes and frames that hang on it.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    hidden: String,
    styles: &'s Styles,
    changes: &'s Changes,
}

impl<'s, 'a, 'i> Line<'s, 'a, 'i> {
    /// Gathers the words of `paragraph`, and tells `flow` what stands beside them.
    pub(super) fn read(
        paragraph: Node<'a, 'i>,
        styles: &'s Styles,
        changes: &'s Changes,
        flow: &mut Flow,
    ) -> Self {
        let mut new =
            Self { words: String::new(), boxes: Vec::new(), hidden: String::new(), styles, changes };
        let hides = attribute(paragraph, "style-name").is_some_and(|style| styles.given(style).hides);
        new.inside(paragraph, hides, flow, 0);
        if !new.hidden.trim().is_empty() {
            flow.aside(Beside::Hidden, new.hidden.as_str());
        }
        new
    }

    fn inside(&mut self, parent: Node<'a, 'i>, hides: bool, flow: &mut Flow, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for node in parent.children() {
            if node.is_text() {
                self.text(node.text().unwrap_or_default(), hides);
            } else if node.is_element() {
                self.element(node, hides, flow, depth + 1);
            }
        }
    }

    /// White space counts once: a row of spaces is written as an element.
    fn text(&mut self, text: &str, hides: bool) {
        let line = if hides { &mut self.hidden } else { &mut self.words };
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' if line.is_empty() || line.ends_with([' ', '\n']) => {}
                '\t' | '\n' | '\r' => line.push(' '),
                c if c.is_control() => {}
                _ => line.push(c),
            }
        }
    }

    fn element(&mut self, node: Node<'a, 'i>, hides: bool, flow: &mut Flow, depth: usize) {
        match name(node) {
            "s" => {
                let n = attribute(node, "c").and_then(|n| n.parse().ok()).unwrap_or(1_usize);
                self.sign(&" ".repeat(n.min(1000)), hides);
            }
            "tab" => self.sign("\t", hides),
            "line-break" => self.sign("\n", hides),
            "soft-page-break" => flow.turn(self.words.len()),
            "note" => {
                let body = child(node, "note-body").map(paragraphs).unwrap_or_default();
                flow.aside(Beside::Note, body);
            }
            "annotation" => flow.aside(Beside::Comment, paragraphs(node)),
            "annotation-end" | "tracked-changes" => {}
            "change" | "change-start" => self.change(node, flow),
            "hidden-text" | "hidden-paragraph" => {
                let words = attribute(node, "string-value").map_or_else(|| words(node), str::to_owned);
                self.hidden.push_str(&words);
            }
            "frame" | "custom-shape" | "text-box" | "rect" | "g" => self.frame(node, flow),
            "ruby" => {
                if let Some(base) = child(node, "ruby-base") {
                    self.inside(base, hides, flow, depth);
                }
                let above = child(node, "ruby-text").map(words).unwrap_or_default();
                if !above.trim().is_empty() {
                    self.sign(&format!(" ({above})"), hides);
                }
            }
            "a" => {
                flow.aside(Beside::Link, attribute(node, "href").unwrap_or_default());
                self.inside(node, hides, flow, depth);
            }
            _ => {
                let style = attribute(node, "style-name").filter(|_| name(node) == "span");
                let hides = hides || style.is_some_and(|style| self.styles.given(style).hides);
                self.inside(node, hides, flow, depth);
            }
        }
    }

    fn sign(&mut self, sign: &str, hides: bool) {
        let line = if hides { &mut self.hidden } else { &mut self.words };
        line.push_str(sign);
    }

    fn change(&self, node: Node<'_, '_>, flow: &mut Flow) {
        let change = attribute(node, "change-id").and_then(|id| self.changes.get(id));
        match change {
            Some(Some(deleted)) => flow.aside(Beside::Deleted, deleted.as_str()),
            Some(None) => flow.aside(Beside::Inserted, ""),
            None => {}
        }
    }

    fn frame(&mut self, node: Node<'a, 'i>, flow: &mut Flow) {
        for about in node.children().filter(|child| matches!(name(*child), "title" | "desc")) {
            flow.aside(Beside::Link, words(about));
        }
        let lies_in = attribute(node, "name").filter(|_| child(node, "object-ole").is_some());
        lies_in.into_iter().for_each(|name| flow.aside(Beside::Link, name));
        self.boxes.push(node);
    }
}

/// The words of the paragraphs in `node`, one a line.
pub(super) fn paragraphs(node: Node<'_, '_>) -> String {
    let lines = node.descendants().filter(|node| matches!(name(*node), "p" | "h")).map(words);
    lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
