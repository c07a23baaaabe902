//! Files that a document names and that lie beside it.

use std::path::{Path, PathBuf};

use rules::text::{TextRange, range_of, trim};

/// The file in `folder` that the line `words` names, and the words that name it.
pub fn beside(folder: &Path, words: &str) -> Option<(TextRange, PathBuf)> {
    let after_number = words.split_once([':', '-', '–']).map(|(_, rest)| rest);
    [Some(words), after_number].into_iter().flatten().find_map(|name| {
        let name = trim(name);
        // A name that leads out of the folder is none of ours.
        let plain = !name.is_empty() && name.len() < 200 && !name.contains(['/', '\\', '\0']) && name != "..";
        let file = plain.then(|| folder.join(name)).filter(|file| file.is_file())?;
        Some((range_of(words, name), file))
    })
}
