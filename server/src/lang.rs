//! The language of the texts for the writer: Danish or English.

use clap::ValueEnum;
use rules::lint::{Note, Text};
use serde::Deserialize;

/// A language that all texts for the writer exist in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, ValueEnum)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Lang {
    /// Danish.
    Da,
    /// English.
    En,
}

impl Lang {
    /// Danish where the locale is Danish, else English.
    pub(crate) fn of_environment() -> Self {
        Self::of_variables(|name| std::env::var(name).ok(), sys_locale::get_locale)
    }

    /// The language that the variables of the environment name, else that of the system: Windows and macOS set none.
    /// "LANGUAGE" is a list that goes before the others, but not before the "C" of a script.
    fn of_variables(variable: impl Fn(&str) -> Option<String>, system: impl Fn() -> Option<String>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        let plain = locale
            .as_deref()
            .is_some_and(|locale| locale.split('.').next().is_some_and(|name| matches!(name, "C" | "POSIX")));
        let preferred = set("LANGUAGE").filter(|_| !plain);
        let first = preferred.as_deref().and_then(|list| list.split(':').next());
        match first.or(locale.as_deref()) {
            Some(locale) => Self::of_locale(locale),
            None => Self::of_locale(&system().unwrap_or_default()),
        }
    }

    /// "da", "da_DK.UTF-8" and "da-DK" are Danish; all else is English.
    pub(crate) fn of_locale(locale: &str) -> Self {
        match locale.split(['_', '-', '.', '@']).next() {
            Some(language) if language.eq_ignore_ascii_case("da") => Self::Da,
            _ => Self::En,
        }
    }

    /// The language that is called `name`: "da" or "en".
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// Does the environment say which language a person speaks? The "C" of a server says nothing.
    pub(crate) fn is_told() -> bool {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale =
            ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(sys_locale::get_locale);
        locale
            .is_some_and(|locale| !matches!(locale.split(['.', '_']).next(), Some("C" | "POSIX" | "") | None))
    }

    /// The one of two words that is in this language.
    pub(crate) fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Self::Da => da,
            Self::En => en,
        }
    }

    /// The words of `note`.
    pub(crate) fn note(self, note: &Note) -> &str {
        self.pick(&note.da, &note.en)
    }

    /// The words of `text`.
    pub(crate) fn text(self, text: Text) -> &'static str {
        self.pick(text.da, text.en)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_environment_goes_before_the_system() {
        let of = |set: &[(&str, &str)], system: &str| {
            let variable =
                |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            Lang::of_variables(variable, || Some(system.to_owned()))
        };
        assert_eq!(of(&[], "da-DK"), Lang::Da);
        assert_eq!(of(&[("LANG", "en_GB.UTF-8")], "da-DK"), Lang::En);
        assert_eq!(of(&[("LANGUAGE", "da:en")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LANG", "en_GB.UTF-8"), ("LANGUAGE", "da")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LC_ALL", "C.UTF-8"), ("LANGUAGE", "da")], "da-DK"), Lang::En);
    }

    #[test]
    fn only_a_danish_locale_gives_danish() {
        let danish = ["da", "da_DK.UTF-8", "da-DK", "DA"];
        assert!(danish.iter().all(|locale| Lang::of_locale(locale) == Lang::Da));
        let others = ["", "C", "POSIX", "dav_KE", "en_DK.UTF-8"];
        assert!(others.iter().all(|locale| Lang::of_locale(locale) == Lang::En));
    }
}
