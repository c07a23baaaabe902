//! What reading one document may cost.

/// What the process that reads documents may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in MiB.
    pub memory: u64,
    /// Time for one document, in seconds.
    pub seconds: u64,
}

impl Default for Limits {
    /// Minutes of a thousand pages take a tenth of either.
    fn default() -> Self {
        Self { memory: 1024, seconds: 20 }
    }
}

impl Limits {
    /// The most that settings may ask for, since a stranger may have written them.
    pub(crate) const MOST: Self = Self { memory: 8192, seconds: 300 };

    /// The least with which a document of one page is read.
    pub(crate) const LEAST: Self = Self { memory: 128, seconds: 1 };
}
