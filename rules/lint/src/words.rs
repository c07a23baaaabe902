//! Words for the writer, in both languages.

use std::borrow::Cow;

/// Words in both languages, fixed when the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

/// A language that every text for the writer exists in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Danish.
    Danish,
    /// English.
    English,
}

impl Text {
    /// The words in `language`.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Danish => self.da,
            Language::English => self.en,
        }
    }
}

/// Words for the writer in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// Danish.
    pub da: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Note {
    /// A note made of what was found.
    pub fn new(da: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { da: da.into(), en: en.into() }
    }
}

impl From<Text> for Note {
    fn from(text: Text) -> Self {
        Self { da: text.da.into(), en: text.en.into() }
    }
}
