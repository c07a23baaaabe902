//! What was looked at to find settings, and whether it has changed since: for programs that run longer than a moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::{Stamp, are_same, stamp};

/// Files that were read, and places where none was found.
#[derive(Debug, Default)]
pub(super) struct Traces(Mutex<BTreeMap<PathBuf, Option<Stamp>>>);

impl Traces {
    /// Remembers how the file at `path` is now, unless it was looked at before.
    pub(super) fn note(&self, path: &Path) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !seen.contains_key(path) {
            seen.insert(path.to_owned(), stamp(path));
        }
    }

    /// Was the file at `path` there and read?
    pub(super) fn have(&self, path: &Path) -> bool {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().any(|(known, stamp)| stamp.is_some() && are_same(known, path))
    }

    /// Is any of the files another than it was, there now, or gone?
    pub(super) fn are_stale(&self) -> bool {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().any(|(path, then)| stamp(path) != *then)
    }
}
