//! What says that something is closed, as `closed.toml` has it: one list, which the outline, the rules and the copies read.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `data/closed.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Closed {
    pub(crate) headings: Headings,
    pub(crate) signs: Signs,
    pub(crate) phrases: Phrases,
    pub(crate) items: Items,
}

/// What closes an item by its heading or by a line below it, and what heads a closed part of the meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Headings {
    pub(crate) parts: Vec<Box<str>>,
    pub(crate) lines: Vec<Box<str>>,
    pub(crate) brackets: Vec<Box<str>>,
    pub(crate) before: Vec<Box<str>>,
    pub(crate) behind: Vec<Box<str>>,
    pub(crate) titles: Vec<Box<str>>,
}

/// Lines that speak of closed matter as a heading or a mark does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signs {
    pub(crate) stems: Vec<String>,
    pub(crate) bracketed: Vec<String>,
    pub(crate) reasons: Vec<String>,
    pub(crate) phrases: Vec<String>,
    pub(crate) first: Vec<String>,
    pub(crate) last: Vec<String>,
    pub(crate) pictures: Vec<String>,
    pub(crate) subjects: Vec<String>,
    pub(crate) told: Vec<String>,
    pub(crate) opposite: Vec<String>,
    pub(crate) attachments: Vec<String>,
    pub(crate) of_items: Vec<String>,
    pub(crate) shut: Vec<String>,
    pub(crate) treated: Vec<String>,
    pub(crate) opening: Vec<String>,
    pub(crate) said: Vec<String>,
    pub(crate) about: Vec<String>,
    pub(crate) anywhere: Vec<String>,
    pub(crate) denied: Vec<String>,
    pub(crate) general: Vec<String>,
    pub(crate) starting: Vec<String>,
    pub(crate) ending: Vec<String>,
    pub(crate) confidential: Vec<String>,
    pub(crate) services: Vec<String>,
    pub(crate) own_matter: Vec<String>,
    pub(crate) letters: Vec<String>,
    pub(crate) spelt: Vec<String>,
    pub(crate) of_people: Vec<String>,
    pub(crate) headings: Vec<String>,
    pub(crate) topics: Vec<String>,
    pub(crate) none: Vec<String>,
    pub(crate) days: Vec<String>,
    pub(crate) of_document: Vec<String>,
    pub(crate) counts: Vec<String>,
    pub(crate) open_columns: Vec<String>,
    pub(crate) closed_columns: Vec<String>,
    pub(crate) begins: Vec<String>,
    pub(crate) before_text: Vec<String>,
    pub(crate) done: Vec<String>,
    pub(crate) spaced: Vec<String>,
}

/// The words of meetings, by what they do in a phrase.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    pub(crate) closed: FxHashSet<String>,
    pub(crate) not: FxHashSet<String>,
    pub(crate) no: FxHashSet<String>,
    pub(crate) denying: FxHashSet<String>,
    pub(crate) public: FxHashSet<String>,
    pub(crate) only: FxHashSet<String>,
    pub(crate) groups: FxHashSet<String>,
    pub(crate) open: FxHashSet<String>,
    pub(crate) items: FxHashSet<String>,
    pub(crate) own: FxHashSet<String>,
    pub(crate) meetings: FxHashSet<String>,
    pub(crate) shutting: FxHashSet<String>,
    pub(crate) behind: FxHashSet<String>,
    pub(crate) single: FxHashSet<String>,
    pub(crate) closing: FxHashSet<String>,
    pub(crate) laws: Vec<Law>,
    pub(crate) access: FxHashSet<String>,
    pub(crate) limited: FxHashSet<String>,
    pub(crate) boxes: Vec<char>,
    pub(crate) following: FxHashSet<String>,
    pub(crate) reopening: FxHashSet<String>,
    pub(crate) joining: FxHashSet<String>,
    pub(crate) shortened: FxHashSet<String>,
    pub(crate) small: FxHashSet<String>,
}

/// An act that says what is confidential.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Law {
    pub(crate) names: Vec<String>,
    /// The sections of it that do.
    pub(crate) paragraphs: Vec<String>,
}

/// What the lines under a closed item say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Items {
    pub(crate) silent: Vec<String>,
    pub(crate) released: Vec<String>,
    pub(crate) attending: Vec<String>,
    pub(crate) absent: Vec<String>,
    pub(crate) voting: Vec<String>,
    pub(crate) formula: FxHashSet<String>,
    pub(crate) people: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) firms: Vec<String>,
    pub(crate) before_people: Vec<String>,
    pub(crate) verbs: FxHashSet<String>,
    pub(crate) money: FxHashSet<String>,
    pub(crate) reopening: Vec<String>,
    pub(crate) signing: FxHashSet<String>,
    pub(crate) family_ends: Vec<String>,
    pub(crate) file_ends: Vec<String>,
    pub(crate) before_names: FxHashSet<String>,
    pub(crate) common_hosts: Vec<String>,
    pub(crate) dissent: FxHashSet<String>,
}

/// The list, read once.
pub(crate) fn closed() -> &'static Closed {
    static CLOSED: LazyLock<Closed> = LazyLock::new(|| super::read("closed"));
    &CLOSED
}
