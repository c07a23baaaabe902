//! What the law tests choose from, and how.

mod settled;

use std::sync::LazyLock;

use crate::project::sample_paths;

pub(crate) use settled::config;

/// The samples that are UTF-8, with line ends as they are in the files.
pub(crate) static SAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts: Vec<String> =
        sample_paths().iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    assert!(texts.len() >= 12, "the samples are part of the project");
    texts
});
