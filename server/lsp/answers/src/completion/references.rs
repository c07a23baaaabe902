//! References to items, attachments and at-points, with their titles.

use rules::minutes::{Counted, Whose, whose};
use rules::text::{TextRange, is_space, range};
use snapshot::occurrences;

use super::{Cursor, Offer, phrases};
use crate::symbols::item_name;

/// What may be named by its number at the cursor: items of the meeting, points and attachments of the item, each with its
/// title; the number alone behind the word for it, and the word with it behind "jf.".
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let place = cursor.word();
    let typed = cursor.snapshot.text()[place].to_lowercase();
    let before = &cursor.typed[..cursor.typed.len() - usize::from(place.len())];
    let before = before.replace('\u{a0}', " ").to_lowercase();
    let Some(before) = before.strip_suffix(' ') else { return Vec::new() };
    let before = before.strip_suffix(" nr.").unwrap_or(before);
    let word = before.rsplit(|c: char| is_space(c) || c == '(').next().unwrap_or_default();
    let is_mark = typed.chars().all(|c| c.is_ascii_digit()) || typed.len() == 1 && word == "bilag";
    let leads = CITING.contains(&word) || BEFORE_ANYTHING.contains(&word);
    if is_mark && !(typed.is_empty() && leads) {
        let (before, named) = listed(before);
        let word = before.rsplit(|c: char| is_space(c) || c == '(').next().unwrap_or_default();
        // "Bilag 2" at the start of a line begins an entry of the list and names none.
        let begins_entry = word == "bilag" && before.len() == word.len();
        // "## Punkt" begins an item, and names none.
        let begins_entry =
            begins_entry || before.trim_start_matches(['#', '*', ' ']).len() == word.len() && before != word;
        let is_ours = !begins_entry && is_ours(cursor, before, word);
        let offers = if is_ours { numbers(cursor, word) } else { Vec::new() };
        return offers.into_iter().filter(|offer| !named.contains(&offer.label.as_str())).collect();
    }
    let n_typed = typed.chars().count();
    if !leads || n_typed > 0 && n_typed < SURE && !CITING.contains(&word) {
        return Vec::new();
    }
    let words = KINDS.iter().filter(|kind| kind.starts_with(&typed));
    words
        .flat_map(|kind| {
            let named = numbers(cursor, kind).into_iter();
            named.map(move |number| {
                let words = format!("{kind} {}", number.label);
                Offer { label: words.clone(), text: words, ..number }
            })
        })
        .collect()
}

/// What stands before the numbers that are named already, and these: "jf. punkt" and "2" of "jf. punkt 2 og".
fn listed(before: &str) -> (&str, Vec<&str>) {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|c| c.is_ascii_digit());
    let (mut rest, mut named) = (before, Vec::new());
    loop {
        let (joint, last) = match rest.rsplit_once(' ') {
            Some((list, "og" | "samt" | "eller")) => (true, list),
            _ => (rest.ends_with(','), rest),
        };
        let Some((list, number)) = last.trim_end_matches(',').rsplit_once(' ').filter(|_| joint) else {
            break;
        };
        if !is_number(number) {
            break;
        }
        named.push(number);
        rest = list;
        // "2, 3 og": the joint before the number may be a comma.
        if !rest.ends_with(',') {
            break;
        }
    }
    if named.is_empty() { (before, named) } else { (rest, named) }
}

/// May a number behind `before`, which ends in `word`, be one of this meeting's? Behind "lovens punkt" none is.
fn is_ours(cursor: &Cursor<'_>, before: &str, word: &str) -> bool {
    let counted = match word {
        "bilag" => Counted::Attachment,
        "at-punkt" => Counted::Point,
        _ => Counted::Item,
    };
    let probe = format!("{before} 1");
    let place = range(before.len() - word.len(), probe.len());
    let body = cursor.snapshot.document.context().meeting.committee.as_deref().unwrap_or_default();
    whose(&probe, place, counted, body) != Whose::Elsewhere
}

/// What stands before a reference.
const CITING: [&str; 4] = ["jf.", "jf", "jævnfør", "se"];

/// What may, and stands before any other word as well.
const BEFORE_ANYTHING: [&str; 4] = ["også", "under", "fremgår", "af"];

/// With so many letters no other word is meant: "af puljen", "af bilerne".
const SURE: usize = 4;

/// What is named by a number.
const KINDS: [&str; 3] = ["punkt", "bilag", "at-punkt"];

/// The numbers that may follow `word`.
fn numbers(cursor: &Cursor<'_>, word: &str) -> Vec<Offer> {
    let numbered = |(number, detail): (u32, String)| (number.to_string(), detail);
    let named: Vec<(String, String)> = match word {
        "bilag" => attachments(cursor),
        "at-punkt" => points_of(cursor).into_iter().map(numbered).collect(),
        "punkt" | "punkterne" | "pkt." | "dagsordenspunkt" => {
            items(cursor).into_iter().map(numbered).collect()
        }
        _ => Vec::new(),
    };
    let offer = |(number, detail): (String, String)| Offer {
        detail,
        ..phrases::offer(number.clone(), number, cursor.word())
    };
    named.into_iter().map(offer).collect()
}

fn attachments(cursor: &Cursor<'_>) -> Vec<(String, String)> {
    let document = &cursor.snapshot.document;
    let Some((i, _)) = occurrences::item_at(document, cursor.line) else { return Vec::new() };
    let named = occurrences::attachments_named_in(document, i).into_iter();
    named.map(|(mark, line)| (mark.to_string(), cursor.snapshot.shown(line).first_line().into())).collect()
}

fn points_of(cursor: &Cursor<'_>) -> Vec<(u32, String)> {
    let Some(placed) = cursor.item else { return Vec::new() };
    let shown = |range: TextRange| cursor.snapshot.shown(range + placed.start).first_line().cut(90).into();
    let lists = placed.item.recommendations();
    let named = lists.flat_map(|list| list.names().into_iter().zip(&list.points));
    named.map(|(name, point)| (name, shown(point.text))).collect()
}

/// The items but for the one around the cursor.
fn items(cursor: &Cursor<'_>) -> Vec<(u32, String)> {
    let document = &cursor.snapshot.document;
    let mask = document.mask(&[]);
    let others =
        document.minutes().items().filter(|placed| cursor.item.is_none_or(|own| own.start != placed.start));
    let named = others.filter_map(|placed| {
        let (number, _) = placed.item.number?;
        Some((number, item_name(document.text(), &mask, placed.item, placed.start).into()))
    });
    named.collect()
}
