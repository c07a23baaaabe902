//! The settings of each document: those of the command line, with what the editor asks for on top.
//!
//! A file of settings that is broken keeps what it said when it was last whole; its fault is told in the file itself.
//! Nothing here changes once it is made: a reload makes a new one, which takes over what was whole.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use files::baseline::read_baseline;
use files::clock;
use files::settings::{Asked, Resolver, Texts};
use files::sidecar;
use files::{Rooms, Stamp, stamp};
use rules::document::Engine;
use rules::lint::Rule;
use tower_lsp::ls_types::Uri;
use workbench::baseline::{self, Baseline};
use workbench::config::{Config, ConfigError, Fault, Located, NAME, Overlay, Suppression};
use workbench::findings::Encoding;
use workbench::findings::{FindingFilter, beside_name, sidecar_of, suppressions};
use workbench::lang::Lang;

use super::config::Settings;
use super::{kind, uri};

/// What one document is read, linted and held against.
#[derive(Clone, Debug)]
pub struct Project {
    /// What its findings are held against.
    pub filter: Arc<FindingFilter>,
    /// What the document is called there; its ending tells Markdown from plain text.
    pub name: String,
    /// The language that its settings ask for.
    pub language: Option<Lang>,
    /// Do the settings leave it out?
    pub excluded: bool,
    /// Does its name say that it tells of a folder or a program?
    pub(crate) tells_of_files: bool,
    /// Is it told of only while it reads like minutes?
    pub(crate) by_content: bool,
    /// Where the files may lie that its settings name.
    pub rooms: Rooms,
    /// The document on the disk, if it lies there.
    path: Option<PathBuf>,
    /// The file of its settings, or where there would be one.
    pub settings: Option<WrittenFile>,
    /// The file beside it that suppresses findings, or where there would be one.
    pub beside: Option<WrittenFile>,
}

/// A file that a person writes, and the server adds to.
#[derive(Clone, Debug)]
pub struct WrittenFile {
    path: PathBuf,
    /// As the editor has it.
    opened: Option<Opened>,
}

/// A file of settings that is open in the editor: its address, version and text.
pub(crate) type Opened = (Uri, i32, String);

impl WrittenFile {
    /// Its text; none when it is not there.
    pub fn text(&self) -> Option<String> {
        let on_disk = || files::short_text(&self.path);
        self.opened.as_ref().map(|(.., text)| text.clone()).or_else(on_disk)
    }

    /// Its address, as the client spells it where it is open.
    pub(crate) fn uri(&self) -> Option<Uri> {
        self.opened.as_ref().map(|(uri, ..)| uri.clone()).or_else(|| Uri::from_file_path(&self.path))
    }

    /// The client's version, where it is open.
    pub(crate) fn version(&self) -> Option<i32> {
        self.opened.as_ref().map(|(_, version, _)| *version)
    }
}

impl Project {
    /// Would `rule` be off for the document if its settings were `text`?
    pub fn is_off_with(&self, text: String, rule: &Rule) -> bool {
        let engine = self.engine_with(text);
        engine
            .is_some_and(|engine| engine.settings.rules.iter().all(|(running, _)| running.name != rule.name))
    }

    /// Would `word` be known in the document if its settings were `text`?
    pub fn knows_with(&self, text: String, word: &str) -> bool {
        let engine = self.engine_with(text);
        engine.is_some_and(|engine| engine.names.vocabulary.iter().any(|known| known == word))
    }

    /// What the document would be linted with if its settings were `text`; nothing where that cannot be.
    fn engine_with(&self, text: String) -> Option<Arc<Engine>> {
        let (path, file) = (self.path.as_ref()?, self.settings.as_ref()?);
        let (asked, texts) = (Asked::File(file.path.clone()), Texts::from([(file.path.clone(), text)]));
        let resolver = Resolver::with_texts(asked, Overlay::default(), texts).within(self.rooms.clone());
        let located = resolver.locate(path).ok()?;
        Some(located.config.engine(&located.name))
    }
}

/// The settings of every document.
#[derive(Debug)]
pub struct Projects {
    /// With all that the editor asks for, and with less where that means nothing.
    resolvers: Vec<Arc<Resolver>>,
    /// The same for documents that lie nowhere.
    nowhere: Vec<Arc<Resolver>>,
    /// The open folders.
    folders: Vec<PathBuf>,
    /// Where the files may lie that settings name.
    rooms: Rooms,
    /// The files of settings that are open, by their true path.
    opened: HashMap<PathBuf, Opened>,
    /// By the file of settings, as it was when it was last whole.
    whole: Mutex<HashMap<PathBuf, Arc<Config>>>,
    /// By the file beside the document.
    whole_beside: Mutex<HashMap<PathBuf, Vec<Suppression>>>,
    beside: Mutex<BTreeMap<PathBuf, Option<Stamp>>>,
    /// The lists of known findings, by their place.
    baselines: Mutex<HashMap<PathBuf, Option<Arc<Baseline>>>>,
    faults: Mutex<Vec<Fault>>,
    /// Another one for each reload.
    pub generation: u64,
    /// When it was last seen that nothing had changed.
    checked: Mutex<Instant>,
}

