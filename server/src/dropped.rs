//! `referent FILE`: what dragging a document onto the program asks for. It is checked, and a page for people is written to the
//! folder of the user's temporary files, for nobody else to read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};

use crate::args::Args;
use crate::files;
use crate::problem::Problem;

/// The file that the program was called with, and nothing else.
pub(crate) fn file(words: impl IntoIterator<Item = OsString>) -> Option<PathBuf> {
    let mut words = words.into_iter().skip(1);
    let (Some(only), None) = (words.next(), words.next()) else { return None };
    let is_command = only.to_str().is_some_and(|word| Args::command().find_subcommand(word).is_some());
    let path = PathBuf::from(only);
    (!is_command && path.is_file()).then_some(path)
}

/// The page that is written about `document`, and the call that writes it.
pub(crate) fn call(document: &Path) -> Result<(PathBuf, Args), Problem> {
    let page = files::private_page()?;
    let words = ["referent", "check", "--format", "html", "--output"].map(OsString::from);
    let paths = [page.clone().into_os_string(), OsString::from("--"), document.as_os_str().to_owned()];
    let args = Args::try_parse_from(words.into_iter().chain(paths));
    let args = args.map_err(|error| Problem::new(error.to_string(), error.to_string()))?;
    Ok((page, args))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::file;

    #[test]
    fn one_file_and_no_command() {
        let called = |words: &[&str]| file(words.iter().map(OsString::from));
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert!(called(&["referent", here]).is_some());
        for words in [
            &["referent"][..],
            &["referent", "check"],
            &["referent", here, here],
            &["referent", "nowhere.docx"],
        ] {
            assert_eq!(called(words), None, "{words:?}");
        }
    }
}
