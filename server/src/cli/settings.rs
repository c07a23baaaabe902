//! The flags about settings, rules and documents, as the resolver of settings takes them.

use std::path::Path;
use std::sync::Arc;

use files::settings::{Asked, Resolver};
use rules::catalog::RULES;
use rules::lint::called;
use workbench::config::{Config, ConfigError, Overlay};
use workbench::lang::Lang;

use crate::args::{ConfigArgs, DocumentArgs, SelectionArgs};

/// Finds the settings of each document, under what was asked for on the command line.
pub(super) fn resolver(
    config: &ConfigArgs,
    selection: &SelectionArgs,
    document: &DocumentArgs,
) -> Arc<Resolver> {
    let named = |names: &[String]| {
        let name = |name: &String| called(name.trim(), &RULES).unwrap_or(name.trim()).to_owned();
        names.iter().map(name).collect()
    };
    let overlay = Overlay {
        select: named(&selection.select),
        ignore: named(&selection.ignore),
        severity: Vec::new(),
        style: document.style.clone(),
        stage: document.stage.map(Into::into),
        profile: config.profile.clone(),
        hurries: false,
    };
    Arc::new(Resolver::new(asked(config), overlay))
}

fn asked(config: &ConfigArgs) -> Asked {
    match &config.config {
        _ if config.isolated => Asked::Nothing,
        Some(file) => Asked::File(file.clone()),
        None => Asked::Nearest,
    }
}

/// The settings of the folder the program runs in, for commands that read no document.
pub(super) fn here(config: &ConfigArgs) -> Result<Arc<Config>, ConfigError> {
    let overlay = Overlay { profile: config.profile.clone(), ..Overlay::default() };
    Resolver::new(asked(config), overlay).for_folder(Path::new("."))
}

/// The settings that decide what no single document can: language, and how many warnings are too many. They are those
/// of the first path that is checked. Where those are broken the documents that they are for are named, and others checked.
pub(super) fn leading(resolver: &Resolver, first: Option<&Path>) -> Result<Arc<Config>, ConfigError> {
    let here = Path::new(".");
    let first = first.filter(|path| *path != Path::new("-")).unwrap_or(here);
    let found =
        if first.is_dir() { resolver.for_folder(first) } else { resolver.locate(first).map(|it| it.config) };
    match found {
        Err(error) if resolver.looks_around() && !error.is_beside() => {
            Resolver::new(Asked::Nothing, Overlay::default()).for_folder(here)
        }
        found => found,
    }
}

/// The language that the settings of the folder the program runs in name, also where they cannot be used otherwise.
pub(crate) fn language_here() -> Option<Lang> {
    let found = Resolver::new(Asked::Nearest, Overlay::default()).for_folder(Path::new("."));
    match found {
        Ok(config) => config.language,
        Err(error) => files::head(&error.0.path).lines().find_map(|line| {
            let (key, value) = line.split_once('=')?;
            (key.trim() == "language")
                .then(|| Lang::named(value.trim().split('#').next()?.trim().trim_matches('"')))?
        }),
    }
}

/// The language of the texts: as asked for, as the settings have it, or else `otherwise`.
pub(super) fn lang(document: &DocumentArgs, config: &Config, otherwise: Lang) -> Lang {
    document.texts.lang.or(config.language).unwrap_or(otherwise)
}
