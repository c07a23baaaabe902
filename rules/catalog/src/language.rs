//! Plain and readable Danish.

mod long_sentence;
mod plain_words;
mod readability;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[&long_sentence::RULE, &plain_words::RULE, &readability::RULE];
