//! The decision must answer the recommendation.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
