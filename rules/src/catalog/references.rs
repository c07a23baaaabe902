//! References to attachments, cases and laws.

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[];
