//! What the words of a line are besides a title or a label.

use std::ops::Range;

use super::{LONGEST_LABEL, Label, TitleId, Vocabulary, Word};
use crate::named::NamedForm;
use crate::numbered::{Numbered, numbered};
use crate::place_line::PlaceLine;

impl Vocabulary {
    /// The title that stands before a colon at the start of `line`, with text behind it: "Sagsfremstilling: Bussen …".
    pub fn run_in(&self, line: &str) -> Option<TitleId> {
        let line = line.trim_start_matches(['*', '_']);
        let start = &line.as_bytes()[..line.len().min(LONGEST_LABEL)];
        if !self.may_know(line) {
            return None;
        }
        let at = memchr::memchr(b':', start)?;
        let behind = line[at + 1..].contains(char::is_alphanumeric);
        match self.word(line[..at].trim_end_matches(['*', '_'])) {
            Some(Word::Section(id)) if behind && self.title_of(id).kind.tells_the_case() => Some(id),
            _ => None,
        }
    }

    /// Makes `pattern`, "Sag {number} ~ {title}", a form that headings of items have.
    pub fn add_form(&mut self, pattern: &str) {
        if let Some(form) = NamedForm::new(pattern).filter(|form| !self.forms.contains(form)) {
            self.forms.push(form);
        }
    }

    /// Makes `pattern`, "Mødet holdes i {place}", a form that the line of the place has; one that begins with a known label is read
    /// without it.
    pub fn add_place_line(&mut self, pattern: &str) {
        let is_label = pattern.ends_with('}') && matches!(self.label(pattern), Some((Label::Place, _)));
        let form = PlaceLine::new(pattern).filter(|form| !is_label && !self.place_lines.contains(form));
        self.place_lines.extend(form);
    }

    /// The place in `line`, which is of a form that a style names.
    pub fn named_place<'l>(&self, line: &'l str) -> Option<&'l str> {
        self.place_lines.iter().find_map(|form| form.place(line))
    }

    /// Takes apart `line`, whose words begin at byte `start`, by a form that a style names or one that is known.
    pub fn numbered(&self, line: &str, start: usize) -> Option<Numbered> {
        self.forms.iter().find_map(|form| form.numbered(line, start)).or_else(|| numbered(line, start))
    }

    /// Where the title stands in `words`, which are a heading without a number in a form that a style names.
    pub(crate) fn named_title(&self, words: &str) -> Option<Range<usize>> {
        self.forms.iter().find_map(|form| form.title(words))
    }
}
