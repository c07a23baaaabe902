//! The dictionary whose words `spelling/unknown-word` takes for right beside its own: the one the settings name.
//!
//! A dictionary takes a good part of a second to read, so each file is read once while the program runs, and only when
//! the rule runs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rules::lint::{Dictionary, Options, Settings, Value};

use crate::files::{self, Rooms};
use crate::outside;
use crate::problem::Problem;

/// The rule that asks for words.
const RULE: &str = "spelling/unknown-word";

/// By the `.dic` file, and where it must lie.
type Known = HashMap<(PathBuf, Rooms), Arc<Dictionary>>;

static READ: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// Does any rule of `settings` ask for words?
pub(super) fn is_needed(settings: &Settings) -> bool {
    settings.rules.iter().any(|(rule, _)| rule.name == RULE)
}

/// The dictionary that `options` name, which lies in `rooms`.
pub(super) fn dictionary(options: &Options, rooms: &Rooms) -> Option<Arc<Dictionary>> {
    read(&named(options)?, rooms).ok()
}

/// Checks that the dictionary that `options` name lies in `rooms` and can be read.
///
/// # Errors
/// The key of the settings that names it, and what is wrong.
pub(super) fn check_named(options: &Options, rooms: &Rooms) -> Result<(), (String, Problem)> {
    let Some(file) = named(options) else { return Ok(()) };
    read(&file, rooms).map(|_| ()).map_err(|problem| (format!("rules.{RULE}.dictionary"), problem))
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

fn read(file: &Path, rooms: &Rooms) -> Result<Arc<Dictionary>, Problem> {
    let key = (file.to_owned(), rooms.clone());
    let mut known = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(dictionary) = known.get(&key) {
        return Ok(dictionary.clone());
    }
    let (aff, dic) = files::dictionary(file, rooms)?;
    let dictionary = Dictionary::new(&aff, &dic).map_err(|error| {
        let (name, error) = (file.display(), error.0);
        Problem::new(
            format!("{name} er ingen Hunspell-ordbog: {error}"),
            format!("{name} is no Hunspell dictionary: {error}"),
        )
    })?;
    Ok(known.entry(key).or_insert(Arc::new(dictionary)).clone())
}
