//! The numbers of items that a sentence names: "punkt 3", "punkterne 3-5".

use super::super::people::wording;
use super::told::Numbers;

/// The numbers of items that `rest`, in small letters, names first in the head, where "sag 3" is an item as well.
pub(super) fn head_numbers(rest: &str) -> Numbers {
    let numbers = item_numbers(rest);
    let cased =
        || rest.find("sag ").map(|at| &rest[at + "sag ".len()..]).filter(|list| is_short_number(list));
    match numbers.is_empty() {
        true => cased().map(|list| item_numbers(&format!("punkt {list}"))).unwrap_or_default(),
        false => numbers,
    }
}

/// Does `list` begin with a number of an item, and not with that of a case: "26/1042"?
fn is_short_number(list: &str) -> bool {
    let digits = list.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && !list[digits..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'))
}

/// The numbers of items that `rest`, in small letters, names first: "punkt 3", "punkterne 3-5", "pkt. 3 og 4".
pub(super) fn item_numbers(rest: &str) -> Numbers {
    let behind = |word: &String| rest.find(&**word).map(|at| at + word.len());
    let word = wording().item_words.iter().filter_map(behind).min();
    let Some(word) = word else { return Numbers::new() };
    let list = rest[word..].trim_start_matches("nr. ");
    let list = &list[..list
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–' | 'o' | 'g')))
        .unwrap_or(list.len())];
    let mut numbers = Numbers::new();
    let mut ranged = None;
    let mut number = 0_u32;
    for piece in list.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        if let Ok(n) = digits.parse::<u32>() {
            numbers.push((ranged.take().unwrap_or(n), n));
            number = n;
        }
        if piece.ends_with(['-', '–']) && number > 0 {
            ranged = Some(number);
        }
    }
    numbers
}
