//! How a word is put into the list of words of a file of settings that somebody has written: the neatest way first.

use std::path::Path;

use rules::text::edit::Edit;

use super::insertion::{added, put_in_list, put_in_table};
use super::source::Source;
use super::written::RawConfig;

/// Edits of `text`, each of which may make `word` known there; whether it does must be tried. None when the text cannot be
/// read.
pub fn add_word(text: &str, word: &str) -> Vec<Edit> {
    let Ok((source, written)) = Source::read::<RawConfig>(Path::new(""), "", text.to_owned()) else {
        return Vec::new();
    };
    let line = format!("words = [\"{word}\"]\n");
    let mut edits = Vec::new();
    edits.extend(put_in_list(&source, "vocabulary.words", written.vocabulary.words.len(), word));
    edits.extend(put_in_table(&source, text, "vocabulary", &line));
    edits.push(added(text, &format!("[vocabulary]\n{line}")));
    edits
}

#[cfg(test)]
mod tests {
    use super::add_word;
    use rules::text::edit::Edits;

    fn first(text: &str) -> String {
        let edit = add_word(text, "infill").remove(0);
        Edits::new(vec![edit]).and_then(|edits| edits.apply(text)).expect("an edit of the text")
    }

    #[test]
    fn the_list_that_is_there_is_added_to() {
        assert_eq!(first(""), "[vocabulary]\nwords = [\"infill\"]\n");
        assert_eq!(first("style = \"odense\""), "style = \"odense\"\n\n[vocabulary]\nwords = [\"infill\"]\n");
        assert_eq!(
            first("[vocabulary]\nwords = [\n  \"KULA\", # os\n]\n"),
            "[vocabulary]\nwords = [\n  \"KULA\", \"infill\", # os\n]\n"
        );
        assert_eq!(first("[vocabulary]\nwords = []\n"), "[vocabulary]\nwords = [\"infill\"]\n");
        assert_eq!(
            first("[vocabulary]\n# vores\ntitles = []\n"),
            "[vocabulary]\n# vores\nwords = [\"infill\"]\ntitles = []\n"
        );
        assert_eq!(first("[vocabulary]\n\n[lint]\n"), "[vocabulary]\nwords = [\"infill\"]\n\n[lint]\n");
        assert_eq!(first("[vocabulary]"), "[vocabulary]\nwords = [\"infill\"]\n");
        assert!(add_word("style = [", "infill").is_empty());
    }
}
