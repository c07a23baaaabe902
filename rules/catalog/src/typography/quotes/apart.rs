//! A quotation with a space inside both its marks: "kaldte det ” ikke egnet ” til referat".

use lint::{Findings, PartView, Severity, Text};
use text::edit::Edit;
use text::{TextRange, range};

/// Tells of each line with two marks of one kind that stand between spaces, and no other mark.
pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    /// In words: a longer quotation may be two marks for "the same", far apart.
    const MOST_WORDS: usize = 12;
    let mut passed = 0;
    for at in memchr::memmem::find_iter(view.text.as_bytes(), " \u{201d} ") {
        let open = range(at + 1, at + 1 + '”'.len_utf8());
        if at < passed || view.line_of(open).is_none() {
            continue;
        }
        let line = view.line_at(open);
        passed = line.end().into();
        let Some(close) = partner(view, line, open) else { continue };
        let inner = view.text[TextRange::new(open.end(), close.start())].trim();
        let words = inner.split(' ').count();
        let whole = inner.starts_with(char::is_alphabetic) && inner.ends_with(char::is_alphabetic);
        if whole && words <= MOST_WORDS && view.is_running_text(open) && !view.is_opaque(open) {
            let note = Text {
                da: "Der står et mellemrum inde i citatet ved begge tegn",
                en: "A space stands inside the quotation at both marks",
            };
            let title = Text { da: "Slet de to mellemrum", en: "Delete the two spaces" };
            let edits = vec![Edit::delete(range(open.end().into(), usize::from(open.end()) + 1)), {
                Edit::delete(range(usize::from(close.start()) - 1, close.start().into()))
            }];
            findings.report(open, note).at_most(Severity::Warning).fix(
                title,
                lint::Applicability::Unsafe,
                edits,
            );
        }
    }
}

/// The mark that closes what `open` opens, where the line has these two marks alone.
fn partner(view: &PartView<'_>, line: TextRange, open: TextRange) -> Option<TextRange> {
    let sign = |c: char| matches!(c, '"' | '”' | '“' | '„' | '»' | '«');
    let marks: Vec<usize> = view.text[line].match_indices(sign).map(|(at, _)| at).collect();
    let [first, second] = marks[..] else { return None };
    let start = usize::from(line.start());
    let close = range(start + second, start + second + '”'.len_utf8());
    let apart = view.text[..close.start().into()].ends_with(' ')
        && view.text[close.end().into()..].starts_with([' ', '.', ',', '\n', '\r']);
    (start + first == usize::from(open.start())
        && view.text[close.start().into()..].starts_with('”')
        && apart)
        .then_some(close)
}
