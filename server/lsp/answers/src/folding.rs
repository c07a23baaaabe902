//! What can be folded away: items, sections, lists of points, the table of contents.

use rules::minutes::Content;
use rules::text::TextRange;
use snapshot::document::Snapshot;
use snapshot::structure::trimmed;
use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind};

/// Answers with everything that spans more than a line.
pub fn ranges(snapshot: &Snapshot) -> Vec<FoldingRange> {
    let (text, minutes) = (snapshot.text(), snapshot.document.minutes());
    let mut folds = Vec::new();
    let mut fold = |place: TextRange| folds.extend(one(snapshot, trimmed(text, place)));
    let head = minutes.head();
    if let (Some(heading), Some(last)) = (head.contents_heading, head.contents.last()) {
        fold(heading.cover(last.line));
    }
    for placed in minutes.items() {
        let (item, start) = (placed.item, placed.start);
        fold(TextRange::new(item.heading.start(), item.len) + start);
        for section in &item.sections {
            fold(TextRange::new(section.heading.start(), section.body.end()) + start);
            if let Content::Recommendation(recommendation) = &section.content
                && let [first, .., last] = &recommendation.points[..]
            {
                fold(first.text.cover(last.text) + start);
            }
        }
    }
    // An item without a title that has one section is that section.
    folds.dedup();
    folds
}

fn one(snapshot: &Snapshot, place: TextRange) -> Option<FoldingRange> {
    let range = snapshot.range(place);
    let whole_lines = snapshot.session.client.whole_line_folds;
    (range.start.line < range.end.line).then(|| FoldingRange {
        start_line: range.start.line,
        end_line: range.end.line,
        start_character: None,
        end_character: (!whole_lines).then_some(range.end.character),
        kind: Some(FoldingRangeKind::Region),
        collapsed_text: None,
    })
}
