//! The titles that a document can mean: those of its house, those it uses, and the long ones everybody understands.

use rustc_hash::FxHashMap;

use super::House;
use crate::minutes::{Item, Minutes, NearHeading};
use crate::syntax::{SectionKind, TitleId, Vocabulary};
use crate::text::is_space;

/// What the lines of one document may be meant to be.
#[derive(Debug)]
pub struct KnownTitles<'v> {
    /// As the document writes them, or else the style.
    names: FxHashMap<TitleId, &'v str>,
    /// Does the style say nothing against the titles of other houses?
    open: bool,
    vocabulary: &'v Vocabulary,
}

/// A title that neither the style nor the document has is believed from so many letters on.
const COMMON: usize = 9;

impl<'v> KnownTitles<'v> {
    /// What the lines of `minutes`, whose text is `text`, may be meant to be.
    pub fn new(text: &'v str, minutes: &Minutes, house: &House, vocabulary: &'v Vocabulary) -> Self {
        let mut names: FxHashMap<TitleId, &str> = FxHashMap::default();
        for &id in house.sections.iter().flat_map(|section| &section.titles) {
            names.insert(id, &vocabulary.title_of(id).name);
        }
        let open = names.len() <= 1;
        for placed in minutes.items() {
            for section in &placed.item.sections {
                if let Some(id) = section.title {
                    names.insert(id, &text[section.heading + placed.start]);
                }
            }
        }
        Self { names, open, vocabulary }
    }

    /// The title that `near` is meant to be, when the document knows one and `item` does not have it already.
    pub fn meant(&self, item: &Item, near: &NearHeading) -> Option<TitleId> {
        let known = |&(id, edits): &(TitleId, u8)| {
            let common =
                || self.open && edits == 1 && self.vocabulary.title_of(id).name.chars().count() >= COMMON;
            self.names.contains_key(&id) || common()
        };
        let decides = |id: TitleId| self.vocabulary.title_of(id).kind == SectionKind::Decision;
        let there = |id: TitleId| item.sections.iter().any(|section| section.title == Some(id));
        // Of several the nearest; several bodies may decide in one item.
        let meant = near
            .titles
            .iter()
            .filter(|title| known(title))
            .min_by_key(|(id, edits)| (*edits, !self.names.contains_key(id)));
        meant.map(|(id, _)| *id).filter(|&id| decides(id) || !there(id))
    }

    /// How the document writes `title`, in capitals where `line` is.
    pub fn spelling(&self, title: TitleId, line: &str) -> String {
        let name = self.names.get(&title).copied().unwrap_or(&self.vocabulary.title_of(title).name);
        let name = name.trim_end_matches(|c| c == ':' || c == '.' || is_space(c));
        if line.chars().any(char::is_lowercase) { name.to_owned() } else { name.to_uppercase() }
    }
}
