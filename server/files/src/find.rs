//! Which files are meant: named files always, and in folders those that look like minutes.
//!
//! Folders are walked in the manner of ripgrep: hidden files and what `.gitignore` and `.ignore` name are passed over.
//! A `.gitignore` counts outside a repository too, since municipal folders are rarely one.

mod ignoring;
mod lock;
mod passed;

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, PoisonError};

use workbench::config::{EXTENSIONS, Walking};
use workbench::globs::Globs;
use workbench::page;
use workbench::problem::Problem;

use ignoring::{Refused, walk};
pub use passed::Passed;
use passed::{Walked, is_no_file};

use crate::settings::Resolver;
use crate::{Named, Origin, named_from, true_path};

/// What was looked for, found or not.
#[derive(Debug, Default)]
pub struct Found {
    /// Each file once, by name.
    pub files: Vec<Named>,
    /// What was named and is not there.
    pub problems: Vec<Problem>,
    /// Files that were named and that the settings or `--exclude` leave out.
    pub left_out: Vec<String>,
    /// Files in folders that may be minutes, in a format that is not read.
    pub foreign: Vec<String>,
    /// What was passed over in folders.
    pub passed: Passed,
}

/// Endings of documents in formats that are not read.
const FOREIGN: &[&str] = &["doc", "dot", "rtf", "ott", "fodt", "pages", "wps", "wpd", "mht", "mhtml"];

/// At most this many of them are named.
const MOST_NAMED: usize = 5;

impl Found {
    /// Which files in the folders nobody has read, and what to do about it.
    pub fn unread(&self) -> Option<Problem> {
        let mut names = self.foreign.clone();
        names.sort();
        let more = names.len().saturating_sub(MOST_NAMED);
        names.truncate(MOST_NAMED);
        let listed = |and_more: String| names.join(", ") + &if more > 0 { and_more } else { String::new() };
        let (was, it) = if self.foreign.len() > 1 { ("were", "them") } else { ("was", "it") };
        let pronoun = if self.foreign.len() > 1 { "dem" } else { "den" };
        (!names.is_empty()).then(|| {
            Problem::new(
                format!(
                    "{} er i et format, der ikke læses, og er ikke gennemgået; gem {pronoun} som .docx",
                    listed(format!(" og {more} til"))
                ),
                format!(
                    "{} {was} not checked, in a format that is not read; save {it} as .docx",
                    listed(format!(" and {more} more"))
                ),
            )
        })
    }

    /// What was passed over in the folders, and how it can be checked all the same.
    pub fn passed_note(&self) -> Option<Problem> {
        let [da, en] = self.passed.told()?;
        Some(Problem::new(
            format!("{da}; nævn dem ved navn for at få dem gennemgået"),
            format!("{en}; name them to have them checked"),
        ))
    }

    /// What is left out although it was named, as something worth knowing; it is no fault, since hooks name all that changed.
    pub fn note(&self) -> Option<Problem> {
        match self.left_out.as_slice() {
            [] => None,
            [name] => Some(Problem::new(
                format!("{name} er udeladt af indstillingerne og er ikke gennemgået"),
                format!("{name} is excluded by the settings and was not checked"),
            )),
            names => Some(Problem::new(
                format!("{} nævnte filer er udeladt af indstillingerne og er ikke gennemgået", names.len()),
                format!(
                    "{} files that were named are excluded by the settings and were not checked",
                    names.len()
                ),
            )),
        }
    }
}

/// Which files are wanted: what the settings say, and `--include` and `--exclude`.
#[derive(Debug)]
pub struct Wanted {
    include: Option<Globs>,
    exclude: Globs,
    resolver: Arc<Resolver>,
    /// Does the command take one folder and nothing else?
    only_folder: bool,
}

impl Wanted {
    /// Reads the patterns of the command line, which count from the working directory.
    pub fn new(include: &[String], exclude: &[String], resolver: Arc<Resolver>) -> Result<Self, Problem> {
        let include = if include.is_empty() { None } else { Some(Globs::new(include)?) };
        Ok(Self { include, exclude: Globs::new(exclude)?, resolver, only_folder: false })
    }

