//! Finds settings: the nearest file upwards of a document. What it says for that document is `workbench::config`.
//!
//! The one resolver of command line and language server, so that a document has the same findings in both.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rules::clock::Clock;
use rules::lint::Dictionary;
use rules::workers::Workers;
use workbench::config::{Config, ConfigError, Lender, Located, NAME, Overlay, Side};
use workbench::limits::Limits;
use workbench::paths::folder_of;
use workbench::problem::Problem;

use crate::dictionary::dictionary;
use crate::traces::Traces;
use crate::{Rooms, lies_at, name, side, threads, true_path};

/// The text of files that are open in an editor, by their true path.
pub type Texts = HashMap<PathBuf, String>;

/// Which file of settings is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The nearest upwards of each document.
    Nearest,
    /// This one for all.
    File(PathBuf),
    /// None.
    Nothing,
}

/// What is known of a folder: its true path, and its settings.
type Folder = (PathBuf, Result<Arc<Config>, ConfigError>);

/// Finds settings, and reads each file once.
#[derive(Debug)]
pub struct Resolver {
    asked: Asked,
    overlay: Overlay,
    /// Texts that are newer than those on the disk.
    texts: Arc<Texts>,
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
    pub fn new(asked: Asked, overlay: Overlay) -> Self {
        Self::with_texts(asked, overlay, Texts::default())
    }

    /// Looks where `asked` says, and reads a file of settings that is among `texts` there and not on the disk.
    pub fn with_texts(asked: Asked, overlay: Overlay, texts: Texts) -> Self {
        let (folders, configs, traces, rooms) = Default::default();
        Self { asked, overlay, texts: Arc::new(texts), rooms, traces, folders, configs }
    }

    /// The same, but that what settings name must lie in `rooms` or in the folder of the settings.
    pub fn within(self, rooms: Rooms) -> Self {
        Self { rooms, ..self }
    }

    /// What reading the document at `path` may cost; where its settings are broken, that is told elsewhere.
    pub fn limits(&self, path: &Path) -> Limits {
        self.locate(path).map_or(Limits::default(), |located| located.config.limits)
    }

    /// Has a file that was read, or looked for in vain, changed since?
    pub fn is_stale(&self) -> bool {
        self.traces.are_stale()
    }

    /// Are settings read from the file at `path`: what they extend, a style and a dictionary are part of them?
    pub fn has_read(&self, path: &Path) -> bool {
        self.traces.have(path)
    }

    /// Has each folder its own settings?
    pub fn looks_around(&self) -> bool {
        self.asked == Asked::Nearest
    }

    /// The file of settings for the documents that lie in `folder`, whether it can be used or not.
    pub fn file_for(&self, folder: &Path) -> Option<PathBuf> {
        match &self.asked {
            Asked::Nothing => None,
            Asked::File(file) => Some(true_path(file)),
            Asked::Nearest => {
                true_path(folder).ancestors().map(|folder| folder.join(NAME)).find(|file| {
                    self.traces.note(file);
                    // A folder of that name is told of where it is read, for the settings were meant to be there.
                    self.texts.contains_key(file) || lies_at(file) || file.is_dir()
                })
            }
        }
    }

    /// The settings for the documents that lie in `folder`.
    ///
    /// # Errors
    /// A file of settings that cannot be used.
    pub fn for_folder(&self, folder: &Path) -> Result<Arc<Config>, ConfigError> {
        self.folder(folder).1
    }

    /// The settings of every folder that was looked at and whose settings can be used.
    pub fn in_use(&self) -> Vec<Arc<Config>> {
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
    pub fn locate(&self, path: &Path) -> Result<Located, ConfigError> {
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
        let true_path = true_path(folder);
        let config = self.config(self.file_for(folder).as_deref());
        folders.insert(folder.to_owned(), (true_path.clone(), config.clone()));
        (true_path, config)
    }

    fn config(&self, file: Option<&Path>) -> Result<Arc<Config>, ConfigError> {
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let key = file.unwrap_or(Path::new("")).to_owned();
        let read = || {
            let rooms = file.map_or(self.rooms.clone(), |file| self.rooms.and(folder_of(file)));
            let disk = Disk { texts: self.texts.clone(), rooms };
            let config = Config::read(file, root(file), &self.overlay, Arc::new(disk));
            match &config {
                Ok(config) => config.sources().for_each(|path| self.traces.note(&path)),
                Err(error) => self.traces.note(&error.0.path),
            }
            config.map(Arc::new)
        };
        configs.entry(key).or_insert_with(read).clone()
    }
}

/// The folder that the patterns of `file` count from.
fn root(file: Option<&Path>) -> PathBuf {
    match file {
        Some(file) => folder_of(&true_path(file)).to_owned(),
        None => true_path(Path::new(".")),
    }
}

/// This machine, as settings ask for it.
#[derive(Debug)]
struct Disk {
    /// Texts that are newer than those on the disk.
    texts: Arc<Texts>,
    /// Where the files that settings name may lie.
    rooms: Rooms,
}

impl Lender for Disk {
    fn settings(&self, folder: &Path, written: &Path, name: &str) -> Result<Side, Problem> {
        // What is open in an editor counts before the file, which may not be there yet.
        let newer = |path: &Path| self.texts.get(path).cloned();
        let at = folder.join(written);
        Ok(match side(folder, written, name, &self.rooms) {
            Ok(Side { path, text }) => Side { text: newer(&path).unwrap_or(text), path },
            Err(problem) => Side { text: newer(&at).ok_or(problem)?, path: at },
        })
    }

    fn style(&self, folder: &Path, written: &Path, name: &str) -> Result<String, Problem> {
        side(folder, written, name, &self.rooms).map(|side| side.text)
    }

    fn dictionary(&self, file: &Path) -> Result<Arc<Dictionary>, Problem> {
        dictionary(file, &self.rooms)
    }

    fn name(&self, path: &Path) -> String {
        name(path)
    }

    fn workers(&self) -> Workers {
        threads::workers()
    }

    fn clock(&self) -> Clock {
        threads::clock()
    }
}
