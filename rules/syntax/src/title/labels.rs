//! Labels before a title: "Emne:", "Ekstra punkt –".

use super::begins_title;
use crate::heading_words::WORDS;
use danish::letters::small;
use text::is_space;

/// The bytes of "Emne:" before a title that stands below its number.
pub fn label_len(words: &str) -> usize {
    const LONGEST: usize = 16;
    let added = added_len(words);
    if added > 0 {
        return added;
    }
    let colon = memchr::memchr(b':', &words.as_bytes()[..words.len().min(LONGEST + 1)]);
    let Some((label, rest)) = colon.map(|at| (&words[..at], &words[at + 1..])) else { return 0 };
    let labels = WORDS.labels.iter().any(|own| **own == *small(label));
    let title = rest.trim_start_matches(is_space);
    if labels && !title.is_empty() { words.len() - title.len() } else { 0 }
}

/// The bytes of "Ekstra punkt:", "Nyt punkt – " before the title of an item that came later and has no number.
pub fn added_len(words: &str) -> usize {
    const LONGEST: usize = 24;
    if !words.starts_with(['E', 'N', 'T', 'S', 'e', 'n', 't', 's']) {
        return 0;
    }
    let head = &words[..text::lines::floor_boundary(words, LONGEST)];
    let sign = [":", " -", " –"].iter().filter_map(|sign| Some((head.find(sign)?, sign.len()))).min();
    let Some((at, len)) = sign else { return 0 };
    let title = words[at + len..].trim_start_matches(is_space);
    let fits =
        title.len() < words.len() - at - len && begins_title(title) && WORDS.counts_added(&words[..at]);
    if fits { words.len() - title.len() } else { 0 }
}
