//! Runs of letters that may be worth a look: long ones, and those that begin with a capital.
//!
//! Most words of a text are neither, and looking where each of them ends is what costs. So 64 bytes at a time become
//! two masks, without a branch, and the runs are read off the bits. A byte above ASCII counts as a letter at first;
//! the few runs where that was a quotation mark or a dash are then split.

use crate::danish::letters::is_mark;

/// Shorter runs without a capital are passed over, in bytes.
pub(super) const SHORTEST: usize = 8;

/// A run of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Does it begin with a capital?
    pub(super) capital: bool,
}

/// Shows `see` the runs of `text`, in order.
pub(super) fn runs(text: &str, mut see: impl FnMut(Run)) {
    let bytes = text.as_bytes();
    let mut letters = mask(bytes, 0);
    let mut ended_in_letter = 0;
    let mut chunk = 0;
    while chunk < bytes.len() {
        let next = mask(bytes, chunk + 64);
        let mut starts = letters & !(letters << 1 | ended_in_letter);
        while starts != 0 {
            let bit = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let start = chunk + bit;
            let len = match (!letters >> bit).trailing_zeros() as usize {
                len if bit + len < 64 => len,
                _ => 64 - bit + next.trailing_ones() as usize,
            };
            let first = bytes[start];
            if len >= SHORTEST || first.is_ascii_uppercase() || !first.is_ascii() {
                let end = if len >= 64 { long_end(bytes, start) } else { start + len };
                look(text, start, end, &mut see);
            }
        }
        ended_in_letter = letters >> 63;
        letters = next;
        chunk += 64;
    }
}

/// Which of the 64 bytes from `at` on are letters or lie above ASCII.
fn mask(bytes: &[u8], at: usize) -> u64 {
    let Some(rest) = bytes.get(at..) else { return 0 };
    let mut mask = 0;
    let mut chunks = rest.chunks_exact(8);
    for (i, chunk) in chunks.by_ref().take(8).enumerate() {
        let eight = chunk.try_into().map_or(0, u64::from_le_bytes);
        mask |= letters_of_eight(eight) << (8 * i);
    }
    if rest.len() < 64 {
        let mut last = [0; 8];
        let left = &rest[rest.len() / 8 * 8..];
        last[..left.len()].copy_from_slice(left);
        mask |= letters_of_eight(u64::from_le_bytes(last)) << (rest.len() / 8 * 8);
    }
    mask
}

/// One bit for each byte that is a letter or lies above ASCII; eight bytes are compared in one number.
fn letters_of_eight(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const TOP: u64 = 0x80 * EACH;
    let small = (eight | (0x20 * EACH)) & !TOP;
    let from_a = small + (0x80 - b'a' as u64) * EACH;
    let past_z = small + (0x7f - b'z' as u64) * EACH;
    let found = ((from_a & !past_z) | eight) & TOP;
    // Gathers the top bits of the eight bytes in one.
    (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

fn long_end(bytes: &[u8], start: usize) -> usize {
    let inner = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    start + bytes[start..].iter().take_while(|byte| inner(byte)).count()
}

/// Shows the runs that the bytes from `start` to `end` are: one, unless a sign above ASCII stands among them.
fn look(text: &str, start: usize, end: usize, see: &mut impl FnMut(Run)) {
    let bytes = &text.as_bytes()[start..end];
    let plain = |&byte: &u8| byte < 0xc2 || byte == 0xc3 || byte == 0xcc;
    if bytes.iter().all(plain) {
        let capital = bytes[0].is_ascii_uppercase() || (bytes[0] == 0xc3 && bytes[1] < 0x9f);
        see(Run { start, end, capital });
        return;
    }
    let mut from = None;
    for (at, c) in text[start..end].char_indices().chain([(end - start, ' ')]) {
        let letter = c.is_alphabetic() || is_mark(c);
        match from {
            None if letter => from = Some(at),
            Some(first) if !letter => {
                let capital = text[start + first..].starts_with(char::is_uppercase);
                see(Run { start: start + first, end: start + at, capital });
                from = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SHORTEST, letters_of_eight, runs};

    fn seen(text: &str) -> Vec<&str> {
        let mut seen = Vec::new();
        runs(text, |run| seen.push(&text[run.start..run.end]));
        seen
    }

    #[test]
    fn long_words_and_capitals_are_seen() {
        assert_eq!(seen("Det er økonomien, og byrådsmødet 22a varede"), ["Det", "økonomien", "byrådsmødet"]);
        assert_eq!(seen(""), Vec::<&str>::new());
    }

    #[test]
    fn quotation_marks_and_dashes_part_runs() {
        assert_eq!(seen("”Ole”–kommunen\u{a0}Greve"), ["Ole", "kommunen", "Greve"]);
        assert_eq!(seen(" – "), Vec::<&str>::new());
    }

    #[test]
    fn exactly_letters_are_letters() {
        for byte in 0..=255_u8 {
            let letter = byte.is_ascii_alphabetic() || !byte.is_ascii();
            assert_eq!(letters_of_eight(u64::from(byte) << 24), u64::from(letter) << 3, "{byte}");
        }
    }

    #[test]
    fn a_run_is_seen_whole_wherever_it_lies() {
        for before in 0..140 {
            for len in [SHORTEST, 63, 64, 65, 200] {
                let text = format!("{}{} a", "1".repeat(before), "é".repeat(len));
                assert_eq!(seen(&text), [&text[before..before + 2 * len]], "{before} {len}");
            }
        }
    }
}
