//! Numbers that are somebody's own: those that rules find, and those that may be personal with nothing to say otherwise.

use crate::catalog::{Verdict, is_surely_another, weighed};
use crate::document::Document;
use crate::lint::{Diagnostic, Severity};
use crate::privacy::{HIDDEN, Secrets, cards, stands_for_digit};
use crate::text::TextRange;
use crate::text::edit::Edit;

/// Those that the rules of `document` find. A telephone number that may be that of an office is left, and so are letters: an
/// address is for a person to look at.
pub(super) fn found(document: &Document) -> Vec<TextRange> {
    let is_number = |found: &&Diagnostic| match found.rule.name {
        "privacy/contact" => {
            found.severity <= Severity::Warning && !document.text()[found.range].contains('@')
        }
        _ => true,
    };
    document.diagnostics().iter().filter(is_number).map(|found| found.range).collect()
}

/// Of a personal number.
const DIGITS: usize = 10;

/// Whatever a mask would hide in `text`, unless a word or a sign says surely that it is something else; and the numbers of
/// payment cards.
pub(super) fn suspected(text: &str) -> Vec<TextRange> {
    let by_form = weighed(text, &|_| false).into_iter();
    let by_form = by_form.filter(|(_, verdict)| *verdict != Verdict::Another).map(|(number, _)| number.range);
    let by_form = by_form.chain(cards(text));
    // A telephone number that is hidden stands beside a personal one, and goes with it.
    let is_phone = |range: TextRange| text[range].chars().filter(|c| c.is_numeric()).count() < DIGITS;
    let stays = |range: &TextRange| !is_phone(*range) && is_surely_another(text, *range);
    by_form.chain(grouped(text).filter(|range| !stays(range))).collect()
}

/// What of that form is left in `text`: it is something else by all that stands around it, and a person must look.
pub(super) fn left(text: &str) -> Vec<TextRange> {
    let by_form = weighed(text, &|_| false).into_iter().map(|(number, _)| number.range);
    let mut left: Vec<TextRange> = by_form.chain(grouped(text)).collect();
    left.sort_by_key(|range| range.start());
    left
}

/// Ten digits of `text` in other groups than six and four.
fn grouped(text: &str) -> impl Iterator<Item = TextRange> {
    let weighed = weighed(text, &|_| false);
    let overlaps = move |range: &TextRange| {
        let touches = |other: TextRange| range.start() < other.end() && other.start() < range.end();
        weighed.iter().any(|(number, _)| touches(number.range))
    };
    Secrets::of(text).ranges().into_iter().filter(move |range| !overlaps(range))
}

/// The digits at `range` of `text`, hidden one by one.
pub(super) fn hidden(text: &str, range: TextRange) -> Edit {
    let start = usize::from(range.start());
    let is_digit = |at: usize, c: char| c.is_numeric() || stands_for_digit(text, start + at, c);
    let hide = |(at, c): (usize, char)| if is_digit(at, c) { HIDDEN } else { c };
    Edit::replace(range, text[range].char_indices().map(hide).collect::<String>())
}
