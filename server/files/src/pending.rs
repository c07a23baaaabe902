//! The file that is written beside another until it takes its place, and what becomes of it when a run is broken off.
//!
//! Ctrl-C takes it away, and so does whatever tells the program to end. After a power cut or `kill -9` it stays: hidden, no minutes, and taken away by the next run that
//! writes in the folder, when it is too old to be one that another run is writing.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tempfile::NamedTempFile;
use workbench::paths::folder_of;

use super::kept::{Failure, keep};

/// Begins and ends the names of these files; twelve letters or digits stand between. Nobody gives a file such a name.
const NAME: &str = ".referent-";
const ENDING: &str = ".tmp";
const N_LETTERS: usize = 12;

/// Nothing is written for so long.
const STALE: Duration = Duration::from_secs(10 * 60);

/// The exit status of a run that was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// The files that are being written now.
static WRITTEN_NOW: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The folders that were looked through for forgotten files.
static TIDIED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// From now on an interruption takes away what is half written, does what `say` does and ends the program.
pub fn tidy_when_interrupted(say: impl Fn() + Send + 'static) {
    let tidy = move || {
        // Held to the end, so that no other file is begun.
        let written = lock(&WRITTEN_NOW);
        for path in written.iter() {
            let _ = fs::remove_file(path);
        }
        say();
        std::process::exit(INTERRUPTED);
    };
    // Without it a run is ended by the system, and leaves at worst a hidden file.
    let _ = ctrlc::set_handler(tidy);
    outlive_limits();
}

/// A file beyond what `ulimit -f` allows is an error where it is written, and ends no run halfway.
#[cfg(unix)]
fn outlive_limits() {
    let noted = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let _ = signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), noted);
}

#[cfg(not(unix))]
fn outlive_limits() {}

/// A file that will take the place of another.
pub struct Pending {
    /// `None` when it has taken its place.
    file: Option<NamedTempFile>,
    path: PathBuf,
    target: PathBuf,
}

impl Pending {
    /// Begins a file that will take the place of `target`, with all that it has besides its text when it is there.
    pub(super) fn new(target: &Path) -> Result<Self, Failure> {
        let folder = folder_of(target);
        tidy(folder);
        let is_there = target.exists();
        let mut builder = tempfile::Builder::new();
        builder.prefix(NAME).suffix(ENDING).rand_bytes(N_LETTERS);
        if !is_there {
            default_permissions(&mut builder);
        }
        let mut written = lock(&WRITTEN_NOW);
        let file = builder.tempfile_in(folder)?;
        let path = file.path().to_owned();
        written.insert(path.clone());
        drop(written);
        let new = Self { file: Some(file), path, target: target.to_owned() };
        if let (true, Some(file)) = (is_there, &new.file) {
            keep(target, file.as_file())?;
        }
        Ok(new)
    }

    /// Takes the place of the target.
    pub(super) fn settle(mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        file.persist(&self.target)?;
        Ok(())
    }

    /// Takes its place where nothing lies there yet, as two runs at once may find out.
    pub(super) fn settle_new(mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        file.persist_noclobber(&self.target)?;
        Ok(())
    }

    /// Is on the disk, whatever comes.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.as_file().sync_all())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        drop(self.file.take());
        lock(&WRITTEN_NOW).remove(&self.path);
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Ok(0), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

/// Takes away what a run that was killed left in `folder`.
fn tidy(folder: &Path) {
    if !lock(&TIDIED).insert(folder.to_owned()) {
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_ours(&entry.file_name().to_string_lossy())) {
        let written = entry.metadata().and_then(|about| about.modified()).ok();
        if written.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > STALE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_ours(name: &str) -> bool {
    let letters = name.strip_prefix(NAME).and_then(|rest| rest.strip_suffix(ENDING));
    letters.is_some_and(|letters| {
        letters.len() == N_LETTERS && letters.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })
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

fn lock(paths: &Mutex<BTreeSet<PathBuf>>) -> MutexGuard<'_, BTreeSet<PathBuf>> {
    paths.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_own_files_are_taken_away() {
        assert!(is_ours(".referent-aB3xY9kLm0Zq.tmp"));
        for name in [
            ".referent-backup",
            ".referent-ignore",
            ".referent-config",
            ".referent-Marts1",
            ".referent-aB3xY9",
            ".referent-aB3xY9kLm0Zq",
            ".referent-aB3xY9kLm0.tmp",
            "referent-aB3xY9kLm0Zq.tmp",
            ".referent-april.txt.tmp",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }
}
