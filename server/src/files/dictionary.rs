//! Hunspell dictionaries: where the Danish one lies on this machine, and the two texts of one.

use std::env;
use std::path::{Path, PathBuf};

use super::side::{MOST_DICTIONARY, Rooms, Side, read};
use super::{folder_of, name};
use crate::problem::Problem;

/// The Danish dictionary's files, without their endings.
const DANISH: &str = "da_DK";

/// Folders of dictionaries on Linux, macOS and Windows.
const FOLDERS: &[&str] = &[
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/run/current-system/sw/share/hunspell",
    "/Library/Spelling",
    "/usr/lib/libreoffice/share/extensions/dict-da",
    "/usr/lib64/libreoffice/share/extensions/dict-da",
    "/opt/libreoffice/share/extensions/dict-da",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-da",
    "C:\\Program Files\\LibreOffice\\share\\extensions\\dict-da",
    "C:\\Program Files (x86)\\LibreOffice\\share\\extensions\\dict-da",
];

/// The `.dic` file of the Danish dictionary that is installed, the user's own first.
pub(crate) fn system_dictionary() -> Option<PathBuf> {
    // The folders that Hunspell itself is told of.
    let told: Vec<PathBuf> = env::var_os("DICPATH").iter().flat_map(env::split_paths).collect();
    let home = env::var_os("HOME").map(PathBuf::from);
    let own = home
        .into_iter()
        .flat_map(|home| ["Library/Spelling", ".local/share/hunspell"].map(|folder| home.join(folder)));
    let folders = told.into_iter().chain(own).chain(FOLDERS.iter().map(PathBuf::from));
    folders.map(|folder| folder.join(DANISH).with_extension("dic")).find(|file| is_whole(file))
}

/// The texts of the dictionary whose `.dic` file is `file`, in one of `rooms` or installed: those of its `.aff` and `.dic`.
pub(crate) fn dictionary(file: &Path, rooms: &Rooms) -> Result<(String, String), Problem> {
    let folder = folder_of(file);
    let installed = FOLDERS.iter().any(|known| folder == Path::new(known));
    let rooms = if installed { rooms.and(folder) } else { rooms.clone() };
    let text = |file: &Path| {
        read(Path::new(""), file, &name(file), &rooms, MOST_DICTIONARY).map(|Side { text, .. }| text)
    };
    Ok((text(&file.with_extension("aff"))?, text(file)?))
}

fn is_whole(file: &Path) -> bool {
    file.is_file() && file.with_extension("aff").is_file()
}
