//! A case number in the text of an item that is the item's own with two neighbouring digits exchanged.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;
use danish::sentences::sentences;
use lint::{Findings, Note, PartView};
use text::{TextRange, is_space, range};

/// What shows that a number is that of another case: `other_cases.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherCases {
    /// Parts of a sentence, in small letters.
    others: Vec<String>,
}

static OTHER_CASES: LazyLock<OtherCases> = LazyLock::new(|| data::read("other_cases"));

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
        if is_exchanged(number, other)
            && is_whole(view.text, found)
            && !view.is_opaque(found)
            && !is_of_another(view, found)
        {
            findings
                .report(
                    found,
                    Note::new(
                        format!("To cifre har byttet plads: punktets sagsnummer er {number}"),
                        format!("Two digits are exchanged: the case number of the item is {number}"),
                    ),
                )
                .related(place, lint::Text { da: "Punktets sagsnummer", en: "The case number of the item" });
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

/// Does the sentence name another case: "Se også sag 26/4521", "Naboplanen (sagsnr. 26/4521)"?
fn is_of_another(view: &PartView<'_>, place: TextRange) -> bool {
    let near = view.near(view.line_at(place), place);
    let sentence = sentences(&view.text[near]).map(|one| one + near.start());
    let sentence = sentence.into_iter().find(|one| one.contains_range(place)).unwrap_or(near);
    let words = small(&view.text[sentence]);
    if OTHER_CASES.others.iter().any(|word| words.contains(&**word)) {
        return true;
    }
    // What stands before the bracket has that number.
    let before = small(&view.text[range(sentence.start().into(), place.start().into())]);
    let Some(open) = before.rfind('(').filter(|open| !before[*open..].contains(')')) else { return false };
    let owner = before[..open].trim_end().rsplit(is_space).next().unwrap_or("");
    !owner.is_empty() && !owner.starts_with("sag") && !owner.starts_with("punkt")
}

/// Is the number not part of a longer one?
fn is_whole(text: &str, place: TextRange) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-');
    !text[..place.start().into()].ends_with(joins) && !text[place.end().into()..].starts_with(joins)
}
