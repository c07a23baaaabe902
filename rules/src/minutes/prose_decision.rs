//! Decisions that are told in prose, without a heading of their own.

use crate::syntax::Block;
use crate::text::TextSize;

const DECIDED: &[&str] =
    &["Referat:", "Beslutning:", "Beslutning -", "Beslutning –", "Besluttet", "Det blev besluttet", "BESLUT"];
const TAKEN_OFF: &[&str] = &["Punktet ", "Sagen ", "Udsat", "Udgå", "Udgik", "Aflyst", "Taget af", "Trukket"];
// Without the first letter, which may be a capital.
const HOW: &[&str] =
    &["dgår", "dgik", "dgået", "dsat", "dsættes", "flyst", "f dagsordenen", "rukket", "ortfald"];

/// In bytes: a longer line that begins with "Sagen" tells a story.
const LONGEST: usize = 160;

/// Does a line of the item say what was decided, or that the item was taken off the agenda?
pub(super) fn is_told(text: &str, blocks: &[Block]) -> bool {
    let mut at = TextSize::new(0);
    blocks.iter().any(|block| {
        let words = &text[block.words() + at];
        at += block.len;
        tells(words)
    })
}

fn tells(words: &str) -> bool {
    // Most lines are told apart by their first letter.
    if !matches!(words.as_bytes(), [b'A' | b'B' | b'D' | b'P' | b'R' | b'S' | b'T' | b'U', ..]) {
        return false;
    }
    let begins = |any: &[&str]| any.iter().any(|beginning| words.starts_with(beginning));
    let taken_off =
        || words.len() <= LONGEST && begins(TAKEN_OFF) && HOW.iter().any(|how| words.contains(how));
    begins(DECIDED) || taken_off()
}

#[cfg(test)]
mod tests {
    use super::tells;

    #[test]
    fn decisions_and_what_took_their_place_are_told() {
        for words in
            ["Beslutning: Godkendt.", "BESLUTTET", "Sagen udgik.", "Punktet blev taget af dagsordenen"]
        {
            assert!(tells(words), "{words}");
        }
        for words in ["Sagen er ny.", "Beslutningen ventes i maj.", "Det er udsat."] {
            assert!(!tells(words), "{words}");
        }
    }
}
