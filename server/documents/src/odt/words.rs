//! The words of one paragraph, and what hangs on it.

use std::collections::HashMap;

use roxmltree::Node;

use super::styles::Styles;
use flow::has_digits;
use flow::xml::{DEEPEST, attribute, child, name, words};
use flow::{Beside, Flow};

/// What was changed and is on record, by its number: the words that were taken out, or `None` for words put in.
pub(super) type Changes = HashMap<String, Option<String>>;

/// How words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Shown,
    /// Shown, and no line through them makes a difference.
    Title,
    Hidden,
    /// Struck through.
    Struck,
}

/// The words of a paragraph, as they are gathered.
pub(super) struct Line<'s, 'a, 'i> {
    /// The words.
    pub(super) words: String,
    /// Text boxes and frames that hang on it.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    hidden: String,
    struck: String,
    styles: &'s Styles,
    changes: &'s Changes,
    /// May something dark lie behind the words?
    has_ground: bool,
}

impl<'s, 'a, 'i> Line<'s, 'a, 'i> {
    /// Gathers the words of `paragraph`, and tells `flow` what stands beside them.
    pub(super) fn read(
        paragraph: Node<'a, 'i>,
        styles: &'s Styles,
        changes: &'s Changes,
        flow: &mut Flow,
    ) -> Self {
        let (words, hidden, struck) = (String::new(), String::new(), String::new());
        let mut new = Self { words, boxes: Vec::new(), hidden, struck, styles, changes, has_ground: false };
        new.has_ground = new.may_be_dark(paragraph);
        let how = attribute(paragraph, "style-name").map_or(How::Shown, |style| {
            // Words of a white paragraph may have colours of their own.
            if paragraph.descendants().any(|node| name(node) == "span") {
                new.how_coloured(style)
            } else {
                new.how(style, How::Shown)
            }
        });
        let how = if is_hidden_whole(paragraph) { How::Hidden } else { how };
        // The title of an item counts even where it is struck through.
        let how = if name(paragraph) == "h" && how != How::Hidden { How::Title } else { how };
        new.inside(paragraph, how, flow, 0);
        for (beside, words) in [(Beside::Hidden, &new.hidden), (Beside::Struck, &new.struck)] {
            if !words.trim().is_empty() {
                flow.aside(beside, words.as_str());
            }
        }
        new
    }

    fn inside(&mut self, parent: Node<'a, 'i>, how: How, flow: &mut Flow, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for node in parent.children() {
            if node.is_text() {
                self.text(node.text().unwrap_or_default(), how);
            } else if node.is_element() {
                self.element(node, how, flow, depth + 1);
            }
        }
    }

    /// How words of the style called `style` are read, inside others that are read as `outer`.
    fn how(&self, style: &str, outer: How) -> How {
        let given = self.styles.given(style);
        let is_unseen = given.tiny || given.white && !given.ground && !self.has_ground;
        match outer {
            How::Shown | How::Struck | How::Title if given.hides || is_unseen => How::Hidden,
            How::Shown if given.strikes => How::Struck,
            outer => outer,
        }
    }

    /// The same of a paragraph whose words have styles of their own.
    fn how_coloured(&self, style: &str) -> How {
        let given = self.styles.given(style);
        match () {
            () if given.hides => How::Hidden,
            () if given.strikes => How::Struck,
            () => How::Shown,
        }
    }

    /// May something dark lie behind the words of `paragraph`: of its own, of a cell, a shape or the page?
    fn may_be_dark(&self, paragraph: Node<'_, '_>) -> bool {
        let own = attribute(paragraph, "style-name").is_some_and(|style| self.styles.given(style).ground);
        let is_ground = |outer: Node<'_, '_>| {
            matches!(name(outer), "table-cell" | "text-box" | "custom-shape" | "frame" | "section")
        };
        own || self.styles.has_ground || paragraph.ancestors().any(is_ground)
    }

    fn line(&mut self, how: How) -> &mut String {
        match how {
            How::Shown | How::Title => &mut self.words,
            How::Hidden => &mut self.hidden,
            How::Struck => &mut self.struck,
        }
    }

    /// White space counts once: a row of spaces is written as an element.
    fn text(&mut self, text: &str, how: How) {
        let line = self.line(how);
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' if line.is_empty() || line.ends_with([' ', '\n']) => {}
                '\t' | '\n' | '\r' => line.push(' '),
                c if c.is_control() => {}
                _ => line.push(c),
            }
        }
    }

    fn element(&mut self, node: Node<'a, 'i>, how: How, flow: &mut Flow, depth: usize) {
        match name(node) {
            "s" => {
                let n = attribute(node, "c").and_then(|n| n.parse().ok()).unwrap_or(1_usize);
                self.sign(&" ".repeat(n.min(1000)), how);
            }
            "tab" => self.sign("\t", how),
            "line-break" => self.sign("\n", how),
            "soft-page-break" => flow.turn(self.words.len()),
            "note" => {
                let body = child(node, "note-body").map(paragraphs).unwrap_or_default();
                flow.aside(Beside::Note, body);
            }
            "annotation" => {
                flow.aside(Beside::Comment, paragraphs(node));
                let author = child(node, "creator").map(words).filter(|author| has_digits(author));
                author.into_iter().for_each(|author| flow.aside(Beside::Data, author));
            }
            "annotation-end" | "tracked-changes" => {}
            "change" | "change-start" => self.change(node, flow),
            "hidden-text" | "hidden-paragraph" => {
                let words = attribute(node, "string-value").map_or_else(|| words(node), str::to_owned);
                self.hidden.push_str(&words);
            }
            "frame" | "custom-shape" | "text-box" | "rect" | "g" => self.frame(node, flow),
            "ruby" => {
                if let Some(base) = child(node, "ruby-base") {
                    self.inside(base, how, flow, depth);
                }
                let above = child(node, "ruby-text").map(words).unwrap_or_default();
                if !above.trim().is_empty() {
                    self.sign(&format!(" ({above})"), how);
                }
            }
            "a" => {
                flow.aside(Beside::Link, attribute(node, "href").unwrap_or_default());
                self.inside(node, how, flow, depth);
            }
            _ => {
                let style = attribute(node, "style-name").filter(|_| name(node) == "span");
                let how = style.map_or(how, |style| self.how(style, how));
                self.inside(node, how, flow, depth);
            }
        }
    }

    fn sign(&mut self, sign: &str, how: How) {
        let line = self.line(how);
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
        // An object has a picture of itself beside it.
        let is_object = ["object", "object-ole"].iter().any(|object| child(node, object).is_some());
        if child(node, "image").is_some() && !is_object {
            flow.aside(Beside::Picture, "");
        }
        let lies_in = attribute(node, "name").filter(|_| child(node, "object-ole").is_some());
        lies_in.into_iter().for_each(|name| flow.aside(Beside::Link, name));
        self.boxes.push(node);
    }
}

/// Does a field in `paragraph` hide all of it?
fn is_hidden_whole(paragraph: Node<'_, '_>) -> bool {
    let mut fields =
        paragraph.children().filter(|node| node.is_element() && name(*node) == "hidden-paragraph");
    fields.any(|field| attribute(field, "is-hidden") == Some("true"))
}

/// The words of the paragraphs in `node`, one a line.
pub(super) fn paragraphs(node: Node<'_, '_>) -> String {
    let lines = node.descendants().filter(|node| matches!(name(*node), "p" | "h")).map(words);
    lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
