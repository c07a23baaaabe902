//! Labels before a title: "Emne:", "Ekstra punkt –".

use super::begins_title;
use crate::heading_words::WORDS;
use danish::letters::small;
use text::is_space;

/// The bytes of "Emne:" before a title that stands below its number.
pub fn label_len(words: &str) -> usize {
    let added = added_len(words);
    if added > 0 { added } else { len_of(words, &[&WORDS.labels]) }
}

/// The same before one of several titles that all have the same label: "Tema: Havnen", "Tema: Skolen".
pub fn shared_label_len(words: &str) -> usize {
    len_of(words, &[&WORDS.labels, &WORDS.shared_labels])
}

fn len_of(words: &str, lists: &[&Vec<Box<str>>]) -> usize {
    const LONGEST: usize = 16;
    let colon = memchr::memchr(b':', &words.as_bytes()[..words.len().min(LONGEST + 1)]);
    let Some((label, rest)) = colon.map(|at| (&words[..at], &words[at + 1..])) else { return 0 };
    let label = small(label);
    let labels = lists.iter().any(|list| list.iter().any(|own| **own == *label));
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
