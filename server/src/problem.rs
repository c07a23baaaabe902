//! What went wrong outside the texts: what, where, and what to do, in both languages.

use std::borrow::Cow;
use std::fmt;
use std::io::Write;

use rules::privacy::shown;

use crate::lang::Lang;

/// A complaint of one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    da: String,
    en: String,
    no_text: bool,
}

impl Problem {
    /// A complaint in both languages, without a final stop.
    pub(crate) fn new(da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { da: da.into(), en: en.into(), no_text: false }
    }

    /// A file is nothing that anybody wrote: binary, or longer than any text.
    pub(crate) fn no_text(da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { no_text: true, ..Self::new(da, en) }
    }

    /// Is it about a file that is nothing anybody wrote? Where nobody named it, it is passed over.
    pub(crate) fn is_no_text(&self) -> bool {
        self.no_text
    }

    /// The program itself is at fault, at `place` of its code.
    pub(crate) fn internal(place: &str) -> Self {
        Self::new(
            format!("intern fejl i {place} (meld den gerne)"),
            format!("internal error at {place} (please report it)"),
        )
    }

    /// The program itself is at fault, at `place` of its code, when it checks the file `name`.
    pub(crate) fn internal_in(name: &str, place: &str) -> Self {
        Self::new(
            format!("intern fejl i {name}, ved {place} (meld den gerne); de andre filer gennemgås"),
            format!("internal error in {name}, at {place} (please report it); the other files are checked"),
        )
    }

    /// The complaint with its place before it: "referent.toml:3:1: …".
    pub(crate) fn at(self, place: &str) -> Self {
        Self::new(format!("{place}: {}", self.da), format!("{place}: {}", self.en))
    }

    /// The words in `lang`.
    pub(crate) fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.da, &self.en)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl std::error::Error for Problem {}

/// The words of `error` in `lang`, as far as it has any.
pub(crate) fn text(error: &anyhow::Error, lang: Lang) -> Cow<'_, str> {
    match error.downcast_ref::<Problem>() {
        Some(problem) => problem.text(lang).into(),
        None => format!("{error:#}").into(),
    }
}

/// Says `words` on standard error, on one line.
pub(crate) fn complain(words: &str) {
    let line = shown(&words.replace(char::is_control, " "));
    // Nobody is left to be told that standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "referent: {line}");
}
