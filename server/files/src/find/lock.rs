//! What programs leave beside documents: the mark of Word while one is open, and what macOS writes on foreign disks.

use std::path::Path;

use workbench::problem::Problem;

/// Is it what Word leaves beside a document while it is open: "~$gsorden.docx"?
pub(super) fn is_lock(path: &Path) -> bool {
    begins(path, "~$")
}

/// Is it such a mark, or what macOS leaves beside a file: "._dagsorden.docx"?
pub(super) fn is_beside(path: &Path) -> bool {
    is_lock(path) || begins(path, "._")
}

fn begins(path: &Path, sign: &str) -> bool {
    path.file_name().unwrap_or_default().as_encoded_bytes().starts_with(sign.as_bytes())
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
    fn what_programs_leave_is_no_document() {
        for lock in ["~$gsorden.docx", "a/~$ferat.DOC", "~$dtale.odt", "~$ril.txt", "a/~$ril.htm"] {
            assert!(super::is_lock(Path::new(lock)) && super::is_beside(Path::new(lock)), "{lock}");
        }
        for beside in ["._dagsorden.docx", "a/._april.txt"] {
            assert!(super::is_beside(Path::new(beside)) && !super::is_lock(Path::new(beside)), "{beside}");
        }
        for document in
            ["dagsorden.docx", "~dagsorden.docx", "a~$b.docx", "a._b.txt", "_april.txt", "~$/april.txt"]
        {
            assert!(!super::is_beside(Path::new(document)), "{document}");
        }
    }
}
