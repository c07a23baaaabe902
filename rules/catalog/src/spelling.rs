//! Words that are written or bent wrongly, and commas.

mod agreement;
mod bare_genitive;
mod comma_clause;
mod comma_infinitive;
mod comma_main_clause;
mod comma_same_subject;
mod comma_verb;
mod compound;
mod confused_word;
mod known_error;
mod unknown_word;
mod verb_form;

use lint::Rule;

pub(super) static RULES: &[&Rule] = &[
    &agreement::RULE,
    &bare_genitive::RULE,
    &comma_clause::RULE,
    &comma_infinitive::RULE,
    &comma_main_clause::RULE,
    &comma_same_subject::RULE,
    &comma_verb::RULE,
    &compound::RULE,
    &confused_word::RULE,
    &known_error::RULE,
    &unknown_word::RULE,
    &verb_form::RULE,
];
