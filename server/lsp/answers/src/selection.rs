//! Widening a selection: word, sentence, paragraph, section, item, document.

use rules::danish::sentences::sentences;
use rules::danish::words::words;
use rules::text::{TextRange, TextSize, size};
use snapshot::document::Snapshot;
use snapshot::structure::trimmed;
use tower_lsp::ls_types::{Position, SelectionRange};

/// Answers with the row of selections around each of `positions`.
pub fn ranges(snapshot: &Snapshot, positions: &[Position]) -> Vec<SelectionRange> {
    positions.iter().map(|&position| around(snapshot, snapshot.offset(position))).collect()
}

fn around(snapshot: &Snapshot, at: TextSize) -> SelectionRange {
    let mut widest_first = places(snapshot, at);
    widest_first.dedup();
    let mut chain = None;
    for place in widest_first {
        chain = Some(SelectionRange { range: snapshot.range(place), parent: chain.map(Box::new) });
    }
    chain.unwrap_or(SelectionRange { range: snapshot.range(TextRange::empty(at)), parent: None })
}

/// Everything that `at` lies in, each within the one before it.
fn places(snapshot: &Snapshot, at: TextSize) -> Vec<TextRange> {
    let text = snapshot.text();
    let mut places = vec![TextRange::up_to(size(text))];
    let mut narrow = |place: TextRange| {
        if place.contains_inclusive(at) && places.last().is_some_and(|outer| outer.contains_range(place)) {
            places.push(place);
        }
    };
    let Some(placed) = snapshot.document.minutes().items().find(|placed| placed.range().contains(at)) else {
        return places;
    };
    narrow(trimmed(text, placed.range()));
    for section in &placed.item.sections {
        let place = TextRange::new(section.heading.start(), section.body.end()) + placed.start;
        narrow(trimmed(text, place));
    }
    let mut start = placed.start;
    for block in placed.blocks {
        let paragraph = block.words() + start;
        start += block.len;
        if paragraph.contains_inclusive(at) {
            narrow(paragraph);
            for sentence in sentences(&text[paragraph]) {
                narrow(sentence + paragraph.start());
            }
            for word in words(&text[paragraph]) {
                narrow(word.range + paragraph.start());
            }
        }
    }
    places
}
