//! What went wrong outside the texts: what, where, and what to do, in both languages.

use std::fmt;

use crate::lang::Lang;

/// A complaint of one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Problem {
    da: String,
    en: String,
    no_text: bool,
    /// What else was found with it.
    more: Vec<Problem>,
}

impl Problem {
    /// A complaint in both languages, without a final stop.
    pub fn new(da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { da: da.into(), en: en.into(), no_text: false, more: Vec::new() }
    }

    /// A file is nothing that anybody wrote: binary, or longer than any text.
    pub fn no_text(da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { no_text: true, ..Self::new(da, en) }
    }

    /// Is it about a file that is nothing anybody wrote? Where nobody named it, it is passed over.
    pub fn is_no_text(&self) -> bool {
        self.no_text
    }

    /// The program itself is at fault, at `place` of its code.
    pub fn internal(place: &str) -> Self {
        Self::new(
            format!("intern fejl i {place} (meld den gerne)"),
            format!("internal error at {place} (please report it)"),
        )
    }

    /// The program itself is at fault, at `place` of its code, when it checks the file `name`.
    pub fn internal_in(name: &str, place: &str) -> Self {
        Self::new(
            format!("intern fejl i {name}, ved {place} (meld den gerne); de andre filer gennemgås"),
            format!("internal error in {name}, at {place} (please report it); the other files are checked"),
        )
    }

    /// The complaint with its place before it: "referent.toml:3:1: …".
    pub fn at(self, place: &str) -> Self {
        Self::new(format!("{place}: {}", self.da), format!("{place}: {}", self.en))
    }

    /// This complaint with another that was found with it.
    pub fn and(mut self, other: Self) -> Self {
        self.more.push(other);
        self
    }

    /// This complaint and those that were found with it, each of one line.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.more)
    }

    /// The words in `lang`.
    pub fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.da, &self.en)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl std::error::Error for Problem {}
