//! What is running text, and what is not: headings, labels, rows of tables, lists of attachments.
//!
//! Some forms are right in a table and wrong in a sentence. A line is taken for prose when it reads like a sentence;
//! only the line itself is looked at, because a table that lost its borders is just a row of short lines.

use super::view::PartView;
use syntax::SectionKind;
use text::{TextRange, is_space, range};

/// In bytes: so much of a line is looked at on each side.
const NEAR: usize = 1500;

/// A line with so many words is prose even without a full stop.
const LONG_LINE: usize = 14;

/// A line with fewer words is no sentence that anything can be said of.
const SHORT_LINE: usize = 6;

impl PartView<'_> {
    /// Does `range` lie in running text?
    pub fn is_running_text(&self, range: TextRange) -> bool {
        let line = &self.text[self.line_at(range)];
        let words = line.split(is_space).filter(|word| word.starts_with(char::is_alphabetic)).count();
        let stopped = line.trim_end_matches(is_space).ends_with(['.', '?', '!', ':', '”', '"', ')']);
        let sentence = words >= SHORT_LINE && (stopped || self.item.is_some() && words >= LONG_LINE);
        sentence && !line.contains(['\t', '|']) && !self.is_heading(range) && !self.lists_attachments(range)
    }

    /// Does `range` lie in the list of attachments, where names are given by others?
    pub fn lists_attachments(&self, range: TextRange) -> bool {
        let section = self.item.and_then(|item| item.section_at(range.start()));
        section.is_some_and(|own| own.kind == SectionKind::Attachments && own.body.contains_range(range))
    }

    /// The line that `at` begins in, without its end; of a very long one only the part around `at`.
    pub fn line_at(&self, at: TextRange) -> TextRange {
        let (from, to) = (usize::from(at.start()), usize::from(at.end()));
        let least = self.text.floor_char_boundary(from.saturating_sub(NEAR));
        let most = self.text.ceil_char_boundary((to + NEAR).min(self.text.len()));
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr2(b'\n', b'\r', &bytes[least..from]).map_or(least, |at| least + at + 1);
        let end = memchr::memchr2(b'\n', b'\r', &bytes[to..most]).map_or(most, |at| to + at);
        range(start, end)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Asked, Context, Frame, PartView};
    use house::Houses;
    use minutes::{Meeting, Stage};
    use text::range;

    fn is_running_text(text: &str, words: &str) -> bool {
        let frame = Frame {
            house: Houses::standard().general().clone(),
            markdown: false,
            names: std::sync::Arc::default(),
            options: std::sync::Arc::default(),
            dictionary: None,
        };
        let context = Context { frame, stage: Stage::Minutes, is_named: true, meeting: Meeting::default() };
        let at = text.find(words).expect("the words");
        PartView::new(text, None, &[], &Asked::new(&context)).is_running_text(range(at, at + words.len()))
    }

    #[test]
    fn a_sentence_is_running_text() {
        assert!(is_running_text(
            "Kort\n\nFristen er sat til 07/06/2022 efter aftale med ejeren.\n",
            "07/06/2022"
        ));
    }

    #[test]
    fn cells_labels_and_titles_are_none() {
        assert!(!is_running_text("Frist\n07/06/2022\nAnsvarlig\n", "07/06/2022"));
        assert!(!is_running_text("Frist for svar: 07/06/2022\n", "07/06/2022"));
        assert!(!is_running_text("Frist for at svare på høringen er\t07/06/2022.\n", "07/06/2022"));
        assert!(!is_running_text("Referat til mødet i Byrådet den 07/06/2022 i byrådssalen\n", "07/06/2022"));
    }
}
