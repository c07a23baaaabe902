//! What the addresses of documents are called on disk.

use std::path::PathBuf;

use tower_lsp::ls_types::Uri;

/// The file that `uri` names; `None` for "untitled:" and every other scheme.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    is_file.then(|| uri.to_file_path().map(|path| path.into_owned())).flatten()
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
