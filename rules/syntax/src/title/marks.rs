//! Marks of open and closed items in a title: "(Lukket)", "Åben - ", "- LUKKET".

use super::begins_title;
use crate::heading_words::WORDS;
use danish::letters::small;
use text::is_space;

/// The mark `(Åben)` or `[Lukket]` that `title` begins with: its bytes, and whether it says closed.
pub(crate) fn mark_at(title: &str) -> Option<(usize, bool)> {
    const LONGEST: usize = 80;
    let open = title.chars().next()?;
    let end = match open {
        '(' => ')',
        '[' => ']',
        '*' | '`' => open,
        _ => return None,
    };
    let rest = &title[1..];
    let close = rest.char_indices().take(LONGEST).find(|(_, c)| *c == end)?.0;
    let folded = small(rest[..close].trim_matches(is_space));
    // Few brackets hold a mark, so what it is founded on is not looked for in the others.
    let bare = WORDS.marks_begin.begin(&folded).then(|| without_reason(&folded))?;
    Some((close + 2, *WORDS.marks.get(bare)?))
}

/// "Lukket: Køb af grund", "Åben - Skolerne": the bytes of the mark and its sign before a title, and whether it says closed.
pub(super) fn mark_and_sign(title: &str) -> Option<(usize, bool)> {
    const LONGEST: usize = 16;
    let len = title.find(|c: char| !c.is_alphabetic()).filter(|len| *len <= LONGEST)?;
    let rest = &title[len..];
    let behind =
        rest.strip_prefix(':').or_else(|| rest.strip_prefix(" -")).or_else(|| rest.strip_prefix(" –"))?;
    let own = behind.trim_start_matches(is_space);
    let closed = *WORDS.marks.get(&*small(&title[..len]))?;
    (own.len() < behind.len() && begins_title(own)).then_some((title.len() - own.len(), closed))
}

/// A mark without what it is founded on: "lukket, jf. styrelseslovens § 10", "lukket - § 10", "lukket jf. § 10".
fn without_reason(mark: &str) -> &str {
    let ends = [",", ";", " -", " –", " jf", " iht", " i henhold", " efter", " pga", " §"];
    let end = ends.iter().filter_map(|end| mark.find(end)).min().unwrap_or(mark.len());
    mark[..end].trim_end_matches(|c| is_space(c) || c == '.')
}

/// The mark that `title` ends with: where it begins, and whether it says closed.
pub(super) fn mark_behind(title: &str) -> Option<(usize, bool)> {
    let bare = title.trim_end_matches('.');
    let open = match bare.chars().next_back()? {
        ')' | ']' => bare.rfind(['(', '['])?,
        sign @ ('*' | '`') => bare[..bare.len() - 1].rfind(sign)?,
        _ => return None,
    };
    let (len, closed) = mark_at(&bare[open..])?;
    (open + len == bare.len() && open > 0).then_some((open, closed))
}

/// Where "- LUKKET" begins, which `title` ends with.
pub(super) fn dashed_mark(title: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    let tail = &title[text::lines::floor_boundary(title, title.len().saturating_sub(LONGEST))..];
    let folded = small(tail);
    let dashed = |mark: &&str| mark.starts_with(['-', '–']) && folded.ends_with(*mark);
    let mark =
        WORDS.closed_after.iter().map(|mark| &**mark).find(dashed).filter(|_| folded.len() == tail.len())?;
    let at = title.len() - mark.len();
    (at > 0 && title[..at].ends_with(is_space)).then_some(at)
}

/// Words before a title that say that its item is closed: "lukket punkt".
pub(crate) fn closed_before() -> &'static [Box<str>] {
    WORDS.closed_before
}

/// Words behind a title that say the same: "- lukket".
pub(crate) fn closed_after() -> &'static [Box<str>] {
    WORDS.closed_after
}

/// The bytes of "Åbent" or "Lukket" at the beginning of `words`, before "punkt 12".
pub(crate) fn mark_before(words: &str) -> Option<usize> {
    let len = words.find(|c: char| is_space(c) || c == ':')?;
    let word = words.get(..len).filter(|word| word.len() <= 12).map(small)?;
    WORDS.before.iter().any(|mark| **mark == *word).then_some(len)
}
