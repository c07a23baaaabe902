//! Words that are written wrongly.

mod comma_infinitive;
mod compound;
mod known_error;
mod unknown_word;

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&comma_infinitive::RULE, &compound::RULE, &known_error::RULE, &unknown_word::RULE];
