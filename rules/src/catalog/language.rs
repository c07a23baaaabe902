//! Plain and readable Danish.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
