//! Titles that are misspelt, alone in a line or before a body and a day.

use super::body::decision_heading;
use super::kind::TitleId;
use super::vocabulary::Vocabulary;
use text::{TextSize, is_space};

impl Vocabulary {
    /// The titles that `line` is but for a letter or two, and the bytes of the misspelt words; "Beslutnig i Byrådet
    /// den 4. april 2022" is misspelt in its first word.
    pub fn near_titles(&self, line: &str) -> Option<(TextSize, Vec<(TitleId, u8)>)> {
        let bare = line.trim_end_matches(|c| c == ':' || is_space(c));
        let titles = self.near.find(bare);
        if !titles.is_empty() {
            return Some((TextSize::of(bare), titles));
        }
        let (first, rest) = bare.split_once(is_space)?;
        let decision = "Beslutning";
        if first.len().abs_diff(decision.len()) > 1 || !rest.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let own = self.title(decision)?;
        let titles: Vec<_> = self.near.find(first).into_iter().filter(|(id, _)| *id == own).collect();
        let dated =
            || decision_heading(&format!("{decision} {rest}"), self).is_some_and(|h| h.date.is_some());
        (!titles.is_empty() && dated()).then(|| (TextSize::of(first), titles))
    }
}
