//! What only several documents of one folder show together. The program compares them.

pub mod approved_minutes;
pub mod committee_name;
pub mod running_number;
pub mod taken_up_again;

use lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&approved_minutes::RULE, &committee_name::RULE, &running_number::RULE, &taken_up_again::RULE];
