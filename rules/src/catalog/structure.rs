//! The skeleton of a meeting and of an item.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