    /// The same, of a command that takes a folder and neither files nor patterns.
    pub fn of_one_folder(self) -> Self {
        Self { only_folder: true, ..self }
    }

    /// Is the file at `path`, which lies in a folder that is checked, minutes?
    fn takes(&self, path: &Path, name: &Path) -> bool {
        match &self.include {
            Some(include) => include.names_file(name),
            // Settings that cannot be used are complained of where the file is checked.
            None => {
                self.resolver.locate(path).map_or(true, |located| located.config.files.takes(&located.name))
            }
        }
    }

    /// The same where settings that cannot be used are told of once and for all: then the usual endings hold.
    fn takes_anyway(&self, path: &Path) -> bool {
        let known = |ending: &OsStr| EXTENSIONS.iter().any(|known| ending.eq_ignore_ascii_case(known));
        self.takes(path, path) && (self.resolver.locate(path).is_ok() || path.extension().is_some_and(known))
    }

    fn leaves_out(&self, path: &Path, name: &Path, is_dir: bool) -> bool {
        let says = |globs: &Globs, name: &Path| {
            if is_dir { globs.names_folder(name) } else { globs.names_file(name) }
        };
        says(&self.exclude, name)
            || self
                .resolver
                .locate(path)
                .is_ok_and(|located| says(&located.config.files.exclude, &located.name))
    }

    /// Is the file or one of its folders left out?
    fn leaves_out_with_folders(&self, path: &Path, name: &Path) -> bool {
        self.exclude.covers(name)
            || self
                .resolver
                .locate(path)
                .is_ok_and(|located| located.config.files.exclude.covers(&located.name))
    }

    /// Is the folder that was named, or one that it lies in, left out?
    fn leaves_out_folder(&self, path: &Path, name: &Path) -> bool {
        let path = true_path(path);
        self.leaves_out(&path, name, true) || self.leaves_out_with_folders(&path, name)
    }
}

/// The files that `paths` stand for, by name, each once.
pub fn find(paths: &[PathBuf], wanted: Wanted) -> Found {
    let wanted = Arc::new(wanted);
    let here = std::env::current_dir().unwrap_or_default();
    let mut found = Found::default();
    let mut locks = Vec::new();
    for path in paths {
        if path.is_dir() && wanted.leaves_out_folder(path, Path::new(&named_from(path, &here))) {
            found.left_out.push(crate::name(path));
        } else if path.is_dir() {
            in_folder(path, &here, &wanted, &mut found);
        } else if let Some((folder, pattern)) = pattern_in(path) {
            like(path, &folder, &pattern, &here, &wanted, &mut found);
        } else {
            let name = named_from(path, &here);
            // A file that does not exist is complained of where it is read, in its place among the others.
            if wanted.leaves_out_with_folders(path, Path::new(&name)) {
                found.left_out.push(name);
            } else if lock::is_lock(path) {
                locks.push(path);
            } else {
                found.files.push(Named { name, origin: Origin::File(path.clone()) });
            }
        }
    }
    found.files = each_once(found.files);
    if found.files.is_empty() && found.problems.is_empty() && found.left_out.is_empty() {
        found.problems.push(locks.first().map_or_else(nothing_found, |path| lock::alone(path)));
    }
    found
}

fn nothing_found() -> Problem {
    Problem::new("ingen fil at gennemgå", "no file matched")
}

