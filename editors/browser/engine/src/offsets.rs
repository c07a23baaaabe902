//! Bytes to UTF-16 units and back.

use std::ops::Range;

/// The UTF-16 units before places of one text that lie close together, so that none is counted from the start.
#[derive(Debug, Default)]
pub(crate) struct Units {
    /// Where each stretch begins, in bytes and in units.
    starts: Vec<(usize, usize)>,
    all: (usize, usize),
}

/// So many bytes are counted through at most, but where edits have lengthened a stretch.
const STRETCH: usize = 1 << 8;

/// A stretch that grew beyond so many bytes is divided anew.
const LONGEST: usize = 4 * STRETCH;

impl Units {
    /// Those of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        Self { starts: divided(bytes, (0, 0)), all: (bytes.len(), units(bytes)) }
    }

    /// How many there are.
    pub(crate) fn all(&self) -> usize {
        self.all.1
    }

    /// Follows an edit that put `inserted` bytes in the place of `old` and left `text`.
    pub(crate) fn edit(&mut self, text: &str, old: Range<usize>, inserted: usize) {
        let [first, last] = [old.start, old.end].map(|at| self.stretch(|start| start.0 <= at));
        let Some(&start) = self.starts.get(first) else { return *self = Self::new(text) };
        let next = self.starts.get(last + 1).copied().unwrap_or(self.all);
        let end = next.0 + inserted - old.len();
        let anew = &text.as_bytes()[start.0..end];
        let grown = start.1 + units(anew);
        let moved = |(byte, unit): (usize, usize)| (byte + end - next.0, unit + grown - next.1);
        self.starts[last + 1..].iter_mut().for_each(|start| *start = moved(*start));
        self.all = moved(self.all);
        let starts = if anew.len() > LONGEST { divided(anew, start) } else { vec![start] };
        self.starts.splice(first..=last, starts);
    }

    /// The last stretch of which `is` says that it begins early enough.
    fn stretch(&self, is: impl Fn(&(usize, usize)) -> bool) -> usize {
        self.starts.partition_point(is).saturating_sub(1)
    }

    /// The UTF-16 offset of byte `at` of `text`, which is the text they were counted in.
    pub(crate) fn of(&self, text: &str, at: usize) -> usize {
        let at = text.floor_char_boundary(at);
        let stretch = self.stretch(|start| start.0 <= at);
        let Some(&(byte, unit)) = self.starts.get(stretch) else { return 0 };
        unit + units(&text.as_bytes()[byte..at])
    }

    /// The byte of `text` at UTF-16 offset `unit`; past the end is the end, inside a pair is its character's start.
    pub(crate) fn byte(&self, text: &str, unit: usize) -> usize {
        let stretch = self.stretch(|start| start.1 <= unit);
        // A character may lie over the border of two stretches: its first byte is counted in the one before.
        let start = text.floor_char_boundary(self.starts.get(stretch).map_or(0, |start| start.0));
        let mut left = unit.saturating_sub(self.of(text, start));
        for (at, c) in text[start..].char_indices() {
            if left < c.len_utf16() {
                return start + at;
            }
            left -= c.len_utf16();
        }
        text.len()
    }
}

/// Where stretches of `bytes` begin, which lie at `start`.
fn divided(bytes: &[u8], start: (usize, usize)) -> Vec<(usize, usize)> {
    let mut at = start;
    let stretches = bytes.chunks(STRETCH).map(|stretch| {
        let start = at;
        at = (at.0 + stretch.len(), at.1 + units(stretch));
        start
    });
    stretches.collect()
}

/// The UTF-16 units of the characters that begin in `bytes`: one for each, and two for one of four bytes.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::Units;

    #[test]
    fn both_ways_agree() {
        for text in ["På 🙂 møde".to_owned(), "x🙂æ".repeat(1000), "🙂".repeat(1000), String::new()]
        {
            let units = Units::new(&text);
            let mut counted = 0;
            for (at, c) in text.char_indices() {
                assert_eq!((units.of(&text, at), units.byte(&text, counted)), (counted, at));
                counted += c.len_utf16();
            }
            assert_eq!((units.byte(&text, counted + 9), units.all()), (text.len(), counted));
            assert_eq!(units.of(&text, text.len()), counted);
        }
    }

    #[test]
    fn an_edit_counts_as_the_text_afresh() {
        let mut text = "x🙂æ og mere ".repeat(400);
        let mut units = Units::new(&text);
        let long = "på 🙂".repeat(900);
        for (place, removed, inserted) in [
            (0.0, 0, "a"),
            (0.5, 1, ""),
            (0.5, 0, "🙂"),
            (0.3, 3000, "ø"),
            (1.0, 0, "slut"),
            (0.7, 0, &long),
            (0.0, 1 << 30, ""),
            (0.0, 0, "ny 🙂"),
        ] {
            let boundary = |at: usize| text.floor_char_boundary(at.min(text.len()));
            let from = boundary((place * text.len() as f64) as usize);
            let to = boundary(from.saturating_add(removed)).max(from);
            text.replace_range(from..to, inserted);
            units.edit(&text, from..to, inserted.len());
            let afresh = Units::new(&text);
            assert_eq!(units.all(), afresh.all());
            for (at, _) in text.char_indices() {
                assert_eq!(units.of(&text, at), afresh.of(&text, at), "{at}");
                assert_eq!(units.byte(&text, units.of(&text, at)), at);
            }
        }
    }
}
