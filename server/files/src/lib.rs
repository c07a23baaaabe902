//! What a machine has, as the program wants it: files that are read with their encoding and limits, and written so that
//! nothing is lost; settings, where they lie; processors, a clock, a language.

mod apart;
pub mod baseline;
mod beside;
pub mod clock;
mod code_page;
mod decode;
mod dictionary;
mod document;
pub mod environment;
pub mod find;
mod kept;
mod limits;
mod name;
mod pending;
mod regular;
pub mod settings;
mod side;
mod sidecar;
mod threads;
mod traces;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use apart::{COMMAND as READ_DOCUMENTS, serve as read_documents};
pub use beside::beside;
pub use decode::Source;
pub use document::refused;
pub(crate) use name::named_from;
pub use name::{Named, Origin, name};
pub use pending::tidy_when_interrupted;
pub(crate) use side::side;
pub use side::{Rooms, short_text};
pub use sidecar::sidecar;
pub use write::{
    Begun, Output, forget_page, make_folder, private_page, put, put_bytes, put_new, put_page, replace,
    unwritable,
};

use documents::Fault;
use workbench::findings::Encoding;
use workbench::limits::Limits;
use workbench::problem::Problem;

/// Offsets are 32 bits wide, and a text of minutes this long is none.
const MOST_BYTES: u64 = 1 << 30;

/// Reads the file at `path`; `name` is what it is called in a complaint.
pub fn read(path: &Path, name: &str, limits: Limits) -> Result<Source, Problem> {
    decode::decode(regular::bytes(path, name, MOST_BYTES)?, name, limits)
}

/// The bytes of the file at `path`, as they are.
pub fn read_bytes(path: &Path, name: &str) -> Result<Vec<u8>, Problem> {
    regular::bytes(path, name, MOST_BYTES)
}

/// The bytes of `text` in `encoding`; `None` when a character has none there.
pub fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    decode::encode(text, encoding)
}

/// Reads `file`, wherever it comes from.
pub fn read_named(file: &Named, limits: Limits) -> Result<Source, Problem> {
    match &file.origin {
        Origin::File(path) | Origin::Found(path) => {
            let source = read(path, &file.name, limits)?;
            if says_something(&source, &file.name).is_ok() {
                return Ok(source);
            }
            // A folder may hold a text that is not begun: it is told and fails nothing.
            Err(match file.origin {
                Origin::File(_) => refused(Fault::Blank, &file.name),
                _ => Problem::no_text(
                    format!("{} er tom og er ikke gennemgået", file.name),
                    format!("{} is empty and was not checked", file.name),
                ),
            })
        }
        Origin::Stdin => {
            let source = read_stdin(&file.name, limits)?;
            // An editor gives the name of what is written in it, which may not be begun.
            if file.name == STDIN { says_something(&source, STDIN).map(|()| source) } else { Ok(source) }
        }
    }
}

/// What standard input is called where nobody gave it a name.
pub const STDIN: &str = "-";

/// Reads the document at `path`, called `name` in a complaint; "-" is standard input.
pub fn read_or_stdin(path: &Path, name: &str, limits: Limits) -> Result<Source, Problem> {
    if path == Path::new("-") { read_stdin(name, limits) } else { read(path, name, limits) }
}

fn read_stdin(name: &str, limits: Limits) -> Result<Source, Problem> {
    decode::decode(regular::bounded(io::stdin().lock(), 0, name, MOST_BYTES)?, name, limits)
}

/// How the bytes of the text at `path` are to be read; what is not there, or no text, is as it should be.
pub fn encoding_of(path: &Path) -> Encoding {
    regular::bytes(path, "", MOST_BYTES).map_or(Encoding::Utf8, |bytes| decode::encoding(&bytes))
}

/// The bytes of `file` as they are, for its checksum; none where they are gone or came from elsewhere.
pub fn bytes_of(file: &Named) -> Option<Vec<u8>> {
    match &file.origin {
        Origin::File(path) | Origin::Found(path) => regular::bytes(path, &file.name, MOST_BYTES).ok(),
        Origin::Stdin => None,
    }
}

/// By what to know that a file has not changed: when it was written, and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    written: Option<SystemTime>,
    /// How many bytes it has.
    pub len: u64,
}

/// The stamp of the file at `path`, if it is one.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let about = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some(Stamp { written: about.modified().ok(), len: about.len() })
}

/// Does anything lie at `path` but a folder? A pipe, a device or a link to nowhere is told of where it is read.
pub fn lies_at(path: &Path) -> bool {
    path.symlink_metadata().is_ok() && !path.is_dir()
}

