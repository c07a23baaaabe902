//! The line of a closed heading: which of its words are a title, and which tell of the case.

use crate::closed::{is_private, may_be_published, tells_of_case};
use crate::closed_signs::is_of_meetings;
use privacy::Secrets;
use syntax::closed::says_closed;
use text::is_space;

/// A heading line behind its number, parted by its mark in brackets: "Personsag", " (lukket)", "pedellen er opsagt".
pub struct Parts {
    /// How many bytes the title has.
    pub title: usize,
    /// Where in the line words stand behind the mark that may not be published.
    pub told: Option<std::ops::Range<usize>>,
}

/// Parts `line`, the words of a closed heading from its title on.
pub fn parts(line: &str) -> Parts {
    let Some(mark) = bracket(line) else { return Parts { title: bare(line).len(), told: None } };
    let behind = line[mark.end..].trim_end_matches(is_space);
    // In a row, cells behind the title are weighed one by one.
    let told =
        !says_little(behind.trim_matches(|c: char| !c.is_alphanumeric())) && !behind.contains(['|', '\t']);
    Parts { title: bare(&line[..mark.start]).len(), told: told.then(|| mark.end..mark.end + behind.len()) }
}

/// What stands behind a title in the row of a table, `behind`: the rest of its own cell but for the sign and the mark there, and the
/// other cells, each with where it begins.
pub fn behind_title(behind: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    behind.split(['|', '\t']).enumerate().filter_map(move |(n, cell)| {
        let start = at;
        at += cell.len() + 1;
        let is_sign =
            |c: char| is_space(c) || n == 0 && matches!(c, ':' | ',' | ';' | '.' | '-' | '–' | '*' | '_');
        let words = cell.trim_start_matches(is_sign);
        let start = start + cell.len() - words.len();
        let words = words.trim_end_matches(is_space);
        let is_mark = n == 0 && is_of_meetings(words);
        (!words.is_empty() && !is_mark).then_some((start, words))
    })
}

/// `title` without a comment behind it, and without what only Markdown reads at its end.
fn bare(title: &str) -> &str {
    let end = title.find("<!--").unwrap_or(title.len());
    title[..end].trim_end_matches(|c| is_space(c) || matches!(c, '*' | '_' | '`'))
}

/// Do `words`, behind a title or in a cell beside it, tell nothing of the case: a page, "Godkendt."?
pub fn says_little(words: &str) -> bool {
    words.chars().all(|c| !c.is_alphabetic()) || may_be_published(words)
}

/// Where the first bracket that says closed stands: "(Lukket)", "[fortroligt, 20 min.]".
fn bracket(line: &str) -> Option<std::ops::Range<usize>> {
    line.match_indices(['(', '[']).find_map(|(start, open)| {
        let close = if open == "(" { ')' } else { ']' };
        let end = start + line[start..].find(close)? + close.len_utf8();
        says_closed(&line[start..end]).then_some(start..end)
    })
}

/// Does `title` say whom or how much the case is about, or what was decided?
pub fn is_telling(title: &str) -> bool {
    is_private(title) || tells_of_case(title) || !Secrets::of(title).is_empty()
}
