//! What must not be published.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
