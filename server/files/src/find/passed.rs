//! What a walk through a folder passes over: what `.gitignore` and `.ignore` leave out, hidden files, and links.
//!
//! The walk does not tell of them, and nobody may believe that a file was checked which was not. So each folder that was
//! gone through is listed once more, and what the walk did not show is named; folders that it did not enter are not entered
//! here either, and hidden ones (".git") are nobody's minutes.

use std::path::{Path, PathBuf};

use ignore::DirEntry;
use rustc_hash::FxHashSet;

use super::ignoring::odd_file;
use super::lock::is_beside;
use super::{MOST_NAMED, Wanted};
use crate::{named_from, true_path};

/// What a walk came by.
#[derive(Debug, Default)]
pub(super) struct Walked {
    folders: Vec<PathBuf>,
    seen: FxHashSet<PathBuf>,
    links: Vec<PathBuf>,
}

/// What was passed over, by name.
#[derive(Debug, Default)]
pub struct Passed {
    /// By `.gitignore`, `.ignore`, or because they are hidden.
    ignored: Vec<String>,
    links: Vec<String>,
}

impl Walked {
    /// The walk shows `entry`.
    pub(super) fn note(&mut self, entry: Option<&DirEntry>) {
        let Some(entry) = entry else { return };
        let Some(kind) = entry.file_type() else { return };
        if kind.is_dir() {
            self.folders.push(entry.path().to_owned());
        } else if kind.is_symlink() {
            self.links.push(entry.path().to_owned());
        }
        self.seen.insert(entry.path().to_owned());
    }

    /// What was passed over below `folder` and would be checked otherwise, or might hold such.
    pub(super) fn passed_over(&self, folder: &Path, here: &Path, wanted: &Wanted) -> Passed {
        let mut passed = Passed::default();
        let name = |path: &Path| named_from(path, here);
        // What a link leads to within the folder is checked under its own name.
        let inside = |path: &Path| true_path(path).starts_with(true_path(folder));
        for link in self.links.iter().filter(|link| !(link.exists() && inside(link))) {
            if link.is_dir() || wanted.takes(link, Path::new(&name(link))) {
                passed.links.push(name(link));
            }
        }
        // What a folder holds that was not looked through is nobody's choice.
        for folder in self.folders.iter().filter(|folder| odd_file(folder).is_none()) {
            for child in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = folder.join(child.file_name());
                if self.seen.contains(&path) || is_beside(&path) {
                    continue;
                }
                let (called, is_dir) = (name(&path), path.is_dir());
                let hidden = child.file_name().as_encoded_bytes().starts_with(b".");
                // What stands in the way of a folder is told by its name.
                let meant = if is_dir {
                    !hidden && odd_file(&path).is_none()
                } else {
                    wanted.takes(&path, Path::new(&called))
                };
                if meant && !wanted.leaves_out(&path, Path::new(&called), is_dir) {
                    passed.ignored.push(if is_dir { called + "/" } else { called });
                }
            }
        }
        passed
    }
}

impl Passed {
    /// Takes in what another folder shows.
    pub(super) fn add(&mut self, mut other: Self) {
        self.ignored.append(&mut other.ignored);
        self.links.append(&mut other.links);
    }

    /// "a.md og kladder/ er udeladt af .gitignore eller .ignore eller skjult", in Danish and English.
    pub(super) fn told(&self) -> Option<[String; 2]> {
        let ignored = listed(&self.ignored).map(|[da, en]| {
            [
                format!("udeladt, fordi .gitignore eller .ignore siger det, eller fordi de er skjulte: {da}"),
                format!("left out because .gitignore or .ignore says so, or because they are hidden: {en}"),
            ]
        });
        let links = listed(&self.links)
            .map(|[da, en]| [format!("links følges ikke: {da}"), format!("links are not followed: {en}")]);
        match (ignored, links) {
            (Some([da, en]), Some([links_da, links_en])) => {
                Some([format!("{da}; {links_da}"), format!("{en}; {links_en}")])
            }
            (one, other) => one.or(other),
        }
    }
}

/// Is it a pipe, a socket or a device?
pub(super) fn is_no_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| !kind.is_file() && !kind.is_dir() && !kind.is_symlink())
}

/// The first names, in their order, and how many more there are.
fn listed(names: &[String]) -> Option<[String; 2]> {
    let mut names = names.to_vec();
    names.sort();
    let more = names.len().saturating_sub(MOST_NAMED);
    names.truncate(MOST_NAMED);
    let more = |words: &str| {
        if more > 0 { format!(" {words}").replace('#', &more.to_string()) } else { String::new() }
    };
    (!names.is_empty())
        .then(|| [names.join(", ") + &more("og # til"), names.join(", ") + &more("and # more")])
}
