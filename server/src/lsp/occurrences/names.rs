//! The committee and the people of the head, and where the text names them.

use rules::danish::letters;
use rules::document::Document;
use rules::text::{TextSize, range, size, trim};

use super::{Occurrence, Target};

/// The name at `at`.
pub(super) fn at(document: &Document, at: TextSize) -> Option<Occurrence> {
    let touched = |name: &str| places(document, name).into_iter().find(|o| o.place.contains_inclusive(at));
    known(document).into_iter().find_map(touched)
}

/// The names of the head: the committee, those who took part, those who were absent.
fn known(document: &Document) -> Vec<&str> {
    let (text, head) = (document.text(), document.minutes().head());
    let committee = head.committee.map(|place| &text[place]);
    let people = head.participants.iter().chain(&head.absent).flat_map(|&line| text[line].split([',', ';']));
    let people = people.map(|name| trim(name.split('(').next().unwrap_or(name)));
    committee.into_iter().chain(people).filter(|name| name.len() > 2).collect()
}

/// Where `name` stands as words of its own, with or without the "s" of the genitive; the first place defines it.
pub(super) fn places(document: &Document, name: &str) -> Vec<Occurrence> {
    let text = document.text();
    let mut found = Vec::new();
    for (at, _) in text.match_indices(name) {
        let end = at + name.len();
        let genitive = text[end..].starts_with('s') && letters::border_after(text, size(&text[..end + 1]));
        if letters::border_before(text, size(&text[..at]))
            && (genitive || letters::border_after(text, size(&text[..end])))
        {
            let target = Target::Name(name.to_owned());
            let defines = found.is_empty();
            found.push(Occurrence { target, place: range(at, end), number: None, defines });
        }
    }
    found
}
