//! The recommendation and its at-points.

mod doubled_at;
mod lead_in;
mod lead_word;
mod marker;
mod numbering;
mod punctuation;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &doubled_at::RULE,
    &lead_in::RULE,
    &lead_word::RULE,
    &marker::RULE,
    &numbering::RULE,
    &punctuation::RULE,
];
