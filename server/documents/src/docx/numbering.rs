//! Lists: which paragraph has which number, as Word counts.
//!
//! Lists that are made from one template go on counting where the last one stopped, unless they say where to start. A
//! paragraph of one level starts the deeper ones again.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use flow::Fault;
use flow::numerals::Numerals;
use flow::xml::{attribute, child, children, parse, value};

/// Word has nine levels.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    numerals: Numerals,
    /// "%1.%2)": each number stands for that level's.
    pattern: String,
    start: u32,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
    /// The level whose paragraphs start this one again; 0 is none.
    restart: Option<usize>,
    is_bullet: bool,
    /// All numbers as 1, 2, 3?
    is_legal: bool,
}

impl Level {
    fn read(node: Node<'_, '_>) -> Self {
        let format = value(node, "numFmt").unwrap_or("decimal");
        Self {
            numerals: numerals(format),
            pattern: value(node, "lvlText").unwrap_or_default().to_owned(),
            start: value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
            style: value(node, "pStyle").map(str::to_owned),
            restart: value(node, "lvlRestart").and_then(|level| level.parse().ok()),
            is_bullet: format == "bullet",
            is_legal: child(node, "isLgl").is_some(),
        }
    }
}

fn numerals(format: &str) -> Numerals {
    match format {
        "decimalZero" => Numerals::Zero,
        "ordinal" => Numerals::Ordinal,
        "lowerLetter" => Numerals::Letter,
        "upperLetter" => Numerals::Capital,
        "lowerRoman" => Numerals::Roman,
        "upperRoman" => Numerals::RomanCapital,
        "none" | "bullet" => Numerals::None,
        _ => Numerals::Decimal,
    }
}

/// A template of lists.
#[derive(Debug, Default)]
struct Template {
    levels: HashMap<usize, Level>,
    /// The style of lists that this is the template of.
    is_style: Option<String>,
    /// The style of lists whose template holds instead.
    as_style: Option<String>,
}

/// A list made from a template.
#[derive(Debug, Default)]
struct List {
    template: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    templates: HashMap<String, Template>,
    lists: HashMap<u32, List>,
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    started: HashSet<(u32, usize)>,
}

impl Numbering {
    /// Reads the part with the lists.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let document = parse(text, "word/numbering.xml")?;
        let mut new = Self::default();
        for node in children(document.root_element(), "abstractNum") {
            let template = Template {
                levels: children(node, "lvl").filter_map(level).collect(),
                is_style: value(node, "styleLink").map(str::to_owned),
                as_style: value(node, "numStyleLink").map(str::to_owned),
            };
            new.templates.insert(attribute(node, "abstractNumId").unwrap_or_default().to_owned(), template);
        }
        for node in children(document.root_element(), "num") {
            let Some(id) = attribute(node, "numId").and_then(|id| id.parse().ok()) else { continue };
            let list = new.list(node);
            new.lists.insert(id, list);
        }
        Ok(new)
    }

    fn list(&self, node: Node<'_, '_>) -> List {
        let mut list =
            List { template: value(node, "abstractNumId").unwrap_or_default().to_owned(), ..List::default() };
        let style = self.templates.get(&list.template).and_then(|template| template.as_style.as_deref());
        if let Some(style) = style {
            let named = self.templates.iter().find(|(_, other)| other.is_style.as_deref() == Some(style));
            list.template = named.map_or(list.template, |(id, _)| id.clone());
        }
        for node in children(node, "lvlOverride") {
            let Some(at) = attribute(node, "ilvl").and_then(|at| at.parse().ok()) else { continue };
            if let Some(start) = value(node, "startOverride").and_then(|start| start.parse().ok()) {
                list.starts.insert(at, start);
            }
            list.levels.extend(child(node, "lvl").and_then(level));
        }
        list
    }

    /// The level of the list `id` that paragraphs of the style `style` are of.
    pub(super) fn level_of_style(&self, id: u32, style: &str) -> Option<u8> {
        let list = self.lists.get(&id)?;
        let levels = &self.templates.get(&list.template)?.levels;
        let found = levels.iter().find(|(_, level)| level.style.as_deref() == Some(style))?;
        u8::try_from(*found.0).ok()
    }

    /// Counts a paragraph of level `at` of the list `id`, and says what stands before it: "1.", "b)", "•". A list that
    /// the document does not define gives none.
    pub(super) fn next(&mut self, id: u32, at: u8) -> Option<String> {
        let at = usize::from(at).min(LEVELS - 1);
        let list = self.lists.get(&id)?;
        let template = self.templates.get(&list.template)?;
        let level = |n: usize| list.levels.get(&n).or(template.levels.get(&n));
        let own = level(at)?;
        let counted = self.counted.entry(list.template.clone()).or_default();
        let first = list.starts.get(&at).filter(|_| self.started.insert((id, at)));
        counted[at] = Some(match (first, counted[at]) {
            (Some(start), _) => *start,
            (None, Some(n)) => n.saturating_add(1),
            (None, None) => own.start,
        });
        for (n, deeper) in counted.iter_mut().enumerate().skip(at + 1) {
            let restart = level(n).and_then(|level| level.restart);
            // "Restart after level 1" is not done by a paragraph of level 2.
            if restart.is_none_or(|after| at < after) {
                *deeper = None;
            }
        }
        if own.is_bullet {
            return Some(bullet(&own.pattern));
        }
        let mut written = own.pattern.clone();
        for (n, count) in counted.iter().enumerate() {
            let Some(other) = level(n).filter(|_| written.contains('%')) else { continue };
            let numerals = if own.is_legal { Numerals::Decimal } else { other.numerals };
            let number = numerals.write(count.unwrap_or(other.start));
            written = written.replace(&format!("%{}", n + 1), &number);
        }
        Some(written.trim().to_owned())
    }
}

fn level(node: Node<'_, '_>) -> Option<(usize, Level)> {
    Some((attribute(node, "ilvl")?.parse().ok()?, Level::read(node)))
}

/// The bullet as text has it: the signs of symbol fonts have no meaning outside them.
fn bullet(pattern: &str) -> String {
    match pattern.trim() {
        dash @ ("-" | "–") => dash.to_owned(),
        "" => String::new(),
        _ => "•".to_owned(),
    }
}
