//! What Word leaves beside a document while it is open.

use std::path::Path;

use workbench::problem::Problem;

/// Is it what Word leaves beside a document while it is open: "~$gsorden.docx"?
pub(super) fn is_lock(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with("~$") && ["doc", "docx", "docm", "dotx", "rtf", "odt"].contains(&ending.as_str())
}

/// What is said of `lock`, where nothing else was named. A pattern may find such a file among others.
pub(super) fn alone(lock: &Path) -> Problem {
    let name = crate::name(lock);
    Problem::new(
        format!(
            "{name} er ikke et dokument, men det mærke, som Word sætter, mens dokumentet er åbent; angiv dokumentet selv, \
             hvis navn begynder uden \"~$\""
        ),
        format!(
            "{name} is no document but the mark that Word leaves while the document is open; name the document itself, \
             which begins without \"~$\""
        ),
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn locks_of_word_are_no_documents() {
        for lock in ["~$gsorden.docx", "a/~$ferat.DOC", "~$dtale.odt"] {
            assert!(super::is_lock(Path::new(lock)), "{lock}");
        }
        for document in ["dagsorden.docx", "~dagsorden.docx", "a~$b.docx", "~$kladde.txt"] {
            assert!(!super::is_lock(Path::new(document)), "{document}");
        }
    }
}
