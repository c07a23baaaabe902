//! Lines of nothing but the words of meetings, and those that name a place.

use super::plain::plain;
use super::vocabulary::{WORDS, are_of_meetings, is_of_meeting, words};
use danish::letters::small;

/// Longer lines open nothing again, in bytes.
const LONGEST: usize = 160;

/// Are all of `words` such as belong to any meeting: "punkt 2 – lukket, side 4"?
pub fn is_of_meetings(said: &str) -> bool {
    are_of_meetings(&small(&plain(said)))
}

/// Do `words`, of an item, tell of a place that one comes into: "Parkering ved hallen"?
pub fn names_place(said: &str) -> bool {
    let lower = small(said);
    let of_place = |word: &str| {
        WORDS.places.iter().any(|place| word.starts_with(place.as_str()) || word.ends_with(place.as_str()))
    };
    words(&lower).any(of_place)
}

/// Does `line` say that the doors, or the meeting, are open again?
pub fn reopens(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let lower = small(line);
    let all = || words(&lower);
    all().any(|word| WORDS.shutting.contains(word) || WORDS.meetings.contains(word))
        && all().any(|word| WORDS.reopening.contains(word))
        && all().all(|word| is_of_meeting(word) || WORDS.reopening.contains(word))
}
