//! A number glued to the words before it, where the contents or its heading ends on the line of the first item.

use std::ops::Range;

use super::{NumberForm, Numbered, digits, digits_first};
use crate::title::{self, begins_title};
use text::is_space;

/// "3. Eventuelt1. Orientering om havnen": the last line of the contents and the first item in one.
pub(super) fn behind_entry(line: &str, entry: &Numbered) -> Option<Numbered> {
    let at = glued_number(line, entry.title.clone())?;
    let own = digits_first(line, at, entry.title.end, None)?;
    (own.numbering.form == NumberForm::Stop && own.numbering.value <= entry.numbering.value)
        .then_some(Numbered { glued: true, ..own })
}

/// "Indholdsfortegnelse1. Fraværende".
pub(super) fn behind_heading(line: &str, start: usize, end: usize) -> Option<Numbered> {
    if !title::heads_contents(&line[start..end]) {
        return None;
    }
    let at = glued_number(line, start..end)?;
    Some(Numbered { glued: true, ..digits_first(line, at, end, None)? })
}

/// Where a number stands behind a small letter in `within`, before a stop and a capital.
fn glued_number(line: &str, within: Range<usize>) -> Option<usize> {
    let words = &line[within.clone()];
    let at = words.find(|c: char| c.is_ascii_digit())?;
    let before = words[..at].chars().next_back()?;
    let rest = &words[at + digits(&words[at..])..];
    let title = rest.strip_prefix('.')?.trim_start_matches(is_space);
    let short = digits(&words[at..]) <= 3;
    (short && (before.is_lowercase() || before == '?') && begins_title(title)).then_some(within.start + at)
}
