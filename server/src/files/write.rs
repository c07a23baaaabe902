//! Replaces a file whole or not at all.
//!
//! The new text is written beside the file under another name and then takes its place in one step, so that whoever
//! reads, and whatever interrupts, sees the old file or the new one.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::decode::{Encoding, encode};
use super::{folder_of, reason, true_path};
use crate::problem::Problem;

/// Begins the names of files that are being written; they are hidden, and no minutes.
const BESIDE: &str = ".referent-";

/// Puts `text`, in `encoding`, in the place of the file at `path`, which is called `name` in a complaint.
///
/// A link stays a link: the file it leads to is replaced. Permissions are kept.
pub(crate) fn replace(path: &Path, name: &str, text: &str, encoding: Encoding) -> Result<(), Problem> {
    let Some(bytes) = encode(text, encoding) else {
        return Err(Problem::new(
            format!("{name} er Windows-1252 og kan ikke rumme rettelserne; gem den som UTF-8 først"),
            format!("{name} is Windows-1252 and cannot hold the fixes; save it as UTF-8 first"),
        ));
    };
    let path = true_path(path);
    let about = fs::metadata(&path).map_err(|error| unwritable(name, &error))?;
    if about.permissions().readonly() {
        return Err(Problem::new(
            format!("{name} er skrivebeskyttet og er ikke rettet"),
            format!("{name} is read-only and was not fixed"),
        ));
    }
    swap(&path, &bytes, Some(about.permissions())).map_err(|error| unwritable(name, &error))
}

/// Writes `text` to `path`, in the place of what may lie there.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), Problem> {
    let path = true_path(path);
    let permissions = fs::metadata(&path).ok().map(|about| about.permissions());
    swap(&path, text.as_bytes(), permissions).map_err(|error| unwritable(&super::name(&path), &error))
}

fn swap(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(BESIDE);
    if permissions.is_none() {
        default_permissions(&mut builder);
    }
    let mut beside = builder.tempfile_in(folder_of(path))?;
    beside.write_all(bytes)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}

/// A new file is for all whom the folder's owner lets read, and not for its writer alone.
#[cfg(unix)]
fn default_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    // What the user's mask takes away is taken away when the file is made.
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn default_permissions(_: &mut tempfile::Builder<'_, '_>) {}

fn unwritable(name: &str, error: &io::Error) -> Problem {
    let (da, en) = reason(error);
    Problem::new(format!("{name} kan ikke skrives: {da}"), format!("cannot write {name}: {en}"))
}
