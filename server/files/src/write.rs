//! Replaces a file whole or not at all.
//!
//! The new text is written beside the file under another name and then takes its place in one step, so that whoever
//! reads, and whatever interrupts, sees the old file or the new one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use workbench::findings::Encoding;
use workbench::problem::Problem;

use super::decode::encode;
use super::pending::Pending;
use super::{reason, regular, true_path};

/// Puts `text`, in `encoding`, in the place of the file at `path`, which is called `name` in a complaint and had the text
/// `before` when it was read.
///
/// A link stays a link: the file it leads to is replaced. All that it has besides its text is kept; what somebody else saved
/// meanwhile is left as it is.
pub fn replace(path: &Path, name: &str, before: &str, text: &str, encoding: Encoding) -> Result<(), Problem> {
    let (Some(old), Some(bytes)) = (encode(before, encoding), encode(text, encoding)) else {
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
    let mut pending = Pending::new(&path).map_err(|failure| failure.problem(name))?;
    let written = pending.write_all(&bytes).and_then(|()| pending.sync());
    written.map_err(|error| unwritable(name, &error))?;
    // As late as can be: between this and the exchange lies no work.
    if regular::bytes(&path, name, u64::MAX - 1)? != old {
        return Err(Problem::new(
            format!("{name} blev gemt af en anden imens og er ikke rettet; kør igen"),
            format!("{name} was saved by somebody else meanwhile and was not fixed; run again"),
        ));
    }
    pending.settle().map_err(|error| unwritable(name, &error))
}

/// Writes `text` to `path`, in the place of what may lie there.
pub fn put(path: &Path, text: &str) -> Result<(), Problem> {
    super::is_text_name(path)?;
    let name = super::name(path);
    let mut output = Output::new(path, &name)?;
    let written = output.write_all(text.as_bytes()).and_then(|()| output.settle());
    written.map_err(|error| unwritable(&name, &error))
}

/// Writes `text` to `path`, where nothing may lie.
pub fn put_new(path: &Path, text: &str) -> Result<(), Problem> {
    super::is_text_name(path)?;
    put_bytes(path, text.as_bytes())
}

/// Writes the web page `text` to `path`, where nothing may lie; what it is called may say so.
pub fn put_page(path: &Path, text: &str) -> Result<(), Problem> {
    super::document::promises_document(path).map_or(Ok(()), Err)?;
    put_bytes(path, text.as_bytes())
}

/// An empty page among the user's temporary files that nobody else may read.
pub fn private_page() -> Result<PathBuf, Problem> {
    let page = tempfile::Builder::new().prefix("referent-").suffix(".html").tempfile();
    let kept = page.and_then(|page| page.keep().map_err(|error| error.error));
    let folder = || super::name(&std::env::temp_dir());
    kept.map(|(_, path)| path).map_err(|error| unwritable(&folder(), &error))
}

/// Takes a page away that nothing was written on.
pub fn forget_page(page: &Path) {
    // It lies among files that the system takes away in time.
    let _ = fs::remove_file(page);
}

/// Makes the folder at `path`, and those it lies in.
pub fn make_folder(path: &Path) -> Result<(), Problem> {
    fs::create_dir_all(path).map_err(|error| unwritable(&super::name(path), &error))
}

/// Writes `bytes` to `path`, where nothing may lie.
pub fn put_bytes(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    Begun::new(path, bytes)?.settle()
}

/// A file that is whole on the disk and has not its name yet; it goes when it is dropped.
pub struct Begun {
    pending: Pending,
    name: String,
}

impl Begun {
    /// Writes `bytes` beside `path`.
    pub fn new(path: &Path, bytes: &[u8]) -> Result<Self, Problem> {
        let name = super::name(path);
        let mut pending = Pending::new(&true_path(path)).map_err(|failure| failure.problem(&name))?;
        let written = pending.write_all(bytes).and_then(|()| pending.sync());
        written.map_err(|error| unwritable(&name, &error))?;
        Ok(Self { pending, name })
    }

    /// Gives it its name, where nothing has come to lie in the meantime.
    pub fn settle(self) -> Result<(), Problem> {
        let name = self.name;
        self.pending.settle_new().map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Problem::new(
                format!("{name} findes allerede; flyt den, eller giv kopien et andet navn"),
                format!("{name} exists already; move it, or give the copy another name"),
            ),
            _ => unwritable(&name, &error),
        })
    }
}

