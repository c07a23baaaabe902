//! What of a long line is read as the head, where a page became one line.

use super::Reader;
use super::document_word::document_word;
use syntax::numbered::numbers_within;
use syntax::says_meeting;
use text::lines::floor_boundary;
use text::{TextRange, range_of, trim};

impl Reader<'_> {
    /// The line that `words` are, or the beginning of a longer one: where line ends were lost, the first line may be all there
    /// is. Further down a long line is running text.
    pub(super) fn opening(&self, words: TextRange) -> Option<TextRange> {
        const LONGEST: usize = 250;
        let line = &self.text[words];
        if line.len() <= LONGEST {
            return Some(words);
        }
        let head = &self.head;
        if self.titled || head.stage.is_some() || head.date.is_some() {
            return None;
        }
        let first = numbers_within(line).into_iter().find(|own| own.value == 1 && own.heads_title());
        let end = first.map_or(LONGEST, |own| own.place.start).min(LONGEST);
        let opening = &line[..floor_boundary(line, end)];
        let names = document_word(opening).0.is_some() || says_meeting(opening);
        names.then(|| range_of(self.text, trim(opening)))
    }
}
