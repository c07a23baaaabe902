//! Names that the document and the settings know: bodies, those who take part, and after a name its party: "Bo Berg (A)".

use rules::danish::lexicon::readings;
use rules::facts::asides::ends_in_body;
use rules::text::{TextRange, TextSize, is_space, range_of};
use serde_json::Value;
use snapshot::document::Snapshot;
use snapshot::occurrences;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, MEANT, Offer};

/// Names of which what stands before the cursor begins the whole or a part: people are called by the last one. The part
/// that is written already is written over.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    if cursor.word().start() < cursor.line {
        return Vec::new();
    }
    let snapshot = cursor.snapshot;
    let text = snapshot.text();
    let head = snapshot.document.minutes().head();
    let bodies = head.committee.map(|place| &text[place]).into_iter();
    let known = &snapshot.document.engine().names;
    let members = known.members.iter().map(|member| member.name.as_str());
    let people = occurrences::people(&snapshot.document).into_iter();
    let mut people: Vec<&str> = people.chain(members).collect();
    let mut bodies: Vec<&str> = bodies.chain(known.bodies()).collect();
    for placed in snapshot.document.minutes().items() {
        for (_, decision) in placed.item.decisions() {
            bodies.extend(decision.body.map(|body| &text[body + placed.start]));
        }
    }
    for names in [&mut people, &mut bodies] {
        names.sort_unstable();
        names.dedup();
    }
    let bodies = bodies.into_iter().filter(|body| is_body_meant(cursor, body));
    let mut offers: Vec<(bool, Offer)> = people
        .into_iter()
        .filter(|_| !may_be_word(cursor))
        .chain(bodies)
        .filter_map(|name| offer(cursor, name))
        .collect();
    offers.sort_by_key(|(begins, _)| !begins);
    offers.into_iter().map(|(_, offer)| offer).collect()
}

/// The abbreviations that the document writes out, where two of their letters stand before the cursor.
pub(super) fn abbreviations(cursor: &Cursor<'_>) -> Vec<Offer> {
    let text = cursor.snapshot.text();
    let place = cursor.word();
    let typed = &text[place];
    if typed.chars().count() < 2 || !typed.chars().all(char::is_uppercase) {
        return Vec::new();
    }
    let mut known = occurrences::abbreviations(text);
    known.retain(|word| word.starts_with(typed) && *word != typed);
    known.sort_unstable();
    known.dedup();
    let offer = |word: &str| Offer {
        label: word.to_owned(),
        detail: String::new(),
        text: word.to_owned(),
        place,
        kind: CompletionItemKind::CONSTANT,
        more: Value::Null,
    };
    known.into_iter().map(offer).collect()
}

/// `name`, where it goes on from what stands before the cursor, and whether that is its beginning.
fn offer(cursor: &Cursor<'_>, name: &str) -> Option<(bool, Offer)> {
    let tail: usize = cursor.snapshot.text()[usize::from(cursor.at)..]
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    let end = cursor.at + TextSize::new(u32::try_from(tail).ok()?);
    let written = &cursor.snapshot.text()[TextRange::new(cursor.line, end)];
    // A name that is being written is known from where it stands.
    if written.ends_with(name) {
        return None;
    }
    let (start, begins) = match beginning(written, name) {
        Some(start) => (start, true),
        None => (part(written, name)?, false),
    };
    let place = TextRange::new(cursor.line + TextSize::of(&written[..start]), end);
    let offer = Offer {
        label: name.to_owned(),
        detail: String::new(),
        text: name.to_owned(),
        place,
        kind: CompletionItemKind::CONSTANT,
        more: Value::Null,
    };
    Some((begins, offer))
}

