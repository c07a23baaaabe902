//! The walk through a folder, and the files that say what it leaves out, where one of them is no file: to open a pipe called
//! ".gitignore" takes for ever.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::WalkBuilder;
use workbench::problem::Problem;

use super::Wanted;
use crate::named_from;
use crate::regular::is_odd;

/// At most this much of ".git" is read, which is one line where it is a file.
const LONGEST_LINE: u64 = 4096;

/// The files because of which folders are not entered.
pub(super) type Refused = Arc<Mutex<Vec<PathBuf>>>;

/// Walks through `folder`, past what is hidden, ignored or left out, and past folders that cannot be entered, which `refused` takes.
pub(super) fn walk(folder: &Path, here: &Path, wanted: &Arc<Wanted>, refused: &Refused) -> WalkBuilder {
    let (filter, root, refused) = (Arc::clone(wanted), here.to_owned(), Arc::clone(refused));
    let refuse = move |odd: PathBuf| refused.lock().unwrap_or_else(PoisonError::into_inner).push(odd);
    let mut walk = WalkBuilder::new(folder);
    if let Some(odd) = odd_file(folder) {
        refuse(odd);
        walk.max_depth(Some(0));
    }
    if odd_file_above(folder).is_some() {
        // Folders above are looked into for the sake of git alone too; under another name its file counts in each folder itself.
        walk.parents(false).git_ignore(false).git_exclude(false).git_global(false);
        walk.add_custom_ignore_filename(".gitignore");
    }
    walk.require_git(false).filter_entry(move |entry| {
        let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
        let left_out = filter.leaves_out(entry.path(), Path::new(&named_from(entry.path(), &root)), is_dir);
        let odd = odd_file(entry.path()).filter(|_| is_dir && !left_out);
        let enters = odd.is_none();
        odd.into_iter().for_each(&refuse);
        enters && !left_out
    });
    walk
}

/// The pipe or device in `folder` that a walk would read.
pub(super) fn odd_file(folder: &Path) -> Option<PathBuf> {
    let own = [".gitignore", ".ignore", ".git/info/exclude"].map(|name| folder.join(name));
    own.into_iter().chain(of_work_tree(folder)).find(|path| is_odd(path))
}

/// The same in a folder that `folder` lies in, whose files say what is left out here too.
fn odd_file_above(folder: &Path) -> Option<PathBuf> {
    crate::true_path(folder).ancestors().skip(1).find_map(odd_file)
}

/// What a work tree reads whose ".git" is a file and names the folder of the repository.
fn of_work_tree(folder: &Path) -> Vec<PathBuf> {
    let line = |path: &Path| {
        let head = String::from_utf8_lossy(&crate::regular::head(path, LONGEST_LINE)).into_owned();
        head.lines().next().unwrap_or_default().to_owned()
    };
    let git = line(&folder.join(".git"));
    let Some(repository) = git.strip_prefix("gitdir: ") else { return Vec::new() };
    let common = Path::new(repository).join("commondir");
    let of_all = Path::new(repository).join(line(&common)).join("info/exclude");
    vec![common, of_all]
}

/// The complaint about `path`, because of which a folder was not looked through.
pub(super) fn refused(path: &Path, here: &Path) -> Problem {
    let name = named_from(path, here);
    Problem::new(
        format!("{name} er ingen almindelig fil, så mappen er ikke gennemgået; slet den eller flyt den"),
        format!("{name} is no regular file, so its folder was not looked through; delete it or move it"),
    )
}
