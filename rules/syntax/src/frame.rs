//! Signs that frame words on both sides: "--- Titel ---", ">> 12 << Titel".
//!
//! Who writes plain text makes headings stand out so. A rule of signs alone frames nothing, nor does a page number.

use std::ops::Range;

use crate::kind::LONGEST_TITLE;
use text::is_space;

/// A frame is of so many signs on each side at least, and of so many at most around a number.
const FEWEST: usize = 2;
const MOST_OF_NUMBER: usize = 3;

/// The sign that closes what `sign` opens, where such signs frame words.
fn closing(sign: char) -> Option<char> {
    match sign {
        '-' | '=' | '+' | ':' | '–' | '—' | '*' => Some(sign),
        '>' => Some('<'),
        '<' => Some('>'),
        _ => None,
    }
}

/// Where the words stand in `line` that signs frame: "--- Titel ---", "== 3. Titel ==".
pub(crate) fn framed(line: &str) -> Option<Range<usize>> {
    words_in(line).filter(|&(_, closed)| closed >= FEWEST).map(|(words, _)| words)
}

/// The same of words that begin with a number, where what a block keeps of the line lacks the last signs.
pub(crate) fn framed_count(line: &str) -> Option<Range<usize>> {
    let counts = |words: &Range<usize>| line[words.start..].starts_with(|c: char| c.is_ascii_digit());
    words_in(line).filter(|(words, closed)| *closed != 1 && counts(words)).map(|(words, _)| words)
}

/// The words behind signs that open a frame, and how many signs close it.
fn words_in(line: &str) -> Option<(Range<usize>, usize)> {
    let sign = line.chars().next()?;
    let close = closing(sign)?;
    let inner = line.trim_start_matches(sign);
    let n = (line.len() - inner.len()) / sign.len_utf8();
    // "*** Titel ***"; what fewer stars frame is in bold.
    let starred = sign != '*' || n > FEWEST && inner.starts_with(is_space);
    if n < FEWEST || !starred {
        return None;
    }
    let words = inner.trim_end_matches(close);
    let closed = (inner.len() - words.len()) / close.len_utf8();
    let start = line.len() - inner.trim_start_matches(is_space).len();
    let end = line.len() - inner.len() + words.trim_end_matches(is_space).len();
    let titled = || {
        let first = line[start..end]
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ':' | ' '));
        first.starts_with(char::is_uppercase)
    };
    (end > start && end - start <= LONGEST_TITLE && titled()).then_some((start..end, closed))
}

/// Where the number stands in `line` that signs frame, and where the words behind it begin: ">> 12 << Titel", "<12> Titel", "-12- Titel".
pub(crate) fn framed_number(line: &str) -> Option<(Range<usize>, usize)> {
    let sign = line.chars().next()?;
    let close = closing(sign)?;
    let inner = line.trim_start_matches(sign);
    let n = (line.len() - inner.len()) / sign.len_utf8();
    let start = line.len() - inner.trim_start_matches(is_space).len();
    let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let rest = line[end..].trim_start_matches(is_space);
    let behind = rest.trim_start_matches(close);
    let closed = (rest.len() - behind.len()) / close.len_utf8();
    let title = behind.trim_start_matches([':', '.']).trim_start_matches(is_space);
    (digits > 0 && n == closed && n <= MOST_OF_NUMBER && title.len() < behind.len())
        .then_some((start..end, line.len() - title.len()))
}

#[cfg(test)]
mod tests {
    use super::{framed, framed_number};

    #[test]
    fn signs_on_both_sides_frame_a_title() {
        for line in [
            "--- Havnen ---",
            "== Havnen ==",
            "++ Havnen +++",
            ">> Havnen <<",
            "–– Havnen ––",
            "---Havnen---",
            "*** Havnen ***",
        ] {
            assert_eq!(framed(line).map(|at| &line[at]), Some("Havnen"), "{line}");
        }
        assert_eq!(framed("---- 3. Havnen ----"), Some(5..14));
        for line in [
            "---",
            "-----------",
            "- Havnen -",
            "--- Havnen",
            "-- 3 --",
            "--- side 3 ---",
            "=== ===",
            "=> Udsat.",
            "***",
            "** Havnen **",
            "***Havnen***",
            "-- der blev talt om havnen --",
        ] {
            assert_eq!(framed(line), None, "{line}");
        }
    }

    #[test]
    fn signs_on_both_sides_frame_a_number() {
        for line in [
            "<31> Havnen",
            ">> 31 << Havnen",
            "-31- Havnen",
            "== 31 == Havnen",
            "<31>: Havnen",
            "* 31 * Havnen",
        ] {
            let found = framed_number(line).map(|(number, title)| (&line[number], &line[title..]));
            assert_eq!(found, Some(("31", "Havnen")), "{line}");
        }
        for line in ["-31 Havnen", "<b>31</b>", "<31>", "--31- Havnen", "> 31. Havnen", "-31-Havnen"] {
            assert_eq!(framed_number(line), None, "{line}");
        }
    }
}
