//! The vocabulary as `vocabulary.toml` writes it.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Label, SectionKind};

#[derive(Deserialize)]
pub(super) struct RawVocabulary {
    pub(super) sections: FxHashMap<SectionKind, Vec<Box<str>>>,
    pub(super) history: FxHashMap<SectionKind, Vec<Box<str>>>,
    pub(super) supplements: Supplements,
    pub(super) contents: Titles,
    pub(super) parts: Parts,
    pub(super) furniture: Furniture,
    pub(super) marks: Marks,
    pub(super) labels: FxHashMap<Label, LabelNames>,
    pub(super) bodies: Bodies,
    pub(super) items: ItemWords,
}

/// The words before a title that make it that of a supplement.
#[derive(Deserialize)]
pub(super) struct Supplements {
    pub(super) before: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Titles {
    pub(super) titles: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Parts {
    pub(super) open: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Furniture {
    pub(super) lines: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Marks {
    pub(super) open: Vec<Box<str>>,
    pub(super) r#type: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct LabelNames {
    pub(super) names: Vec<Box<str>>,
    pub(super) bare: Vec<Box<str>>,
}

/// How the names of deciding bodies are written.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Bodies {
    pub(crate) endings: Vec<Box<str>>,
    pub(crate) beginnings: Vec<Box<str>>,
    pub(crate) small: Vec<Box<str>>,
    pub(crate) never: Vec<Box<str>>,
    pub(crate) stopped: Vec<Box<str>>,
    pub(crate) tails: Vec<Box<str>>,
    pub(crate) of_places: Vec<Box<str>>,
    pub(crate) no_places: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct ItemWords {
    pub(super) below: Vec<Box<str>>,
}
