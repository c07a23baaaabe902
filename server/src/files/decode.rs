//! Bytes to text: UTF-8, with or without a byte-order mark, else Windows-1252.
//!
//! The mark stays in the text, where it counts as a space, so that offsets are those of the file.

use crate::problem::Problem;

/// What the bytes of a file stood for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As it should be.
    Utf8,
    /// Old files of Windows programs.
    Windows1252,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The text.
    pub(crate) text: String,
    /// How its bytes were read.
    pub(crate) encoding: Encoding,
}

/// The characters of the bytes 0x80 to 0x9F; the five without one stay control characters, as browsers have it.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of `bytes`, unless they are none.
pub(super) fn decode(bytes: Vec<u8>, name: &str) -> Result<Source, Problem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Problem::new(
            format!("{name} er UTF-16; gem filen som UTF-8"),
            format!("{name} is UTF-16; save the file as UTF-8"),
        ));
    }
    if bytes.contains(&0) {
        return Err(Problem::new(
            format!("{name} er ikke tekst (binary); gem dokumentet som ren tekst"),
            format!("{name} is binary, not text; save the document as plain text"),
        ));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Source { text, encoding: Encoding::Utf8 },
        Err(error) => Source { text: windows_1252(error.as_bytes()), encoding: Encoding::Windows1252 },
    })
}

/// The bytes of `text` in `encoding`; `None` when a character has none there.
pub(super) fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => Some(text.as_bytes().to_vec()),
        Encoding::Windows1252 => text.chars().map(windows_1252_byte).collect(),
    }
}

fn windows_1252_byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return Some(0x80 + at as u8);
    }
    u8::try_from(c).ok().filter(|byte| !(0x80..0xa0).contains(byte))
}

fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};

    #[test]
    fn a_byte_order_mark_stays_in_the_text() {
        let source = decode(b"\xef\xbb\xbfR\xc3\xa5d".to_vec(), "x").expect("text");
        assert_eq!((source.text.as_str(), source.encoding), ("\u{feff}Råd", Encoding::Utf8));
    }

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        let source = decode(b"R\xe5d \x96 \x80 5".to_vec(), "x").expect("text");
        assert_eq!((source.text.as_str(), source.encoding), ("Råd – € 5", Encoding::Windows1252));
    }

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (1..=255).collect();
        let text = super::windows_1252(&bytes);
        assert_eq!(super::encode(&text, Encoding::Windows1252), Some(bytes));
        assert_eq!(super::encode("ł", Encoding::Windows1252), None);
    }

    #[test]
    fn binary_files_are_refused() {
        assert!(decode(b"PK\x03\x04\x00".to_vec(), "x").is_err());
        assert!(decode(b"\xff\xfeR\x00".to_vec(), "x").expect_err("UTF-16").to_string().contains("UTF-16"));
    }
}
