//! Windows-1252, which old files and old web pages are written in.

/// The characters of the bytes 0x80 to 0x9F; the five without one stay control characters, as browsers have it.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte of `c`, if it has one.
pub fn byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return Some(0x80 + at as u8);
    }
    u8::try_from(c).ok().filter(|byte| !(0x80..0xa0).contains(byte))
}

/// The text of `bytes`; every byte has a character.
pub fn text(bytes: &[u8]) -> String {
    let character = |&byte: &u8| match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    };
    bytes.iter().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::{byte, text};

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (1..=255).collect();
        let back: Option<Vec<u8>> = text(&bytes).chars().map(byte).collect();
        assert_eq!(back, Some(bytes));
        assert_eq!(byte('ł'), None);
    }
}