/// `files` by name, each once: a link and what it leads to are one file, which goes by its own name.
fn each_once(files: Vec<Named>) -> Vec<Named> {
    let placed = files.into_iter().map(|file| match &file.origin {
        Origin::File(path) | Origin::Found(path) => (true_path(path), path.is_symlink(), file),
        Origin::Stdin => (PathBuf::new(), false, file),
    });
    let mut placed: Vec<(PathBuf, bool, Named)> = placed.collect();
    placed.sort_by(|a, b| (&a.0, a.1, &a.2.name).cmp(&(&b.0, b.1, &b.2.name)));
    placed.dedup_by(|a, b| a.0 == b.0);
    let mut files: Vec<Named> = placed.into_iter().map(|(.., file)| file).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The minutes below `folder` that an editor shows, not documents, as the settings have them, in the order of their names; folders are read as they come.
pub fn minutes_below(folder: &Path, resolver: Arc<Resolver>) -> impl Iterator<Item = PathBuf> + use<> {
    let here = folder.to_owned();
    let (include, exclude) = (None, Globs::none());
    let wanted = Arc::new(Wanted { include, exclude, resolver, only_folder: false });
    let files = walk(folder, &here, &wanted, &Refused::default())
        .sort_by_file_path(Path::cmp)
        .build()
        .filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let files = files.filter(|entry| !lock::is_beside(entry.path()));
    let is_text = |path: &PathBuf| !Walking::is_document(path);
    files.map(ignore::DirEntry::into_path).filter(move |path| wanted.takes_anyway(path)).filter(is_text)
}

/// Is it a document in a format that is not read, by its ending?
fn is_foreign(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    FOREIGN.contains(&ending.as_str())
}

/// Is it a report of an earlier run, which repeats the documents beside it?
fn is_own_page(path: &Path) -> bool {
    let is_page =
        path.extension().is_some_and(|end| ["html", "htm"].iter().any(|page| end.eq_ignore_ascii_case(page)));
    is_page && page::is_own_page(&crate::head(path))
}

fn in_folder(folder: &Path, here: &Path, wanted: &Arc<Wanted>, found: &mut Found) {
    let before = found.files.len() + found.problems.len();
    let walked = take(folder, here, wanted, found, |path, name| wanted.takes(path, name));
    let passed = walked.passed_over(folder, here, wanted);
    if found.files.len() + found.problems.len() == before {
        found.problems.push(no_minutes(folder, &named_from(folder, here), wanted, &passed));
    } else {
        found.passed.add(passed);
    }
}

/// Takes the files below `folder` that are not left out and that `takes` says are meant.
fn take(
    folder: &Path,
    here: &Path,
    wanted: &Arc<Wanted>,
    found: &mut Found,
    takes: impl Fn(&Path, &Path) -> bool,
) -> Walked {
    let mut walked = Walked::default();
    let refused = Refused::default();
    for entry in walk(folder, here, wanted, &refused).build() {
        walked.note(entry.as_ref().ok());
        match entry {
            // A pipe or a device that is called as minutes are is told where it is read; to look into it could take for ever.
            Ok(entry) if is_no_file(&entry) => {
                let name = named_from(entry.path(), here);
                if takes(entry.path(), Path::new(&name)) {
                    found.files.push(Named { name, origin: Origin::Found(entry.into_path()) });
                }
            }
            Ok(entry) if lock::is_beside(entry.path()) || is_own_page(entry.path()) => {}
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let name = named_from(entry.path(), here);
                let misnamed = crate::is_misnamed(entry.path());
                if is_foreign(entry.path()) && !misnamed && wanted.include.is_none() {
                    found.foreign.push(name);
                } else if misnamed && wanted.include.is_none() || takes(entry.path(), Path::new(&name)) {
                    found.files.push(Named { name, origin: Origin::Found(entry.into_path()) });
                }
            }
            Ok(_) => {}
            Err(error) => found.problems.push(unwalkable(&error, here)),
        }
    }
    let refused = refused.lock().unwrap_or_else(PoisonError::into_inner);
    found.problems.extend(refused.iter().map(|odd| ignoring::refused(odd, here)));
    walked
}

/// The complaint that a folder cannot be looked through.
fn unwalkable(error: &ignore::Error, here: &Path) -> Problem {
    match (path_of(error), error.io_error()) {
        (Some(path), Some(cause)) => crate::unreadable(&named_from(path, here), cause),
        _ => Problem::new(error.to_string(), error.to_string()),
    }
}

