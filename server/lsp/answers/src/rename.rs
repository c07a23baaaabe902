//! Renaming through the document: the number of an item, a point or an attachment with all references to it, a
//! committee, a person, an abbreviation.

mod ranges;

use std::collections::BTreeSet;

use rules::facts::people::is_same;
use rules::privacy::Secrets;
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space};
use snapshot::document::Snapshot;
use snapshot::edits::{confirmed, lines};
use snapshot::occurrences::{self, Occurrence, Target};
use tower_lsp::ls_types::{PrepareRenameResponse, RenameParams, WorkspaceEdit};

use super::numbering::{PARTED, letter, number_like, order, with_place};
pub(super) use ranges::is_range;
use ranges::{Left, Moves, told};

/// What is renamed: the words at the cursor, and what they name.
struct Renaming {
    here: TextRange,
    target: Target,
}

/// Answers with the words that can be renamed at the cursor.
pub fn prepare(snapshot: &Snapshot, at: TextSize) -> Option<PrepareRenameResponse> {
    let renaming = at_cursor(snapshot, at)?;
    let range = snapshot.range(renaming.here);
    if snapshot.document.secrets().touch(renaming.here) {
        // The editor has the words itself; a private number is not repeated.
        return Some(PrepareRenameResponse::Range(range));
    }
    let placeholder = snapshot.shown(renaming.here).into();
    Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
}

/// Answers with the edits that rename, or with why it cannot be done; what is left, because it may mean something else and
/// the client cannot ask, is said by `warn`.
pub fn rename(
    snapshot: &Snapshot,
    params: RenameParams,
    warn: &dyn Fn(String),
) -> Result<Option<WorkspaceEdit>, String> {
    let at = snapshot.offset(params.text_document_position.position);
    let Some(Renaming { here, target }) = at_cursor(snapshot, at) else { return Ok(None) };
    let new = params.new_name.trim();
    let lang = snapshot.session.lang;
    if new.is_empty() || new.contains(['\n', '\r']) {
        return Err(lang.pick("Skriv det nye navn på én linje", "Write the new name on one line").to_owned());
    }
    if matches!(target, Target::Name(_) | Target::Abbreviation(_)) {
        name_fits(snapshot, &target, new)?;
        let places = occurrences::of(&snapshot.document, &target).into_iter();
        let as_typed = matches!(target, Target::Abbreviation(_));
        let words = |place: TextRange| match as_typed {
            true => new.to_owned(),
            false => occurrences::adapted(&snapshot.text()[place], new),
        };
        let edits: Vec<Edit> = places.map(|o| Edit::replace(o.place, words(o.place))).collect();
        let last = new.rsplit(' ').next().unwrap_or(new);
        let alone = match &target {
            Target::Name(name) => occurrences::surnames(&snapshot.document, name),
            _ => Vec::new(),
        };
        let alone: Vec<Edit> = alone
            .into_iter()
            .filter(|place| &snapshot.text()[*place] != last)
            .map(|place| Edit::replace(place, occurrences::shortened(&snapshot.text()[place], new)))
            .collect();
        return Ok(Some(with_doubts(snapshot, &edits, &alone, warn)));
    }
    if is_roman(snapshot, &target) {
        return Err(lang
            .pick(
                "Romertal følger ikke med; ret dem i hånden",
                "Roman numerals do not follow; change them by hand",
            )
            .to_owned());
    }
    // "25/3" of the items of a year, "2.1" of the attachments of an item.
    let new = match snapshot.text()[here].rsplit_once(PARTED) {
        Some((first, _)) => new.strip_prefix(first).and_then(|new| new.strip_prefix(PARTED)).unwrap_or(new),
        None => new,
    };
    let is_lettered = is_lettered(snapshot, &target);
    let number = new.parse::<u32>().ok().or_else(|| letter(new).filter(|_| is_lettered));
    let most = if is_lettered { 26 } else { 9999 };
    let Some(number) = number.filter(|number| (1..=most).contains(number)) else {
        let why = match is_lettered {
            true => lang.pick("Skriv et bogstav fra a til z", "Write a letter from a to z"),
            false => lang.pick("Skriv et tal fra 1 til 9999", "Write a number from 1 to 9999"),
        };
        return Err(why.to_owned());
    };
    let old = order(snapshot.text()[here].rsplit('.').next().unwrap_or_default());
    if old == Some(number) {
        return Ok(Some(confirmed(snapshot, &[], &[])));
    }
    let mut left: Vec<Left> = Vec::new();
    if let Target::Point(i, _, own) = target {
        let unread = occurrences::unread(&snapshot.document, i, &[own, number]);
        left.extend(unread.into_iter().map(|place| Left::Unread(place, own)));
    }
    let other = with_number(snapshot, &target, number).zip(old);
    let kept = other.as_ref().map(|(other, _)| exchanged(snapshot, &target, other)).unwrap_or_default();
    let moves = Moves::of(snapshot, &target, old, number);
    let mut edits = renumbered(snapshot, (&target, number), (&kept, &moves), &mut left);
    if let Some((other, old)) = &other {
        edits.extend(renumbered(snapshot, (other, *old), (&kept, &moves), &mut left));
    }
    if !left.is_empty() {
        return Err(told(snapshot, left));
    }
    let mut doubtful = doubtful(snapshot, &target, number);
    if let Some((other, old)) = &other {
        doubtful.extend(self::doubtful(snapshot, other, *old));
    }
    doubtful.sort();
    let edits: Vec<Edit> = edits.into_iter().collect();
    Ok(Some(with_doubts(snapshot, &edits, &doubtful, warn)))
}

