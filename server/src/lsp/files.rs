//! What the server needs of the disk: the minutes below a folder, and files beside a document.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use ignore::WalkBuilder;
use rules::text::{TextRange, range_of, trim};

/// File names that minutes and agendas go by.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "referat", "dagsorden"];

/// More files below one folder are not read: a home directory is no archive of minutes.
pub(crate) const MOST_FILES: usize = 10_000;

/// Files longer than this are read only when they are opened.
const MOST_BYTES: u64 = 16 << 20;

/// A file, and by what to know that it has not changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Found {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// When it was written.
    pub(crate) written: Option<SystemTime>,
    /// Its bytes.
    pub(crate) len: u64,
}

/// The minutes below `folder`, at most [`MOST_FILES`], in the order of their names.
pub(crate) fn minutes(folder: &Path) -> Vec<Found> {
    let walk = WalkBuilder::new(folder).sort_by_file_path(Path::cmp).build();
    let files =
        walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    files
        .filter(|entry| {
            let extension = entry.path().extension().and_then(|extension| extension.to_str());
            extension.is_some_and(|extension| EXTENSIONS.contains(&extension.to_lowercase().as_str()))
        })
        .filter_map(|entry| {
            let about = entry.metadata().ok()?;
            let written = about.modified().ok();
            (about.len() <= MOST_BYTES).then(|| Found { path: entry.into_path(), written, len: about.len() })
        })
        .take(MOST_FILES)
        .collect()
}

/// The text of the file at `path`, if it is one.
pub(crate) fn text(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// The file in `folder` that the line `words` names, and the words that name it.
pub(crate) fn beside(folder: &Path, words: &str) -> Option<(TextRange, PathBuf)> {
    let after_number = words.split_once([':', '-', '–']).map(|(_, rest)| rest);
    [Some(words), after_number].into_iter().flatten().find_map(|name| {
        let name = trim(name);
        // A name that leads out of the folder is none of ours.
        let plain = !name.is_empty() && name.len() < 200 && !name.contains(['/', '\\', '\0']) && name != "..";
        let file = plain.then(|| folder.join(name)).filter(|file| file.is_file())?;
        Some((range_of(words, name), file))
    })
}
