//! The words of meetings: which they are, and how a line is parted into words and sentences to look for them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use danish::letters::small;
use danish::sentences::sentences;
use data::closed::{Phrases, closed};
use references::cardinal;
use text::is_space;

pub(super) static WORDS: LazyLock<&Phrases> = LazyLock::new(|| &closed().phrases);

/// The sentences of `line` in small letters, parted at semicolons too.
pub(super) fn said(line: &str) -> Vec<String> {
    sentences(line).flat_map(|place| line[place].split(';')).map(small).collect()
}

/// The words of `part`; "3-5" is one.
pub(super) fn words(part: &str) -> impl Iterator<Item = &str> {
    let trimmed = |word: &'_ str| -> std::ops::Range<usize> {
        let start = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '§').len();
        let end = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '§').len();
        start..end.max(start)
    };
    part.split(|c: char| is_space(c) || matches!(c, '/' | '.' | '*' | '_' | ','))
        .flat_map(|word| {
            let is_span = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'));
            let at = if is_span { None } else { word.split_once('-') };
            at.map_or([word, ""], |(before, behind)| [before, behind])
        })
        .map(move |word| &word[trimmed(word)])
        .filter(|word| !word.is_empty())
}

/// Does `word`, in small letters, belong to meetings?
pub(super) fn is_of_meeting(word: &str) -> bool {
    OF_MEETINGS.contains(word) || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '§'))
}

/// Do all of `words`, in small letters, belong to meetings: "punkt 2 – lukket, side 4"?
pub(super) fn are_of_meetings(said: &str) -> bool {
    words(said).all(|word| is_of_meeting(word) || word.chars().count() == 1)
}

/// "to" in digits; a number beyond ten has none here.
pub(super) fn digits_of(word: &str) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let number = usize::try_from(cardinal(word)?).ok()?;
    DIGITS.get(number.checked_sub(1)?).copied()
}

/// The words that do.
static OF_MEETINGS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let own = &*WORDS;
    let sets = [
        &own.closed,
        &own.not,
        &own.public,
        &own.only,
        &own.groups,
        &own.open,
        &own.items,
        &own.meetings,
        &own.shutting,
        &own.access,
        &own.limited,
        &own.closing,
        &own.small,
        &own.following,
        &own.joining,
        &own.no,
        &own.adverbs,
        &own.ordinals,
    ];
    sets.into_iter().flatten().map(String::as_str).chain(laws()).collect()
});

/// The names of the acts that say what is confidential.
pub(super) fn laws() -> impl Iterator<Item = &'static str> {
    WORDS.laws.iter().flat_map(|law| &law.names).map(String::as_str)
}

/// Is `word` the name of a day or a season, as opening hours have them?
pub(super) fn is_day(word: &str) -> bool {
    closed().signs.days.iter().any(|day| word == day)
}
