//! The words around a number that tell whose it is, as `rules/data/lists/references.toml` has them.

use std::sync::LazyLock;

use serde::Deserialize;

/// `rules/data/lists/references.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) item_words: Vec<String>,
    pub(crate) number_words: Vec<String>,
    pub(crate) range_joints: Vec<String>,
    pub(crate) list_joints: Vec<String>,
    pub(crate) again: Vec<String>,
    pub(crate) units: Vec<String>,
    pub(crate) point_range_joints: Vec<String>,
    pub(crate) point_list_joints: Vec<String>,
    pub(crate) point_words: Vec<String>,
    pub(crate) ordinals: Vec<String>,
    pub(crate) ordinal_joints: Vec<String>,
    pub(crate) case_words: Vec<String>,
    pub(crate) case_leads: Vec<String>,
    pub(crate) idle: Vec<String>,
    pub(crate) joins: Vec<String>,
    pub(crate) today: Vec<String>,
    pub(crate) clauses: Vec<String>,
    pub(crate) likening: Vec<String>,
    pub(crate) parts_behind: Vec<String>,
    pub(crate) own_papers: Vec<String>,
    pub(crate) counted: Vec<String>,
    pub(crate) connectors: Vec<String>,
    pub(crate) placed: Vec<String>,
    pub(crate) listed: Vec<String>,
    pub(crate) between: Vec<String>,
    pub(crate) laws: Vec<String>,
    pub(crate) own_laws: Vec<String>,
    pub(crate) papers: Vec<String>,
    pub(crate) attached_papers: Vec<String>,
    pub(crate) other_meetings: Vec<String>,
    pub(crate) bodies: Vec<String>,
    pub(crate) own_bodies: Vec<String>,
    pub(crate) citing: Vec<String>,
    pub(crate) law_counts: Vec<String>,
    pub(crate) own_owners: Vec<String>,
    pub(crate) own_attachment_owners: Vec<String>,
    pub(crate) unsure_owners: Vec<String>,
    pub(crate) towards: Vec<String>,
}

pub(crate) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("references"));
