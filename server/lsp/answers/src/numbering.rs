//! The numbers by which things are named: what number a target has in its list, and how one is written like another.

use rules::danish::letters::number_of;
use rules::minutes::{Mark, cardinal, ordinal_word};
use snapshot::occurrences::Target;

/// What stands before the number of one that is counted within something else.
pub(super) const PARTED: [char; 2] = ['/', '.'];

/// The number that `target` has in its list.
pub(super) fn number(target: &Target) -> Option<u32> {
    match *target {
        Target::Point(_, _, number) => Some(number),
        Target::Attachment(_, mark) => Some(place_of(mark)),
        Target::Item(_) | Target::Abbreviation(_) | Target::Name(_) => None,
    }
}

/// Is `target` of the list that `other` is of?
pub(super) fn is_of(target: &Target, other: &Target) -> bool {
    match (target, other) {
        (Target::Point(i, list, _), Target::Point(other, of, _)) => (i, list) == (other, of),
        (Target::Attachment(i, mark), Target::Attachment(other, of)) => {
            i == other && with_place(*mark, place_of(*of)) == *of
        }
        _ => false,
    }
}

/// The number that `mark` has in its list: 2 for "B" and "3.2".
fn place_of(mark: Mark) -> u32 {
    match mark {
        Mark::Number(number) | Mark::Part(_, number) => number,
        Mark::Letter(letter) => u32::from(letter).saturating_sub(u32::from('A')) + 1,
    }
}

/// The mark of the same kind as `mark` with `number` in the list.
pub(super) fn with_place(mark: Mark, number: u32) -> Mark {
    match mark {
        Mark::Number(_) => Mark::Number(number),
        Mark::Part(item, _) => Mark::Part(item, number),
        Mark::Letter(_) => {
            let letter = char::from_u32(u32::from('A') + number.saturating_sub(1));
            Mark::Letter(letter.filter(char::is_ascii_uppercase).unwrap_or('Z'))
        }
    }
}

/// The number that `words` are: "3", "c", "Tredje".
pub(super) fn order(words: &str) -> Option<u32> {
    let lower = words.to_lowercase();
    let ordinal = || (1..=10).find(|&number| ordinal_word(number) == Some(&lower));
    words.parse().ok().or_else(|| letter(words)).or_else(ordinal)
}

/// The place of a letter: 2 for "b" and "B".
pub(super) fn letter(words: &str) -> Option<u32> {
    let [letter] = words.as_bytes() else { return None };
    number_of(*letter)
}

/// `new` as `old` is written: "3", "c", "tredje", "Tredje".
pub(super) fn number_like(old: &str, new: u32) -> Option<String> {
    if old.bytes().all(|c| c.is_ascii_digit()) || cardinal(old).is_some() {
        return Some(new.to_string());
    }
    if let Some((first, last)) = old.rsplit_once(PARTED) {
        let sign = &old[first.len()..old.len() - last.len()];
        return Some(format!("{first}{sign}{new}"));
    }
    if letter(old).is_some() {
        let first = if old.starts_with(char::is_uppercase) { b'A' } else { b'a' };
        let at = u8::try_from(new.checked_sub(1)?).ok().filter(|at| *at < 26)?;
        return Some(char::from(first + at).to_string());
    }
    let word = ordinal_word(new)?;
    Some(match old.starts_with(char::is_uppercase) {
        true => word[..1].to_uppercase() + &word[1..],
        false => word.to_owned(),
    })
}