/// The path that `error` is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

/// The folder and the pattern of a path such as "2022/*.txt", which the shells of Windows hand on as it is.
fn pattern_in(path: &Path) -> Option<(PathBuf, String)> {
    let is_pattern = |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    if path.exists() || !path.components().any(|part| is_pattern(&part)) {
        return None;
    }
    let folder: PathBuf = path.components().take_while(|part| !is_pattern(part)).collect();
    let parts = path.components().skip_while(|part| !is_pattern(part));
    let pattern: Vec<String> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    Some((folder, pattern.join("/")))
}

/// The files that `path` stands for, which is `pattern` below `folder`.
fn like(path: &Path, folder: &Path, pattern: &str, here: &Path, wanted: &Arc<Wanted>, found: &mut Found) {
    // A pattern that begins with a slash counts from the folder and not in every one below it.
    let globs = match Globs::new(&[format!("/{pattern}")]) {
        Ok(globs) => globs,
        Err(problem) => return found.problems.push(problem),
    };
    let before = found.files.len();
    let is_like = |path: &Path| globs.names_file(path.strip_prefix(folder).unwrap_or(path));
    if folder.is_dir() {
        let mut below = Found::default();
        take(folder, here, wanted, &mut below, |path, _| is_like(path));
        let meant = |file: &Named| !matches!(&file.origin, Origin::Found(path) if !is_like(path));
        found.files.extend(below.files.into_iter().filter(meant));
        found.problems.append(&mut below.problems);
        found.foreign.extend(
            below.foreign.into_iter().filter(|name| is_like(&here.join(name)) || is_like(Path::new(name))),
        );
    }
    if found.files.len() == before {
        let name = named_from(path, here);
        found
            .problems
            .push(Problem::new(format!("ingen fil er som {name}"), format!("there is no file like {name}")));
    }
}

fn no_minutes(path: &Path, name: &str, wanted: &Wanted, passed: &Passed) -> Problem {
    let folder = if name.is_empty() { "." } else { name };
    let extensions = wanted.resolver.for_folder(path).map(|config| config.files.endings().join(" ."));
    let sought = match (&wanted.include, extensions) {
        (None, Ok(extensions)) => format!(".{extensions}"),
        _ => "--include".to_owned(),
    };
    let (da, en) = match folder {
        "." => ("denne mappe".to_owned(), "this folder".to_owned()),
        _ => (format!("mappen {folder}"), format!("the folder {folder}")),
    };
    let [why_da, why_en] =
        passed.told().map_or_else(Default::default, |[da, en]| [format!(": {da}"), format!(": {en}")]);
    let [do_da, do_en] = match wanted.only_folder {
        true => ["nævn den mappe, de ligger i", "name the folder they lie in"],
        false => ["nævn filerne eller brug --include", "name the files or use --include"],
    };
    Problem::new(
        format!("ingen referater i {da} ({sought}){why_da}; {do_da}"),
        format!("no minutes in {en} ({sought}){why_en}; {do_en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::Wanted;
    use crate::settings::{Asked, Resolver};
    use std::path::Path;
    use std::sync::Arc;
    use workbench::config::Overlay;

    #[test]
    fn endings_are_known_in_capitals_too() {
        let resolver = || Arc::new(Resolver::new(Asked::Nothing, Overlay::default()));
        let wanted = Wanted::new(&[], &[], resolver()).expect("no patterns");
        let takes = |wanted: &Wanted, name: &str| wanted.takes(Path::new(name), Path::new(name));
        assert!(takes(&wanted, "APRIL.TXT") && takes(&wanted, "april.docx"));
        let wanted = Wanted::new(&["*.text".to_owned()], &[], resolver()).expect("a pattern");
        assert!(takes(&wanted, "a/april.text") && !takes(&wanted, "april.txt"));
    }
}
