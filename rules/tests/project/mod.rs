//! Where the project's samples are.

use std::path::{Path, PathBuf};

/// The samples, in the order of their names.
pub(crate) fn sample_paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/minutes");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 12, "the samples are part of the project");
    paths
}
