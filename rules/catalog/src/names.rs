//! Names of bodies, people and parties.

mod abbreviation;
mod committee;
mod near_duplicate;
mod party;
mod person;

use lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&abbreviation::RULE, &committee::RULE, &near_duplicate::RULE, &party::RULE, &person::RULE];
