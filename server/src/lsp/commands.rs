//! Commands that an editor may run by name.

/// Reads settings and documents again, for clients that watch nothing.
pub(crate) const RELOAD: &str = "referent.reload";

/// Every command.
pub(crate) const NAMES: [&str; 1] = [RELOAD];
