//! What the addresses of documents are called on disk, and how they are to be read there.

use std::path::PathBuf;

use tower_lsp::ls_types::Uri;
use workbench::findings::Encoding;

/// The file that `uri` names; `None` for "untitled:" and every other scheme.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    is_file.then(|| uri.to_file_path().map(|path| path.into_owned())).flatten()
}

/// How the bytes of the file at `uri` are to be read; those of no file are as they should be.
pub fn encoding(uri: &Uri) -> Encoding {
    path(uri).map_or(Encoding::Utf8, |path| files::encoding_of(&path))
}

#[cfg(test)]
mod tests {
    use super::path;
    use std::str::FromStr;
    use tower_lsp::ls_types::Uri;

    #[test]
    fn only_files_have_a_path() {
        let uri = |text| Uri::from_str(text).expect("a readable address");
        assert_eq!(path(&uri("untitled:Untitled-1")), None);
        assert_eq!(path(&uri("file:///ws/b%C3%B8rn.md")), Some("/ws/børn.md".into()));
    }
}
