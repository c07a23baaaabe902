//! What the law tests choose from, and how.

use std::sync::LazyLock;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

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
