//! What a file has besides its text, and keeps when another takes its place: owner, group, permissions, access list and
//! attributes. What cannot be kept is a reason to leave the file alone.

use std::fs::File;
use std::io;
use std::path::Path;

use workbench::problem::Problem;

/// Why a file cannot be replaced by another that is the same but for its text.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "what a new file may lack is asked on Unix alone"))]
pub(crate) enum Failure {
    /// The disk refused.
    Disk(io::Error),
    /// It would have another owner or group.
    Owner,
    /// It has other names, which would go on with the old text.
    Names,
    /// It would lose this attribute, of which an access list is one.
    Attribute(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl Failure {
    /// The complaint about the file called `name`.
    pub(crate) fn problem(&self, name: &str) -> Problem {
        let (da, en) = match self {
            Self::Disk(error) => return super::unwritable(name, error),
            Self::Owner => (
                "den ville få en anden ejer eller gruppe; lad den, der ejer den, rette den".to_owned(),
                "it would get another owner or group; let whoever owns it fix it".to_owned(),
            ),
            Self::Names => (
                "den har flere navne (hårde links), som ville skilles ad; lav en kopi, og ret den".to_owned(),
                "it has several names (hard links), which would part; make a copy and fix that".to_owned(),
            ),
            Self::Attribute(attribute) => (
                format!("den ville miste {attribute}, som hører til filen; lad den, der ejer den, rette den"),
                format!("it would lose {attribute}, which belongs to it; let whoever owns it fix it"),
            ),
        };
        Problem::new(format!("{name} er ikke skrevet: {da}"), format!("{name} was not written: {en}"))
    }
}

/// Are the two one file on the disk?
#[cfg(unix)]
pub(super) fn are_linked(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |path: &Path| path.metadata().ok().map(|about| (about.dev(), about.ino()));
    place(one).is_some_and(|place_of_one| place(other) == Some(place_of_one))
}

#[cfg(not(unix))]
pub(super) fn are_linked(_: &Path, _: &Path) -> bool {
    false
}

/// Gives the new `file` all that the one at `target` has besides its text.
#[cfg(unix)]
pub(super) fn keep(target: &Path, file: &File) -> Result<(), Failure> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let (old, new) = (target.metadata()?, file.metadata()?);
    if old.nlink() > 1 {
        return Err(Failure::Names);
    }
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        fchown(file, Some(old.uid()), Some(old.gid())).map_err(|_| Failure::Owner)?;
    }
    attributes::copy(&File::open(target)?, file)?;
    // Last, since a change of owner takes some of them away.
    file.set_permissions(old.permissions())?;
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn keep(target: &Path, file: &File) -> Result<(), Failure> {
    Ok(file.set_permissions(target.metadata()?.permissions())?)
}

/// Attributes beside a file's bytes; on Linux its access list is one of them.
#[cfg(any(target_os = "linux", target_os = "macos"))]
mod attributes {
    use std::fs::File;

    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fremovexattr, fsetxattr};

    use super::Failure;

    /// Longer ones no system takes.
    const LONGEST: usize = 64 << 10;

    /// Gives `new` the attributes of `old` and no others.
    pub(super) fn copy(old: &File, new: &File) -> Result<(), Failure> {
        let wanted = names(old);
        for name in names(new).iter().filter(|name| !wanted.contains(name)) {
            // The folder gave it, and the old file did not have it.
            let _ = fremovexattr(new, name.as_str());
        }
        for name in wanted {
            let Some(value) = value(old, &name) else { continue };
            let has = || self::value(new, &name).is_some_and(|given| given == value);
            let set = || fsetxattr(new, name.as_str(), &value, XattrFlags::empty()).is_ok();
            // The system of Apple notes where a file comes from, and lets nobody else do so.
            if !has() && !set() && !name.starts_with("com.apple.") {
                return Err(Failure::Attribute(called(name)));
            }
        }
        Ok(())
    }

    fn called(name: String) -> String {
        if name == "system.posix_acl_access" { "ACL".to_owned() } else { name }
    }

    fn names(file: &File) -> Vec<String> {
        let mut buffer = vec![0; LONGEST];
        // A disk without attributes has none to lose.
        let len = flistxattr(file, &mut buffer[..]).unwrap_or(0);
        let names = buffer[..len].split(|byte| *byte == 0).filter(|name| !name.is_empty());
        names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    }

    fn value(file: &File, name: &str) -> Option<Vec<u8>> {
        let mut buffer = vec![0; LONGEST];
        let len = fgetxattr(file, name, &mut buffer[..]).ok()?;
        buffer.truncate(len);
        Some(buffer)
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
mod attributes {
    use std::fs::File;

    use super::Failure;

    /// What this system keeps beside the bytes of a file is not known here.
    pub(super) fn copy(_: &File, _: &File) -> Result<(), Failure> {
        Ok(())
    }
}
