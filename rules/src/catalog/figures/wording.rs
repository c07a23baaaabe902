//! The words that tell what a figure is: `figures.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data;

/// The lists; all words are in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    totals: Vec<String>,
    not_totals: Vec<String>,
    of_which: Vec<String>,
    pub(super) total_leads: Vec<String>,
    divided: Vec<String>,
    unsure: Vec<String>,
    pub(super) change_leads: Vec<String>,
}

/// The lists that are part of the program.
pub(super) fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("figures"));
    &WORDING
}

impl Wording {
    /// Does `label`, in small letters, name a row or column that adds up others?
    pub(super) fn is_total(&self, label: &str) -> bool {
        let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = |word: &String| {
            label.strip_prefix(&**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let ends = |word: &String| label.strip_suffix(&**word).is_some_and(|rest| rest.ends_with(' '));
        let total = self.totals.iter().any(begins) || self.totals[..2].iter().any(ends);
        total && !self.not_totals.iter().any(|part| label.contains(&**part))
    }

    /// Does `label`, in small letters, name a part of the row above?
    pub(super) fn is_of_which(&self, label: &str) -> bool {
        self.of_which.iter().any(|word| label.starts_with(&**word))
    }

    /// Does `words`, in small letters, say that the parts named are all there is?
    pub(super) fn divides(&self, words: &str) -> bool {
        self.divided.iter().any(|phrase| words.contains(&**phrase))
    }

    /// Do figures in this sentence, in small letters, not need to add up?
    pub(super) fn is_unsure(&self, sentence: &str) -> bool {
        self.unsure.iter().any(|part| sentence.contains(&**part))
    }
}

/// Does `before`, in small letters, end in one of `leads` as whole words?
pub(super) fn ends_in(before: &str, leads: &[String]) -> bool {
    let before = before.trim_end();
    leads
        .iter()
        .any(|lead| before.strip_suffix(&**lead).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}
