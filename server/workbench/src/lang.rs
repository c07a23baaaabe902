//! The language of the texts for the writer: Danish or English.

use rules::lint::{Note, Text};
use serde::Deserialize;

/// A language that all texts for the writer exist in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish.
    Da,
    /// English.
    En,
}

impl Lang {
    /// "da", "da_DK.UTF-8" and "da-DK" are Danish; all else is English.
    pub fn of_locale(locale: &str) -> Self {
        match locale.split(['_', '-', '.', '@']).next() {
            Some(language) if language.eq_ignore_ascii_case("da") => Self::Da,
            _ => Self::En,
        }
    }

    /// The language that is called `name`: "da" or "en".
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The one of two words that is in this language.
    pub fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Self::Da => da,
            Self::En => en,
        }
    }

    /// The words of `note`.
    pub fn note(self, note: &Note) -> &str {
        self.pick(&note.da, &note.en)
    }

    /// The words of `text`.
    pub fn text(self, text: Text) -> &'static str {
        self.pick(text.da, text.en)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn only_a_danish_locale_gives_danish() {
        let danish = ["da", "da_DK.UTF-8", "da-DK", "DA"];
        assert!(danish.iter().all(|locale| Lang::of_locale(locale) == Lang::Da));
        let others = ["", "C", "POSIX", "dav_KE", "en_DK.UTF-8"];
        assert!(others.iter().all(|locale| Lang::of_locale(locale) == Lang::En));
    }
}
