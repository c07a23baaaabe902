//! The titles that a document can mean: those of its house, those it uses, and the long ones everybody understands.

use super::House;
use minutes::{Item, Minutes, NearHeading};
use syntax::{SectionKind, TitleId, Vocabulary};
use text::is_space;

/// What the lines of one document may be meant to be.
#[derive(Debug)]
pub struct KnownTitles<'v> {
    /// By the number of the title: as the document writes it, or else the style; `None` for other titles.
    names: Vec<Option<&'v str>>,
    /// Does the style say nothing against the titles of other houses?
    open: bool,
    vocabulary: &'v Vocabulary,
}

/// A title that neither the style nor the document has is believed from so many letters on.
const COMMON: usize = 9;

impl<'v> KnownTitles<'v> {
    /// What the lines of `minutes`, whose text is `text`, may be meant to be.
    pub fn new(text: &'v str, minutes: &Minutes, house: &House, vocabulary: &'v Vocabulary) -> Self {
        let mut names: Vec<Option<&str>> = vec![None; vocabulary.titles().len()];
        for &id in house.sections.iter().flat_map(|section| &section.titles) {
            names[usize::from(id.0)] = Some(&vocabulary.title_of(id).name);
        }
        let open = names.iter().flatten().count() <= 1;
        for placed in minutes.items() {
            for section in &placed.item.sections {
                if let Some(id) = section.title {
                    names[usize::from(id.0)] = Some(&text[section.heading + placed.start]);
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
            self.name(id).is_some() || common()
        };
        let decides = |id: TitleId| self.vocabulary.title_of(id).kind == SectionKind::Decision;
        let there = |id: TitleId| item.sections.iter().any(|section| section.title == Some(id));
        // Of several the nearest; several bodies may decide in one item.
        let meant = near
            .titles
            .iter()
            .filter(|title| known(title))
            .min_by_key(|(id, edits)| (*edits, self.name(*id).is_none()));
        meant.map(|(id, _)| *id).filter(|&id| decides(id) || !there(id))
    }

    fn name(&self, id: TitleId) -> Option<&'v str> {
        self.names.get(usize::from(id.0)).copied().flatten()
    }

    /// How the document writes `title`, in capitals where `line` is.
    pub fn spelling(&self, title: TitleId, line: &str) -> String {
        let name = self.name(title).unwrap_or(&self.vocabulary.title_of(title).name);
        let name = name.trim_end_matches(|c| c == ':' || c == '.' || is_space(c));
        if line.chars().any(char::is_lowercase) { name.to_owned() } else { name.to_uppercase() }
    }
}
