//! Lines over a group of items.

use crate::heading_words::WORDS;
use danish::letters::with_small;
use text::is_space;

/// Does a line stand over a group of items: "Beslutningssager", "B. Orienteringssager"? `Some(true)` where it is "Tillægsdagsorden".
pub(crate) fn group(words: &str) -> Option<bool> {
    const LONGEST: usize = 40;
    if words.len() > LONGEST || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let bare = behind_letter(words).unwrap_or(words).trim_end_matches(':');
    with_small(bare, |words| WORDS.group(words))
}

/// "B. Lukkede sager": what stands behind the letter.
pub(crate) fn behind_letter(words: &str) -> Option<&str> {
    const LONGEST: usize = 3;
    let sign = words.bytes().take(LONGEST + 1).position(|byte| !byte.is_ascii_uppercase())?;
    let rest = words[sign..].strip_prefix(['.', ')']).filter(|rest| rest.starts_with(is_space))?;
    Some(rest.trim_start_matches(is_space))
}
