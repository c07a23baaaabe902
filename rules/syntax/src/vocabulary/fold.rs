//! How lines are compared with the words that are known: whatever their capitals, accents, spaces and colons.

use danish::letters::small;
use text::is_space;

/// This many pairs of first letters there are.
pub(super) const PAIRS: usize = 1024;

/// The first two bytes as a number below [`PAIRS`], any letter case alike; `None` where one is not ASCII, as in "Økonomi".
pub(super) fn first_pair(words: &str) -> Option<usize> {
    let [first, second, ..] = words.as_bytes() else { return None };
    let letter = |b: u8| if b.is_ascii_alphabetic() { usize::from(b & 31) } else { 0 };
    (first.is_ascii() && second.is_ascii()).then(|| letter(*first) * 32 + letter(*second))
}

/// How titles are compared: small letters, single spaces, no accent on "é", no colon at the end.
pub(crate) fn fold(line: &str) -> String {
    if is_plain(line) {
        let mut folded = small(line);
        folded.truncate(without_colon(line).len());
        return folded;
    }
    let mut folded = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            c if is_space(c) => {
                if !folded.ends_with(' ') && !folded.is_empty() {
                    folded.push(' ');
                }
            }
            'é' | 'É' => folded.push('e'),
            '\u{301}' => {}
            // A decomposed å, as some systems export it.
            '\u{30a}' if folded.ends_with('a') => {
                folded.pop();
                folded.push('å');
            }
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded.truncate(without_colon(&folded).len());
    folded
}

pub(super) fn without_colon(line: &str) -> &str {
    line.trim_end_matches([' ', ':'])
}

/// Is a line the same folded but for capitals, and what stands at its end? True of nearly every line: letters of
/// Danish, single spaces, no accents.
pub(super) fn is_plain(line: &str) -> bool {
    let bytes = line.as_bytes();
    let odd = |byte: u8| !matches!(byte, b' '..=0x7e | 0x80..=0xbf | 0xc3);
    let doubled = bytes.windows(2).fold(false, |found, pair| found | (pair == b"  "));
    let accent = |at: usize| matches!(bytes.get(at + 1), Some(0x89 | 0xa9));
    !doubled
        && bytes.first() != Some(&b' ')
        && !bytes.iter().fold(false, |found, &byte| found | odd(byte))
        && !memchr::memchr_iter(0xc3, bytes).any(accent)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_capitals_and_colons_make_no_difference() {
        assert_eq!(fold("RESUMÉ:"), "resume");
        assert_eq!(fold("Sagen\u{a0} afgøres i "), "sagen afgøres i");
        assert_eq!(fold("Sagen afgøres pa\u{30a}"), "sagen afgøres på");
    }
}