/// Where in `line` the beginning of `name` stands that ends it: "Anne Bra", "B. Carl" for "Bent Carlsen".
fn beginning(line: &str, name: &str) -> Option<usize> {
    let starts = line
        .char_indices()
        .filter(|&(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-'));
    let mut starts = starts.map(|(at, _)| at).filter(|&at| line.len() - at <= name.len() + SPACES);
    starts.find(|&at| {
        let words = line[at..].replace(is_space, " ");
        let rest = name.strip_prefix(&*words).filter(|rest| !rest.is_empty());
        // Every sentence begins with a capital, and two letters begin any word; "Bo" is all of a name.
        let meant = |rest: &str| words.chars().count() >= MEANT || rest.starts_with(' ') && words.len() > 1;
        (rest.is_some_and(meant) && words.starts_with(char::is_uppercase)) || abbreviates(&words, name)
    })
}

/// Is what is written a word as well, at the beginning of a sentence, where any has a capital: "Han" of "Hanne"?
fn may_be_word(cursor: &Cursor<'_>) -> bool {
    begins_as_word(cursor.typed, cursor.typed.len() - usize::from(cursor.word().len()))
}

fn begins_as_word(line: &str, start: usize) -> bool {
    let before = line[..start].trim_end_matches(is_space);
    let begins = before.ends_with(['.', '?', '!']) || !before.contains(char::is_alphanumeric);
    begins && !readings(&line[start..].to_lowercase()).is_none()
}

/// Has enough of the `body` been written that nothing else is meant? "Skol" may become "Skolen", and "Skolebe" the board.
fn is_body_meant(cursor: &Cursor<'_>, body: &str) -> bool {
    // A line of the head may be the name.
    let heads = |start: usize| start == 0 && cursor.item.is_none();
    let is_meant = |start: usize| heads(start) || cursor.typed.len() - start > topic(body).len();
    beginning(cursor.typed, body).is_some_and(is_meant)
}

/// What the name of a body begins with and other words too: "Skole" of "Skolebestyrelsen", "Udvalget" of "Udvalget for Klima".
fn topic(body: &str) -> &str {
    let first = body.split([' ', '-']).next().unwrap_or(body);
    // The last letter from which on it still ends so is the first one of "bestyrelsen".
    let head = first.char_indices().skip(1).take_while(|&(at, _)| ends_in_body(&first[at..])).last();
    match head {
        Some((at, _)) => &first[..at],
        None if first.len() < body.len() => first,
        None => "",
    }
}

/// A space that does not break takes a byte more.
const SPACES: usize = 8;

/// "B. Carl" for "Bent Carlsen".
fn abbreviates(words: &str, name: &str) -> bool {
    let (Some((initial, last)), Some((first, family))) = (words.split_once(". "), name.split_once(' '))
    else {
        return false;
    };
    initial.chars().count() == 1 && first.starts_with(initial) && !last.is_empty() && family.starts_with(last)
}

/// Where in `line` the word stands that ends it and begins a later part of `name`; behind another's first name the part is
/// that person's.
fn part(line: &str, name: &str) -> Option<usize> {
    let word = line.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut parts = name.split([' ', '-']).skip(1);
    let whole = parts.clone().any(|part| part == word);
    let n_letters = word.chars().count();
    if !word.starts_with(char::is_uppercase) || n_letters < MEANT && !(whole && n_letters > 1) {
        return None;
    }
    let start = line.len() - word.len();
    let before = line[..start].trim_end_matches(is_space);
    let former = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let follows_name =
        !former.is_empty() && before.ends_with(former) && former.starts_with(char::is_uppercase);
    let is_joined = line[..start].ends_with('-');
    let fits = if whole { !follows_name } else { parts.any(|part| part.starts_with(word)) };
    (fits && !is_joined).then_some(start)
}

/// The parties that may follow the name before the bracket at the cursor, where it is known whose it is: a bracket that was meant for
/// something else opens no list.
pub(super) fn known_parties(cursor: &Cursor<'_>) -> Vec<Offer> {
    let own = name_at(cursor).and_then(|name| own_party(cursor, name));
    if own.is_some() { parties(cursor) } else { Vec::new() }
}

/// The name before the bracket at the cursor.
fn name_at<'s>(cursor: &Cursor<'s>) -> Option<&'s str> {
    let place = cursor.word();
    let before = &cursor.snapshot.text()[TextRange::new(cursor.line.min(place.start()), place.start())];
    before.strip_suffix('(').map(name_before).filter(|name| name.contains(' '))
}