/// Do items have Roman numerals? References to them are not read.
fn is_roman(snapshot: &Snapshot, target: &Target) -> bool {
    let roman = |words: &str| !words.is_empty() && words.chars().all(|c| "IVXLC".contains(c));
    let Target::Item(i) = *target else { return false };
    let numbers = snapshot.document.minutes().items().nth(i).and_then(|placed| {
        let (_, number) = placed.item.number?;
        Some(snapshot.text()[number + placed.start].trim_matches(|c: char| !c.is_alphanumeric()))
    });
    numbers.is_some_and(roman)
}

/// Does a letter stand before `target` where it is defined: "b) at", "Bilag B"?
fn is_lettered(snapshot: &Snapshot, target: &Target) -> bool {
    let mut places = occurrences::of(&snapshot.document, target).into_iter().filter(|place| place.defines);
    places.any(|place| place.number.is_some_and(|number| letter(&snapshot.text()[number]).is_some()))
}

/// May `target` be called `new`? A name has letters and no number of a person, and nobody takes that of another.
fn name_fits(snapshot: &Snapshot, target: &Target, new: &str) -> Result<(), String> {
    let lang = snapshot.session.lang;
    let signs = ['*', '_', '#', '[', ']', '(', ')', '<', '>', '`', '|', '{', '}', '\\'];
    let is_name = new.contains(char::is_alphabetic) && !new.contains(signs);
    if !is_name || !Secrets::of(new).is_empty() {
        let why = lang.pick("Skriv et navn med bogstaver", "Write a name in letters");
        return Err(why.to_owned());
    }
    let Target::Name(old) = target else {
        let why = lang.pick("Skriv forkortelsen uden mellemrum", "Write the abbreviation without spaces");
        return if new.contains(is_space) { Err(why.to_owned()) } else { Ok(()) };
    };
    let people = occurrences::people(&snapshot.document);
    if people.contains(&old.as_str()) && people.iter().any(|other| other != old && is_same(other, new)) {
        return Err(lang.pick(
            format!("\"{new}\" er en anden på mødet; to personer ville få samme navn"),
            format!("\"{new}\" is somebody else at the meeting; two people would have one name"),
        ));
    }
    Ok(())
}

/// The edits of what may name `target` and may mean something else.
fn doubtful(snapshot: &Snapshot, target: &Target, new: u32) -> Vec<Edit> {
    let places = occurrences::doubtful(&snapshot.document, target).into_iter();
    places
        .filter_map(|place| Some(Edit::replace(place, number_like(&snapshot.text()[place], new)?)))
        .collect()
}

