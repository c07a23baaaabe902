//! References to attachments, cases and laws.

mod attachment;
mod case_number;
mod law;

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] = &[&attachment::RULE, &case_number::RULE, &law::RULE];