/// The party of `name`, by the settings or as it stands in the head.
fn own_party(cursor: &Cursor<'_>, name: &str) -> Option<String> {
    let members = &cursor.snapshot.document.engine().names.members;
    let own = members.iter().find(|member| member.name == name).and_then(|member| member.party.as_deref());
    let seen =
        || people(cursor.snapshot, cursor.at).find(|(person, _)| *person == name).map(|(_, letter)| letter);
    own.or_else(seen).map(str::to_owned)
}

/// The parties that may follow the name before the bracket at the cursor; that of the member first.
pub(super) fn parties(cursor: &Cursor<'_>) -> Vec<Offer> {
    let (snapshot, place) = (cursor.snapshot, cursor.word());
    let Some(name) = name_at(cursor) else { return Vec::new() };
    let known = &snapshot.document.engine().names;
    let mut parties: Vec<(String, String)> =
        known.parties.iter().map(|party| (party.letter.clone(), party.name.clone())).collect();
    for (_, letter) in people(snapshot, cursor.at) {
        if !parties.iter().any(|(known, _)| known == letter) {
            parties.push((letter.to_owned(), String::new()));
        }
    }
    let own = own_party(cursor, name);
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
    let all = occurrences::listed(&snapshot.document);
    all.filter_map(move |(name, (place, letter))| {
        let letter = letter?;
        let entry = place.cover(range_of(snapshot.text(), letter));
        (!entry.contains_inclusive(at)).then_some((name, letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{beginning, begins_as_word, name_before, part, topic};

    #[test]
    fn what_is_written_of_a_name_is_written_over() {
        for (line, name, at) in [
            ("Stemt: Anne Bra", "Anne Brandt", Some(7)),
            ("Anne B", "Anne Brandt", Some(0)),
            ("Karen-Marg", "Karen-Margrethe von Ahlefeldt", Some(0)),
            ("Dorte\u{a0}Åse Elle", "Dorte Åse Ellegaard", Some(0)),
            ("B. Carl", "Bent Carlsen", Some(0)),
            ("Anne Brandt", "Anne Brandt", None),
            ("A", "Anne Brandt", None),
        ] {
            assert_eq!(beginning(line, name), at, "{line}");
        }
        for (line, name, at) in [
            ("For stemte Bra", "Anne Brandt", Some(11)),
            ("for: Brandt", "Anne Brandt", Some(5)),
            ("Peter Brandt", "Anne Brandt", None),
            ("Anne Brandt", "Anne Brandt", None),
        ] {
            assert_eq!(part(line, name), at, "{line}");
        }
    }

    #[test]
    fn what_is_a_word_at_the_beginning_of_a_sentence_is_no_name_yet() {
        for (line, word, is_word) in [
            ("Sådan er det. Han", "Han", true),
            ("Per", "Per", true),
            ("- Dam", "Dam", true),
            ("Sådan er det. Hann", "Hann", false),
            ("Imod stemte Per", "Per", false),
            ("Afbud: Dam", "Dam", false),
        ] {
            assert_eq!(begins_as_word(line, line.len() - word.len()), is_word, "{line}");
        }
    }

    #[test]
    fn a_body_is_told_from_other_words_behind_its_topic() {
        for (body, shared) in [
            ("Skolebestyrelsen", "Skole"),
            ("Kulturudvalget", "Kultur"),
            ("Byrådet", "By"),
            ("Skolebestyrelsen ved Åskolen", "Skole"),
            ("Kultur- og Fritidsudvalget", "Kultur"),
            ("Udvalget for Klima", "Udvalget"),
            ("Magistraten", ""),
        ] {
            assert_eq!(topic(body), shared, "{body}");
        }
    }

    #[test]
    fn a_name_is_the_words_with_capitals_before_the_bracket() {
        assert_eq!(name_before("Deltagere: Bo Berg, Åse Ærø Dam "), "Åse Ærø Dam");
        assert_eq!(name_before("For stemte Bo Berg"), "Bo Berg");
        assert_eq!(name_before("i kommunen"), "");
    }
}
