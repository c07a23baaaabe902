//! `referent FILE`: what dragging a document onto the program asks for. It is checked, and a page for people is written to the
//! folder of the user's temporary files, for nobody else to read.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, Parser};

use crate::args::Args;
use crate::files;
use crate::problem::Problem;

/// The files and folders that the program was called with, and nothing else; all are as somebody dragged them onto it.
pub(crate) fn files(words: impl IntoIterator<Item = OsString>) -> Option<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = words.into_iter().skip(1).map(PathBuf::from).collect();
    let first = paths.first()?.to_str().unwrap_or_default();
    let is_call =
        first.starts_with('-') || first == "help" || Args::command().find_subcommand(first).is_some();
    // What is like a path is no command that was misspelt; that it is not there is told where it is read.
    let is_path =
        |path: &PathBuf| path.exists() || path.extension().is_some() || path.components().count() > 1;
    (!is_call && paths.iter().all(is_path)).then_some(paths)
}

/// The page that is written about `documents`, and the call that writes it.
pub(crate) fn call(documents: &[PathBuf]) -> Result<(PathBuf, Args), Problem> {
    let page = files::private_page()?;
    let words = ["referent", "check", "--format", "html", "--output"].map(OsString::from);
    let paths = [page.clone().into_os_string(), OsString::from("--")];
    let documents = documents.iter().map(|document| document.as_os_str().to_owned());
    let args = Args::try_parse_from(words.into_iter().chain(paths).chain(documents));
    let args = args.map_err(|error| Problem::new(error.to_string(), error.to_string()))?;
    Ok((page, args))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::files;

    #[test]
    fn paths_and_no_command() {
        let called = |words: &[&str]| files(words.iter().map(OsString::from));
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        for words in [
            &["referent", here][..],
            &["referent", here, "."],
            &["referent", "nowhere.docx"],
            &["referent", "../x"],
        ] {
            assert_eq!(called(words).map(|paths| paths.len()), Some(words.len() - 1), "{words:?}");
        }
        for words in [
            &["referent"][..],
            &["referent", "check"],
            &["referent", "chekc"],
            &["referent", "chekc", here],
            &["referent", "--lang", "da"],
        ] {
            assert_eq!(called(words), None, "{words:?}");
        }
    }
}
