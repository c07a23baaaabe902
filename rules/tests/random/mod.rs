//! What the law tests choose from, and how.

use std::sync::LazyLock;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use rules::text::lines::floor_boundary;
use rules::text::{TextRange, range};

use crate::project::sample_paths;

/// The samples that are UTF-8, with line ends as they are in the files.
pub(crate) static SAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts: Vec<String> =
        sample_paths().iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    assert!(texts.len() >= 12, "the samples are part of the project");
    texts
});

/// The same cases each time, so that a test that passes goes on passing; `PROPTEST_RNG_SEED` tries others.
pub(crate) fn config() -> ProptestConfig {
    let given = ProptestConfig::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { given.rng_seed };
    ProptestConfig { failure_persistence: None, rng_seed, ..given }
}

/// A place in `text` between characters: where it begins and how long it is, as shares of the text.
pub(crate) fn place(text: &str, from: f64, share: f64) -> TextRange {
    let start = floor_boundary(text, (text.len() as f64 * from) as usize);
    let end = floor_boundary(text, start + (text.len() as f64 * share) as usize);
    range(start, end)
}
