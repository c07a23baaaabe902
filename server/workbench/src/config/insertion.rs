//! Where something is put into a file of settings that somebody has written, so that what is there stays as it is.

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, range};

use super::source::Source;

/// The edit that puts `word` last in the list at `key`, which holds `n` words; `None` when the list is not there.
pub(super) fn put_in_list(source: &Source, key: &str, n: usize, word: &str) -> Option<Edit> {
    let last = n.checked_sub(1).and_then(|last| source.range(&format!("{key}[{last}]")));
    match (last, source.range(key)) {
        (Some(last), _) => Some(Edit::insert(at(last.end), format!(", \"{word}\""))),
        (None, Some(list)) => Some(Edit::replace(range(list.start, list.end), format!("[\"{word}\"]"))),
        (None, None) => None,
    }
}

/// The edit of `text`, which is `source`, that puts `line` first in the table at `key`; `None` when it is not there.
pub(super) fn put_in_table(source: &Source, text: &str, key: &str, line: &str) -> Option<Edit> {
    let keys = source.keys_below(key).into_iter().filter_map(|key| source.key_range(&key));
    let Some(first) = keys.min_by_key(|key| key.start) else {
        return put_under_head(source, text, key, line);
    };
    let start = text[..first.start].rfind('\n').map_or(0, |end| end + 1);
    Some(Edit::insert(at(start), line))
}

/// The same for a table that is nothing but its head: `[vocabulary]`.
fn put_under_head(source: &Source, text: &str, key: &str, line: &str) -> Option<Edit> {
    let head = source.key_range(key)?;
    let start = text[..head.start].rfind('\n').map_or(0, |end| end + 1);
    if !text[start..].trim_start().starts_with('[') {
        return None;
    }
    let rest = &text[head.end..];
    match rest.find('\n') {
        Some(end) => Some(Edit::insert(at(head.end + end + 1), line)),
        None => Some(Edit::insert(at(text.len()), format!("\n{line}"))),
    }
}

/// The edit of `text` that adds `entry`, a table of a list.
pub fn added(text: &str, entry: &str) -> Edit {
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    Edit::replace(TextRange::empty(TextSize::of(text)), format!("{gap}{entry}"))
}

fn at(offset: usize) -> TextSize {
    TextSize::new(offset as u32)
}
