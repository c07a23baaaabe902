//! The beginning of a title as a number to compare with.

/// The letters and digits that `words` begins with, as one number to compare with; 0 for fewer than four of them.
pub(crate) fn key(words: &str) -> u32 {
    const LETTERS: usize = 20;
    let mut hash: u32 = 0x811c_9dc5;
    let mut n = 0;
    let mut add = |letter: u32| {
        hash = (hash ^ letter).wrapping_mul(0x0100_0193);
        n += 1;
        n == LETTERS
    };
    let mut at = 0;
    while let Some(byte) = words.as_bytes().get(at) {
        let (letter, len) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric().then(|| u32::from(byte.to_ascii_lowercase())), 1)
        } else {
            let c = words[at..].chars().next().unwrap_or_default();
            let small = c.is_alphanumeric().then(|| u32::from(c.to_lowercase().next().unwrap_or(c)));
            (small, c.len_utf8())
        };
        at += len;
        if letter.is_some_and(&mut add) {
            break;
        }
    }
    if n < 4 { 0 } else { hash | 1 }
}
