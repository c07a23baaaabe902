//! `referent FILE`: what dragging a document onto the program asks for. It is checked, and a page for people is written to the
//! folder of the user's temporary files, for nobody else to read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};
use workbench::problem::Problem;

use crate::args::Args;

/// What the program was called with, where it is files and folders as somebody dragged them onto it, and perhaps the language
/// of the messages behind them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Dropped {
    documents: Vec<PathBuf>,
    lang: Vec<OsString>,
}

/// The files and folders in the call `words`, if they are all that it names.
pub(crate) fn files(words: impl IntoIterator<Item = OsString>) -> Option<Dropped> {
    let mut words: Vec<OsString> = words.into_iter().skip(1).collect();
    let is_lang =
        |word: &OsString| word.to_str().is_some_and(|word| word.split('=').next() == Some("--lang"));
    let lang = words.iter().position(is_lang).map_or(Vec::new(), |at| words.split_off(at));
    let paths: Vec<PathBuf> = words.into_iter().map(PathBuf::from).collect();
    let first = paths.first()?.to_str().unwrap_or_default();
    let is_call =
        first.starts_with('-') || first == "help" || Args::command().find_subcommand(first).is_some();
    // What is like a path is no command that was misspelt; that it is not there is told where it is read.
    let is_path =
        |path: &PathBuf| path.exists() || path.extension().is_some() || path.components().count() > 1;
    (!is_call && lang.len() < 3 && paths.iter().all(is_path)).then_some(Dropped { documents: paths, lang })
}

/// The page that is written about the documents of `dropped`, and the call that writes it.
pub(crate) fn call(dropped: Dropped) -> Result<(PathBuf, Args), Problem> {
    let page = files::private_page()?;
    let args = Args::try_parse_from(words(&page, dropped));
    let args = args.map_err(|error| Problem::new(error.to_string(), error.to_string()))?;
    Ok((page, args))
}

/// The call that writes `page` about the documents of `dropped`, word by word.
fn words(page: &Path, dropped: Dropped) -> Vec<OsString> {
    let mut words = ["referent", "check", "--format", "html", "--output"].map(OsString::from).to_vec();
    words.push(page.as_os_str().to_owned());
    words.extend(dropped.lang);
    words.push(OsString::from("--"));
    words.extend(dropped.documents.into_iter().map(PathBuf::into_os_string));
    words
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use clap::Parser;

    use super::files;
    use crate::args::Args;
    use workbench::lang::Lang;

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
            assert_eq!(
                called(words).map(|dropped| dropped.documents.len()),
                Some(words.len() - 1),
                "{words:?}"
            );
        }
        for words in
            [&["referent", "nowhere.docx", "--lang", "en"][..], &["referent", "nowhere.docx", "--lang=en"]]
        {
            let dropped = called(words).expect("a document");
            assert_eq!((dropped.documents.len(), dropped.lang.len()), (1, words.len() - 2), "{words:?}");
            let args = Args::try_parse_from(super::words(Path::new("page.html"), dropped));
            assert_eq!(args.expect("a call").lang(), Some(Lang::En));
        }
        for words in [
            &["referent"][..],
            &["referent", "check"],
            &["referent", "chekc"],
            &["referent", "chekc", here],
            &["referent", "--lang", "da"],
            &["referent", "nowhere.docx", "--lang", "en", "x.docx"],
        ] {
            assert_eq!(called(words), None, "{words:?}");
        }
    }
}
