//! A file that is read, and what it is called for people: relative to the working directory, with "/".

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

use workbench::problem::Problem;

/// A file and what it is called in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// "møder/april.txt": relative to the working directory, with "/".
    pub name: String,
    /// Where it is read.
    pub origin: Origin,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file that was named.
    File(PathBuf),
    /// A file in a folder that was named.
    Found(PathBuf),
    /// Standard input.
    Stdin,
}

impl Named {
    /// Is `problem` no more than that a file nobody named is nothing anybody wrote?
    pub fn is_passed_over(&self, problem: &Problem) -> bool {
        problem.is_no_text() && matches!(self.origin, Origin::Found(_))
    }
}

/// What `path` is called: relative to the working directory where it lies below it, and with "/".
pub fn name(path: &Path) -> String {
    let name = named_from(path, &std::env::current_dir().unwrap_or_default());
    if name.is_empty() { ".".to_owned() } else { name }
}

/// What `path` is called beside `here`.
pub(crate) fn named_from(path: &Path, here: &Path) -> String {
    let path = path.strip_prefix(here).unwrap_or(path);
    let mut name = String::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::RootDir => name.push('/'),
            _ => {
                if !name.is_empty() && !name.ends_with('/') {
                    name.push('/');
                }
                push_part(&mut name, part.as_os_str());
            }
        }
    }
    name
}

/// Adds `part` to `name`; bytes that are no text are told by their numbers, so that no two names become one.
fn push_part(name: &mut String, part: &OsStr) {
    for chunk in part.as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(name, "\\x{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::named_from;
    use std::path::Path;

    #[test]
    fn names_are_relative_and_have_slashes() {
        let here = Path::new("/home/hanne");
        let of = |path| named_from(Path::new(path), here);
        assert_eq!(of("./møder/./april.txt"), "møder/april.txt");
        assert_eq!(of("/home/hanne/april.txt"), "april.txt");
        assert_eq!(of("../april.txt"), "../april.txt");
        assert_eq!(of("/srv/april.txt"), "/srv/april.txt");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_stay_apart() {
        use std::os::unix::ffi::OsStrExt;
        let of = |name: &[u8]| named_from(Path::new(std::ffi::OsStr::from_bytes(name)), Path::new("/"));
        assert_eq!(of(b"m\xf8de.txt"), "m\\xF8de.txt");
        assert_ne!(of(b"m\xf8de.txt"), of(b"m\xe5de.txt"));
    }
}
