//! A word with the words around it, as far as single spaces are all that stands between.

use crate::spelling::unknown_word::begins_sentence;
use lint::PartView;
use text::{TextRange, TextSize, is_space};

/// A run of letters or digits with those around it.
pub(super) struct Place<'v, 'a> {
    pub(super) view: &'v PartView<'a>,
    runs: &'v [TextRange],
    at: usize,
}

impl<'v, 'a> Place<'v, 'a> {
    /// The run of that number in `view`.
    pub(super) fn new(view: &'v PartView<'a>, at: usize) -> Self {
        Self { view, runs: view.runs(), at }
    }

    /// The run `by` places away.
    pub(super) fn run(&self, by: isize) -> Option<TextRange> {
        let to = self.at.checked_add_signed(by)?;
        let between = self.runs.get(self.at.min(to)..=self.at.max(to))?;
        let joined = between.windows(2).all(|pair| {
            let mut gap = self.view.text[TextRange::new(pair[0].end(), pair[1].start())].chars();
            gap.next().is_some_and(is_space) && gap.next().is_none()
        });
        joined.then(|| self.runs[to])
    }

    /// The words of the run `by` places away; empty if there is none.
    pub(super) fn text(&self, by: isize) -> &'a str {
        self.run(by).map_or("", |run| &self.view.text[run])
    }

    /// The next run, if it begins with a small letter.
    pub(super) fn next_word(&self) -> Option<&'a str> {
        let next = self.runs.get(self.at + 1)?;
        // Most runs after a number are numbers, and their first byte says so.
        let small = matches!(self.view.text.as_bytes()[usize::from(next.start())], b'a'..=b'z' | 0xc3);
        small.then(|| self.text(1)).filter(|next| next.starts_with(char::is_lowercase))
    }

    /// From this run to the one `by` places after it.
    pub(super) fn to(&self, by: usize) -> TextRange {
        self.runs[self.at].cover(self.runs[self.at + by])
    }

    /// Where "0-2" begins, when this run is "2".
    pub(super) fn start_of_range(&self) -> TextSize {
        let start = self.runs[self.at].start();
        let Some(former) = self.at.checked_sub(1).map(|at| self.runs[at]) else { return start };
        let hyphen = &self.view.text[TextRange::new(former.end(), start)] == "-";
        let digits = self.view.text[former].bytes().all(|byte| byte.is_ascii_digit());
        if hyphen && digits { former.start() } else { start }
    }

    /// Does this run begin a sentence or a line?
    pub(super) fn begins_sentence(&self) -> bool {
        self.begins_sentence_at(0)
    }

    /// Does a sentence begin with the word that stands `offset` words from here?
    pub(super) fn begins_sentence_at(&self, offset: isize) -> bool {
        let Some(run) = self.run(offset) else { return false };
        let before = self.view.text[..run.start().into()].trim_end_matches(is_space);
        let first = self.view.line_of(run).is_some_and(|line| line.start() == run.start())
            && begins_sentence(self.view, run);
        first || before.ends_with(['.', '!', '?']) && before.len() < usize::from(run.start())
    }

    /// Does no hyphen or other sign make `found` part of something longer?
    pub(super) fn is_free(&self, found: TextRange) -> bool {
        let sign = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '‑' | '/' | '_' | '@' | '\'' | '’'));
        let before = self.view.char_before(found.start().into());
        !sign(before) && !matches!(before, Some('.' | ',')) && !sign(self.view.char_after(found.end().into()))
    }
}
