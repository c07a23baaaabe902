//! Runs of letters that may be worth a look: long ones, and those that begin with a capital.
//!
//! They are read off the runs of letters and digits that the part has already. Most are neither, which their length and
//! their first byte tell; digits and the few signs above ASCII among letters part the others.

use danish::letters::is_mark;
use text::TextRange;

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

/// Shows `see` those of `runs`, which are of letters and digits, that may be worth a look, in order.
pub(super) fn long_or_large(text: &str, runs: &[TextRange], mut see: impl FnMut(Run)) {
    let bytes = text.as_bytes();
    for run in runs {
        let (start, end) = (usize::from(run.start()), usize::from(run.end()));
        if end - start >= SHORTEST || !bytes[start].is_ascii_lowercase() {
            look(text, start, end, &mut see);
        }
    }
}

/// Shows the runs that the bytes from `start` to `end` are: one, unless a digit or a sign stands among them.
fn look(text: &str, start: usize, end: usize, see: &mut impl FnMut(Run)) {
    let bytes = &text.as_bytes()[start..end];
    let plain = |&byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, 0x80..=0xbf | 0xc3 | 0xcc);
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
                if capital || at - first >= SHORTEST {
                    see(Run { start: start + first, end: start + at, capital });
                }
                from = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::long_or_large;
    use crate::runs::runs;

    fn seen(text: &str) -> Vec<&str> {
        let mut seen = Vec::new();
        long_or_large(text, &runs(text), |run| seen.push(&text[run.start..run.end]));
        seen
    }

    #[test]
    fn long_words_and_capitals_are_seen() {
        assert_eq!(seen("Det er økonomien, og byrådsmødet 22a varede"), ["Det", "økonomien", "byrådsmødet"]);
        assert_eq!(seen("3B og 2022budgettet, 12 "), ["B", "budgettet"]);
        assert_eq!(seen(""), Vec::<&str>::new());
    }

    #[test]
    fn quotation_marks_and_dashes_part_runs() {
        assert_eq!(seen("”Ole”–kommunen\u{a0}Greve"), ["Ole", "kommunen", "Greve"]);
        assert_eq!(seen(" – "), Vec::<&str>::new());
    }
}
