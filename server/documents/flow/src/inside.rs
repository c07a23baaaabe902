//! Files that lie inside a document: tables, other documents and texts. They are no text of it and are told as such, but
//! what they hold goes wherever the document goes, so numbers are looked for in them.

use crate::archive::Archive;
use crate::flow::{Beside, Flow};
use crate::sweep::{self, has_digits};

/// Files lie in each other no deeper than this.
const DEEPEST: usize = 3;

/// What is larger, in bytes, is a film or a picture.
const LARGEST: usize = 16 << 20;

/// Tells `flow` of what the file in `bytes` holds, which lies in `depth` others.
pub fn tell(bytes: &[u8], depth: usize, flow: &mut Flow) {
    if depth > DEEPEST || bytes.len() > LARGEST {
        return;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // One that is damaged, locked or too large is told as not read, as all of them are.
        if let Ok(mut archive) = Archive::inside(bytes) {
            let _ = sweep::tell_at(&mut archive, &[], depth, flow);
        }
    } else if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        text.lines().filter(|line| has_digits(line)).for_each(|line| flow.aside(Beside::Data, line.trim()));
    }
}

/// Tells `flow` of the notes that programs put into the picture in `bytes`, which nobody sees on it.
pub(crate) fn tell_picture(bytes: &[u8], flow: &mut Flow) {
    let mut rest = bytes.get(PNG_HEAD..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let len = u32::from_be_bytes([a, b, c, d]) as usize;
        let Some(said) = after.get(..len) else { return };
        if matches!(&kind, b"tEXt" | b"iTXt") {
            let said = String::from_utf8_lossy(said).replace('\0', " ");
            said.lines()
                .filter(|line| has_digits(line))
                .for_each(|line| flow.aside(Beside::Data, line.trim()));
        }
        rest = after.get(len + PNG_CHECK..).unwrap_or_default();
    }
}

/// In bytes: what a PNG begins with, and the sum behind each of its parts.
const PNG_HEAD: usize = 8;
const PNG_CHECK: usize = 4;

/// May a file with this name hold words of its own?
pub(crate) fn is_file(name: &str) -> bool {
    const ENDINGS: &[&str] = &[".csv", ".docm", ".docx", ".odp", ".ods", ".odt", ".pptx", ".xlsm", ".xlsx"];
    let name = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
