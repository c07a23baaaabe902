//! The sentences that hold figures: only these are looked for, so that text without figures costs nothing.

use danish::sentences::sentences;
use lint::PartView;
use text::TextRange;

/// The sentences of `view` that hold at least `least` of `places`, which are in order, in lines that hold at least
/// `in_line`; each with the numbers of those.
/// Headings, tables, quotations and lists of attachments are passed over.
pub(super) fn holding(
    view: &PartView<'_>,
    places: &[TextRange],
    in_line: usize,
    least: usize,
) -> Vec<(TextRange, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < places.len() {
        let line = view.line_at(places[at]);
        let of_line = places[at..].iter().take_while(|place| line.contains_range(**place)).count().max(1);
        if of_line >= in_line && view.is_prose(places[at]) {
            for sentence in sentences(&view.text[line]) {
                let sentence = sentence + line.start();
                let from =
                    at + places[at..at + of_line].partition_point(|place| place.start() < sentence.start());
                let to =
                    at + places[at..at + of_line].partition_point(|place| place.start() < sentence.end());
                if to - from >= least {
                    found.push((sentence, from..to));
                }
            }
        }
        at += of_line;
    }
    found
}
