//! How lists count.
//!
//! A list starts anew unless it says that it goes on: with the last list of its style, or with one it names.

use std::collections::HashMap;

use roxmltree::Node;

use flow::numerals::Numerals;
use flow::xml::{attribute, name};

/// LibreOffice has ten levels.
const LEVELS: usize = 10;

/// How far each level is counted.
pub(super) type Counted = [Option<u32>; LEVELS];

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    numerals: Numerals,
    before: String,
    after: String,
    /// "%1%.%2%)", where newer programs say it.
    pattern: Option<String>,
    bullet: Option<String>,
    start: u32,
    /// How many levels are shown, "1.2" being two.
    shown: usize,
}

/// A style of lists.
#[derive(Clone, Debug, Default)]
pub(super) struct ListStyle {
    levels: HashMap<usize, Level>,
}

impl ListStyle {
    /// Reads a list style or the numbers of headings.
    pub(super) fn read(style: Node<'_, '_>) -> Self {
        let mut new = Self::default();
        for node in style.children().filter(Node::is_element) {
            let number = attribute(node, "level").and_then(|level| level.parse::<usize>().ok());
            let Some(at) = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < LEVELS) else {
                continue;
            };
            let said = |name| attribute(node, name).unwrap_or_default().to_owned();
            let count = |name| attribute(node, name).and_then(|value| value.parse::<u32>().ok());
            let level = Level {
                numerals: numerals(attribute(node, "num-format").unwrap_or_default()),
                before: said("num-prefix"),
                after: said("num-suffix"),
                pattern: attribute(node, "num-list-format").map(str::to_owned),
                bullet: (name(node) == "list-level-style-bullet").then(|| said("bullet-char")),
                start: count("start-value").unwrap_or(1),
                shown: count("display-levels").unwrap_or(1) as usize,
            };
            new.levels.insert(at, level);
        }
        new
    }

    /// Counts a point of level `at`, which may say where to `start`, and says what stands before it.
    pub(super) fn next(&self, counted: &mut Counted, at: usize, start: Option<u32>) -> String {
        let at = at.min(LEVELS - 1);
        let Some(level) = self.levels.get(&at) else { return String::new() };
        let next = counted[at].map_or(level.start, |n| n.saturating_add(1));
        counted[at] = Some(start.unwrap_or(next));
        counted[at + 1..].fill(None);
        match &level.bullet {
            Some(bullet) => dash_or_bullet(bullet),
            None => self.number(level, counted, at),
        }
    }

    fn number(&self, level: &Level, counted: &Counted, at: usize) -> String {
        let written = |n: usize| {
            let other = self.levels.get(&n)?;
            Some(other.numerals.write(counted[n].unwrap_or(other.start)))
        };
        if let Some(pattern) = &level.pattern {
            let mut text = pattern.clone();
            for n in 0..=at {
                text = text.replace(&format!("%{}%", n + 1), &written(n).unwrap_or_default());
            }
            return text.trim().to_owned();
        }
        if level.numerals == Numerals::None {
            return format!("{}{}", level.before, level.after).trim().to_owned();
        }
        let first = (at + 1).saturating_sub(level.shown.max(1));
        let numbers: Vec<String> =
            (first..=at).filter_map(written).filter(|number| !number.is_empty()).collect();
        format!("{}{}{}", level.before, numbers.join("."), level.after).trim().to_owned()
    }
}

fn numerals(format: &str) -> Numerals {
    match format {
        "" => Numerals::None,
        "a" => Numerals::Letter,
        "A" => Numerals::Capital,
        "i" => Numerals::Roman,
        "I" => Numerals::RomanCapital,
        _ => Numerals::Decimal,
    }
}

fn dash_or_bullet(bullet: &str) -> String {
    match bullet.trim() {
        dash @ ("-" | "–") => dash.to_owned(),
        "" => String::new(),
        _ => "•".to_owned(),
    }
}
