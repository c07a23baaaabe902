//! Drawings in a paragraph: the text boxes in them, and the words that describe them.

use roxmltree::Node;

use flow::xml::{DEEPEST, attribute, child, name};
use flow::{Beside, Flow};

/// What Word itself shows of content that is written in more than one way; the other way where only that has words.
pub(super) fn choice<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let has_words =
        |node: &Node<'_, '_>| node.descendants().any(|node| name(node) == "t" && node.text().is_some());
    let [own, other] = ["Choice", "Fallback"].map(|way| child(node, way));
    own.filter(has_words).or(other.filter(has_words)).or(own).or(other)
}

/// Notes the text boxes in a drawing, and tells `flow` of the words that describe it.
pub(super) fn drawn<'a, 'i>(
    node: Node<'a, 'i>,
    boxes: &mut Vec<Node<'a, 'i>>,
    flow: &mut Flow,
    depth: usize,
) {
    if depth > DEEPEST {
        return;
    }
    for node in node.children().filter(Node::is_element) {
        match name(node) {
            "txbxContent" => boxes.push(node),
            "blip" | "imagedata" => flow.aside(Beside::Picture, ""),
            "Fallback" => {}
            "AlternateContent" => {
                choice(node).into_iter().for_each(|node| drawn(node, boxes, flow, depth + 1));
            }
            other => {
                if matches!(other, "docPr" | "shape") {
                    let about = ["descr", "title", "alt"];
                    for about in about.into_iter().filter_map(|about| attribute(node, about)) {
                        flow.aside(Beside::Link, about);
                    }
                }
                lettering(node, flow);
                drawn(node, boxes, flow, depth + 1);
            }
        }
    }
}

/// Tells `flow` of the words in `node` that are drawn: a watermark, or a title in WordArt.
pub(super) fn lettering(node: Node<'_, '_>, flow: &mut Flow) {
    if let Some(words) = attribute(node, "string").filter(|_| name(node) == "textpath") {
        flow.aside(Beside::Drawn, words);
    }
}
