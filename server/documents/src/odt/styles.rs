//! Styles: whether a paragraph is shown and how much room it has, and how lists count.

use std::collections::HashMap;

use roxmltree::Node;

use super::lists::ListStyle;
use flow::xml::{attribute, child, children, name};

/// A style is built on another, which is built on another; more than this is a circle.
const LONGEST_CHAIN: usize = 16;

/// The style that the captions of pictures, tables and drawings are built on, in every language.
const CAPTION: &str = "Caption";

/// What a style says; `None` is as the style it is built on.
#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    hides: Option<bool>,
    strikes: Option<bool>,
    /// Room before and after, in whatever unit: only whether there is any counts.
    before: Option<bool>,
    after: Option<bool>,
    contextual: Option<bool>,
    /// Are its letters white, or too small to be seen, and is the ground behind them filled?
    white: Option<bool>,
    tiny: Option<bool>,
    ground: Option<bool>,
}

/// What holds for a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// Are its words hidden?
    pub(super) hides: bool,
    /// Are they struck through?
    pub(super) strikes: bool,
    /// Are they what a table or a picture is called?
    pub(super) is_caption: bool,
    /// Is there room before it?
    pub(super) before: bool,
    /// Is there room after it?
    pub(super) after: bool,
    /// No room between two of its own style?
    pub(super) contextual: bool,
    /// Are the letters white?
    pub(super) white: bool,
    /// Are they too small to be seen?
    pub(super) tiny: bool,
    /// Is the ground behind them filled?
    pub(super) ground: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: HashMap<String, Style>,
    lists: HashMap<String, ListStyle>,
    /// How headings are numbered.
    pub(super) outline: ListStyle,
    /// Have some pages a ground of their own?
    pub(super) has_ground: bool,
}

impl Styles {
    /// Adds the styles that lie in the part with this `root`.
    pub(super) fn add(&mut self, root: Node<'_, '_>) {
        let groups = ["styles", "automatic-styles"].into_iter().filter_map(|group| child(root, group));
        for style in groups.flat_map(|group| group.children()).filter(Node::is_element) {
            let named = attribute(style, "name").unwrap_or_default();
            match name(style) {
                "style" => {
                    self.by_name.insert(named.to_owned(), read(style));
                }
                "default-style" if attribute(style, "family") == Some("paragraph") => {
                    self.by_name.insert(String::new(), read(style));
                }
                "list-style" => {
                    self.lists.insert(named.to_owned(), ListStyle::read(style));
                }
                "page-layout" => {
                    let mut about = style.children().filter_map(|node| attribute(node, "background-color"));
                    self.has_ground |= about.any(is_ground);
                }
                "outline-style" => self.outline = ListStyle::read(style),
                _ => {}
            }
        }
    }

    /// The list style called `name`.
    pub(super) fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }

    /// What the style called `name` gives.
    pub(super) fn given(&self, name: &str) -> Given {
        let mut chain = Vec::new();
        let (mut at, mut is_caption) = (Some(name), false);
        while let Some(style) =
            at.filter(|_| chain.len() < LONGEST_CHAIN).and_then(|name| self.by_name.get(name))
        {
            is_caption |= at == Some(CAPTION);
            chain.push(style);
            at = style.parent.as_deref();
        }
        chain.extend(self.by_name.get(""));
        let first =
            |said: fn(&Style) -> Option<bool>| chain.iter().find_map(|style| said(style)).unwrap_or(false);
        Given {
            hides: first(|style| style.hides),
            strikes: first(|style| style.strikes),
            is_caption,
            before: first(|style| style.before),
            after: first(|style| style.after),
            contextual: first(|style| style.contextual),
            white: first(|style| style.white),
            tiny: first(|style| style.tiny),
            ground: first(|style| style.ground),
        }
    }
}

fn read(style: Node<'_, '_>) -> Style {
    let paragraph = child(style, "paragraph-properties");
    let said = |name| paragraph.and_then(|node| attribute(node, name));
    let room = |name| said(name).map(|room| room.starts_with(|c: char| c.is_ascii_digit()) && has_room(room));
    let texts = || children(style, "text-properties");
    Style {
        parent: attribute(style, "parent-style-name").map(str::to_owned),
        strikes: texts().find_map(strikes),
        hides: texts().find_map(|node| attribute(node, "display")).map(|display| display == "none"),
        before: room("margin-top"),
        after: room("margin-bottom"),
        contextual: said("contextual-spacing").map(|said| said == "true"),
        white: texts().find_map(|node| attribute(node, "color")).map(|color| color == WHITE),
        tiny: texts().find_map(|node| attribute(node, "font-size")).and_then(is_tiny),
        ground: paragraph
            .into_iter()
            .chain(texts())
            .find_map(|node| attribute(node, "background-color"))
            .map(is_ground),
    }
}

const WHITE: &str = "#ffffff";

fn is_ground(color: &str) -> bool {
    color != "transparent" && color != WHITE
}

/// Letters of so many points are too small for any eye; a size in parts of another says nothing.
const SMALLEST: f64 = 1.6;

fn is_tiny(size: &str) -> Option<bool> {
    size.strip_suffix("pt")?.parse::<f64>().ok().map(|size| size < SMALLEST)
}

/// "none" is written where a style takes back what another says.
fn strikes(looks: Node<'_, '_>) -> Option<bool> {
    let lines = ["text-line-through-type", "text-line-through-style"].map(|line| attribute(looks, line));
    lines.into_iter().flatten().next().map(|line| line != "none")
}

fn has_room(room: &str) -> bool {
    room.chars().any(|c| ('1'..='9').contains(&c))
}
