//! Private numbers after an edit: looked for again between two stretches of plain words, and moved beyond them.
//!
//! Whether digits are a private number is told by what stands near them, and nothing reaches over a line's end with words
//! on both sides and no digit far and wide. A text of figures alone has no such place and is read from the start.

use super::Secrets;
use text::edit::moved;
use text::{TextRange, TextSize};

/// At least this many bytes without a digit part two numbers: words that name a number stand within 80 bytes of it.
const REACH: usize = 128;

/// At least this many letters in them, which no row of signs is.
const LETTERS: usize = 40;

impl Secrets {
    /// Follows an edit that replaced `old` by `inserted` bytes and left `text`.
    pub fn follow(&mut self, text: &str, old: TextRange, inserted: TextSize) {
        let end = old.start() + inserted;
        let from = quiet_before(text, old.start().into());
        let to = quiet_after(text, end.into());
        let tail = text.len() - to;
        let again = Self::in_document(&text[from..to]).ranges;
        let start = TextSize::new(u32::try_from(from).unwrap_or(u32::MAX));
        let before = self.ranges.partition_point(|range| range.end() <= start);
        let former_end = text.len() + usize::from(old.len()) - usize::from(inserted) - tail;
        let after = self.ranges.partition_point(|range| usize::from(range.start()) < former_end);
        for range in &mut self.ranges[after.max(before)..] {
            *range = moved(*range, old, inserted);
        }
        self.ranges.splice(before..after.max(before), again.into_iter().map(|range| range + start));
    }
}

/// The last quiet place before byte `at`, or the start.
fn quiet_before(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end > 0 {
        let start = bytes[..end].iter().rposition(|byte| is_loud(*byte)).map_or(0, |loud| loud + 1);
        if let Some(quiet) = quiet_within(bytes, start, end).next_back() {
            return quiet;
        }
        end = start.saturating_sub(1);
    }
    0
}

/// The first quiet place from byte `at` on, or the end.
fn quiet_after(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut start = at;
    while start < bytes.len() {
        let end =
            bytes[start..].iter().position(|byte| is_loud(*byte)).map_or(bytes.len(), |loud| start + loud);
        if let Some(quiet) = quiet_within(bytes, start, end).next() {
            return quiet;
        }
        start = end + 1;
    }
    bytes.len()
}

/// The starts of lines between `start` and `end`, where there is no digit, with words enough on both sides.
fn quiet_within(bytes: &[u8], start: usize, end: usize) -> impl DoubleEndedIterator<Item = usize> {
    let words = |bytes: &[u8]| bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= LETTERS;
    let first = start + REACH;
    let stretch = end.checked_sub(REACH).and_then(|last| bytes.get(first - 1..last)).unwrap_or_default();
    let lines = memchr::memchr_iter(b'\n', stretch).map(move |at| first + at);
    lines.filter(move |&line| words(&bytes[line - REACH..line]) && words(&bytes[line..line + REACH]))
}

/// May a digit of some script or sign begin with `byte`, or a tag or a reference, which are one sign however long they are, or
/// does it part the cells of a table, over which its first row reaches? Of what is beyond ASCII only the letters that begin
/// with 0xc3 are surely none.
fn is_loud(byte: u8) -> bool {
    byte.is_ascii_digit()
        || matches!(byte, b'<' | b'&' | b'%' | b'|' | b'\t' | b';')
        || (byte >= 0xc2 && byte != 0xc3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

    use super::{Secrets, quiet_after, quiet_before};
    use text::{range, size};

    const WORDS: &str =
        "Udvalget drøftede sagen og tog orienteringen til efterretning uden bemærkninger.\n\n";

    /// Lines of minutes: those of words alone part the others.
    const LINES: [&str; 11] = [
        "Sagsnr. 070761-7391, tlf. 07 07 61 42 85\n",
        "P-nr.:\n1003041234, 1003041235 og\n",
        "| Nr. | Sagsnr. |\n| 1 | 070761-7391 |\n",
        "Borgeren (cpr. 010203-1234, tlf. 12 34 56 78) mødte.\n",
        "010203\n",
        "1234\n",
        "07.07.61 (cpr. 4285)\n",
        "| 12 | <b>0707</b> | 61 4285 |\n",
        WORDS,
        "Barnets navn i skolens protokol\tCPR\n",
        "Karen Marie Margrethe Holm\t102031234\n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn following_an_edit_is_looking_anew(
            lines in proptest::collection::vec(0..LINES.len(), 0..30),
            place in 0..2000usize,
            removed in 0..40usize,
            inserted in "[0-9 a\n-]{0,6}",
        ) {
            let mut text: String = lines.iter().map(|&line| LINES[line].repeat(if line == 8 { 4 } else { 1 })).collect();
            let mut secrets = Secrets::in_document(&text);
            let start = text.floor_char_boundary(place % (text.len() + 1));
            let end = text.ceil_char_boundary((start + removed).min(text.len()));
            text.replace_range(start..end, &inserted);
            secrets.follow(&text, range(start, end), size(&inserted));
            prop_assert_eq!(secrets, Secrets::in_document(&text));
        }
    }

    #[test]
    fn only_what_stands_near_is_read_again() {
        let number = "Borgeren (cpr. 010203-1234) mødte.\n";
        let text = [&WORDS.repeat(10), number, &WORDS.repeat(10)].concat();
        let at = text.find("0102").expect("a number");
        let (from, to) = (quiet_before(&text, at), quiet_after(&text, at));
        assert!(from > at - 600 && to < at + 600, "{from}, {at}, {to}");
    }

    #[test]
    fn figures_alone_have_no_quiet_place() {
        let text = "12 10 21 14 25 30\n".repeat(100);
        assert_eq!((quiet_before(&text, 900), quiet_after(&text, 900)), (0, text.len()));
    }
}
