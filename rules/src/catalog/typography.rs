//! Signs and spaces.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
