//! The words that tell what a date is for: `deadlines.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;
use danish::sentences::sentences;
use lint::PartView;
use text::TextRange;

/// The lists; all words are in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) deadlines: Vec<String>,
    pub(super) later: Vec<String>,
    pub(super) past: Vec<String>,
    pub(super) which: Vec<String>,
    pub(super) must: Vec<String>,
    pub(super) joining: Vec<String>,
    pub(super) behind: Vec<String>,
    pub(super) moved: Vec<String>,
    pub(super) councils: Vec<String>,
    pub(super) weekday_bodies: Vec<String>,
    pub(super) joints: Vec<String>,
    pub(super) spans: Vec<String>,
    pub(super) running: Vec<String>,
    pub(super) days: Vec<String>,
    pub(super) ahead: Vec<String>,
    pub(super) coming: Vec<String>,
    pub(super) starting: Vec<String>,
    pub(super) short: Vec<String>,
    pub(super) extended: Vec<String>,
    pub(super) asked: Vec<String>,
    pub(super) begin_labels: Vec<String>,
    pub(super) end_labels: Vec<String>,
    pub(super) time_labels: Vec<String>,
    pub(super) meeting_begins: Vec<String>,
    pub(super) before_meeting: Vec<String>,
}

/// The lists that are part of the program.
pub(super) fn cues() -> &'static Cues {
    static CUES: LazyLock<Cues> = LazyLock::new(|| data::read("deadlines"));
    &CUES
}

/// Does `words` hold one of `parts`?
pub(super) fn holds(words: &str, parts: &[String]) -> bool {
    parts.iter().any(|part| words.contains(&**part))
}

/// Does `before` end in one of `cues`, as whole words?
pub(super) fn ends_in(before: &str, cues: &[String]) -> bool {
    let before =
        before.trim_end().trim_end_matches(':').trim_end_matches(" d.").trim_end_matches(" den").trim_end();
    cues.iter()
        .any(|cue| before.strip_suffix(&**cue).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// The sentence of `view` that holds `range`, with its words in small letters before `range`, and all of them.
pub(super) fn sentence(view: &PartView<'_>, range: TextRange) -> (String, String) {
    let line = view.line_at(range);
    let sentence = sentences(&view.text[line])
        .map(|sentence| sentence + line.start())
        .find(|sentence| sentence.contains_range(range));
    let sentence = sentence.unwrap_or(line);
    let before = TextRange::new(sentence.start(), range.start());
    let words = small(&view.text[sentence]);
    (words[..usize::from(before.len())].to_owned(), words)
}
