//! The recommendation and its at-points.

mod lead_word;

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[&lead_word::RULE];
