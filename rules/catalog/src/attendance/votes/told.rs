//! The sentence that tells of a vote, and whether the vote was another body's or another day's.

use danish::date::dates;
use danish::letters::small;
use danish::sentences::sentences;
use facts::people::meeting_words;
use lint::MinutesView;
use text::{TextRange, TextSize, range};

/// The sentence of `text` that holds byte `at`.
pub(super) fn sentence(text: &str, at: usize) -> TextRange {
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[at..].find('\n').map_or(text.len(), |len| at + len);
    let places = sentences(&text[line..end]).map(|one| one + TextSize::of(&text[..line]));
    places.filter(|one| usize::from(one.start()) <= at).last().unwrap_or(range(line, end))
}

/// Does `sentence` tell how others voted: "Økonomiudvalget godkendte planen med 5 stemmer mod 4", or when: "i 2024"?
pub(super) fn is_of_another(view: &MinutesView<'_>, sentence: TextRange) -> bool {
    let words = small(&view.text[sentence]);
    let committee = view.context.meeting.committee.as_deref().map(small).unwrap_or_default();
    let other = |word: &str| {
        let body = meeting_words().bodies.iter().any(|end| word.ends_with(&**end) && word.len() >= end.len());
        let own = meeting_words().own_bodies.iter().any(|own| own == word);
        body && !own && !committee.contains(word)
    };
    let year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    // "Udvalget for Teknik" is no "Udvalget".
    let titled = |name: &String| {
        let mut behind = words.split(&**name).skip(1).filter_map(|rest| rest.strip_prefix(" for "));
        behind
            .any(|rest| !committee.contains(rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("")))
    };
    words.split(|c: char| !c.is_alphanumeric()).any(|word| other(word) || year(word))
        || meeting_words().own_bodies.iter().any(titled)
        || dates(&view.text[sentence]).next().is_some()
}
