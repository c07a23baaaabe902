//! Every file that settings are read from.

use std::path::PathBuf;

use super::written::Style;
use super::{Config, dictionary};
use crate::paths::folder_of;

impl Config {
    /// The settings, those they extend, styles in files of their own, and the dictionary that they name.
    pub fn sources(&self) -> impl Iterator<Item = PathBuf> {
        let settings = self.layers.iter().flat_map(|layer| {
            let (source, written) = (&layer.source, &layer.written);
            let folder = folder_of(&source.path);
            let own = match &written.style {
                Some(Style::Named(name)) => Some(name),
                _ => None,
            };
            let styles =
                own.into_iter().chain(written.overrides.iter().filter_map(|entry| entry.style.as_ref()));
            let in_files = styles.filter(|style| is_file(style)).map(move |style| folder.join(style));
            std::iter::once(source.path.clone()).chain(in_files)
        });
        let asked = self.overlay.style.as_ref().filter(|style| is_file(style)).map(PathBuf::from);
        let words = dictionary::named(&self.options)
            .into_iter()
            .flat_map(|words| [words.with_extension("aff"), words.with_extension("dic")]);
        settings.chain(asked).chain(words)
    }
}

/// Is a style of this name written in a file?
fn is_file(style: &str) -> bool {
    style.contains(['/', '\\']) || style.ends_with(".toml")
}
