//! Numbers that are somebody's own, as rules find them; those that have the form of a personal one are the document's secrets.

use crate::document::Document;
use crate::lint::{Diagnostic, Severity};
use crate::privacy::{HIDDEN, Verdict, stands_for_digit, weighed};
use crate::text::TextRange;
use crate::text::edit::Edit;

/// Where they stand in `document`, in order and apart. What is something else stays in an address too, which a copy must not break.
pub(super) fn numbers(document: &Document) -> Vec<TextRange> {
    let weighed = weighed(document.text(), &|_| false).into_iter();
    let others: Vec<TextRange> =
        weighed.filter(|(_, verdict)| *verdict == Verdict::Another).map(|(number, _)| number.range).collect();
    let touches = |one: TextRange, other: TextRange| one.start() < other.end() && other.start() < one.end();
    let mut all = document.secrets().ranges();
    all.retain(|range| !others.iter().any(|other| touches(*range, *other)));
    all.extend(found(document));
    all.sort_by_key(|range| range.start());
    all.dedup_by(|next, former| {
        let touches = next.start() < former.end();
        if touches {
            *former = former.cover(*next);
        }
        touches
    });
    all
}

/// Those that the rules of `document` find. A telephone number that may be that of an office is left, and so are letters: an
/// address is for a person to look at.
fn found(document: &Document) -> Vec<TextRange> {
    let is_number = |found: &&Diagnostic| match found.rule.name {
        "privacy/contact" => {
            found.severity <= Severity::Warning && !document.text()[found.range].contains('@')
        }
        _ => true,
    };
    document.diagnostics().iter().filter(is_number).map(|found| found.range).collect()
}

/// The digits at `range` of `text`, hidden one by one.
pub(super) fn hidden(text: &str, range: TextRange) -> Edit {
    let start = usize::from(range.start());
    let is_digit = |at: usize, c: char| c.is_numeric() || stands_for_digit(text, start + at, c);
    let hide = |(at, c): (usize, char)| if is_digit(at, c) { HIDDEN } else { c };
    Edit::replace(range, text[range].char_indices().map(hide).collect::<String>())
}
