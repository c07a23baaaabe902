//! How a rule is switched off in a file of settings that somebody has written: the ways to say it, the neatest first.

use rules::text::edit::Edit;
use rules::text::range;

use super::insertion::{added, put_in_list, put_in_table};
use super::source::Source;
use super::written::RawConfig;
use std::path::Path;

/// A file of settings that says nothing but that `rule` is off.
pub fn new_settings(rule: &str) -> String {
    format!("[lint]\nignore = [\"{rule}\"]\n")
}

/// Edits of `text`, each of which may switch `rule` off there; whether it does must be tried. None when the text cannot
/// be read.
pub fn switch_off(text: &str, rule: &str) -> Vec<Edit> {
    let Ok((source, written)) = Source::read::<RawConfig>(Path::new(""), "", text.to_owned()) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    if let Some(ignored) = written.lint.ignore.as_ref() {
        edits.extend(put_in_list(&source, "lint.ignore", ignored.len(), rule));
    }
    if let Some(level) = source.range(&format!("lint.severity.{rule}")) {
        edits.push(Edit::replace(range(level.start, level.end), "\"off\""));
    }
    let line = format!("\"{rule}\" = \"off\"\n");
    edits.extend(put_in_table(&source, text, "lint.severity", &line));
    edits.push(added(text, &format!("[lint.severity]\n{line}")));
    edits
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
