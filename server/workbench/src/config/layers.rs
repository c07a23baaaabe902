//! A file of settings and those that it extends.

use std::path::Path;

use super::source::{ConfigError, Source};
use super::written::{Lint, RawConfig};
use super::{Lender, Side, overlay_error};
use crate::paths::folder_of;
use crate::problem::Problem;

/// One file of settings.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) source: Source,
    pub(super) written: RawConfig,
}

/// At most this many files build on each other.
const MOST_LAYERS: usize = 16;

/// At most this many entries has each list that takes work for every entry. More were never written by hand.
const MOST_ENTRIES: usize = 5000;
const MOST_TITLES: usize = 2000;
const MOST_CUSTOM: usize = 500;
const MOST_OVERRIDES: usize = 500;

/// `file` and the files that it extends, the base first, as `lender` reads them.
pub(super) fn layers(file: &Path, lender: &dyn Lender) -> Result<Vec<Layer>, ConfigError> {
    let folder = folder_of(file);
    let name = file.file_name().map_or(file, Path::new);
    let mut layers = vec![layer(folder, name, &lender.name(file), lender).map_err(overlay_error)??];
    while let Some(Layer { source, written: RawConfig { extends: Some(extends), .. } }) = layers.last() {
        let told = |problem| source.error("extends", problem);
        let folder = folder_of(&source.path);
        let base = layer(folder, Path::new(extends), extends, lender).map_err(told)?;
        let path = match &base {
            Ok(base) => &base.source.path,
            Err(error) => &error.0.path,
        };
        if layers.iter().any(|layer| layer.source.path == *path) {
            return Err(told(Problem::new(
                format!("\"{extends}\" bygger på denne fil, så de går i ring"),
                format!("\"{extends}\" builds on this file, so they go in a circle"),
            )));
        }
        if layers.len() == MOST_LAYERS {
            return Err(told(Problem::new(
                format!("mere end {MOST_LAYERS} filer bygger på hinanden; saml dem i færre"),
                format!("more than {MOST_LAYERS} files build on each other; gather them in fewer"),
            )));
        }
        layers.push(base?);
    }
    layers.reverse();
    Ok(layers)
}

/// The file that is called `written` in `folder`, and `name` in a complaint. The outer error is that it cannot be read at all.
fn layer(
    folder: &Path,
    written: &Path,
    name: &str,
    lender: &dyn Lender,
) -> Result<Result<Layer, ConfigError>, Problem> {
    let Side { path, text } = lender.settings(folder, written, name)?;
    let read = Source::read(&path, &lender.name(&path), text);
    Ok(read.and_then(|(source, written)| checked(Layer { source, written })))
}

/// `layer`, unless one of its lists is longer than anybody wrote.
fn checked(layer: Layer) -> Result<Layer, ConfigError> {
    let written = &layer.written;
    for (key, n, most) in [
        ("suppress", written.suppress.len(), MOST_ENTRIES),
        ("custom", written.custom.len(), MOST_CUSTOM),
        ("overrides", written.overrides.len(), MOST_OVERRIDES),
        ("vocabulary.titles", written.vocabulary.titles.len(), MOST_TITLES),
        ("lint", n_names(written), MOST_ENTRIES),
    ] {
        if n > most {
            let problem = Problem::new(
                format!("her er {n} af {key}, og der kan være {most}; slet dem, der ikke bruges"),
                format!("here are {n} of {key}, and there can be {most}; delete those that are not used"),
            );
            return Err(layer.source.too_long(key, problem));
        }
    }
    Ok(layer)
}

/// How many names of rules are chosen or left out, wherever that is said.
fn n_names(written: &RawConfig) -> usize {
    let lints = written.profile.values().chain([&written.lint]).map(|lint| [&lint.select, &lint.ignore]);
    let overrides = written.overrides.iter().map(|entry| [&entry.lint.select, &entry.lint.ignore]);
    lints.chain(overrides).flatten().flatten().map(Vec::len).sum()
}

/// What is said about rules, the base first and the profile last.
pub(super) fn lints<'a>(layers: &'a [Layer], profile: Option<&str>) -> Result<Vec<&'a Lint>, ConfigError> {
    let mut lints: Vec<&Lint> = layers.iter().map(|layer| &layer.written.lint).collect();
    if let Some(name) = profile {
        let before = lints.len();
        lints.extend(layers.iter().filter_map(|layer| layer.written.profile.get(name)));
        if lints.len() == before {
            return Err(unknown_profile(name, layers));
        }
    }
    Ok(lints)
}

fn unknown_profile(name: &str, layers: &[Layer]) -> ConfigError {
    let Some(layer) = layers.last() else {
        return overlay_error(Problem::new(
            format!(
                "profilen \"{name}\" skal stå i referent.toml, og der er ingen; \"referent init\" skriver en"
            ),
            format!(
                "the profile \"{name}\" must stand in referent.toml, and there is none; \"referent init\" writes one"
            ),
        ));
    };
    let (da, en) = match layers.iter().flat_map(|layer| layer.written.profile.keys()).collect::<Vec<_>>() {
        known if known.is_empty() => ("der er ingen".to_owned(), "there are none".to_owned()),
        known => {
            let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
            (format!("der er {}", known.join(", ")), format!("there are {}", known.join(", ")))
        }
    };
    let problem = Problem::new(
        format!("ingen profil hedder \"{name}\"; {da}"),
        format!("no profile is called \"{name}\"; {en}"),
    );
    layer.source.error("profile", problem)
}