impl Projects {
    /// Reads the settings of `folders` anew; where they are broken, `last` says what they were.
    pub fn new(
        settings: &Settings,
        folders: &[Uri],
        opened: HashMap<PathBuf, Opened>,
        last: Option<&Self>,
    ) -> Self {
        let texts: Texts = opened.iter().map(|(path, (.., text))| (path.clone(), text.clone())).collect();
        let folders: Vec<PathBuf> = folders.iter().filter_map(uri::path).collect();
        let overlays = settings.overlays();
        let rooms = Rooms::only(&folders);
        let resolver = |asked: &Asked, overlay: &Overlay| {
            let resolver = Resolver::with_texts(asked.clone(), overlay.clone(), texts.clone());
            Arc::new(resolver.within(rooms.clone()))
        };
        let resolvers = |asked: Asked| overlays.iter().map(|overlay| resolver(&asked, overlay)).collect();
        let mut whole: HashMap<PathBuf, Arc<Config>> =
            last.map(|last| copied(&last.whole)).unwrap_or_default();
        // What a file said that was taken away does not come back with the next one.
        whole.retain(|file, _| opened.contains_key(file) || file.as_os_str().is_empty() || file.exists());
        let new = Self {
            resolvers: resolvers(Asked::Nearest),
            nowhere: resolvers(Asked::Nothing),
            folders,
            rooms: rooms.clone(),
            opened,
            whole: Mutex::new(whole),
            whole_beside: Mutex::new(last.map(|last| copied(&last.whole_beside)).unwrap_or_default()),
            beside: Mutex::default(),
            baselines: Mutex::default(),
            faults: Mutex::default(),
            generation: last.map_or(0, |last| last.generation + 1),
            checked: Mutex::new(Instant::now()),
        };
        // What is wrong with the settings of a folder is told although no document is open in it.
        for folder in &new.folders {
            new.locate(&folder.join("*"));
        }
        new
    }

    /// The settings for the document at `uri`, which the client calls `language`, and whose file is in `encoding`.
    pub fn project(&self, uri: &Uri, language: &str, encoding: Encoding) -> Project {
        let Some(path) = uri::path(uri) else {
            let located = self.home();
            let plain = uri.path().as_str().rsplit('/').next().unwrap_or_default();
            let name = if language == "markdown" { format!("{plain}.md") } else { plain.to_owned() };
            let located = Located { name: name.clone().into(), ..located };
            let by_content = kind::goes_by_content(language, None);
            let excluded = kind::is_view(uri);
            return Project { name, by_content, excluded, ..project(&located, encoding, Vec::new()) };
        };
        let located = self.locate(&path);
        let name = files::name(&located.name);
        let beside = self.beside(&path, &name, &located.config);
        let (known, known_as) = self.baseline(&path).unzip();
        let found = project(&located, encoding, beside);
        let filter = Arc::unwrap_or_clone(found.filter).holding_back(known, known_as.unwrap_or_default());
        Project {
            filter: Arc::new(filter),
            name,
            excluded: located.config.files.exclude.covers(&located.name),
            tells_of_files: kind::tells_of_files(language, &path),
            by_content: kind::goes_by_content(language, Some(&path)),
            settings: Some(self.file(self.settings_of(&path))),
            beside: Some(self.file(sidecar_of(&files::true_path(&path)))),
            path: Some(path),
            rooms: self.rooms.clone(),
            ..found
        }
    }

    /// The list of known findings in the open folder that the document at `path` lies in, and what the list calls it.
    fn baseline(&self, path: &Path) -> Option<(Arc<Baseline>, String)> {
        let path = files::true_path(path);
        let folders = self.folders.iter().map(|folder| files::true_path(folder));
        let folder =
            folders.filter(|folder| path.starts_with(folder)).max_by_key(|f| f.components().count())?;
        let list = folder.join(baseline::NAME);
        let mut read = self.baselines.lock().unwrap_or_else(PoisonError::into_inner);
        let known = read.entry(list.clone()).or_insert_with(|| {
            self.beside.lock().unwrap_or_else(PoisonError::into_inner).insert(list.clone(), stamp(&list));
            // Without a list everything is told.
            let read = read_baseline(&list);
            if let Err(problem) = &read
                && list.exists()
            {
                self.fault(ConfigError::of_file(&list, problem.clone()));
            }
            read.ok().map(Arc::new)
        });
        Some((known.clone()?, files::name(path.strip_prefix(&folder).ok()?)))
    }

    /// The file of settings for the document at `path`; where there is none, the place for one: the open folder that it
    /// lies in, else beside it.
    fn settings_of(&self, path: &Path) -> PathBuf {
        let folder = files::true_path(workbench::paths::folder_of(path));
        let open =
            self.folders.iter().map(|open| files::true_path(open)).filter(|open| folder.starts_with(open));
        let new = || open.max_by_key(|open| open.components().count()).unwrap_or(folder.clone()).join(NAME);
        self.resolver().file_for(&folder).unwrap_or_else(new)
    }

    fn file(&self, path: PathBuf) -> WrittenFile {
        WrittenFile { opened: self.opened.get(&path).cloned(), path }
    }

