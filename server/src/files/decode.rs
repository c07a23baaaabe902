//! Bytes to text: UTF-8, with or without a byte-order mark, else Windows-1252.
//!
//! The mark stays in the text, where it counts as a space, so that offsets are those of the file. Word, LibreOffice, web
//! pages and PDF are known by their bytes, and their text is what their readers make of it.

use std::sync::Arc;

use documents::{Extracted, windows_1252};

use super::document::refused;
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
    /// The document that the text was taken out of, unless the file is the text.
    pub(crate) extracted: Option<Arc<Extracted>>,
}

/// The text of `bytes`, unless they are none.
pub(super) fn decode(bytes: Vec<u8>, name: &str) -> Result<Source, Problem> {
    if let Some(read) = documents::read(&bytes, name) {
        let mut extracted = read.map_err(|fault| refused(fault, name))?;
        let text = std::mem::take(&mut extracted.text);
        return Ok(Source { text, encoding: Encoding::Utf8, extracted: Some(Arc::new(extracted)) });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || is_bare_utf_16(&bytes) {
        return Err(Problem::new(
            format!("{name} er UTF-16; gem filen som UTF-8"),
            format!("{name} is UTF-16; save the file as UTF-8"),
        ));
    }
    if bytes.contains(&0) {
        return Err(Problem::no_text(
            format!("{name} er ikke tekst, men binær; gem dokumentet som ren tekst"),
            format!("{name} is binary, not text; save the document as plain text"),
        ));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Source { text, encoding: Encoding::Utf8, extracted: None },
        Err(error) => {
            let text = windows_1252::text(error.as_bytes());
            Source { text, encoding: Encoding::Windows1252, extracted: None }
        }
    })
}

/// Is it UTF-16 that does not say so: is one of the two bytes of most characters 0, and hardly ever the other?
fn is_bare_utf_16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    first.max(second) * 3 > start.len() && first.min(second) * 20 < start.len()
}

/// The bytes of `text` in `encoding`; `None` when a character has none there.
pub(super) fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => Some(text.as_bytes().to_vec()),
        Encoding::Windows1252 => text.chars().map(windows_1252::byte).collect(),
    }
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
    fn binary_files_are_refused() {
        assert!(decode(b"\x7fELF\x00".to_vec(), "x").is_err());
        assert!(decode(b"Referat\x00\x01\x02".to_vec(), "x").expect_err("binary").is_no_text());
        for text in [&b"\xff\xfeR\x00"[..], b"R\x00\xe5\x00d\x00", b"\x00R\x00\xe5\x00d"] {
            let problem = decode(text.to_vec(), "x").expect_err("UTF-16");
            assert!(problem.to_string().contains("UTF-16") && !problem.is_no_text());
        }
    }
}
