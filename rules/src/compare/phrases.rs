//! The words by which two texts are compared.

use std::sync::LazyLock;

use serde::Deserialize;

/// The words of `compared.toml`, in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) otherwise: Vec<String>,
    pub(super) qualifying: Vec<String>,
    pub(super) agreeing: Vec<String>,
    pub(super) deciding: Vec<String>,
    pub(super) agreeing_verbs: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) yes: Vec<String>,
    pub(super) bodies: Vec<String>,
    pub(super) limiting: Vec<String>,
    pub(super) following: Vec<String>,
    pub(super) recommending: Vec<String>,
    pub(super) asking: Vec<String>,
    pub(super) moving: Vec<String>,
    pub(super) voting: Vec<String>,
    pub(super) alike: Vec<Vec<String>>,
    pub(super) numbers: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("compared"));
