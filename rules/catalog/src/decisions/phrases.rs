//! What rules of decisions look for: `decision_words.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

/// The lists; all words are in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) letter_leads: Vec<String>,
    pub(super) agreed: Vec<String>,
    pub(super) unanimous: Vec<String>,
    pub(super) not_opposed: Vec<String>,
    pub(super) other_votes: Vec<String>,
    pub(super) other_motions: Vec<String>,
    pub(super) majorities: Vec<String>,
    pub(super) required: Vec<String>,
    pub(super) required_of: Vec<String>,
    pub(super) rival_motions: Vec<String>,
    pub(super) cast_leads: Vec<String>,
    pub(super) cast_behind: Vec<String>,
    pub(super) tie_breaks: Vec<String>,
    pub(super) adding: Vec<String>,
    pub(super) new: Vec<String>,
    pub(super) points: Vec<String>,
    pub(super) more_recommended: Vec<String>,
    pub(super) alternatives: Vec<String>,
    pub(super) choices: Vec<String>,
}

/// The lists that are part of the program.
pub(super) fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| data::read("decision_words"));
    &PHRASES
}
