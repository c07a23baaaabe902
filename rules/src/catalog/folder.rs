//! What only several documents of one folder show together. The program compares them.

pub(crate) mod approved_minutes;
pub(crate) mod committee_name;
pub(crate) mod running_number;
pub(crate) mod taken_up_again;

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&approved_minutes::RULE, &committee_name::RULE, &running_number::RULE, &taken_up_again::RULE];
