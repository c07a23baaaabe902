//! What a path says by itself, without a look at the disk.

use std::path::Path;

/// The folder that the file at `path` lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
