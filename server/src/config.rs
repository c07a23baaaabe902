//! `referent.toml`: the nearest file upwards of a document, checked, and what it says for that document.
//!
//! The one resolver of command line and language server, so that a document has the same findings in both. Settings
//! are not merged with those of folders further up; `extends` names what they build on. What was asked for beside the
//! files, on the command line or by an editor, comes as an [`Overlay`] and wins.
//!
//! Order, the later wins: what is built in, the file that is extended, the file, its profile, its overrides, the overlay.

mod add_word;
mod checked;
mod custom;
mod dictionary;
mod house;
mod insertion;
mod layers;
mod options;
mod schema;
mod selection;
mod show;
mod silenced;
mod source;
mod sources;
mod suppression;
mod switch_off;
mod traces;
mod written;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rules::lint::Severity;
use rules::minutes::Stage;

pub(crate) use add_word::add_word;
pub(crate) use checked::{Config, EXTENSIONS, Walking};
pub(crate) use insertion::added;
pub(crate) use schema::SCHEMA;
pub(crate) use selection::unknown_rule;
pub(crate) use show::show;
pub(crate) use source::{ConfigError, Fault, Source};
pub(crate) use suppression::Suppression;
pub(crate) use switch_off::{new_settings, switch_off};
pub(crate) use traces::Texts;
pub(crate) use written::{FailOn, Sidecar};

use crate::files::{self, Limits, Rooms};
use crate::problem::Problem;
use traces::Traces;

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
    /// Does somebody wait at every letter? Then a rule of their own that takes too long gives up.
    pub(crate) hurries: bool,
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
    /// Texts that are newer than those on the disk.
    texts: Texts,
    /// Where the files that settings name may lie, beside the folder of the settings.
    rooms: Rooms,
    /// What was looked at.
    traces: Traces,
    /// By the path as it was asked for.
    folders: Mutex<HashMap<PathBuf, Folder>>,
    /// By the folder of the file; that of no file under the empty path.
    configs: Mutex<HashMap<PathBuf, Result<Arc<Config>, ConfigError>>>,
}

impl Resolver {
    /// Looks where `asked` says.
    pub(crate) fn new(asked: Asked, overlay: Overlay) -> Self {
        Self::with_texts(asked, overlay, Texts::default())
    }

    /// Looks where `asked` says, and reads a file of settings that is among `texts` there and not on the disk.
    pub(crate) fn with_texts(asked: Asked, overlay: Overlay, texts: Texts) -> Self {
        let (folders, configs, traces, rooms) = Default::default();
        Self { asked, overlay, texts, rooms, traces, folders, configs }
    }

    /// The same, but that what settings name must lie in `rooms` or in the folder of the settings.
    pub(crate) fn within(self, rooms: Rooms) -> Self {
        Self { rooms, ..self }
    }

    /// What reading the document at `path` may cost; where its settings are broken, that is told elsewhere.
    pub(crate) fn limits(&self, path: &Path) -> Limits {
        self.locate(path).map_or(Limits::default(), |located| located.config.limits)
    }

    /// Has a file that was read, or looked for in vain, changed since?
    pub(crate) fn is_stale(&self) -> bool {
        self.traces.are_stale()
    }

    /// Are settings read from the file at `path`: what they extend, a style and a dictionary are part of them?
    pub(crate) fn has_read(&self, path: &Path) -> bool {
        self.traces.have(path)
    }

    /// Has each folder its own settings?
    pub(crate) fn looks_around(&self) -> bool {
        self.asked == Asked::Nearest
    }

    /// The file of settings for the documents that lie in `folder`, whether it can be used or not.
    pub(crate) fn file_for(&self, folder: &Path) -> Option<PathBuf> {
        match &self.asked {
            Asked::Nothing => None,
            Asked::File(file) => Some(files::true_path(file)),
            Asked::Nearest => {
                files::true_path(folder).ancestors().map(|folder| folder.join(NAME)).find(|file| {
                    self.traces.note(file);
                    // A folder of that name is told of where it is read, for the settings were meant to be there.
                    self.texts.contains_key(file) || files::lies_at(file) || file.is_dir()
                })
            }
        }
    }

    /// The settings for the documents that lie in `folder`.
    ///
    /// # Errors
    /// A file of settings that cannot be used.
    pub(crate) fn for_folder(&self, folder: &Path) -> Result<Arc<Config>, ConfigError> {
        self.folder(folder).1
    }

    /// The settings of every folder that was looked at and whose settings can be used.
    pub(crate) fn in_use(&self) -> Vec<Arc<Config>> {
        let configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known: Vec<Arc<Config>> =
            configs.values().filter_map(|config| config.as_ref().ok().cloned()).collect();
        known.sort_by(|a, b| a.root.cmp(&b.root));
        known
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
        let config = self.config(self.file_for(folder).as_deref());
        folders.insert(folder.to_owned(), (true_path.clone(), config.clone()));
        (true_path, config)
    }

    fn config(&self, file: Option<&Path>) -> Result<Arc<Config>, ConfigError> {
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let key = file.unwrap_or(Path::new("")).to_owned();
        let read = || {
            let config = Config::read(file, &self.overlay, &self.texts, &self.rooms);
            match &config {
                Ok(config) => config.sources().for_each(|path| self.traces.note(&path)),
                Err(error) => self.traces.note(&error.0.path),
            }
            config.map(Arc::new)
        };
        configs.entry(key).or_insert_with(read).clone()
    }
}

/// A complaint about what was asked for beside the files, or a file that cannot be read at all.
pub(crate) fn overlay_error(problem: Problem) -> ConfigError {
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
    Source::read::<written::RawConfig>(Path::new(NAME), NAME, text.to_owned()).map(|_| ())
}
