//! A file of settings and those that it extends.

use std::path::Path;

use super::overlay_error;
use super::source::{ConfigError, Source};
use super::traces::Texts;
use super::written::{Lint, Written};
use crate::files;
use crate::problem::Problem;

/// One file of settings.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) source: Source,
    pub(super) written: Written,
}

/// `file` and the files that it extends, the base first.
pub(super) fn layers(file: &Path, texts: &Texts) -> Result<Vec<Layer>, ConfigError> {
    let mut layers = vec![layer(file, texts).map_err(overlay_error)??];
    while let Some(Layer { source, written: Written { extends: Some(extends), .. } }) = layers.first() {
        let base = files::folder_of(&source.path).join(extends);
        if layers.iter().any(|layer| layer.source.path == files::true_path(&base)) {
            let problem = Problem::new(
                format!("\"{extends}\" bygger på denne fil, så de går i ring"),
                format!("\"{extends}\" builds on this file, so they go in a circle"),
            );
            return Err(source.error("extends", problem));
        }
        let base = layer(&base, texts).map_err(|problem| source.error("extends", problem))??;
        layers.insert(0, base);
    }
    Ok(layers)
}

/// The outer error is that the file cannot be read at all.
fn layer(path: &Path, texts: &Texts) -> Result<Result<Layer, ConfigError>, Problem> {
    let path = files::true_path(path);
    let name = files::name(&path);
    let text = match texts.get(&path) {
        Some(text) => text.clone(),
        None => files::read(&path, &name)?.text,
    };
    Ok(Source::read(&path, &name, text).map(|(source, written)| Layer { source, written }))
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
