//! The decision and how it answers the recommendation.

mod body;
mod date;
mod order;
mod outcome;
mod phrases;
mod remark;
mod undecided_at_point;
mod unknown_at_point;
mod votes;
mod wording;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &body::RULE,
    &date::RULE,
    &order::RULE,
    &outcome::RULE,
    &remark::RULE,
    &undecided_at_point::RULE,
    &unknown_at_point::RULE,
    &votes::RULE,
    &wording::RULE,
];
