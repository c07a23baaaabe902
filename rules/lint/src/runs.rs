//! Runs of letters and digits in a text, found 64 bytes at a time.
//!
//! A word is some seven bytes long, so a loop that asks of each byte whether the word ends there guesses wrong at
//! every end. Here a number of 64 bits says for 64 bytes which of them belong to words, and the places where its bits
//! change are starts and ends. That is several times as fast as reading [words](danish::words), which know
//! hyphens and abbreviations.

use text::{TextRange, range};

/// The runs of letters and digits in `text`, in order.
pub(super) fn runs(text: &str) -> Vec<TextRange> {
    let mut edges = Edges { runs: Vec::with_capacity(text.len() / 6), start: 0, inside: false, lead: 0 };
    let (chunks, rest) = text.as_bytes().as_chunks::<64>();
    for (i, chunk) in chunks.iter().enumerate() {
        edges.read(chunk, i * 64);
    }
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    edges.read(&last, chunks.len() * 64);
    if edges.inside {
        edges.runs.push(range(edges.start, text.len()));
    }
    edges.runs
}

/// The same, one after another: for a short text of which only the first are wanted.
pub(super) fn first_runs(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let bytes = text.as_bytes();
    let letter = |at: usize| match bytes[at] {
        byte if byte.is_ascii_alphanumeric() => 1,
        0xc3..=0xcd => 2,
        _ => 0,
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && letter(at) == 0 {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && letter(at) > 0 {
            at += letter(at);
        }
        (start < at).then(|| range(start, at))
    })
}

/// The runs so far, and what the bytes read so far leave open.
struct Edges {
    runs: Vec<TextRange>,
    /// Where the last run begins.
    start: usize,
    /// Does the last byte belong to a run?
    inside: bool,
    /// 1 if the last byte is the first of a letter of two.
    lead: u64,
}

impl Edges {
    /// Reads the next 64 bytes, which begin at byte `offset`.
    fn read(&mut self, chunk: &[u8; 64], offset: usize) {
        let mask = self.mask(chunk);
        let mut edges = mask ^ (mask << 1 | u64::from(self.inside));
        while edges != 0 {
            let at = offset + edges.trailing_zeros() as usize;
            edges &= edges - 1;
            if self.inside {
                self.runs.push(range(self.start, at));
            } else {
                self.start = at;
            }
            self.inside = !self.inside;
        }
    }

    /// Which of 64 bytes belong to words.
    fn mask(&mut self, chunk: &[u8; 64]) -> u64 {
        let mut single = [0; 64];
        let mut lead = [0; 64];
        for i in 0..64 {
            let byte = chunk[i];
            let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
            let digit = byte.wrapping_sub(b'0') < 10;
            single[i] = u8::from(letter | digit);
            // U+00C0 to U+036F: the letters of Europe, and the marks that combine with them.
            lead[i] = u8::from(byte.wrapping_sub(0xc3) < 11);
        }
        let lead = packed(&lead);
        let second = lead << 1 | self.lead;
        self.lead = lead >> 63;
        packed(&single) | lead | second
    }
}

/// 64 bytes that are 0 or 1 as the bits of a number, the first as the lowest.
fn packed(flags: &[u8; 64]) -> u64 {
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |packed, (i, eight)| {
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        packed | bits << (8 * i)
    })
}

#[cfg(test)]
mod tests {
    use super::{first_runs, runs};

    fn read(text: &str) -> Vec<&str> {
        assert_eq!(first_runs(text).collect::<Vec<_>>(), runs(text));
        runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn runs_end_at_everything_but_letters_and_digits() {
        assert_eq!(
            read("På Ærø, (2 A-skat)\u{a0}§7 ”ja”–nej"),
            ["På", "Ærø", "2", "A", "skat", "7", "ja", "nej"]
        );
        assert_eq!(read("a\u{30a}r"), ["a\u{30a}r"]);
        assert_eq!(read(""), Vec::<&str>::new());
    }

    #[test]
    fn a_run_may_lie_anywhere() {
        for before in 0..130 {
            for length in [1, 2, 7, 63, 64, 65, 140] {
                let word = format!("{}å", "x".repeat(length));
                let text = format!("{}{word} å", " ".repeat(before));
                assert_eq!(read(&text), [&word, "å"], "{before} {length}");
            }
        }
    }
}
