//! A space before the colon of a label: "Tilstede : Hans".
//!
//! Many a template writes all its labels so, or lets the colons stand below each other. So the space is a slip only where the
//! other labels of the part are without it.

use danish::spelling::is_known;
use lint::PartView;
use text::{is_space, range};

/// Does a space stand before the colon at byte `at` in a label that begins a line?
pub(super) fn is_apart(view: &PartView<'_>, at: usize) -> bool {
    let start = view.text[..at].rfind('\n').map_or(0, |end| end + 1);
    let label = &view.text[start..at - 1];
    let behind = view.text[at + 1..].strip_prefix(' ').and_then(|rest| rest.chars().next());
    is_label(label) && behind.is_some_and(char::is_alphanumeric) && view.is_prose(range(at - 1, at + 1))
}

/// "Tilstede", "Næste møde": a capital, and nothing but known words.
fn is_label(words: &str) -> bool {
    const MOST_WORDS: usize = 3;
    const SHORTEST: usize = 4;
    let known = |word: &str| word.chars().all(char::is_alphabetic) && is_known(&word.to_lowercase());
    words.starts_with(char::is_uppercase)
        && words.chars().count() >= SHORTEST
        && words.split(' ').count() <= MOST_WORDS
        && words.split(' ').all(known)
}

/// Is there one label with such a space in `text`, and at least two without?
pub(super) fn is_one_apart(text: &str) -> bool {
    const FEWEST: usize = 2;
    let mut without = 0;
    let mut with = 0;
    for line in text.lines() {
        let Some((label, rest)) = line.split_once(':') else { continue };
        if !rest.starts_with(' ') {
            continue;
        }
        if label.ends_with(is_space) {
            with += 1;
        } else if is_label(label) {
            without += 1;
        }
        if with > 1 {
            return false;
        }
    }
    without >= FEWEST
}
