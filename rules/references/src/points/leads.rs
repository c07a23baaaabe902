//! The words before the number or the letter of a point that is answered: "Ad 1", "Ad nr. 2", "Ad (3)", "Litra b".

use std::sync::LazyLock;

use serde::Deserialize;

use super::Naming;
use text::is_space;

/// `rules/data/lists/answers.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLeads {
    at_points: Vec<String>,
    listed: Vec<String>,
    perhaps: Vec<String>,
    letters: Vec<String>,
    other: Vec<String>,
    elsewhere: Vec<String>,
    elsewhere_beginning: Vec<String>,
    answering: Vec<String>,
    comparing: Vec<String>,
    positions: Vec<String>,
    places_from_end: Vec<String>,
    point_nouns: Vec<String>,
    cardinals: Vec<String>,
}

/// The words by what they say.
pub(super) struct Words {
    /// Before a number, the longest first.
    numbers: Vec<(String, Naming)>,
    /// Before a letter, the longest first.
    letters: Vec<String>,
    pub(super) other: Vec<String>,
    pub(super) elsewhere: Vec<String>,
    pub(super) elsewhere_beginning: Vec<String>,
    pub(super) answering: Vec<String>,
    /// "jf.", before a point that is only referred to.
    pub(super) comparing: Vec<String>,
    pub(super) positions: Vec<String>,
    /// "sidste", "næstsidste".
    pub(super) places_from_end: Vec<String>,
    pub(super) point_nouns: Vec<String>,
    /// From one on, each with its other spellings.
    pub(super) cardinals: Vec<String>,
}

/// The words that are part of the program.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let written: RawLeads = data::read("answers");
    let named = |words: Vec<String>, naming| words.into_iter().map(move |word| (word, naming));
    let mut numbers: Vec<(String, Naming)> = named(written.at_points, Naming::AtPoint)
        .chain(named(written.listed, Naming::Leading))
        .chain(named(written.perhaps, Naming::Perhaps))
        .collect();
    numbers.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut letters = written.letters;
    letters.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Words {
        numbers,
        letters,
        other: written.other,
        elsewhere: written.elsewhere,
        elsewhere_beginning: written.elsewhere_beginning,
        answering: written.answering,
        comparing: written.comparing,
        positions: written.positions,
        places_from_end: written.places_from_end,
        point_nouns: written.point_nouns,
        cardinals: written.cardinals,
    }
});

/// The number that `word` says: "tre"; "et" may be an article.
pub fn cardinal(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let at = WORDS.cardinals.iter().position(|known| known.split('|').any(|spelling| spelling == lower))?;
    u32::try_from(at + 1).ok()
}

/// The bytes of the words that `text` begins with before a number, and what they say of it.
pub(super) fn before_number(text: &str) -> Option<(usize, Naming)> {
    if !text.starts_with(['a', 'A', 'p', 'P']) {
        return None;
    }
    WORDS.numbers.iter().find_map(|(lead, naming)| {
        let end = spoken(text, lead)?;
        let rest = &text[end..];
        let spaced = rest.trim_start_matches(is_space);
        // "Ad (1)"; "Ad1" is glued and can mean nothing else.
        let number = spaced.strip_prefix('(').filter(|_| *naming == Naming::AtPoint).unwrap_or(spaced);
        let apart = spaced.len() < rest.len() || lead == "ad" || lead.ends_with('.');
        let begins = number.starts_with(|c: char| c.is_ascii_digit());
        (apart && begins).then(|| (text.len() - number.len(), *naming))
    })
}

/// The bytes of the words that `text` begins with before a letter.
pub(super) fn before_letter(text: &str) -> Option<usize> {
    WORDS.letters.iter().find_map(|lead| {
        let rest = &text[spoken(text, lead)?..];
        let spaced = rest.trim_start_matches(is_space);
        (spaced.len() < rest.len()).then(|| text.len() - spaced.len())
    })
}

/// Does `text` begin with "ad"?
pub(super) fn is_ad(text: &str) -> bool {
    let mut bytes = text.bytes();
    matches!(bytes.next(), Some(b'a' | b'A')) && matches!(bytes.next(), Some(b'd' | b'D'))
}

/// The bytes of `lead` at the start of `text`, in whatever letters and spaces.
fn spoken(text: &str, lead: &str) -> Option<usize> {
    let mut rest = text;
    for (at, word) in lead.split(' ').enumerate() {
        let spaced = rest.trim_start_matches(is_space);
        if at > 0 && spaced.len() == rest.len() {
            return None;
        }
        let words = spaced.get(..word.len()).filter(|words| words.eq_ignore_ascii_case(word))?;
        rest = &spaced[words.len()..];
    }
    Some(text.len() - rest.len())
}
