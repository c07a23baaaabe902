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
    let here = meant(snapshot, at).into_iter();
    let all = here.flat_map(|named| occurrences::of(&snapshot.document, &named.target)).collect();
    let places: Vec<Location> = sorted(all)
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
        && !occurrences::unread(&snapshot.document, i, &[own]).is_empty()
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

/// What stands at `at` for a reader.
fn meant(snapshot: &Snapshot, at: TextSize) -> Vec<Occurrence> {
    let here = occurrences::likely_at(&snapshot.document, at);
    // In a heading that names a body, the body is meant, but for the number.
    let on_number = |named: &Occurrence| named.number.is_some_and(|number| number.contains_inclusive(at));
    let word = || occurrences::word_at(&snapshot.document, at);
    let on_words = here.iter().all(|named| named.defines && !on_number(named));
    match on_words.then(word).flatten() {
        Some(word) => vec![word],
        None => here,
    }
}

/// Every occurrence of what stands at `at`: those that a rename changes and those that it asks about.
fn all(snapshot: &Snapshot, at: TextSize) -> Vec<Occurrence> {
    let mut here = meant(snapshot, at);
    if here.is_empty() {
        here = occurrences::doubtful_at(&snapshot.document, at);
    }
    let all = here.iter().flat_map(|named| occurrences::all_of(&snapshot.document, &named.target));
    sorted(all.collect())
}

/// `all` in the order of the text, each place once.
fn sorted(mut all: Vec<Occurrence>) -> Vec<Occurrence> {
    all.sort_by_key(|occurrence| (occurrence.place.start(), !occurrence.defines));
    all.dedup_by_key(|occurrence| occurrence.place);
    all
}

fn location(snapshot: &Snapshot, occurrence: &Occurrence) -> Location {
    Location::new(snapshot.uri.clone(), snapshot.range(occurrence.place))
}
