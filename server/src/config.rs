//! `referent.toml`: the nearest file upwards of a document, checked, and what it says for that document.
//!
//! The one resolver of command line and language server, so that a document has the same findings in both. Settings
//! are not merged with those of folders further up; `extends` names what they build on. What was asked for beside the
//! files, on the command line or by an editor, comes as an [`Overlay`] and wins.
//!
//! Order, the later wins: what is built in, the file that is extended, the file, its profile, its overrides, the overlay.

mod checked;
mod custom;
mod house;
mod layers;
mod schema;
mod selection;
mod show;
mod source;
mod written;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rules::lint::Severity;
use rules::minutes::Stage;

pub(crate) use checked::{Config, Suppression};
pub(crate) use schema::SCHEMA;
pub(crate) use selection::unknown_rule;
pub(crate) use show::show;
pub(crate) use source::{ConfigError, Fault, Source};
pub(crate) use written::{FailOn, Sidecar};

use crate::files;
use crate::problem::Problem;

/// What a file of settings is called.
pub(crate) const NAME: &str = "referent.toml";

/// Which file of settings is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The nearest upwards of each document.
    Nearest,
    /// This one for all.
    File(PathBuf),
    /// None.
    Nothing,
}

/// What was asked for beside the files; it wins over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overlay {
    /// Only these rules.
    pub(crate) select: Vec<String>,
    /// Not these rules.
    pub(crate) ignore: Vec<String>,
    /// Severities by rule or group; `None` is off.
    pub(crate) severity: Vec<(String, Option<Severity>)>,
    /// The name of a house style, or a .toml file.
    pub(crate) style: Option<String>,
    /// Agenda or minutes.
    pub(crate) stage: Option<Stage>,
    /// The profile.
    pub(crate) profile: Option<String>,
}

/// A document with the settings that hold for it.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    /// The settings of its folder.
    pub(crate) config: Arc<Config>,
    /// The name that patterns are held against: from the folder of the settings, where it lies below that.
    pub(crate) name: PathBuf,
}

/// What is known of a folder: its true path, and its settings.
type Folder = (PathBuf, Result<Arc<Config>, ConfigError>);

/// Finds settings, and reads each file once.
#[derive(Debug)]
pub(crate) struct Resolver {
    asked: Asked,
    overlay: Overlay,
    /// By the path as it was asked for.
    folders: Mutex<HashMap<PathBuf, Folder>>,
    /// By the folder of the file; that of no file under the empty path.
    configs: Mutex<HashMap<PathBuf, Result<Arc<Config>, ConfigError>>>,
}

impl Resolver {
    /// Looks where `asked` says.
    pub(crate) fn new(asked: Asked, overlay: Overlay) -> Self {
        Self { asked, overlay, folders: Mutex::default(), configs: Mutex::default() }
    }

    /// The settings for the documents that lie in `folder`.
    ///
    /// # Errors
    /// A file of settings that cannot be used.
    pub(crate) fn for_folder(&self, folder: &Path) -> Result<Arc<Config>, ConfigError> {
        self.folder(folder).1
    }

    /// The settings for the document at `path`.
    ///
    /// # Errors
    /// A file of settings that cannot be used.
    pub(crate) fn locate(&self, path: &Path) -> Result<Located, ConfigError> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let (folder, config) = self.folder(parent.unwrap_or(Path::new(".")));
        let config = config?;
        let path = path.file_name().map_or_else(|| folder.clone(), |name| folder.join(name));
        let name = path.strip_prefix(&config.root).unwrap_or(&path).to_owned();
        Ok(Located { config, name })
    }

    fn folder(&self, folder: &Path) -> Folder {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        let true_path = files::true_path(folder);
        let config = match &self.asked {
            Asked::Nothing => self.config(None),
            Asked::File(file) => self.config(Some(file)),
            Asked::Nearest => {
                let nearest =
                    true_path.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file());
                self.config(nearest.as_deref())
            }
        };
        folders.insert(folder.to_owned(), (true_path.clone(), config.clone()));
        (true_path, config)
    }

    fn config(&self, file: Option<&Path>) -> Result<Arc<Config>, ConfigError> {
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let key = file.unwrap_or(Path::new("")).to_owned();
        let read = || Config::read(file, &self.overlay).map(Arc::new);
        configs.entry(key).or_insert_with(read).clone()
    }
}

/// A complaint about what was asked for beside the files.
fn overlay_error(problem: Problem) -> ConfigError {
    ConfigError(Box::new(Fault {
        path: PathBuf::new(),
        name: String::new(),
        range: None,
        place: None,
        problem,
    }))
}

/// Can `text` be read as settings?
#[cfg(test)]
pub(crate) fn can_be_read(text: &str) -> Result<(), ConfigError> {
    Source::read::<written::Written>(Path::new(NAME), NAME, text.to_owned()).map(|_| ())
}
