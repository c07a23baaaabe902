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
pub(crate) fn tell(bytes: &[u8], depth: usize, flow: &mut Flow) {
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

/// May a file with this name hold words of its own?
pub(crate) fn is_file(name: &str) -> bool {
    const ENDINGS: &[&str] = &[".csv", ".docm", ".docx", ".odp", ".ods", ".odt", ".pptx", ".xlsm", ".xlsx"];
    let name = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