/// `edits`, with those that are `doubtful` for the user to confirm; a client that cannot ask leaves them, and is told.
fn with_doubts(
    snapshot: &Snapshot,
    edits: &[Edit],
    doubtful: &[Edit],
    warn: &dyn Fn(String),
) -> WorkspaceEdit {
    if !doubtful.is_empty() && !snapshot.session.client.previews_edits {
        let lines = lines(snapshot, doubtful);
        let lang = snapshot.session.lang;
        let is_number = |edit: &Edit| order(edit.text()).is_some();
        let left = match doubtful.iter().all(is_number) {
            true => lang.pick(
                format!(
                    "Se efter i linje {lines}: numrene der henviser måske til noget andet og er ikke ændret"
                ),
                format!(
                    "Look at line {lines}: the numbers there may mean something else and were not changed"
                ),
            ),
            false => lang.pick(
                format!("Se efter i linje {lines}: efternavnet står der alene og er ikke ændret"),
                format!("Look at line {lines}: the last name stands there alone and was not changed"),
            ),
        };
        warn(left);
    }
    confirmed(snapshot, edits, doubtful)
}

/// The name, the abbreviation or the number at the cursor.
fn at_cursor(snapshot: &Snapshot, at: TextSize) -> Option<Renaming> {
    let document = &snapshot.document;
    let here = occurrences::at(document, at);
    let numbered = |o: &Occurrence| o.number.is_some_and(|number| number.contains_inclusive(at));
    let named = |o: &Occurrence| matches!(o.target, Target::Name(_) | Target::Abbreviation(_));
    let mut found: Vec<Occurrence> = here.into_iter().filter(|o| numbered(o) || named(o)).collect();
    if found.is_empty() {
        found.extend(occurrences::word_at(document, at));
    }
    let [one] = &found[..] else { return None };
    Some(Renaming { here: one.number.unwrap_or(one.place), target: one.target.clone() })
}

/// The ranges that name both `one` and `other`: when these change places, "punkt 2-4" names the same as before.
fn exchanged(snapshot: &Snapshot, one: &Target, other: &Target) -> Vec<TextRange> {
    let named =
        |target| occurrences::of(&snapshot.document, target).into_iter().filter(|named| !named.defines);
    let others: Vec<Occurrence> = named(other).collect();
    let in_range = |named: &Occurrence| named.number.is_none() || is_range(snapshot, named);
    let both = named(one).filter(|named| {
        others.iter().any(|other| other.place == named.place && (in_range(named) || in_range(other)))
    });
    both.map(|named| named.place).collect()
}

/// The edits that write the new number wherever that of `target` stands, or where it is meant and not written, but for the places
/// `kept`; what cannot follow is put in `left`.
fn renumbered(
    snapshot: &Snapshot,
    (target, new): (&Target, u32),
    (kept, moves): (&[TextRange], &Moves),
    left: &mut Vec<Left>,
) -> BTreeSet<Edit> {
    let mut edits = BTreeSet::new();
    let all = occurrences::of(&snapshot.document, target).into_iter();
    for occurrence in all.filter(|occurrence| occurrence.defines || !kept.contains(&occurrence.place)) {
        let written = |number| Some(Edit::replace(number, number_like(&snapshot.text()[number], new)?));
        let in_range =
            !occurrence.defines && (occurrence.number.is_none() || is_range(snapshot, &occurrence));
        match occurrence.number {
            None if occurrence.defines => {}
            _ if in_range && !moves.keep(snapshot, &occurrence) => left.push(Left::of(&occurrence)),
            None => {}
            Some(number) => match written(number) {
                Some(edit) => drop(edits.insert(edit)),
                None => left.push(Left::of(&occurrence)),
            },
        }
    }
    edits
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
            recommendation.names().contains(&number).then_some(Target::Point(i, list, number))?
        }
        Target::Attachment(i, mark) => Target::Attachment(i, with_place(mark, number)),
        Target::Abbreviation(_) | Target::Name(_) => return None,
    };
    (other != *target).then_some(other)
}
