//! Hunspell dictionaries: the folders they are installed in, and the two texts of one.
//!
//! A dictionary takes a good part of a second to read, so each file is read once while the program runs, and only when
//! a rule asks for words.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rules::lint::Dictionary;
use workbench::config::Side;
use workbench::paths::folder_of;

use workbench::problem::Problem;

use super::name;
use super::side::{MOST_DICTIONARY, Rooms, read};

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

/// By the `.dic` file, and where it must lie.
type Known = HashMap<(PathBuf, Rooms), Arc<Dictionary>>;

static READ: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// The dictionary whose `.dic` file is `file`, in one of `rooms` or installed.
pub(crate) fn dictionary(file: &Path, rooms: &Rooms) -> Result<Arc<Dictionary>, Problem> {
    let key = (file.to_owned(), rooms.clone());
    let mut known = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(dictionary) = known.get(&key) {
        return Ok(dictionary.clone());
    }
    let (aff, dic) = texts(file, rooms)?;
    let dictionary = Dictionary::new(&aff, &dic).map_err(|error| {
        let (name, error) = (file.display(), error.0);
        Problem::new(
            format!("{name} er ingen Hunspell-ordbog: {error}"),
            format!("{name} is no Hunspell dictionary: {error}"),
        )
    })?;
    Ok(known.entry(key).or_insert(Arc::new(dictionary)).clone())
}

/// The texts of the dictionary whose `.dic` file is `file`, in one of `rooms` or installed: those of its `.aff` and `.dic`.
fn texts(file: &Path, rooms: &Rooms) -> Result<(String, String), Problem> {
    let folder = folder_of(file);
    let installed = FOLDERS.iter().any(|known| folder == Path::new(known));
    let rooms = if installed { rooms.and(folder) } else { rooms.clone() };
    let text = |file: &Path| {
        read(Path::new(""), file, &name(file), &rooms, MOST_DICTIONARY).map(|Side { text, .. }| text)
    };
    Ok((text(&file.with_extension("aff"))?, text(file)?))
}