/// Are `one` and `other` the same file, by whatever names?
pub fn are_same(one: &Path, other: &Path) -> bool {
    true_path(one) == true_path(other) || kept::are_linked(one, other)
}

/// The text that the file at `path` begins with; empty when there is none.
pub fn head(path: &Path) -> String {
    String::from_utf8_lossy(&regular::head(path, 1 << 16)).into_owned()
}

/// Is the file at `path` a document of Word or LibreOffice, or a PDF, whatever it is called?
pub fn is_document(path: &Path) -> bool {
    let head = regular::head(path, 5);
    [&b"PK"[..], b"%PDF-", b"\xd0\xcf\x11\xe0"].iter().any(|mark| head.starts_with(mark))
}

/// Is the file at `path` a document that is read, although it is called as one that is not?
pub(crate) fn is_misnamed(path: &Path) -> bool {
    let is_old =
        |ending: &std::ffi::OsStr| ["doc", "dot", "rtf"].iter().any(|old| ending.eq_ignore_ascii_case(old));
    path.extension().is_some_and(is_old) && {
        let head = regular::head(path, 5);
        [&b"PK"[..], b"%PDF-"].iter().any(|mark| head.starts_with(mark))
    }
}

/// `path` without links and "..", as far as it exists.
pub fn true_path(path: &Path) -> PathBuf {
    let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.canonicalize().unwrap_or_else(|_| absolute())
}

/// The paths that stand in the file `list`, one a line; "-" is standard input.
pub fn read_list(list: &Path) -> Result<Vec<PathBuf>, Problem> {
    Ok(read_lines(list)?.into_iter().map(PathBuf::from).collect())
}

/// The lines of the file `list` that are not blank; "-" is standard input.
pub fn read_lines(list: &Path) -> Result<Vec<String>, Problem> {
    let text = read_or_stdin(list, &list.display().to_string(), Limits::default())?.text;
    let lines = text.trim_start_matches('\u{feff}').lines();
    Ok(lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

/// Is `path` called as what a text may be written to, and not as a document or a page?
pub fn is_text_name(path: &Path) -> Result<(), Problem> {
    document::promises_more(path).map_or(Ok(()), Err)
}

/// Does `source`, called `name` in a complaint, hold more than blanks?
pub fn says_something(source: &Source, name: &str) -> Result<(), Problem> {
    if source.text.trim_start_matches('\u{feff}').trim().is_empty() {
        Err(refused(Fault::Blank, name))
    } else {
        Ok(())
    }
}

/// Opens `path` for the report; what lies there stays until the report is whole.
pub fn create(path: &Path) -> Result<Output, Problem> {
    if let Some(problem) = document::promises_document(path) {
        return Err(problem);
    }
    Output::new(path, &path.display().to_string())
}

/// The complaint that what is called `name` cannot be read.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Problem {
    let (da, en) = reason(error);
    Problem::new(format!("{name} kan ikke læses: {da}"), format!("cannot read {name}: {en}"))
}

/// Why the disk refused, in Danish and English.
fn reason(error: &io::Error) -> (String, String) {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Word lets nobody read what it has open.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
        return (
            "er åben i et andet program, måske Word; luk den der, og prøv igen".into(),
            "it is open in another program, perhaps Word; close it there and try again".into(),
        );
    }
    match error.kind() {
        io::ErrorKind::NotFound => (
            "findes ikke; se efter stavefejl i stien".into(),
            "no such file or folder; check the path".into(),
        ),
        io::ErrorKind::PermissionDenied => {
            ("adgang nægtet; se efter rettighederne".into(), "permission denied; check who may use it".into())
        }
        io::ErrorKind::StorageFull => ("disken er fuld".into(), "the disk is full".into()),
        io::ErrorKind::ReadOnlyFilesystem => {
            ("disken er skrivebeskyttet".into(), "the disk is read-only".into())
        }
        io::ErrorKind::FileTooLarge => ("filen er for stor".into(), "the file is too large".into()),
        io::ErrorKind::IsADirectory => ("er en mappe".into(), "it is a folder".into()),
        // ELOOP, whose kind has no stable name yet.
        _ if cfg!(unix) && error.raw_os_error() == Some(40) => (
            "links fører i ring; fjern det ene af dem".into(),
            "links lead in a circle; remove one of them".into(),
        ),
        _ => (error.to_string(), error.to_string()),
    }
}
