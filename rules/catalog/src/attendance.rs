//! Who was there, who may vote, and who acted.

mod absent_acts;
mod both_lists;
mod disqualified_acts;
mod party;
mod substitute;
mod votes;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &absent_acts::RULE,
    &both_lists::RULE,
    &disqualified_acts::RULE,
    &party::RULE,
    &substitute::RULE,
    &votes::RULE,
];
