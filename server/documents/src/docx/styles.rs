//! What a style gives a paragraph: its number, its rank as a heading, the room around it, whether it is shown.

use std::collections::HashMap;

use roxmltree::Node;

use flow::Fault;
use flow::xml::{attribute, child, children, name, parse, value};

/// A style is built on another, which is built on another; more than this is a circle.
const LONGEST_CHAIN: usize = 16;

/// What a paragraph is given, by itself or by its style. `None` is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// The list.
    pub(super) list: Option<u32>,
    /// The level in the list, from 0.
    pub(super) level: Option<u8>,
    /// The rank as a heading, from 0; 9 is none.
    pub(super) rank: Option<u8>,
    /// Room before it, in twentieths of a point.
    pub(super) before: Option<i32>,
    /// Room after it.
    pub(super) after: Option<i32>,
    /// No room between two of its own style?
    pub(super) contextual: Option<bool>,
    /// Does it begin a new page?
    pub(super) breaks: Option<bool>,
    /// Hidden?
    pub(super) hidden: Option<bool>,
    /// Struck through?
    pub(super) struck: Option<bool>,
    /// Is its ground filled?
    pub(super) shaded: Option<bool>,
}

impl Given {
    /// Reads the properties of a paragraph and of its words.
    pub(super) fn read(paragraph: Option<Node<'_, '_>>, words: Option<Node<'_, '_>>) -> Self {
        let number = |node, name| value(node, name).and_then(|value| value.parse().ok());
        let list = paragraph.and_then(|node| child(node, "numPr"));
        let room = paragraph.and_then(|node| child(node, "spacing"));
        let room = |name| room.and_then(|node| attribute(node, name)).and_then(|value| value.parse().ok());
        // "Auto" is the room that web pages have.
        let auto = |name| (room_is_auto(paragraph, name)).then_some(280);
        Self {
            list: list.and_then(|node| number(node, "numId")),
            level: list.and_then(|node| value(node, "ilvl")).and_then(|value| value.parse().ok()),
            rank: paragraph.and_then(|node| value(node, "outlineLvl")).and_then(|value| value.parse().ok()),
            before: auto("beforeAutospacing").or(room("before")),
            after: auto("afterAutospacing").or(room("after")),
            breaks: paragraph.and_then(|node| switch(node, "pageBreakBefore")),
            contextual: paragraph.and_then(|node| switch(node, "contextualSpacing")),
            hidden: words.and_then(|node| switch(node, "vanish")),
            struck: words.and_then(struck),
            shaded: paragraph.filter(|node| child(*node, "shd").is_some()).map(is_shaded),
        }
    }

    /// What is not said here is as `other` says.
    fn or(self, other: &Self) -> Self {
        Self {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            rank: self.rank.or(other.rank),
            before: self.before.or(other.before),
            after: self.after.or(other.after),
            breaks: self.breaks.or(other.breaks),
            contextual: self.contextual.or(other.contextual),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            shaded: self.shaded.or(other.shaded),
        }
    }
}

fn room_is_auto(paragraph: Option<Node<'_, '_>>, name: &str) -> bool {
    let room = paragraph.and_then(|node| child(node, "spacing"));
    room.and_then(|node| attribute(node, name)).is_some_and(is_on)
}

/// Is the property `name` switched on, off, or not named?
pub(super) fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    child(node, name).map(|child| attribute(child, "val").is_none_or(is_on))
}

