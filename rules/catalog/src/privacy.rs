//! What must not be published. No message repeats what was found.

mod account_number;
mod closed_item;
mod closed_mark;
mod contact;
mod cpr_number;
mod person;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &account_number::RULE,
    &closed_item::RULE,
    &closed_mark::RULE,
    &contact::RULE,
    &cpr_number::RULE,
    &person::RULE,
];
