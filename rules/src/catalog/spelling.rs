//! Words that are written wrongly.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
