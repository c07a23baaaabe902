//! A date behind a word that stands twice.

use super::DOUBLINGS;
use danish::date::dates;
use text::is_space;

/// Does `text` begin with a date that ends its phrase: "3. maj.", "3. maj kl. 19", and not "3. maj vedtagne plan"?
pub(super) fn ends_with_date(text: &str) -> bool {
    const LONGEST: usize = 40;
    let near = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let Some(date) = dates(near).next().filter(|date| usize::from(date.range.start()) == 0) else {
        return false;
    };
    let after = near[date.range.end().into()..].trim_start_matches(is_space);
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.is_empty() && after.len() < near.len()
        || matches!(word, "kl" | "i" | "på" | "hos" | "fra")
        || DOUBLINGS.verbs.contains(word)
}
