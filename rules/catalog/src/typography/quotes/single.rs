//! "’Vi skal handle nu.": a single mark that opens somebody's words and is never closed.
//!
//! The same sign is the apostrophe ("Lars’ forslag", "’68"), so it opens only behind a space and before a capital, is certain
//! to do so only behind a colon, and closes wherever it may. Where any other sign could be its partner nothing is said.

use lint::{Findings, PartView, Severity};
use text::edit::Edit;
use text::needle::Needle;
use text::{is_space, range};

use super::Note;

/// Looks for the mark that opens and has no partner to the end of the part.
pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    static MARK: Needle = Needle::new("’");
    let mut last = None;
    for at in MARK.find_iter(view.text) {
        if opens(view.text, at) {
            last = Some(at);
        }
    }
    let Some(at) = last else { return };
    let end = at + '’'.len_utf8();
    let partner = view.text[end..].contains(['’', '\'', '‘', '´', '`', '”', '"', '“', '«', '»']);
    let place = range(at, end);
    let Some(line) = view.line_of(place).filter(|_| !partner && !view.is_opaque(place)) else { return };
    let announced = view.text[..at].trim_end_matches(is_space).ends_with(':');
    let severity = if announced { Severity::Error } else { Severity::Warning };
    findings.report(place, super::NEVER_ENDS).at_most(severity).unsafe_fix(
        Note::new("Indsæt ’ sidst i afsnittet".to_owned(), "Insert ’ at the end of the paragraph".to_owned()),
        Edit::insert(line.end(), "’"),
    );
}

/// Does the mark at byte `at` stand behind a word or a colon, and before a word with a capital that others follow?
fn opens(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let lead = before.trim_end_matches(is_space);
    let rest = &text[at + '’'.len_utf8()..];
    let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let goes_on = rest[word.len()..].starts_with(' ');
    lead.len() < before.len()
        && lead.ends_with(|c: char| c.is_alphanumeric() || c == ':')
        && word.starts_with(char::is_uppercase)
        && goes_on
}
