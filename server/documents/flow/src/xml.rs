//! XML as both offices write it: names without their prefixes, since the prefix is the writer's choice.

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use crate::Fault;

/// At most this many nodes: a node takes 100 bytes, and a page of minutes has a thousand.
const MOST_NODES: u32 = 4_000_000;

/// Elements lie in each other no deeper than this: tables in tables in text boxes come to fifty.
pub const DEEPEST: usize = 200;

/// Reads `text`, the part called `part`.
pub fn parse<'t>(text: &'t str, part: &'static str) -> Result<Document<'t>, Fault> {
    if is_deep(text) {
        return Err(Fault::TooDeep);
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text.trim_start_matches('\u{feff}'), options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Fault::TooLarge,
        _ => Fault::Damaged(part),
    })
}

/// Counts tags, so that nothing that follows the elements into each other can run out of stack.
fn is_deep(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    // Where the first ">" behind the last "<" stands; sought again only from there on, so that each byte is read twice.
    let mut end = 0;
    for (at, _) in text.match_indices('<') {
        match bytes.get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') | None => {}
            Some(_) => {
                if end <= at {
                    end = text[at..].find('>').map_or(text.len(), |length| at + length);
                }
                depth += usize::from(!text[..end].ends_with('/'));
            }
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// The tag that begins `source`.
pub fn start_tag(source: &str) -> &str {
    let mut quote = None;
    for (at, byte) in source.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return &source[..=at],
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    source
}

/// The element's name.
pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The text of `node`'s own, where comments and instructions may stand between its words.
pub fn own_text<'a>(node: Node<'a, '_>) -> Cow<'a, str> {
    let mut texts = node.children().filter(Node::is_text).filter_map(|text| text.text());
    let first = texts.next().unwrap_or_default();
    match texts.next() {
        None => Cow::Borrowed(first),
        Some(second) => Cow::Owned(first.to_owned() + second + &texts.collect::<String>()),
    }
}

/// The value of the attribute `name`.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first element called `name` in `node`.
pub fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}

/// The elements called `name` in `node`.
pub fn children<'a, 'i>(node: Node<'a, 'i>, wanted: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && name(*child) == wanted)
}

/// The value `val` of the element called `name` in `node`.
pub fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|child| attribute(child, "val"))
}

/// All the words in `node`.
pub fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, parse};
    use crate::Fault;

    #[test]
    fn what_lies_too_deep_is_refused_before_it_is_read() {
        let nested = |n: usize| "<a>".repeat(n) + &"</a>".repeat(n);
        assert!(parse(&nested(DEEPEST), "x").is_ok());
        assert_eq!(parse(&nested(100_000), "x").err(), Some(Fault::TooDeep));
        assert!(parse(&format!("<a>{}</a>", "<b x='/'/>".repeat(1000)), "x").is_ok());
    }

    /// Each `<` once sought its `>` to the end of the text: two million of them took more than a minute.
    #[test]
    fn marks_without_an_end_are_read_once() {
        for unended in ["<a", "<a/", "<?a", "<!a"] {
            assert!(parse(&unended.repeat(2_000_000), "x").is_err());
            assert!(parse(&format!("<x>{}/", unended.repeat(2_000_000)), "x").is_err());
        }
    }

    #[test]
    fn entities_are_not_unfolded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        assert_eq!(parse(bomb, "x").err(), Some(Fault::Damaged("x")));
    }
}
