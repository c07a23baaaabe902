//! Names that the document and the settings know: bodies, those who take part, and after a name its party: "Bo Berg (A)".

use rules::text::{TextRange, TextSize, range_of, trim};
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};
use crate::lsp::document::Snapshot;

/// Names of which the word before the cursor, with its capital letter, begins a part: people are called by the last one.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let place = cursor.word();
    let snapshot = cursor.snapshot;
    let typed = &snapshot.text()[place];
    // Every sentence begins with a capital.
    let begun = typed.starts_with(char::is_uppercase) && typed.chars().count() > 1;
    if !begun || place.start() < cursor.line {
        return Vec::new();
    }
    let text = snapshot.text();
    let head = snapshot.document.minutes().head();
    let people = head.participants.iter().chain(&head.absent).flat_map(|&line| text[line].split([',', ';']));
    let people = people.map(|name| trim(name.split('(').next().unwrap_or(name)));
    let bodies = head.committee.map(|place| &text[place]).into_iter();
    let known = &snapshot.document.engine().names;
    let members = known.members.iter().map(|member| member.name.as_str());
    let mut names: Vec<&str> = bodies.chain(people).chain(members).chain(known.bodies()).collect();
    for placed in snapshot.document.minutes().items() {
        for (_, decision) in placed.item.decisions() {
            names.extend(decision.body.map(|body| &text[body + placed.start]));
        }
    }
    let is_part = |name: &str| name.split([' ', '-']).any(|part| part.starts_with(typed) && part != typed);
    names.retain(|name| *name != typed && (name.starts_with(typed) || is_part(name)));
    names.sort_unstable_by_key(|name| (!name.starts_with(typed), *name));
    names.dedup();
    let offer = |name: &str| Offer {
        label: name.to_owned(),
        detail: String::new(),
        text: name.to_owned(),
        place,
        kind: CompletionItemKind::CONSTANT,
        more: Value::Null,
    };
    names.into_iter().map(offer).collect()
}

/// The parties that may follow the name before the bracket at the cursor; that of the member first.
pub(super) fn parties(cursor: &Cursor<'_>) -> Vec<Offer> {
    let (snapshot, place) = (cursor.snapshot, cursor.word());
    let before = &snapshot.text()[TextRange::new(cursor.line.min(place.start()), place.start())];
    let Some(name) = before.strip_suffix('(').map(name_before).filter(|name| name.contains(' ')) else {
        return Vec::new();
    };
    let known = &snapshot.document.engine().names;
    let mut parties: Vec<(String, String)> =
        known.parties.iter().map(|party| (party.letter.clone(), party.name.clone())).collect();
    for (_, letter) in people(snapshot, cursor.at) {
        if !parties.iter().any(|(known, _)| known == letter) {
            parties.push((letter.to_owned(), String::new()));
        }
    }
    let own =
        known.members.iter().find(|member| member.name == name).and_then(|member| member.party.as_deref());
    let seen = || people(snapshot, cursor.at).find(|(person, _)| *person == name).map(|(_, letter)| letter);
    let own = own.or_else(seen).map(str::to_owned);
    parties.sort_by_key(|(letter, _)| (own.as_ref() != Some(letter), letter.clone()));
    let closed = snapshot.text()[usize::from(cursor.at)..].starts_with(')');
    let offer = |(letter, name): (String, String)| Offer {
        text: if closed { letter.clone() } else { format!("{letter})") },
        label: letter,
        detail: name,
        place,
        kind: CompletionItemKind::ENUM_MEMBER,
        more: Value::Null,
    };
    parties.into_iter().map(offer).collect()
}

/// The name that `line` ends with: the words with capital letters there.
fn name_before(line: &str) -> &str {
    let line = line.trim_end();
    let mut rest = line;
    while let Some((before, word)) = rest.rsplit_once(' ').or(Some(("", rest)).filter(|_| !rest.is_empty())) {
        let ends_another = word.ends_with([',', ';', ':', '.']) && rest.len() < line.len();
        if !word.starts_with(char::is_uppercase) || ends_another {
            break;
        }
        rest = before;
    }
    line[rest.len()..].trim_start()
}

/// Everybody in the lists of the head, with the party that stands after the name; but for the one being written at `at`.
fn people(snapshot: &Snapshot, at: TextSize) -> impl Iterator<Item = (&str, &str)> {
    let head = snapshot.document.minutes().head();
    let text = snapshot.text();
    let lines = head.participants.iter().chain(&head.absent).map(|&line| &text[line]);
    let entries = lines.flat_map(|line| line.split([',', ';']));
    let entries = entries.filter(move |entry| !range_of(text, entry).contains_inclusive(at));
    entries.filter_map(|entry| {
        let (name, rest) = entry.split_once('(')?;
        let letter = rest.split(')').next()?;
        let short = (1..=4).contains(&letter.chars().count()) && letter.starts_with(char::is_alphabetic);
        short.then(|| (trim(name), letter))
    })
}

#[cfg(test)]
mod tests {
    use super::name_before;

    #[test]
    fn a_name_is_the_words_with_capitals_before_the_bracket() {
        assert_eq!(name_before("Deltagere: Bo Berg, Åse Ærø Dam "), "Åse Ærø Dam");
        assert_eq!(name_before("For stemte Bo Berg"), "Bo Berg");
        assert_eq!(name_before("i kommunen"), "");
    }
}
