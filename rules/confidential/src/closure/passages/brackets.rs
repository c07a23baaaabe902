//! Passages in brackets that say that what follows in them is closed: "(fortroligt: hun er syg)", over several lines too.

use super::Finder;
use crate::closed_signs::is_told_in_brackets;
use crate::closure::Line;
use syntax::Class;
use text::{TextRange, is_space, range};

impl Finder<'_, '_> {
    /// Is `bracket` all of its line, no sentence, and does an item follow, so that it may head that one?
    fn may_head(&self, at: usize, bracket: &str) -> bool {
        let is_sentence = bracket.trim_end_matches([')', ']']).ends_with('.');
        let next = self.lines[at + 1..].iter().find(|line| !line.is_silent());
        bracket.len() == self.lines[at].words.len()
            && !is_sentence
            && next.is_some_and(|next| next.heads.is_some())
    }

    /// The brackets on line `at` that say that what follows in them is closed, with the space before them.
    pub(super) fn brackets(&self, at: usize) -> Vec<TextRange> {
        let line = &self.lines[at];
        let start = usize::from(line.place().start());
        let words = line.words;
        if line.block.class == Class::Code
            || line.heads.is_some()
            || !line.says.is_possible
            || !words.contains(['(', '['])
        {
            return Vec::new();
        }
        let mut brackets: Vec<TextRange> = Vec::new();
        let mut from = 0;
        while let Some(open) = words[from..].find(['(', '[']).map(|open| from + open) {
            let close = closing(&words[open..]).map(|close| open + close);
            from = open + 1;
            let Some(close) = close.filter(|close| is_told_in_brackets(&words[open + 1..*close])) else {
                continue;
            };
            let before = words[..open].trim_end_matches(is_space).len();
            let behind = words[close + 1..].chars().next();
            if self.may_head(at, &words[open..=close]) {
                continue;
            }
            let is_joined = before == 0 || behind.is_some_and(char::is_alphanumeric);
            brackets.push(range(start + if is_joined { open } else { before }, start + close + 1));
            from = close + 1;
        }
        brackets
    }

    /// "(Lukket:" at the end of line `at`, which is closed by a bracket on one of the next lines: all of it, with the space before
    /// it, and the line on which it ends.
    pub(super) fn long_bracket(&self, at: usize) -> Option<(TextRange, usize)> {
        /// A bracket goes over no more lines.
        const MOST_LINES: usize = 12;
        let line = &self.lines[at];
        if line.heads.is_some() || line.block.class == Class::Code || !line.says.may_be {
            return None;
        }
        let words = line.words;
        let open = words.rfind(['(', '[']).filter(|open| closing(&words[*open..]).is_none())?;
        let start = usize::from(line.place().start());
        let goes_on = |line: &&Line<'_>| {
            line.heads.is_none() && !matches!(line.block.class, Class::Section(_) | Class::Decision)
        };
        let below = self.lines[at + 1..].iter().take(MOST_LINES).take_while(goes_on);
        let (last, end) = below.enumerate().find_map(|(below, next)| {
            let written = &self.text[start + open..usize::from(next.place().end())];
            closing(written).map(|close| (at + 1 + below, start + open + close))
        })?;
        let inner = self.text[start + open + 1..end].replace(['\n', '\r'], " ");
        let from = words[..open].trim_end_matches(is_space).len();
        is_told_in_brackets(&inner).then(|| (range(start + from, end + 1), last))
    }
}

/// Where the bracket that `words` begin with is closed.
fn closing(words: &str) -> Option<usize> {
    let (open, close) = if words.starts_with('(') { ('(', ')') } else { ('[', ']') };
    let mut depth = 0;
    words.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == open) - i32::from(c == close);
        (depth == 0).then_some(at)
    })
}
