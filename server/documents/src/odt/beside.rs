//! What a document holds beside its text: properties, headers and footers.

use roxmltree::Node;

use super::words::paragraphs;
use flow::Fault;
use flow::archive::Archive;
use flow::xml::{attribute, child, children, name, parse, words};
use flow::{Beside, Flow, Unread};

/// Tells `flow` of the properties in `archive`.
pub(super) fn properties(archive: &mut Archive<'_>, flow: &mut Flow) -> Result<(), Fault> {
    let Some(text) = archive.part("meta.xml")? else { return Ok(()) };
    let document = parse(&text, "meta.xml")?;
    let Some(meta) = child(document.root_element(), "meta") else { return Ok(()) };
    for property in meta.children().filter(Node::is_element) {
        let beside = match name(property) {
            "creator" | "initial-creator" | "printed-by" => Beside::Author,
            _ => Beside::Property,
        };
        let words = words(property);
        if !words.trim().is_empty() {
            flow.aside(beside, words.trim());
        }
    }
    Ok(())
}

/// Tells `flow` of the tables and texts of other programs that lie in the body `content`; charts and formulas are pictures.
pub(super) fn objects(
    content: Node<'_, '_>,
    archive: &mut Archive<'_>,
    flow: &mut Flow,
) -> Result<(), Fault> {
    let is_object = |node: &Node<'_, '_>| name(*node) == "object" && !node.has_children();
    for object in content.descendants().filter(is_object) {
        let Some(link) = attribute(object, "href") else { continue };
        let folder = link.trim_start_matches("./");
        let held = archive.part(&format!("{folder}/content.xml"))?.unwrap_or_default();
        if ["<office:chart", "<math", ":math"].iter().any(|picture| held.contains(picture)) {
            continue;
        }
        let called = object.parent().and_then(|frame| attribute(frame, "name"));
        let part = Unread::Part(called.unwrap_or(folder).to_owned());
        if !flow.unread.contains(&part) {
            flow.unread.push(part);
        }
    }
    Ok(())
}

/// Tells `flow` of the headers and footers in the styles with this `root`.
pub(super) fn margins(root: Node<'_, '_>, flow: &mut Flow) {
    let Some(masters) = child(root, "master-styles") else { return };
    for page in children(masters, "master-page") {
        let margins = page.children().filter(|node| {
            matches!(
                name(*node),
                "header" | "footer" | "header-first" | "footer-first" | "header-left" | "footer-left"
            )
        });
        for margin in margins {
            let words = paragraphs(margin);
            if !words.is_empty() {
                flow.aside(Beside::Margin, words);
            }
        }
    }
}