    /// What the document at `path` is read and linted with.
    pub fn engine(&self, path: &Path) -> Arc<Engine> {
        let located = self.locate(path);
        located.config.engine(&located.name)
    }

    /// Finds the minutes of a folder and what they are linted with.
    pub fn resolver(&self) -> &Arc<Resolver> {
        &self.resolvers[0]
    }

    /// The settings of the first folder, for what belongs to no document.
    pub fn home(&self) -> Located {
        match self.folders.first() {
            Some(folder) => self.locate(&folder.join("*")),
            None => self.locate_with(&self.nowhere, Path::new("*")),
        }
    }

    /// Forgets what is known of the document at `uri` alone.
    pub fn forget(&self, uri: &Uri) {
        let Some(file) = uri::path(uri).map(|path| sidecar_of(&path)) else { return };
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).remove(&file);
        self.whole_beside.lock().unwrap_or_else(PoisonError::into_inner).remove(&file);
    }

    /// What is wrong with the settings that were read.
    pub fn faults(&self) -> Vec<Fault> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has a file changed that the settings were read from? Looks no more often than every so often.
    pub fn are_stale(&self) -> bool {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        if checked.elapsed() < EVERY {
            return false;
        }
        *checked = Instant::now();
        self.have_changed()
    }

    /// Has a file changed that the settings were read from?
    pub fn have_changed(&self) -> bool {
        let beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        self.resolvers[0].is_stale() || beside.iter().any(|(path, then)| stamp(path) != *then)
    }

    fn locate(&self, path: &Path) -> Located {
        self.locate_with(&self.resolvers, path)
    }

    fn locate_with(&self, resolvers: &[Arc<Resolver>], path: &Path) -> Located {
        let mut last = None;
        for (n, resolver) in resolvers.iter().enumerate() {
            match resolver.locate(path) {
                Ok(located) => {
                    // The editor asks for something that these settings do not know.
                    if let Some(ConfigError(fault)) = last {
                        let setting = if n == 1 { "referent.style" } else { "referent.select" };
                        self.fault(ConfigError(Box::new(Fault {
                            problem: fault.problem.at(setting),
                            ..*fault
                        })));
                    }
                    let file = located.config.file().unwrap_or(Path::new("")).to_owned();
                    let mut whole = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
                    whole.insert(file, located.config.clone());
                    return located;
                }
                Err(error) if error.is_beside() => last = last.or(Some(error)),
                Err(error) => {
                    last = Some(error);
                    break;
                }
            }
        }
        last.into_iter().for_each(|error| self.fault(error));
        self.as_it_was(path)
    }

    /// The settings for the document at `path` as they were when they were last whole.
    fn as_it_was(&self, path: &Path) -> Located {
        let file = self.resolvers[0].file_for(workbench::paths::folder_of(path)).unwrap_or_default();
        let whole = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(config) = whole.get(&file).cloned() else {
            return plain(path);
        };
        let path =
            files::true_path(workbench::paths::folder_of(path)).join(path.file_name().unwrap_or_default());
        Located { name: path.strip_prefix(&config.root).unwrap_or(&path).to_owned(), config }
    }

    /// What the file beside the document at `path` suppresses.
    fn beside(&self, path: &Path, name: &str, config: &Config) -> Vec<Suppression> {
        let file = sidecar_of(path);
        let now = stamp(&file);
        let mut whole = self.whole_beside.lock().unwrap_or_else(PoisonError::into_inner);
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).entry(file.clone()).or_insert(now);
        // What the editor has not saved yet counts as well.
        let opened = self.opened.get(&sidecar_of(&files::true_path(path)));
        let read = match opened {
            Some((.., text)) => suppressions(&file, &beside_name(name), text.clone(), &config.rules),
            None => sidecar(path, name, &self.rooms, &config.rules),
        };
        match read {
            Ok(suppressions) => {
                whole.insert(file, suppressions.clone());
                suppressions
            }
            Err(error) => {
                self.fault(error);
                whole.get(&file).cloned().unwrap_or_default()
            }
        }
    }

    fn fault(&self, ConfigError(fault): ConfigError) {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        for fault in fault.each() {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
}

fn copied<T: Clone>(kept: &Mutex<T>) -> T {
    kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// At most this often the disk is asked whether a file of settings has changed.
const EVERY: std::time::Duration = std::time::Duration::from_millis(500);

/// The document at `path` under no settings at all.
fn plain(path: &Path) -> Located {
    let nothing = Resolver::new(Asked::Nothing, Overlay::default());
    nothing.locate(path).expect("without files and wishes there is nothing to be wrong")
}

/// What `located` says of a document, wherever it lies.
fn project(located: &Located, encoding: Encoding, beside: Vec<Suppression>) -> Project {
    Project {
        filter: Arc::new(FindingFilter::new(located, encoding, beside, clock::now().date())),
        name: String::new(),
        language: located.config.language,
        excluded: false,
        tells_of_files: false,
        by_content: false,
        rooms: Rooms::default(),
        path: None,
        settings: None,
        beside: None,
    }
}