/// A report that is being written to a file.
pub enum Output {
    /// What lies there stays until the report is done.
    Pending(Pending),
    /// A pipe or a device, which nothing can take the place of.
    Straight(File),
}

impl Output {
    /// Opens `path`, which is called `name` in a complaint.
    pub(crate) fn new(path: &Path, name: &str) -> Result<Self, Problem> {
        let named = path;
        let path = true_path(path);
        let straight = || File::create(&path).map(Self::Straight).map_err(|error| unwritable(name, &error));
        match fs::metadata(&path) {
            Ok(about) if !about.is_file() && !regular::takes_reports(named, &about) => Err(no_file(name)),
            Ok(about) if !about.is_file() => straight(),
            // A folder that takes no new files may still let this one be written, and so may a file of somebody else's.
            Ok(_) => Pending::new(&path).map_or_else(|_| straight(), |pending| Ok(Self::Pending(pending))),
            Err(_) => Pending::new(&path).map(Self::Pending).map_err(|failure| failure.problem(name)),
        }
    }

    /// The report is whole.
    pub fn settle(self) -> io::Result<()> {
        match self {
            Self::Pending(mut pending) => pending.sync().and_then(|()| pending.settle()),
            Self::Straight(_) => Ok(()),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Pending(pending) => pending.write(bytes),
            Self::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Pending(pending) => pending.flush(),
            Self::Straight(file) => file.flush(),
        }
    }
}

/// A pipe waits for whoever reads from it, and a disk as a whole is no place for a report.
fn no_file(name: &str) -> Problem {
    Problem::new(
        format!("{name} kan ikke skrives: det er ingen almindelig fil; vælg et andet navn"),
        format!("cannot write {name}: it is no regular file; choose another name"),
    )
}

/// Why what is called `name` cannot be written.
pub fn unwritable(name: &str, error: &io::Error) -> Problem {
    let (da, en) = match error.kind() {
        io::ErrorKind::NotFound => {
            let folder = name.rsplit_once('/').map_or(".", |(folder, _)| folder);
            (
                format!("der er ingen mappe {folder}; lav den først"),
                format!("there is no folder {folder}; make it first"),
            )
        }
        io::ErrorKind::IsADirectory => {
            ("er en mappe; nævn en fil".into(), "it is a folder; name a file".into())
        }
        _ => reason(error),
    };
    Problem::new(format!("{name} kan ikke skrives: {da}"), format!("cannot write {name}: {en}"))
}

#[cfg(test)]
mod tests {
    use super::replace;
    use std::fs;
    use workbench::findings::Encoding;

    #[test]
    fn what_was_saved_meanwhile_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("april.txt");
        for (saved, encoding) in [
            ("1. Budget  \nrettet imens", Encoding::Utf8),
            ("1. Budget \n", Encoding::Utf8),
            ("", Encoding::Utf8),
            ("1. Budget  \n!", Encoding::Windows1252),
        ] {
            fs::write(&path, saved).expect("a writable folder");
            let problem = replace(&path, "april.txt", "1. Budget  \n", "1. Budget\n", encoding);
            assert!(problem.expect_err("it is another").to_string().contains("saved by somebody else"));
            assert_eq!(fs::read_to_string(&path).expect("the file"), saved);
        }
        fs::write(&path, "1. Budget  \n").expect("a writable folder");
        assert_eq!(replace(&path, "april.txt", "1. Budget  \n", "1. Budget\n", Encoding::Utf8), Ok(()));
        assert_eq!(fs::read_to_string(&path).expect("the file"), "1. Budget\n");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }
}
