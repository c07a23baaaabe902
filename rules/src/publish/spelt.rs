//! A name, as it may be written once more: in the genitive, in capitals or in none, without "æ", over the end of a line, in a link.

use super::particulars::{is_listed, plot, slug};
use crate::confidential::closed::is_firm_in_any_case;
use crate::confidential::closure::{Line, letters};
use crate::text::is_space;

/// A figure with fewer digits is none to know a case by when it is written in another way.
const DIGITS: usize = 6;
/// A name of fewer letters may stand in a link by chance.
const SLUG: usize = 5;

/// Does `name` stand in `words` as a whole word?
pub(super) fn holds(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let behind = &words[at + name.len()..];
        let behind = behind.strip_prefix('s').unwrap_or(behind);
        !words[..at].ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    })
}

/// The same for a name, written in capitals as well, and in small letters where those are no word of the language.
pub(super) fn holds_in_any_case(words: &str, name: &str) -> bool {
    if holds(words, name) {
        return true;
    }
    let in_capitals = name.contains(char::is_alphabetic) && !name.contains(char::is_lowercase);
    let other = if in_capitals { titled(name) } else { name.to_uppercase() };
    let plain = || name.replace(['æ', 'Æ'], "ae").replace(['ø', 'Ø'], "oe").replace(['å', 'Å'], "aa");
    let digits = || {
        name.bytes().filter(u8::is_ascii_digit).count() >= DIGITS && letters(words).contains(&letters(name))
    };
    let in_small = || {
        let small = name.to_lowercase();
        holds(&words.to_lowercase(), &small) && is_own(name)
    };
    let in_parts = || {
        plot(name).is_some_and(|(number, letters)| {
            holds(words, &format!("{number} {letters}")) || holds(words, &format!("{number}{letters}"))
        })
    };
    other != name && holds(words, &other)
        || in_parts()
        || !name.is_ascii() && holds(words, &plain())
        || digits()
        || in_small()
}

/// Is `name` no word of the language, so that it is that name in small letters too: "omsorgia", "vind aps"?
fn is_own(name: &str) -> bool {
    let words: Vec<&str> = name.split(is_space).collect();
    match words.as_slice() {
        [only] => only.chars().count() >= SLUG && !is_listed(only),
        _ => words
            .iter()
            .any(|word| is_firm_in_any_case(word) || word.bytes().any(|byte| byte.is_ascii_digit())),
    }
}

/// "BRÆNDHOLM" as "Brændholm".
fn titled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Do `words`, which stand beside the text or in a link, hold one of `names`, written in whatever way: "kirkevej-12"?
pub(super) fn is_named_beside(names: &[String], words: &str) -> bool {
    let folded = slug(words);
    let holds = |name: &String| {
        let own = slug(name);
        holds_in_any_case(words, name) || own.chars().count() >= SLUG && folded.contains(&own)
    };
    names.iter().any(holds)
}

/// The words around the border between `line` and `next`, on one line: "Omsor-" and "gia i dag" as "Omsorgia i dag".
pub(super) fn over_line_end(line: &Line<'_>, next: &Line<'_>) -> Option<String> {
    const NEAR: usize = 3;
    let last: Vec<&str> = line.words.split(is_space).rev().take(NEAR).collect();
    let last: Vec<&str> = last.into_iter().rev().collect();
    let first: Vec<&str> = next.words.split(is_space).take(NEAR).collect();
    let (last, first) = (last.join(" "), first.join(" "));
    if last.is_empty() || first.is_empty() {
        return None;
    }
    Some(match last.strip_suffix('-') {
        Some(half) if first.starts_with(char::is_lowercase) => format!("{half}{first}"),
        _ => format!("{last} {first}"),
    })
}
