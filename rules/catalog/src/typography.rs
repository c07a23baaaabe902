//! Signs and spaces.

mod abbreviation;
mod number;
mod percent;
mod quotes;
mod range;
mod repeated_word;
mod sentence_end;
mod sentence_start;
mod spacing;
mod trailing_whitespace;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &abbreviation::RULE,
    &number::RULE,
    &percent::RULE,
    &quotes::RULE,
    &range::RULE,
    &repeated_word::RULE,
    &sentence_end::RULE,
    &sentence_start::RULE,
    &spacing::RULE,
    &trailing_whitespace::RULE,
];
