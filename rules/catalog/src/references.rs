//! References to attachments, cases and laws.

mod attachment;
mod case_number;
mod identifier;
mod law;
mod repealed_act;

use lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&attachment::RULE, &case_number::RULE, &identifier::RULE, &law::RULE, &repealed_act::RULE];
