//! Bytes to UTF-16 units and back.

/// The UTF-16 units before every so many bytes of one text, so that no place is counted from the start.
#[derive(Debug, Default)]
pub(crate) struct Units {
    before: Vec<usize>,
    all: usize,
}

/// This many bytes are counted through at most.
const STRETCH: usize = 1 << 10;

impl Units {
    /// Those of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut all = 0;
        let mut before = Vec::with_capacity(text.len() / STRETCH + 1);
        for stretch in text.as_bytes().chunks(STRETCH) {
            before.push(all);
            all += units(stretch);
        }
        Self { before, all }
    }

    /// How many there are.
    pub(crate) fn all(&self) -> usize {
        self.all
    }

    /// The UTF-16 offset of byte `at` of `text`, which is the text they were counted in.
    pub(crate) fn of(&self, text: &str, at: usize) -> usize {
        let at = text.floor_char_boundary(at);
        let stretch = at / STRETCH;
        let Some(before) = self.before.get(stretch) else { return self.all };
        before + units(&text.as_bytes()[stretch * STRETCH..at])
    }

    /// The byte of `text` at UTF-16 offset `unit`; past the end is the end, inside a pair is its character's start.
    pub(crate) fn byte(&self, text: &str, unit: usize) -> usize {
        let stretch = self.before.partition_point(|before| *before <= unit).saturating_sub(1);
        // A character may lie over the border of two stretches: its first byte is counted in the one before.
        let start = text.floor_char_boundary(stretch * STRETCH);
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
}
