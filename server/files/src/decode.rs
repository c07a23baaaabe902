//! Bytes to text: UTF-8, with or without a byte-order mark, else Windows-1252; UTF-8 with a broken
//! byte and the encodings of older systems are refused.
//!
//! The mark stays in the text, where it counts as a space, so that offsets are those of the file. Word, LibreOffice, web
//! pages and PDF are known by their bytes, and their text is what their readers make of it.

use std::sync::Arc;

use documents::{Extracted, windows_1252};
use rules::syntax::Ranks;
use workbench::findings::Encoding;
use workbench::limits::Limits;
use workbench::problem::Problem;

use super::document::pretends;
use super::{apart, code_page};

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The text.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// The document that the text was taken out of, unless the file is the text.
    pub extracted: Option<Arc<Extracted>>,
}

impl Source {
    /// What the document that the text was taken out of says of its lines.
    pub fn ranks(&self) -> Ranks {
        self.extracted.as_deref().map_or_else(Ranks::default, Extracted::ranks)
    }
}

/// The text of `bytes`, unless they are none; a document is read within `limits`.
pub(super) fn decode(bytes: Vec<u8>, name: &str, limits: Limits) -> Result<Source, Problem> {
    if documents::may_be_document(&bytes, name)
        && let Some(mut extracted) = apart::read(&bytes, name, limits)?
    {
        let text = std::mem::take(&mut extracted.text);
        if let Some(problem) = pretends(name, "", Some(extracted.format)) {
            return Err(problem);
        }
        return Ok(Source { text, encoding: Encoding::Utf8, extracted: Some(Arc::new(extracted)) });
    }
    let source = decode_text(bytes, name)?;
    pretends(name, &source.text, None).map_or(Ok(source), Err)
}

/// The text of `bytes`, which are no document.
pub(super) fn decode_text(bytes: Vec<u8>, name: &str) -> Result<Source, Problem> {
    if let Some(wide) = wide(&bytes) {
        return Err(in_other(name, wide));
    }
    if bytes.contains(&0) {
        return Err(Problem::no_text(
            format!("{name} er ikke tekst, men binær; gem dokumentet som ren tekst"),
            format!("{name} is binary, not text; save the document as plain text"),
        ));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source { text, encoding: Encoding::Utf8, extracted: None }),
        Err(error) => {
            let bytes = error.as_bytes();
            if let Some(line) = broken_line(bytes) {
                return Err(broken(name, line));
            }
            if let Some(page) = code_page::other(bytes) {
                return Err(in_other(name, page));
            }
            let text = windows_1252::text(bytes);
            Ok(Source { text, encoding: Encoding::Windows1252, extracted: None })
        }
    }
}

fn in_other(name: &str, encoding: &str) -> Problem {
    Problem::new(
        format!("{name} er {encoding}; gem filen som UTF-8"),
        format!("{name} is {encoding}; save the file as UTF-8"),
    )
}

/// How the bytes of a text are to be read; what is no text is as it should be.
pub(super) fn encoding(bytes: &[u8]) -> Encoding {
    let is_utf_8 = std::str::from_utf8(bytes).is_ok() || bytes.contains(&0);
    if is_utf_8 || broken_line(bytes).is_some() { Encoding::Utf8 } else { Encoding::Windows1252 }
}

/// The line of the first bytes that are no UTF-8, when most of the others beyond ASCII are: then the file is UTF-8 that was
/// damaged, and read as Windows-1252 every letter of it would be another.
fn broken_line(bytes: &[u8]) -> Option<usize> {
    let (mut good, mut bad, mut first, mut at, mut shape_end, mut mark_end) = (0, 0, None, 0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(at);
            // Half a character pair and a letter written too long look like UTF-8, and like nothing that is Windows-1252.
            shape_end = shape_end.max(at + shaped(&bytes[at..]));
            let n = chunk.invalid().len();
            // "ÿþ" is no Danish: the mark of UTF-16 came in with text from elsewhere, and speaks for no encoding.
            if MARKS_UTF_16.iter().any(|mark| bytes[at..].starts_with(mark)) {
                mark_end = at + MARKS_UTF_16[0].len();
            }
            if at < shape_end {
                good += n;
            } else if at >= mark_end {
                bad += n;
            }
        }
        at += chunk.invalid().len();
    }
    let line = |at: usize| bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    first.filter(|_| good > bad || bad == 0).map(line)
}

