//! Renaming through the document: the number of an item, a point or an attachment with all references to it, a
//! committee, a person, an abbreviation.

use std::collections::BTreeSet;

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize};
use tower_lsp::ls_types::{PrepareRenameResponse, RenameParams, WorkspaceEdit};

use crate::lsp::document::Snapshot;
use crate::lsp::edits::workspace_edit;
use crate::lsp::occurrences::{self, Occurrence, Target};

/// What is renamed: the words at the cursor, and what they name.
struct Renaming {
    here: TextRange,
    target: Target,
}

/// Answers with the words that can be renamed at the cursor.
pub(crate) fn prepare(snapshot: &Snapshot, at: TextSize) -> Option<PrepareRenameResponse> {
    let renaming = at_cursor(snapshot, at)?;
    let range = snapshot.range(renaming.here);
    if snapshot.document.secrets().touch(renaming.here) {
        // The editor has the words itself; a private number is not repeated.
        return Some(PrepareRenameResponse::Range(range));
    }
    let placeholder = snapshot.shown(renaming.here).into();
    Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
}

/// Answers with the edits that rename, or with why it cannot be done.
pub(crate) fn rename(snapshot: &Snapshot, params: RenameParams) -> Result<Option<WorkspaceEdit>, String> {
    let at = snapshot.offset(params.text_document_position.position);
    let Some(Renaming { here, target }) = at_cursor(snapshot, at) else { return Ok(None) };
    let new = params.new_name.trim();
    let lang = snapshot.session.lang;
    if new.is_empty() || new.contains(['\n', '\r']) {
        return Err(lang.pick("Skriv det nye navn på én linje", "Write the new name on one line").to_owned());
    }
    if matches!(target, Target::Name(_) | Target::Abbreviation(_)) {
        let places = occurrences::of(&snapshot.document, &target);
        let edits: Vec<Edit> = places.iter().map(|o| Edit::replace(o.place, new)).collect();
        return Ok(Some(workspace_edit(snapshot, &edits)));
    }
    let Ok(number) = new.parse::<u32>() else {
        return Err(lang.pick("Skriv et tal", "Write a number").to_owned());
    };
    let old = &snapshot.text()[here];
    let mut edits = renumbered(snapshot, &target, new)?;
    if let Some(other) = with_number(snapshot, &target, number) {
        edits.extend(renumbered(snapshot, &other, old)?);
    }
    Ok(Some(workspace_edit(snapshot, &edits.into_iter().collect::<Vec<_>>())))
}

/// The name, the abbreviation or the number at the cursor.
fn at_cursor(snapshot: &Snapshot, at: TextSize) -> Option<Renaming> {
    let document = &snapshot.document;
    let here = occurrences::at(document, at);
    let numbered = |o: &Occurrence| o.number.is_some_and(|number| number.contains_inclusive(at));
    let named = |o: &Occurrence| matches!(o.target, Target::Name(_) | Target::Abbreviation(_));
    let mut found: Vec<Occurrence> = here.into_iter().filter(|o| numbered(o) || named(o)).collect();
    if found.is_empty() {
        found.extend(occurrences::name_at(document, at));
    }
    let [one] = &found[..] else { return None };
    Some(Renaming { here: one.number.unwrap_or(one.place), target: one.target.clone() })
}

/// The edits that write `new` wherever the number of `target` stands, or where it is meant and not written.
fn renumbered(snapshot: &Snapshot, target: &Target, new: &str) -> Result<BTreeSet<Edit>, String> {
    let mut edits = BTreeSet::new();
    for occurrence in occurrences::of(&snapshot.document, target) {
        match occurrence.number {
            Some(_) if is_range(snapshot, &occurrence) => return Err(unwritten(snapshot, &occurrence)),
            Some(number) => drop(edits.insert(Edit::replace(number, new))),
            None if occurrence.defines => {}
            None => return Err(unwritten(snapshot, &occurrence)),
        }
    }
    Ok(edits)
}

/// Does the reference name all from one number to another? With another end it would name others.
pub(super) fn is_range(snapshot: &Snapshot, occurrence: &Occurrence) -> bool {
    let words = &snapshot.text()[occurrence.place];
    let numbers = &words[words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len())..];
    let named = matches!(occurrence.target, Target::Item(_)) && !occurrence.defines;
    named && (numbers.contains(['-', '\u{2011}', '–']) || numbers.contains("til"))
}

/// "Punkterne 4-6" means 5 and does not say so: no edit can follow a change of it.
fn unwritten(snapshot: &Snapshot, occurrence: &Occurrence) -> String {
    let words = &snapshot.text()[occurrence.place];
    let line = snapshot.position(occurrence.place.start()).line + 1;
    snapshot.session.lang.pick(
        format!("\"{words}\" i linje {line} mener også dette nummer uden at skrive det; skriv numrene hver for sig først"),
        format!("\"{words}\" on line {line} means this number too without writing it; write the numbers one by one first"),
    )
}

/// What of the same kind has `number` already; the two change places.
fn with_number(snapshot: &Snapshot, target: &Target, number: u32) -> Option<Target> {
    let mut items = snapshot.document.minutes().items();
    let other = match *target {
        Target::Item(_) => {
            Target::Item(items.position(|placed| placed.item.number.map(|(n, _)| n) == Some(number))?)
        }
        Target::Point(i, list, _) => {
            let recommendation = items.nth(i)?.item.recommendations().nth(list)?;
            let point = recommendation.points.iter().find(|p| p.number.map(|(n, _)| n) == Some(number))?;
            Target::Point(i, list, point.index)
        }
        Target::Attachment(i, _) => Target::Attachment(i, number),
        Target::Abbreviation(_) | Target::Name(_) => return None,
    };
    (other != *target).then_some(other)
}