/// Do the properties `looks` of words say that these are struck through, once or twice?
pub(super) fn struck(looks: Node<'_, '_>) -> Option<bool> {
    let lines = ["strike", "dstrike"].map(|line| switch(looks, line));
    if lines.contains(&Some(true)) { Some(true) } else { lines[0].or(lines[1]) }
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

/// Do the properties in `about` fill the ground with anything but white?
pub(super) fn is_shaded(about: Node<'_, '_>) -> bool {
    child(about, "shd").is_some_and(|ground| {
        let is_white = |fill: &str| fill == "auto" || fill.eq_ignore_ascii_case(WHITE);
        let is_plain = attribute(ground, "val").is_none_or(|how| matches!(how, "clear" | "nil"));
        !is_plain || attribute(ground, "fill").is_some_and(|fill| !is_white(fill))
    })
}

/// The colour of the page, and of letters that nobody sees on it.
pub(super) const WHITE: &str = "ffffff";

/// One style.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    given: Given,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    /// What holds where no style says otherwise.
    defaults: Given,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let document = parse(text, "word/styles.xml")?;
        let root = document.root_element();
        let mut new = Self::default();
        if let Some(defaults) = child(root, "docDefaults") {
            let paragraph = child(defaults, "pPrDefault").and_then(|node| child(node, "pPr"));
            new.defaults = Given::read(paragraph, None);
        }
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let style = Style {
                name: value(node, "name").unwrap_or_default().to_lowercase(),
                based_on: value(node, "basedOn").map(str::to_owned),
                given: Given::read(child(node, "pPr"), child(node, "rPr")),
            };
            let is_usual = attribute(node, "default").is_some_and(is_on);
            if is_usual && attribute(node, "type") == Some("paragraph") {
                new.usual = Some(id.to_owned());
            }
            new.by_id.insert(id.to_owned(), style);
        }
        Ok(new)
    }

    /// What a paragraph of the style `id` is given, by what it says of itself and by its style.
    pub(super) fn given(&self, id: Option<&str>, own: Given) -> Given {
        let mut given = own;
        let mut at = id.or(self.usual.as_deref());
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = at.and_then(|id| self.by_id.get(id)) else { break };
            given = given.or(&style.given);
            given.rank = given.rank.or(rank_of(&style.name));
            at = style.based_on.as_deref();
        }
        given.or(&self.defaults)
    }

    /// Does the style `id` hide words?
    pub(super) fn hides(&self, id: &str) -> bool {
        let style = |id: &str| self.by_id.get(id);
        style(id).and_then(|style| style.given.hidden).unwrap_or(false)
    }

    /// Are the words of `run` struck through, where those of its paragraph are or are not?
    pub(super) fn strikes(&self, run: Node<'_, '_>, by_paragraph: bool) -> bool {
        let looks = child(run, "rPr");
        let style = looks.and_then(|node| value(node, "rStyle")).and_then(|id| self.by_id.get(id));
        let by_style = || style.and_then(|style| style.given.struck);
        looks.and_then(struck).or_else(by_style).unwrap_or(by_paragraph)
    }

    /// The same, of a run whose paragraph nobody has looked at.
    pub(super) fn strikes_in_place(&self, run: Node<'_, '_>) -> bool {
        let paragraph = run.ancestors().find(|outer| outer.is_element() && name(*outer) == "p");
        let properties = paragraph.and_then(|paragraph| child(paragraph, "pPr"));
        let style = properties.and_then(|node| value(node, "pStyle"));
        self.strikes(run, self.given(style, Given::default()).struck == Some(true))
    }

    /// Is `id` the style of what tables and pictures are called?
    pub(super) fn is_caption(&self, id: &str) -> bool {
        let mut at = Some(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = at.and_then(|id| self.by_id.get(id)) else { return false };
            if matches!(style.name.as_str(), "caption" | "billedtekst") {
                return true;
            }
            at = style.based_on.as_deref();
        }
        false
    }

    /// Is `id` the style of the lines of a table of contents? Word writes the names of its own styles in English.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        let name = self.by_id.get(id).map_or("", |style| style.name.as_str());
        let number = name.strip_prefix("toc ").or(name.strip_prefix("indholdsfortegnelse "));
        number.or(name.strip_prefix("contents ")).is_some_and(|number| number.parse::<u8>().is_ok())
    }
}

/// "heading 2" and "overskrift 2" rank second.
fn rank_of(name: &str) -> Option<u8> {
    if name == "title" || name == "titel" {
        return Some(0);
    }
    let number = name.strip_prefix("heading ").or(name.strip_prefix("overskrift "))?;
    number.parse::<u8>().ok().and_then(|number| number.checked_sub(1)).filter(|rank| *rank < 9)
}
