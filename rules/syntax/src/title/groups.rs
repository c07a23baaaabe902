//! Lines over a group of items.

use crate::heading_words::WORDS;
use danish::letters::with_small;
use text::is_space;

/// Does a line stand over a group of items: "Beslutningssager", "B. Orienteringssager"? `Some(true)` where it is "Tillægsdagsorden".
pub(crate) fn group(words: &str) -> Option<bool> {
    const LONGEST: usize = 40;
    if !words.starts_with(char::is_uppercase) {
        return None;
    }
    if is_counted_part(words) {
        return Some(false);
    }
    if words.len() > LONGEST {
        return None;
    }
    let bare = behind_letter(words).unwrap_or(words).trim_end_matches(':');
    with_small(bare, |words| WORDS.group(words))
}

/// "DEL I – FORMALIA", "Afsnit 2: Valg": is it a part of the agenda with a number of its own?
fn is_counted_part(words: &str) -> bool {
    const LONGEST: usize = 80;
    const LONGEST_WORD: usize = 10;
    let Some(at) = words.bytes().take(LONGEST_WORD).position(|byte| byte == b' ') else { return false };
    if words.len() > LONGEST || !WORDS.counts_part(&words[..at]) {
        return false;
    }
    let rest = &words[at + 1..];
    let len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let number = &rest[..len];
    let counts = number.bytes().all(|byte| byte.is_ascii_digit())
        || number.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
        || len == 1 && number.bytes().all(|byte| byte.is_ascii_uppercase());
    let sign = rest[len..].trim_start_matches(is_space);
    (1..=4).contains(&len) && counts && (sign.is_empty() || sign.starts_with([':', '.', '-', '–', '—', ')']))
}

/// "B. Lukkede sager": what stands behind the letter.
pub(crate) fn behind_letter(words: &str) -> Option<&str> {
    const LONGEST: usize = 3;
    let sign = words.bytes().take(LONGEST + 1).position(|byte| !byte.is_ascii_uppercase())?;
    let rest = words[sign..].strip_prefix(['.', ')']).filter(|rest| rest.starts_with(is_space))?;
    Some(rest.trim_start_matches(is_space))
}
