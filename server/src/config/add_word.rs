//! How a word is put into the list of words of a file of settings that somebody has written: the neatest way first.

use std::path::Path;

use rules::text::edit::Edit;
use rules::text::{TextSize, range};

use super::source::Source;
use super::switch_off::added;
use super::written::Written;

/// Edits of `text`, each of which may make `word` known there; whether it does must be tried. None when the text cannot be
/// read.
pub(crate) fn add_word(text: &str, word: &str) -> Vec<Edit> {
    let Ok((source, written)) = Source::read::<Written>(Path::new(""), "", text.to_owned()) else {
        return Vec::new();
    };
    let at = |offset: usize| TextSize::new(offset as u32);
    let words = &written.vocabulary.words;
    let last = words.len().checked_sub(1).and_then(|n| source.range(&format!("vocabulary.words[{n}]")));
    let mut edits = Vec::new();
    edits.extend(match (last, source.range("vocabulary.words")) {
        (Some(last), _) => Some(Edit::insert(at(last.end), format!(", \"{word}\""))),
        (None, Some(list)) => Some(Edit::replace(range(list.start, list.end), format!("[\"{word}\"]"))),
        (None, None) => None,
    });
    let first = source.keys_below("vocabulary").into_iter().filter_map(|key| source.key_range(&key));
    if let Some(key) = first.min_by_key(|key| key.start) {
        let start = text[..key.start].rfind('\n').map_or(0, |end| end + 1);
        edits.push(Edit::insert(at(start), format!("words = [\"{word}\"]\n")));
    }
    edits.push(added(text, &format!("[vocabulary]\nwords = [\"{word}\"]\n")));
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
        assert!(add_word("style = [", "infill").is_empty());
    }
}
