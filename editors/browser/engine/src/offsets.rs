//! Bytes to UTF-16 units and back.

/// The UTF-16 offset of ever later bytes of one text, in one pass over it.
pub(crate) struct Utf16<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Utf16<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The UTF-16 offset of byte `at`; asking for an earlier byte than before begins anew.
    pub(crate) fn of(&mut self, at: usize) -> usize {
        if at < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        let at = self.text.floor_char_boundary(at);
        self.unit += units(&self.text[self.byte..at]);
        self.byte = at;
        self.unit
    }
}

/// The UTF-16 units of `text`.
fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// The byte at UTF-16 offset `unit`; past the end is the end, inside a pair is its character's start.
pub(crate) fn byte(text: &str, unit: usize) -> usize {
    let mut left = unit;
    for (at, c) in text.char_indices() {
        if left < c.len_utf16() {
            return at;
        }
        left -= c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Utf16, byte};

    #[test]
    fn both_ways_agree() {
        let text = "På 🙂 møde";
        let mut units = Utf16::new(text);
        for (at, _) in text.char_indices() {
            assert_eq!(byte(text, units.of(at)), at);
        }
        assert_eq!(byte(text, 99), text.len());
        assert_eq!(Utf16::new(text).of(text.len()), text.encode_utf16().count());
    }
}
