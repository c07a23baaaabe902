//! How a rule is switched off in a file of settings that somebody has written: the ways to say it, the neatest first.

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, range};

use super::source::Source;
use super::written::Written;
use std::path::Path;

/// A file of settings that says nothing but that `rule` is off.
pub(crate) fn new_settings(rule: &str) -> String {
    format!("[lint]\nignore = [\"{rule}\"]\n")
}

/// Edits of `text`, each of which may switch `rule` off there; whether it does must be tried. None when the text cannot
/// be read.
pub(crate) fn switch_off(text: &str, rule: &str) -> Vec<Edit> {
    let Ok((source, written)) = Source::read::<Written>(Path::new(""), "", text.to_owned()) else {
        return Vec::new();
    };
    let at = |offset: usize| TextSize::new(offset as u32);
    let mut edits = Vec::new();
    if let Some(ignored) = written.lint.ignore.as_ref() {
        let last = ignored.len().checked_sub(1).and_then(|n| source.range(&format!("lint.ignore[{n}]")));
        edits.extend(match (last, source.range("lint.ignore")) {
            (Some(last), _) => Some(Edit::insert(at(last.end), format!(", \"{rule}\""))),
            (None, Some(list)) => Some(Edit::replace(range(list.start, list.end), format!("[\"{rule}\"]"))),
            (None, None) => None,
        });
    }
    if let Some(level) = source.range(&format!("lint.severity.{rule}")) {
        edits.push(Edit::replace(range(level.start, level.end), "\"off\""));
    }
    let line = format!("\"{rule}\" = \"off\"\n");
    let first = source
        .keys_below("lint.severity")
        .into_iter()
        .filter_map(|key| source.key_range(&key))
        .min_by_key(|r| r.start);
    if let Some(key) = first {
        let start = text[..key.start].rfind('\n').map_or(0, |end| end + 1);
        edits.push(Edit::insert(at(start), line.clone()));
    }
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    edits.push(Edit::insert(at(text.len()), format!("{gap}[lint.severity]\n{line}")));
    edits
}

/// The edit of `text` that adds `entry`, a table of a list.
pub(crate) fn added(text: &str, entry: &str) -> Edit {
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    Edit::replace(TextRange::empty(TextSize::of(text)), format!("{gap}{entry}"))
}

#[cfg(test)]
mod tests {
    use super::switch_off;
    use rules::text::edit::Edits;

    fn first(text: &str) -> String {
        let edit = switch_off(text, "dates/weekday").remove(0);
        Edits::new(vec![edit]).and_then(|edits| edits.apply(text)).expect("an edit of the text")
    }

    #[test]
    fn the_list_or_table_that_is_there_is_added_to() {
        assert_eq!(
            first("[lint]\nignore = [\"names\"]\n"),
            "[lint]\nignore = [\"names\", \"dates/weekday\"]\n"
        );
        assert_eq!(
            first("[lint]\nignore = [\n  \"names\", # her\n]\n"),
            "[lint]\nignore = [\n  \"names\", \"dates/weekday\", # her\n]\n"
        );
        assert_eq!(first("[lint]\nignore = []\n"), "[lint]\nignore = [\"dates/weekday\"]\n");
        assert_eq!(
            first("[lint.severity]\n\"dates/weekday\" = \"hint\"\n"),
            "[lint.severity]\n\"dates/weekday\" = \"off\"\n"
        );
        assert_eq!(
            first("[lint.severity]\n# lav\nnames = \"hint\"\n"),
            "[lint.severity]\n# lav\n\"dates/weekday\" = \"off\"\nnames = \"hint\"\n"
        );
        assert_eq!(
            first("style = \"odense\""),
            "style = \"odense\"\n\n[lint.severity]\n\"dates/weekday\" = \"off\"\n"
        );
        assert!(switch_off("style = [", "dates/weekday").is_empty());
    }
}
