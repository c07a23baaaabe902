//! Private numbers in what the pages do not show as text: attributes, fields, notes, charts, addresses of links.

use std::ops::Range;

use roxmltree::{Document, Node, NodeId};

use super::super::annotate::escaped;
use super::super::styles::struck;
use super::Private;
use super::cuts::Cuts;
use flow::xml::{child, name};

/// Stands for a digit in words.
pub(super) const HIDDEN: char = '•';

/// Stands for a digit in names and addresses, which may not hold every sign.
const IN_NAME: char = 'x';

/// Fewer digits are no number of anybody's.
const FEWEST_DIGITS: usize = 8;

/// What numbers a time of writing has eight signs.
const LONGEST_REVISION: usize = 8;

/// Which texts of a part are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// All of them.
    All,
    /// Those that are not read as the text of the document.
    BesideTheText,
}

/// Hides the private numbers in `document`; how many there were.
pub(super) fn hide(document: &Document<'_>, texts: Texts, private: Private<'_>, cuts: &mut Cuts) -> usize {
    let mut n_hidden = 0;
    let mut paragraph: Option<(NodeId, bool)> = None;
    let mut group: Vec<Node<'_, '_>> = Vec::new();
    for node in document.descendants() {
        if node.is_element() {
            n_hidden += attributes(node, private, cuts);
            continue;
        }
        if !node.is_text() || node.text().is_none_or(|words| words.trim().is_empty()) {
            continue;
        }
        let is_field = node.parent().is_some_and(|outer| name(outer) == "instrText");
        // The words of drawings that are no text boxes are written in another language than the text.
        let is_of_word = |outer: Node<'_, '_>| {
            name(outer) == "t"
                && outer.tag_name().namespace() == document.root_element().tag_name().namespace()
        };
        let is_read = node.parent().is_some_and(is_of_word);
        let is_shown = is_read
            && !is_field
            && !node.ancestors().any(|outer| name(outer) == "ruby")
            && !is_struck(node)
            && !node.ancestors().any(|outer| name(outer) == "Fallback");
        if texts == Texts::BesideTheText && is_shown {
            continue;
        }
        let outer = node.ancestors().find(|outer| outer.is_element() && name(*outer) == "p");
        let here = outer.or(node.parent()).map(|outer| (outer.id(), is_field));
        if here != paragraph {
            n_hidden += words(&std::mem::take(&mut group), private, cuts);
            paragraph = here;
        }
        group.push(node);
    }
    n_hidden + words(&group, private, cuts)
}

/// Is the text struck through, and read as no part of the text?
fn is_struck(text: Node<'_, '_>) -> bool {
    let run = text.ancestors().find(|outer| name(*outer) == "r");
    run.and_then(|run| child(run, "rPr")).and_then(struck) == Some(true)
}

/// Hides what stands in texts that follow each other in one paragraph.
fn words(texts: &[Node<'_, '_>], private: Private<'_>, cuts: &mut Cuts) -> usize {
    let whole: String = texts.iter().filter_map(Node::text).collect();
    let found = found(&whole, private);
    let mut at = 0;
    for text in texts {
        let words = text.text().unwrap_or_default();
        let here = at..at + words.len();
        at = here.end;
        if found.iter().any(|range| range.start < here.end && here.start < range.end) {
            let hide = |(i, c): (usize, char)| if hides(&found, here.start + i, c) { HIDDEN } else { c };
            let hidden: String = words.char_indices().map(hide).collect();
            cuts.replace(text.range(), escaped(&hidden));
        }
    }
    found.len()
}

/// Hides what stands in the attributes of `node`.
fn attributes(node: Node<'_, '_>, private: Private<'_>, cuts: &mut Cuts) -> usize {
    let mut n_hidden = 0;
    for attribute in node.attributes() {
        let value = attribute.value();
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b' '));
        let is_word =
            matches!(name(node), "alias" | "tag" | "placeholder" | "docVar" | "bookmarkStart" | "listItem")
                || matches!(attribute.name(), "descr" | "title" | "tooltip" | "name" | "alt");
        let is_digits = value.bytes().all(|byte| byte.is_ascii_digit());
        let is_revision = attribute.name().starts_with("rsid") && value.len() <= LONGEST_REVISION;
        if is_number && !is_word && is_digits || is_revision {
            continue;
        }
        let hidden = in_name(value, private)
            .or_else(|| in_glued(value, private).filter(|_| names_style(node, attribute.name())));
        if let Some(hidden) = hidden {
            n_hidden += 1;
            cuts.replace(attribute.range_value(), escaped(&hidden));
        }
    }
    n_hidden
}

/// Does the attribute `said` of `node` name a style? Word makes that name of what the style is called, without its spaces.
fn names_style(node: Node<'_, '_>, said: &str) -> bool {
    const NAMING: &[&str] =
        &["basedOn", "link", "next", "numStyleLink", "pStyle", "rStyle", "styleLink", "tblStyle"];
    said == "styleId" || NAMING.contains(&name(node))
}

/// The same where letters may stand at both ends of a number.
fn in_glued(value: &str, private: Private<'_>) -> Option<String> {
    let apart: String = value.chars().map(|c| if c.is_ascii_alphabetic() { ' ' } else { c }).collect();
    hidden_in(value, &found(&apart, private))
}

/// `value`, a name or an address, with what is private hidden; `None` where nothing is.
pub(super) fn in_name(value: &str, private: Private<'_>) -> Option<String> {
    hidden_in(value, &found(value, private))
}

/// Does a private number stand in `words`?
pub(super) fn is_in(words: &str, private: Private<'_>) -> bool {
    !found(words, private).is_empty()
}

/// The same where letters may stand at both ends of it.
pub(super) fn is_in_glued(words: &str, private: Private<'_>) -> bool {
    is_in(words, private) || in_glued(words, private).is_some()
}

fn hidden_in(value: &str, found: &[Range<usize>]) -> Option<String> {
    let hide = |(i, c): (usize, char)| if hides(found, i, c) { IN_NAME } else { c };
    (!found.is_empty()).then(|| value.char_indices().map(hide).collect())
}

fn found(words: &str, private: Private<'_>) -> Vec<Range<usize>> {
    let n_digits = words.bytes().filter(u8::is_ascii_digit).count();
    if n_digits < FEWEST_DIGITS { Vec::new() } else { private(words) }
}

fn hides(found: &[Range<usize>], at: usize, c: char) -> bool {
    c.is_numeric() && found.iter().any(|range| range.contains(&at))
}
