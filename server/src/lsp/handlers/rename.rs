//! Renaming through the document: the number of an item or a point with all references, a committee, a person.

use rules::danish::letters;
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, range, size, trim};
use tower_lsp::ls_types::{PrepareRenameResponse, RenameParams, WorkspaceEdit};

use crate::lsp::document::Snapshot;
use crate::lsp::edits::workspace_edit;
use crate::lsp::occurrences::{self, Target};

/// What is renamed: the words at the cursor, and all places that change with them.
struct Renaming {
    here: TextRange,
    places: Vec<TextRange>,
    target: Option<Target>,
}

/// Answers with the words that can be renamed at the cursor.
pub(crate) fn prepare(snapshot: &Snapshot, at: TextSize) -> Option<PrepareRenameResponse> {
    let renaming = at_cursor(snapshot, at)?;
    Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: snapshot.range(renaming.here),
        placeholder: snapshot.text()[renaming.here].to_owned(),
    })
}

/// Answers with the edits that rename, or with why it cannot be done.
pub(crate) fn rename(snapshot: &Snapshot, params: RenameParams) -> Result<Option<WorkspaceEdit>, String> {
    let at = snapshot.offset(params.text_document_position.position);
    let Some(renaming) = at_cursor(snapshot, at) else { return Ok(None) };
    let new = params.new_name.trim();
    let lang = snapshot.session.lang;
    if new.is_empty() || new.contains(['\n', '\r']) {
        return Err(lang.pick("Skriv det nye navn på én linje", "Write the new name on one line").to_owned());
    }
    if let Some(target) = &renaming.target {
        let Ok(number) = new.parse::<u32>() else {
            return Err(lang.pick("Skriv et tal", "Write a number").to_owned());
        };
        if is_taken(snapshot, target, number) {
            return Err(lang.pick(
                format!("Nummer {number} er allerede i brug"),
                format!("Number {number} is already in use"),
            ));
        }
    }
    let edits: Vec<Edit> = renaming.places.iter().map(|&place| Edit::replace(place, new)).collect();
    Ok(Some(workspace_edit(snapshot, &edits)))
}

fn at_cursor(snapshot: &Snapshot, at: TextSize) -> Option<Renaming> {
    number(snapshot, at).or_else(|| name(snapshot, at))
}

/// The number of an item or a point, with all places that name it alone.
fn number(snapshot: &Snapshot, at: TextSize) -> Option<Renaming> {
    let here = occurrences::at(&snapshot.document, at);
    let [one] = &here[..] else { return None };
    let number = one.number.filter(|number| number.contains_inclusive(at))?;
    if !matches!(one.target, Target::Item(_) | Target::Point(..)) {
        return None;
    }
    let all = occurrences::of(&snapshot.document, &one.target);
    let mut places: Vec<TextRange> = all.iter().filter_map(|occurrence| occurrence.number).collect();
    places.sort_by_key(|place| place.start());
    places.dedup();
    Some(Renaming { here: number, places, target: Some(one.target.clone()) })
}

/// Has another item or point this number?
fn is_taken(snapshot: &Snapshot, target: &Target, number: u32) -> bool {
    let mut items = snapshot.document.minutes().items();
    match *target {
        Target::Item(i) => items
            .enumerate()
            .any(|(at, placed)| at != i && placed.item.number.map(|(n, _)| n) == Some(number)),
        Target::Point(i, recommendation, index) => items
            .nth(i)
            .and_then(|placed| placed.item.recommendations().nth(recommendation))
            .is_some_and(|list| {
                list.points.iter().any(|p| p.index != index && p.number.map(|(n, _)| n) == Some(number))
            }),
        Target::Attachment(..) | Target::Abbreviation(_) => false,
    }
}

/// The committee or a person named in the head, with all places that name it.
fn name(snapshot: &Snapshot, at: TextSize) -> Option<Renaming> {
    let text = snapshot.text();
    let head = snapshot.document.minutes().head();
    let committee = head.committee.map(|place| &text[place]);
    let people = head.participants.iter().chain(&head.absent).flat_map(|&line| text[line].split([',', ';']));
    let people = people.map(|name| trim(name.split('(').next().unwrap_or(name)));
    for name in committee.into_iter().chain(people).filter(|name| name.len() > 2) {
        let places = places_of(text, name);
        if let Some(&here) = places.iter().find(|place| place.contains_inclusive(at)) {
            return Some(Renaming { here, places, target: None });
        }
    }
    None
}

/// Where `name` stands as words of its own, with or without the "s" of the genitive.
fn places_of(text: &str, name: &str) -> Vec<TextRange> {
    let mut places = Vec::new();
    for (at, _) in text.match_indices(name) {
        let end = at + name.len();
        let genitive = text[end..].starts_with('s') && letters::border_after(text, size(&text[..end + 1]));
        if letters::border_before(text, size(&text[..at]))
            && (genitive || letters::border_after(text, size(&text[..end])))
        {
            places.push(range(at, end));
        }
    }
    places
}
