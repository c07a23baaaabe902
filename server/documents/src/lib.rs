//! The words of minutes that were written in Word or LibreOffice, or published as HTML or PDF.
//!
//! Bytes in, [`Extracted`] out: the text as a person would type it, a map from that text back to the place in the source,
//! and what the source holds beside the text (notes, comments, deleted words, properties). Nothing here touches a disk.
//!
//! Each format is a module that tells a `Flow` of paragraphs, list entries and table rows; how those become lines
//! is decided there, once. Numbers that only a style gives ("1. at …") become part of the text, since the rules read them.
//!
//! ```
//! let page = b"<!doctype html><title>M\xc3\xb8de</title><h1>Budget</h1><ol><li>at planen godkendes</ol>";
//! let extracted = documents::read(page, "m\u{f8}de.html").expect("it is a document").expect("and a whole one");
//! assert_eq!(extracted.text, "Budget\n\n1. at planen godkendes\n");
//! ```

mod docx;
pub mod findings;
mod html;
mod odt;
mod recognised;

pub use docx::{Held, Hindrance, Private, Remark, Taken};
pub use flow::{Aside, Beside, Block, Cell, Extracted, Fault, Format, Kind, Place, Unread, windows_1252};

use recognised::Recognised;

/// May `bytes`, the file called `name`, be a document that [`read`] reads or refuses? The answer takes a look at the start
/// alone, so it is safe to ask of anything.
pub fn may_be_document(bytes: &[u8], name: &str) -> bool {
    recognised::may_be_document(bytes, name)
}

/// Reads `bytes`, the file called `name`; `None` when they are no document but plain text, or something unknown.
///
/// # Errors
/// The document cannot be read; [`Fault`] says why.
pub fn read(bytes: &[u8], name: &str) -> Option<Result<Extracted, Fault>> {
    let format = match recognised::recognised(bytes, name) {
        Recognised::Document(format) => format,
        Recognised::Refused(fault) => return Some(Err(fault)),
        Recognised::Text => return None,
    };
    Some(match format {
        Format::Docx => docx::read(bytes),
        Format::Odt => odt::read(bytes),
        Format::Html => html::read(bytes),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(Fault::NotBuilt),
    })
}

/// The Word document in `bytes` with `remarks`, whose places are those of the text that [`read`] gives; `date` is when they are
/// made ("2026-04-07T10:00:00Z"); and how many of them have changed it. `None` when it is no Word document.
///
/// # Errors
/// The document cannot be read; [`Fault`] says why.
pub fn annotated(
    bytes: &[u8],
    name: &str,
    remarks: &[Remark],
    date: &str,
) -> Option<Result<(Vec<u8>, usize), Fault>> {
    if recognised::recognised(bytes, name) != Recognised::Document(Format::Docx) {
        return None;
    }
    let written = |extracted| docx::annotated(bytes, &extracted, remarks, date);
    Some(docx::read(bytes).and_then(written))
}

/// The Word document in `bytes` as it may be published: without what is `held` of its text, which [`read`] gives, without
/// what nobody sees on its pages, and without what is `private` in the rest. `None` when it is no Word document.
///
/// # Errors
/// No copy can be made; [`Hindrance`] says why.
pub fn published(
    bytes: &[u8],
    name: &str,
    held: &Held,
    private: Private<'_>,
) -> Option<Result<(Vec<u8>, Taken), Hindrance>> {
    if recognised::recognised(bytes, name) != Recognised::Document(Format::Docx) {
        return None;
    }
    let copy = |extracted: Extracted| {
        let (copy, taken) = docx::published(bytes, &extracted, held, private)?;
        let read = docx::read(&copy)?;
        docx::look(&copy, &read.text, held, private)?;
        Ok((copy, taken))
    };
    Some(docx::read(bytes).map_err(Hindrance::from).and_then(copy))
}
