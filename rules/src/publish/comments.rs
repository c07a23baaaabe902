//! Comments that only the source of a text shows: `<!-- … -->`.

use crate::document::Document;
use crate::syntax::Class;
use crate::text::{TextRange, TextSize, range};

/// The comments of `document`, each with the line that it leaves empty.
pub(super) fn comments(document: &Document) -> Vec<TextRange> {
    let (text, mut found, mut from) = (document.text(), Vec::new(), 0);
    while let Some(start) = text[from..].find("<!--").map(|at| from + at) {
        let Some(end) = text[start..].find("-->").map(|at| start + at + "-->".len()) else { break };
        if !is_code(document, start) {
            found.push(with_line(text, start, end));
        }
        from = end;
    }
    found
}

fn is_code(document: &Document, at: usize) -> bool {
    let mut end = TextSize::new(0);
    let block = document.minutes().blocks().iter().find(|block| {
        end += block.len;
        usize::from(end) > at
    });
    block.is_some_and(|block| block.class == Class::Code)
}

/// The comment from `start` to `end`, and all of its line where nothing else stands on it.
fn with_line(text: &str, start: usize, end: usize) -> TextRange {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let is_alone = text[line..start].trim().is_empty() && text[end..rest].trim().is_empty();
    if !is_alone {
        return range(start, end);
    }
    let is_blank = |line: &str| line.trim().is_empty();
    let follows = text[rest..].split_inclusive('\n').next().filter(|next| is_blank(next));
    let precedes = text[..line].lines().next_back().is_none_or(is_blank);
    range(line, rest + follows.filter(|_| precedes).map_or(0, str::len))
}
