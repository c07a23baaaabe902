//! Which files are meant: named files always, and in folders those that look like minutes.
//!
//! Folders are walked in the manner of ripgrep: hidden files and what `.gitignore` and `.ignore` name are passed over.
//! A `.gitignore` counts outside a repository too, since municipal folders are rarely one.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::problem::Problem;

/// Files in folders that are taken for minutes.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "referat", "dagsorden"];

/// A file and what it is called in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// "møder/april.txt": relative to the working directory, with "/".
    pub(crate) name: String,
    /// Where it is read.
    pub(crate) origin: Origin,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// What was looked for, found or not.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Each file once, by name.
    pub(crate) files: Vec<Named>,
    /// What was named and is not there.
    pub(crate) problems: Vec<Problem>,
}

/// `--include` and `--exclude`: patterns as in `.gitignore`, counted from the working directory.
#[derive(Debug)]
pub(crate) struct Globs {
    include: Option<Gitignore>,
    exclude: Gitignore,
}

impl Globs {
    /// Reads the patterns.
    pub(crate) fn new(include: &[String], exclude: &[String]) -> Result<Self, Problem> {
        let include = if include.is_empty() { None } else { Some(matcher(include)?) };
        Ok(Self { include, exclude: matcher(exclude)? })
    }

    fn takes(&self, name: &Path) -> bool {
        match &self.include {
            Some(include) => include.matched(name, false).is_ignore(),
            None => name
                .extension()
                .and_then(|e| e.to_str())
                .is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known))),
        }
    }

    fn leaves_out(&self, name: &Path, is_dir: bool) -> bool {
        self.exclude.matched(name, is_dir).is_ignore()
    }

    /// Is the file or one of its folders left out?
    fn leaves_out_with_folders(&self, name: &Path) -> bool {
        let folders = || name.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        self.leaves_out(name, false) || folders().any(|folder| self.leaves_out(folder, true))
    }
}

fn matcher(patterns: &[String]) -> Result<Gitignore, Problem> {
    let mut builder = GitignoreBuilder::new(".");
    for pattern in patterns {
        // At the start of a line these two mean something else in a `.gitignore`.
        let escape = if pattern.starts_with(['#', '!']) { "\\" } else { "" };
        builder
            .add_line(None, &format!("{escape}{pattern}"))
            .map_err(|error| bad_pattern(pattern, &error))?;
    }
    builder.build().map_err(|error| bad_pattern(&patterns.join(" "), &error))
}

fn bad_pattern(pattern: &str, error: &ignore::Error) -> Problem {
    Problem::new(
        format!("mønsteret \"{pattern}\" kan ikke læses: {error}"),
        format!("the pattern \"{pattern}\" cannot be read: {error}"),
    )
}

/// The files that `paths` stand for, by name, each once.
pub(crate) fn find(paths: &[PathBuf], globs: Globs) -> Found {
    let globs = Arc::new(globs);
    let here = std::env::current_dir().unwrap_or_default();
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            in_folder(path, &here, &globs, &mut found);
        } else {
            let name = named_from(path, &here);
            // A file that does not exist is complained of where it is read, in its place among the others.
            if !globs.leaves_out_with_folders(Path::new(&name)) {
                found.files.push(Named { name, origin: Origin::File(path.clone()) });
            }
        }
    }
    found.files.sort_by(|a, b| a.name.cmp(&b.name));
    found.files.dedup_by(|a, b| a.name == b.name);
    if found.files.is_empty() && found.problems.is_empty() {
        found.problems.push(Problem::new("ingen fil at gennemgå", "no file matched"));
    }
    found
}

fn in_folder(folder: &Path, here: &Path, globs: &Arc<Globs>, found: &mut Found) {
    let before = found.files.len() + found.problems.len();
    let (filter, root) = (Arc::clone(globs), here.to_owned());
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .filter_entry(move |entry| {
            let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
            !filter.leaves_out(Path::new(&named_from(entry.path(), &root)), is_dir)
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let name = named_from(entry.path(), here);
                if globs.takes(Path::new(&name)) {
                    found.files.push(Named { name, origin: Origin::File(entry.into_path()) });
                }
            }
            Ok(_) => {}
            Err(error) => found.problems.push(Problem::new(error.to_string(), error.to_string())),
        }
    }
    if found.files.len() + found.problems.len() == before {
        found.problems.push(no_minutes(&named_from(folder, here), globs));
    }
}

fn no_minutes(folder: &str, globs: &Globs) -> Problem {
    let folder = if folder.is_empty() { "." } else { folder };
    let sought = match globs.include {
        Some(_) => "--include".to_owned(),
        None => format!(".{}", EXTENSIONS.join(" .")),
    };
    Problem::new(
        format!("ingen referater i mappen {folder} ({sought}); nævn filerne eller brug --include"),
        format!("no minutes in the folder {folder} ({sought}); name the files or use --include"),
    )
}

/// What `path` is called: relative to the working directory where it lies below it, and with "/".
pub(crate) fn name(path: &Path) -> String {
    named_from(path, &std::env::current_dir().unwrap_or_default())
}

fn named_from(path: &Path, here: &Path) -> String {
    let path = path.strip_prefix(here).unwrap_or(path);
    let mut name = String::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::RootDir => name.push('/'),
            _ => {
                if !name.is_empty() && !name.ends_with('/') {
                    name.push('/');
                }
                name.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{Globs, named_from};
    use std::path::Path;

    #[test]
    fn names_are_relative_and_have_slashes() {
        let here = Path::new("/home/hanne");
        let of = |path| named_from(Path::new(path), here);
        assert_eq!(of("./møder/./april.txt"), "møder/april.txt");
        assert_eq!(of("/home/hanne/april.txt"), "april.txt");
        assert_eq!(of("../april.txt"), "../april.txt");
        assert_eq!(of("/srv/april.txt"), "/srv/april.txt");
    }

    #[test]
    fn a_pattern_without_a_slash_counts_in_every_folder() {
        let globs = Globs::new(&[], &["kladde*".to_owned(), "arkiv/".to_owned()]).expect("patterns");
        let out = |name| globs.leaves_out_with_folders(Path::new(name));
        assert!(
            out("kladde.txt")
                && out("a/kladde-2.txt")
                && out("a/arkiv/april.txt")
                && out("/srv/arkiv/april.txt")
        );
        assert!(!out("april.txt") && !out("arkiv"));
    }

    #[test]
    fn endings_are_known_in_capitals_too() {
        let globs = Globs::new(&[], &[]).expect("no patterns");
        assert!(globs.takes(Path::new("APRIL.TXT")) && !globs.takes(Path::new("april.docx")));
        let globs = Globs::new(&["*.text".to_owned()], &[]).expect("a pattern");
        assert!(globs.takes(Path::new("a/april.text")) && !globs.takes(Path::new("april.txt")));
    }
}
