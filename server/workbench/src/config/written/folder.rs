//! `[folder]`: what the files of a folder are compared for.

use serde::Deserialize;

/// What the files of a folder are compared for; each is looked at where it is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct Folder {
    /// Item numbers that run through the year skip or repeat.
    pub(crate) running_number: Option<bool>,
    /// A case that was to be taken up again is on no later agenda.
    pub(crate) taken_up_again: Option<bool>,
    /// The next meeting does not approve the minutes.
    pub(crate) approved_minutes: Option<bool>,
    /// One committee is written in two ways.
    pub(crate) committee_name: Option<bool>,
}

impl Folder {
    /// The rules that are asked for, and those that are not to run.
    pub(crate) fn rules(self) -> impl Iterator<Item = (&'static str, bool)> {
        let rules = [
            ("folder/running-number", self.running_number),
            ("folder/taken-up-again", self.taken_up_again),
            ("folder/approved-minutes", self.approved_minutes),
            ("folder/committee-name", self.committee_name),
        ];
        rules.into_iter().filter_map(|(rule, asked)| Some((rule, asked?)))
    }
}
