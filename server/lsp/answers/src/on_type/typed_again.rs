//! A mark that Enter has put in and that is typed all the same stands once: "2. 2. ", "Ad 2. Ad 2. ", "- - ".

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space};
use snapshot::document::Snapshot;
use tower_lsp::ls_types::Position;

use super::line_at;

/// Takes away the second of two marks before the caret, which stand alone on the line.
pub(super) fn mark(snapshot: &Snapshot, caret: Position) -> Option<Edit> {
    let line = line_at(snapshot, caret.line);
    let before = TextRange::new(line.start(), snapshot.offset(caret).clamp(line.start(), line.end()));
    let text = snapshot.text();
    let (twice, behind) =
        (text[before].trim_start_matches(is_space), &text[TextRange::new(before.end(), line.end())]);
    let once =
        twice.get(..twice.len() / 2).filter(|once| twice[once.len()..] == **once && once.ends_with(' '))?;
    let goes_on = caret.line > 0 && is_mark(once, &text[line_at(snapshot, caret.line - 1)]);
    let alone = behind.trim_matches(is_space).is_empty();
    if !goes_on || !alone || snapshot.is_left_alone() {
        return None;
    }
    let second = TextRange::new(before.end() - TextSize::of(once), before.end());
    Some(Edit::delete(second))
}

/// May Enter have put `mark` in below the line `above`?
fn is_mark(mark: &str, above: &str) -> bool {
    if let Some(own) = super::mark(mark) {
        let same = |above: super::Mark<'_>| above.count == own.count.last_or_same() && above.sign == own.sign;
        return own.words.is_empty() && super::mark(above).is_some_and(same);
    }
    // "Ad 2. ", "Bilag 3 - ": the line above begins with the same word and has a number or a letter too.
    let word = |line: &str| line.split(is_space).next().unwrap_or_default().to_lowercase();
    let above = above.trim_start_matches(is_space);
    ["ad", "ad.", "bilag"].contains(&&*word(mark)) && word(above) == word(mark)
}