/// How text in UTF-16 begins.
const MARKS_UTF_16: [&[u8]; 2] = [&[0xff, 0xfe], &[0xfe, 0xff]];

/// How many bytes have the shape of one character in UTF-8, though they may stand for none.
fn shaped(bytes: &[u8]) -> usize {
    let wanted = match bytes.first() {
        Some(0xc0..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf7) => 4,
        _ => 0,
    };
    let goes_on = |len: &usize| bytes[1..*len].iter().all(|byte| (0x80..0xc0).contains(byte));
    Some(wanted).filter(|len| (2..=bytes.len()).contains(len)).filter(goes_on).unwrap_or(0)
}

fn broken(name: &str, line: usize) -> Problem {
    Problem::new(
        format!(
            "{name} har ødelagt UTF-8 i linje {line}; den er ikke gennemgået, og intet er rettet: skriv tegnet i \
             linjen igen, og gem filen som UTF-8"
        ),
        format!(
            "{name} has broken UTF-8 at line {line}; it was not checked and nothing was fixed: write the character \
             on that line again and save the file as UTF-8"
        ),
    )
}

/// What is said of bytes that are text with two or four bytes to a character.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let begins = |marks: [&[u8]; 2]| marks.iter().any(|mark| bytes.starts_with(mark));
    if begins([&[0xff, 0xfe, 0, 0], &[0, 0, 0xfe, 0xff]]) {
        return Some("UTF-32");
    }
    (begins(MARKS_UTF_16) || is_bare_utf_16(bytes)).then_some("UTF-16")
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
    use super::{Encoding, decode_text as decode};

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

    #[test]
    fn one_broken_byte_does_not_make_another_encoding() {
        for (bytes, line) in [
            (&b"R\xc3\xa5d\nR\xe5d \xc3\xb8l"[..], 2),
            // Half a pair, a letter written too long, and a file cut off within a letter.
            (b"\xc3\xa6\n\n\xed\xa0\x80", 3),
            (b"\xed\xa0\x80", 1),
            (b"M\xc3\xb8de\nBudget \xc0\xaf", 2),
            (b"M\xc3\xb8de p\xc3\xa5 \xc3", 1),
            // The mark of UTF-16 within other text.
            (b"Referat\n\xff\xfeGodkendt", 2),
            (b"M\xc3\xb8de\n\n\xff\xfe", 3),
            (b"M\xc3\xb8de \xfe\xff og \xff\xfe", 1),
        ] {
            let problem = decode(bytes.to_vec(), "x").expect_err("broken");
            assert!(problem.to_string().contains(&format!("broken UTF-8 at line {line};")), "{problem}");
        }
        let source = decode(b"R\xe5d og b\xf8rn \xff\xfe".to_vec(), "x").expect("text");
        assert_eq!(source.encoding, Encoding::Windows1252);
        // Two letters that chance to look like one of UTF-8 among many that do not.
        let source = decode(b"R\xe5d, b\xf8rn, \xc3\xa6, \xe6ble".to_vec(), "x").expect("text");
        assert_eq!(source.encoding, Encoding::Windows1252);
    }

    #[test]
    fn wide_text_is_called_by_its_name() {
        let problem = decode(b"\xff\xfe\x00\x00R\x00\x00\x00".to_vec(), "x").expect_err("UTF-32");
        assert!(problem.to_string().contains("UTF-32"));
        let problem = decode(b"B\x9brnehaver og en r\x86dmand".to_vec(), "x").expect_err("CP850");
        assert!(problem.to_string().contains("CP850"));
    }
}
