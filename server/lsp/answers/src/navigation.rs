//! Going from a reference to what it names and back, and showing all places at once.

use rules::text::TextSize;
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Occurrence, Target};
use tower_lsp::ls_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, GotoDefinitionParams,
    GotoDefinitionResponse, LinkedEditingRangeParams, LinkedEditingRanges, Location, ReferenceParams,
};

use super::rename::is_range;

/// Answers with the places where what stands at the cursor is defined.
pub fn definition(snapshot: &Snapshot, params: GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    let at = snapshot.offset(params.text_document_position_params.position);
    let places: Vec<Location> = all(snapshot, at)
        .iter()
        .filter(|occurrence| occurrence.defines)
        .map(|occurrence| location(snapshot, occurrence))
        .collect();
    (!places.is_empty()).then_some(GotoDefinitionResponse::Array(places))
}

/// Answers with the places that refer to what stands at the cursor.
pub fn references(snapshot: &Snapshot, params: ReferenceParams) -> Option<Vec<Location>> {
    let at = snapshot.offset(params.text_document_position.position);
    let with_definition = params.context.include_declaration;
    let places: Vec<Location> = all(snapshot, at)
        .iter()
        .filter(|occurrence| with_definition || !occurrence.defines)
        .map(|occurrence| location(snapshot, occurrence))
        .collect();
    (!places.is_empty()).then_some(places)
}

/// Answers with what is to be marked while the cursor stands where it does.
pub fn highlight(snapshot: &Snapshot, params: DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
    let at = snapshot.offset(params.text_document_position_params.position);
    let marks: Vec<DocumentHighlight> = all(snapshot, at)
        .iter()
        .map(|occurrence| DocumentHighlight {
            range: snapshot.range(occurrence.place),
            kind: Some(if occurrence.defines {
                DocumentHighlightKind::WRITE
            } else {
                DocumentHighlightKind::READ
            }),
        })
        .collect();
    (!marks.is_empty()).then_some(marks)
}

/// Answers with the numbers that are the same number, to be typed all at once.
pub fn linked(snapshot: &Snapshot, params: LinkedEditingRangeParams) -> Option<LinkedEditingRanges> {
    let at = snapshot.offset(params.text_document_position_params.position);
    let here = occurrences::at(&snapshot.document, at);
    let [one] = &here[..] else { return None };
    // Whoever corrects one reference means another item, and not another number of this one.
    if !one.defines {
        return None;
    }
    let number = one.number.filter(|number| number.contains_inclusive(at))?;
    let same = &snapshot.text()[number];
    let places = occurrences::of(&snapshot.document, &one.target);
    // What a rename refuses is not done here unseen.
    if places.iter().any(|place| !place.defines && (place.number.is_none() || is_range(snapshot, place))) {
        return None;
    }
    // What a rename asks about first is not done here unseen either.
    if !occurrences::doubtful(&snapshot.document, &one.target).is_empty() {
        return None;
    }
    if let Target::Point(i, _, own) = one.target
        && occurrences::unread(&snapshot.document, i, &[own]).is_some()
    {
        return None;
    }
    let ranges: Vec<_> = places
        .iter()
        .filter_map(|occurrence| occurrence.number)
        .filter(|&number| &snapshot.text()[number] == same)
        .map(|number| snapshot.range(number))
        .collect();
    let pattern = match same {
        _ if same.starts_with(char::is_alphabetic) => "[A-Za-z]+",
        _ if same.contains('.') => "[0-9.]+",
        _ => "[0-9]+",
    };
    (ranges.len() > 1).then(|| LinkedEditingRanges { ranges, word_pattern: Some(pattern.to_owned()) })
}

/// Every occurrence of what stands at `at`.
fn all(snapshot: &Snapshot, at: TextSize) -> Vec<Occurrence> {
    let mut all: Vec<Occurrence> = occurrences::likely_at(&snapshot.document, at)
        .iter()
        .flat_map(|occurrence| occurrences::likely_of(&snapshot.document, &occurrence.target))
        .collect();
    all.sort_by_key(|occurrence| (occurrence.place.start(), !occurrence.defines));
    all.dedup_by_key(|occurrence| occurrence.place);
    all
}

fn location(snapshot: &Snapshot, occurrence: &Occurrence) -> Location {
    Location::new(snapshot.uri.clone(), snapshot.range(occurrence.place))
}
