//! The words of votes: `votes.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Which;

/// The lists, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    aye: Vec<String>,
    nay: Vec<String>,
    abstain: Vec<String>,
    aye_behind: Vec<String>,
    nay_behind: Vec<String>,
    abstain_behind: Vec<String>,
    pub(super) between: Vec<String>,
    pub(super) against: Vec<String>,
    pub(super) scores: Vec<String>,
    pub(super) numbers: Vec<String>,
    pub(super) reasons: Vec<String>,
    pub(super) unsure: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(crate) concluding: Vec<String>,
    pub(crate) concluded: Vec<String>,
    pub(super) carried: Vec<String>,
    pub(crate) fallen: Vec<String>,
    pub(super) everybody: Vec<String>,
    pub(super) unanimous: String,
    pub(super) majority: String,
    pub(super) minority: String,
    aye_verbs: Vec<String>,
    nay_verbs: Vec<String>,
    abstain_verbs: Vec<String>,
    pub(super) side_joints: Vec<String>,
}

/// The lists that are part of the program.
pub(crate) fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("votes"));
    &WORDING
}

impl Wording {
    /// The words that name a side before its list, in the order in which they are tried.
    pub(super) fn heads(&self) -> impl Iterator<Item = (&str, Which)> {
        [(&self.aye, Which::Aye), (&self.nay, Which::Nay), (&self.abstain, Which::Abstain)]
            .into_iter()
            .flat_map(|(words, which)| words.iter().map(move |word| (&**word, which)))
    }

    /// The verbs that name a side behind its members.
    pub(super) fn verbs(&self) -> impl Iterator<Item = (&str, Which)> {
        [(&self.aye_verbs, Which::Aye), (&self.nay_verbs, Which::Nay), (&self.abstain_verbs, Which::Abstain)]
            .into_iter()
            .flat_map(|(verbs, which)| verbs.iter().map(move |verb| (&**verb, which)))
    }

    /// The side that `word`, in small letters, names right behind a number.
    pub(super) fn behind(&self, word: &str) -> Option<Which> {
        let is = |words: &[String]| words.iter().any(|known| known == word);
        match () {
            () if is(&self.aye_behind) => Some(Which::Aye),
            () if is(&self.nay_behind) => Some(Which::Nay),
            () if is(&self.abstain_behind) => Some(Which::Abstain),
            () => None,
        }
    }
}
