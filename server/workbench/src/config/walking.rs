//! Which files of a folder are minutes.

use std::path::Path;

use super::layers::Layer;
use super::overlay_error;
use super::source::ConfigError;
use crate::globs::Globs;

/// Endings of minutes, unless the settings say otherwise.
pub const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "referat", "dagsorden"];

/// Endings of documents that a text is taken out of.
const DOCUMENTS: &[&str] = &["docx", "docm", "dotx", "odt", "html", "htm", "xhtml", "pdf"];

/// Which files in a folder are minutes.
#[derive(Debug)]
pub struct Walking {
    include: Option<Globs>,
    /// Files and folders that are left out.
    pub exclude: Globs,
    /// Endings of minutes.
    pub(crate) extensions: Vec<String>,
    /// Are documents minutes too?
    pub(crate) documents: bool,
}

impl Walking {
    pub(super) fn new(layers: &[Layer]) -> Result<Self, ConfigError> {
        let (mut include, mut exclude) = (None, Globs::new(&[]).map_err(overlay_error)?);
        let mut documents = true;
        let mut extensions: Vec<String> = EXTENSIONS.iter().map(ToString::to_string).collect();
        for layer in layers {
            let files = &layer.written.files;
            let globs = |key: &str, patterns: &Vec<String>| {
                Globs::new(patterns).map_err(|problem| layer.source.error(&format!("files.{key}"), problem))
            };
            if let Some(patterns) = &files.include {
                include = Some(globs("include", patterns)?);
            }
            if let Some(patterns) = &files.exclude {
                exclude = globs("exclude", patterns)?;
            }
            documents = files.documents.unwrap_or(documents);
            if let Some(known) = &files.extensions {
                extensions =
                    known.iter().map(|known| known.trim_start_matches(['*', '.']).to_owned()).collect();
            }
        }
        Ok(Self { include, exclude, extensions, documents })
    }

    /// Is the file at `path` called as a document is that a text is taken out of?
    pub fn is_document(path: &Path) -> bool {
        let extension = path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| DOCUMENTS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
    }

    /// All endings of minutes.
    pub fn endings(&self) -> Vec<&str> {
        let documents = DOCUMENTS.iter().copied().filter(|_| self.documents);
        self.extensions.iter().map(String::as_str).chain(documents).collect()
    }

    /// Is the file called `name`, which lies in a folder that is checked, minutes?
    pub fn takes(&self, name: &Path) -> bool {
        let known = |extension: &str| {
            self.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
                || self.documents && Self::is_document(name)
        };
        match &self.include {
            Some(include) => include.names_file(name),
            None => name.extension().and_then(|extension| extension.to_str()).is_some_and(known),
        }
    }
}
