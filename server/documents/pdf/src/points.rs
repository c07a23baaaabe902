//! Points of lists, as their lines begin.

use super::line::is_marker;

pub(super) fn first_word(words: &str) -> &str {
    words.split([' ', '\t']).next().unwrap_or_default()
}

pub(super) fn is_marked(words: &str) -> bool {
    // "d. 31. maj" goes on with a sentence.
    let is_day = words.strip_prefix("d. ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_marker(first_word(words)) && !is_day
}

/// "at planen godkendes", "2. at", "• Løn".
pub(super) fn begins_point(words: &str) -> bool {
    matches!(first_word(words), "at" | "om") || is_marked(words)
}

/// Does a list begin with `words`, below a line that leads to it: "…udvalget," and "1. at …"?
pub(super) fn begins_list(before: &str, words: &str) -> bool {
    let rest = words[first_word(words).len()..].trim_start();
    let is_first = matches!(first_word(words).trim_end_matches(['.', ')']), "1" | "a" | "•" | "-" | "–");
    is_marked(words) && (rest.starts_with("at ") || is_first && before.ends_with([',', ':']))
}

/// The number that `words` begin with: "2.", "2)", "2026".
pub(super) fn number(words: &str) -> Option<u32> {
    first_word(words).trim_end_matches(['.', ')']).parse().ok()
}

/// Does "2." begin the line after one that "1." begins?
pub(super) fn follows(before: &str, words: &str) -> bool {
    match (number(before), number(words)) {
        (Some(before), Some(after)) => is_marked(words) && before.checked_add(1) == Some(after),
        _ => is_marked(words) && first_word(words) == first_word(before),
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_list, follows};

    #[test]
    fn the_next_point_begins_a_line() {
        assert!(follows("1. at planen godkendes", "2. at den sendes"));
        assert!(follows("• Løn", "• Drift"));
        assert!(!follows("1. at planen fra", "4. november"));
        assert!(begins_list("Direktionen indstiller til Byrådet,", "1. at planen godkendes"));
        assert!(begins_list("Vi har:", "• Løn"));
        assert!(!begins_list("Planen gælder fra den", "1. november"));
        assert!(!begins_list("som vedtaget,", "d. 31. maj"));
    }
}
