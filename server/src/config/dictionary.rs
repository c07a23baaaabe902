//! The dictionary for `spelling/unknown-word`: the one the settings name, or the Danish one on this machine.
//!
//! A dictionary takes a good part of a second to read, so each file is read once while the program runs, and only when
//! the rule runs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rules::document::Engine;
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

/// Why `engine` has no dictionary, though a rule asks for one.
pub(crate) fn lacking(engine: &Engine) -> Option<Problem> {
    let lacks = is_needed(&engine.settings) && engine.dictionary.is_none();
    lacks.then(|| dictionary(&engine.options, &Rooms::default()).err())?
}

/// The dictionary under `options`, which lies in `rooms` or is installed.
///
/// # Errors
/// None is named and none is installed, or its files cannot be read.
pub(super) fn dictionary(options: &Options, rooms: &Rooms) -> Result<Arc<Dictionary>, Problem> {
    match named(options) {
        Some(file) => read(&file, rooms),
        None => read(&files::system_dictionary().ok_or_else(nowhere)?, &Rooms::default()),
    }
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
    match options.get(rule, option)? {
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

fn nowhere() -> Problem {
    Problem::new(
        format!(
            "{RULE} er valgt, men her er ingen dansk ordbog; installér den (på Debian og Ubuntu: apt install \
             hunspell-da; ellers følger den med LibreOffice), eller skriv, hvor den ligger: dictionary = \
             \"…/da_DK.dic\" under [rules.\"{RULE}\"] i referent.toml"
        ),
        format!(
            "{RULE} is selected, but there is no Danish dictionary here; install it (on Debian and Ubuntu: apt \
             install hunspell-da; it also comes with LibreOffice), or write where it lies: dictionary = \
             \"…/da_DK.dic\" under [rules.\"{RULE}\"] in referent.toml"
        ),
    )
}
