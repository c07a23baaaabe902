//! The dictionary whose words `spelling/unknown-word` takes for right beside its own: the one the settings name.

use std::path::PathBuf;
use std::sync::Arc;

use rules::lint::{Dictionary, Options, Settings, Value};

use super::Lender;
use crate::outside;
use crate::problem::Problem;

/// The rule that asks for words.
const RULE: &str = "spelling/unknown-word";

/// Does any rule of `settings` ask for words?
pub(super) fn is_needed(settings: &Settings) -> bool {
    settings.rules.iter().any(|(rule, _)| rule.name == RULE)
}

/// The dictionary that `options` name, if it can be read.
pub(super) fn dictionary(options: &Options, lender: &dyn Lender) -> Option<Arc<Dictionary>> {
    lender.dictionary(&named(options)?).ok()
}

/// Checks that the dictionary that `options` name can be read.
///
/// # Errors
/// The key of the settings that names it, and what is wrong.
pub(super) fn check_named(options: &Options, lender: &dyn Lender) -> Result<(), (String, Problem)> {
    let Some(file) = named(options) else { return Ok(()) };
    lender.dictionary(&file).map(|_| ()).map_err(|problem| (format!("rules.{RULE}.dictionary"), problem))
}

/// The dictionary that `options` name.
pub(super) fn named(options: &Options) -> Option<PathBuf> {
    let rule = outside::rule(RULE)?;
    let option = rule.options.iter().find(|option| option.name == "dictionary")?;
    match options.get(rule.name, option)? {
        Value::Word(file) => Some(PathBuf::from(file)),
        Value::Number(_) | Value::Flag(_) => None,
    }
}
