//! The only module that touches the disk: finds files, reads them, opens the report's file.

mod beside;
mod decode;
mod dictionary;
mod document;
mod find;
mod globs;
mod pending;
mod write;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub(crate) use beside::beside;
pub(crate) use decode::{Encoding, Source};
pub(crate) use dictionary::{dictionary, system_dictionary};
pub(crate) use find::{Found, Named, Origin, Wanted, find, minutes_below, name};
pub(crate) use globs::Globs;
pub(crate) use pending::tidy_when_interrupted;
pub(crate) use write::{Output, put, replace, unwritable};

use crate::problem::Problem;

/// Offsets are 32 bits wide, and a text of minutes this long is none.
const MOST_BYTES: u64 = 1 << 30;

/// Reads the file at `path`; `name` is what it is called in a complaint.
pub(crate) fn read(path: &Path, name: &str) -> Result<Source, Problem> {
    let file = File::open(path).map_err(|error| unreadable(name, &error))?;
    let about = file.metadata().map_err(|error| unreadable(name, &error))?;
    if about.is_dir() {
        return Err(Problem::new(
            format!("{name} er en mappe; nævn en fil i den"),
            format!("{name} is a folder; name a file in it"),
        ));
    }
    if about.len() > MOST_BYTES {
        return Err(too_long(name));
    }
    decode::decode(bytes(file, about.len(), name)?, name)
}

/// The bytes of `text` in `encoding`; `None` when a character has none there.
pub(crate) fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    decode::encode(text, encoding)
}

/// Reads `file`, wherever it comes from.
pub(crate) fn read_named(file: &Named) -> Result<Source, Problem> {
    match &file.origin {
        Origin::File(path) | Origin::Found(path) => read(path, &file.name),
        Origin::Stdin => read_stdin(&file.name),
    }
}

/// Reads standard input, called `name` in a complaint.
pub(crate) fn read_stdin(name: &str) -> Result<Source, Problem> {
    decode::decode(bytes(io::stdin().lock(), 0, name)?, name)
}

/// By what to know that a file has not changed: when it was written, and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Stamp {
    written: Option<SystemTime>,
    /// How many bytes it has.
    pub(crate) len: u64,
}

/// The stamp of the file at `path`, if it is one.
pub(crate) fn stamp(path: &Path) -> Option<Stamp> {
    let about = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some(Stamp { written: about.modified().ok(), len: about.len() })
}

/// `path` without links and "..", as far as it exists.
pub(crate) fn true_path(path: &Path) -> PathBuf {
    let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.canonicalize().unwrap_or_else(|_| absolute())
}

/// The folder that the file at `path` lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The paths that stand in the file `list`, one a line; "-" is standard input.
pub(crate) fn read_list(list: &Path) -> Result<Vec<PathBuf>, Problem> {
    Ok(read_lines(list)?.into_iter().map(PathBuf::from).collect())
}

/// The lines of the file `list` that are not blank; "-" is standard input.
pub(crate) fn read_lines(list: &Path) -> Result<Vec<String>, Problem> {
    let name = list.display().to_string();
    let source = if list == Path::new("-") { read_stdin("-")? } else { read(list, &name)? };
    Ok(source.text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

/// Opens `path` for the report; what lies there stays until the report is whole.
pub(crate) fn create(path: &Path) -> Result<Output, Problem> {
    Output::new(path, &path.display().to_string())
}

/// The bytes of `input`, which is said to have `len` of them.
fn bytes(input: impl Read, len: u64, name: &str) -> Result<Vec<u8>, Problem> {
    // One more, so that the end is found without asking for more room.
    let mut bytes = Vec::with_capacity(len as usize + 1);
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_long(name));
    }
    Ok(bytes)
}

fn too_long(name: &str) -> Problem {
    Problem::no_text(
        format!("{name} er større end 1 GiB og bliver ikke læst; del filen"),
        format!("{name} is larger than 1 GiB and is not read; split the file"),
    )
}

fn unreadable(name: &str, error: &io::Error) -> Problem {
    let (da, en) = reason(error);
    Problem::new(format!("{name} kan ikke læses: {da}"), format!("cannot read {name}: {en}"))
}

/// Why the disk refused, in Danish and English.
fn reason(error: &io::Error) -> (String, String) {
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
        _ => (error.to_string(), error.to_string()),
    }
}
