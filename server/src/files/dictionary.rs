//! Hunspell dictionaries: the folders they are installed in, and the two texts of one.

use std::path::Path;

use super::side::{MOST_DICTIONARY, Rooms, Side, read};
use super::{folder_of, name};
use crate::problem::Problem;

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
