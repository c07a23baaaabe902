//! What stands before a date that could be wrong for the day of the meeting.

use super::super::cues::{cues, ends_in, holds};

/// The sentence that a date stands in, in small letters: what stands before the date, and all of it.
pub(super) type Said = (String, String);

/// Where the word for minutes stands before a date.
pub(super) fn minutes_of((before, _): &Said) -> Option<usize> {
    before.rfind("referat").or_else(|| before.rfind("protokol"))
}

/// What tells that a day is one to come.
#[derive(Clone, Copy)]
pub(super) struct Cue {
    /// "med frist den"
    pub(super) deadline: bool,
    /// "genoptages på mødet den"
    pub(super) meets: bool,
    /// "Næste møde holdes den"
    pub(super) next: bool,
}

impl Cue {
    /// That of the sentence `said`.
    pub(super) fn of((before, _): &Said) -> Option<Self> {
        let beside = is_beside(before);
        let deadline = ends_in(before, &cues().deadlines);
        let meets = beside && holds(before, &cues().later);
        let next = beside && holds(before, &cues().coming) && !before.contains("før ");
        (deadline || meets || next).then_some(Self { deadline, meets, next })
    }
}

/// Does the date stand right behind what it is of: "på mødet den", "holdes tirsdag den"?
fn is_beside(before: &str) -> bool {
    let before = before.trim_end();
    let words = ["mødet", "møde", "møde i", "igen", "den", "holdes", "er", "til", "på", "senest", "afholdes"];
    words.iter().any(|word| before.ends_with(word))
}
