//! Lines that name a meeting.

use std::sync::LazyLock;

use danish::letters::small;
use serde::Deserialize;

#[derive(Deserialize)]
struct Words {
    meeting: Vec<Box<str>>,
    closing: Vec<Box<str>>,
}

static WRITTEN: LazyLock<Words> = LazyLock::new(|| data::read("document_words"));

/// Does `line` name a meeting: "af bestyrelsesmøde den 1. oktober 2012"?
pub fn says_meeting(line: &str) -> bool {
    small(line)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WRITTEN.meeting.iter().any(|end| word.ends_with(&**end)))
}

/// Does `line` say that the meeting is over, as only minutes do at their end: "Mødet hævet kl. 21.15", "Underskrifter:"?
pub fn says_over(line: &str) -> bool {
    // Most lines are told apart by their first letter.
    let Some(first) = line.as_bytes().first() else { return false };
    if !WRITTEN.closing.iter().any(|own| own.as_bytes()[..1].eq_ignore_ascii_case(&[*first])) {
        return false;
    }
    let folded = small(line);
    WRITTEN.closing.iter().any(|own| folded.starts_with(&**own))
}
