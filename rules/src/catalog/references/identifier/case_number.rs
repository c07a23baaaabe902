//! A case number in the text of an item that is the item's own with two neighbouring digits exchanged.

use crate::lint::{Findings, Note, PartView};
use crate::text::{TextRange, range};

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some((place, _)) = view.item.and_then(|item| item.case_number) else { return };
    let number = &view.text[place];
    let rest = usize::from(place.end());
    // A number of an unknown system may begin with any letter.
    let [first, second, ..] = *number.as_bytes() else { return };
    // The first two digits may be exchanged.
    for at in memchr::memchr2_iter(first, second, &view.text.as_bytes()[rest..]) {
        let start = rest + at;
        let Some(other) = view.text.get(start..start + number.len()) else { continue };
        let found = range(start, start + number.len());
        if is_exchanged(number, other) && is_whole(view.text, found) && !view.is_opaque(found) {
            findings
                .report(
                    found,
                    Note::new(
                        format!("To cifre har byttet plads: punktets sagsnummer er {number}"),
                        format!("Two digits are exchanged: the case number of the item is {number}"),
                    ),
                )
                .related(
                    place,
                    crate::lint::Text { da: "Punktets sagsnummer", en: "The case number of the item" },
                );
        }
    }
}

/// Are these the same but for two neighbouring digits that changed places?
fn is_exchanged(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut apart = (0..one.len()).filter(|&at| one[at] != other[at]);
    let (Some(first), Some(second), None) = (apart.next(), apart.next(), apart.next()) else { return false };
    let digits = one[first].is_ascii_digit() && one[second].is_ascii_digit();
    digits && second == first + 1 && one[first] == other[second] && one[second] == other[first]
}

/// Is the number not part of a longer one?
fn is_whole(text: &str, place: TextRange) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-');
    !text[..place.start().into()].ends_with(joins) && !text[place.end().into()..].starts_with(joins)
}
