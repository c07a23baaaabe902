//! Dates and times of day.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
