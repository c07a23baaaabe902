//! Figures: what a careful colleague adds up.

mod amount;
mod percent;
mod sentences;
mod sum;
mod unit;
mod wording;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[&amount::RULE, &percent::RULE, &sum::RULE, &unit::RULE];
