//! The language of whoever runs the program, as its environment tells.

use workbench::lang::Lang;

/// Danish where the locale is Danish, else English.
pub fn language() -> Lang {
    of_variables(|name| std::env::var(name).ok(), sys_locale::get_locale)
}

/// The language that the variables of the environment name, else that of the system: Windows and macOS set none.
/// "LANGUAGE" is a list that goes before the others, but not before the "C" of a script.
fn of_variables(variable: impl Fn(&str) -> Option<String>, system: impl Fn() -> Option<String>) -> Lang {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let plain = locale
        .as_deref()
        .is_some_and(|locale| locale.split('.').next().is_some_and(|name| matches!(name, "C" | "POSIX")));
    let preferred = set("LANGUAGE").filter(|_| !plain);
    // The first that there are messages in counts: "de:da" is Danish.
    let known = |locale: &&str| Lang::of_locale(locale) == Lang::Da || is_english(locale);
    let listed = |list: &'_ str| list.split(':').find(known).or(list.split(':').next()).map(str::to_owned);
    let first = preferred.as_deref().and_then(listed);
    match first.as_deref().or(locale.as_deref()) {
        Some(locale) => Lang::of_locale(locale),
        None => Lang::of_locale(&system().unwrap_or_default()),
    }
}

fn is_english(locale: &str) -> bool {
    locale.split(['_', '-', '.', '@']).next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

/// Does the environment say which language a person speaks? The "C" of a server says nothing.
pub fn is_told() -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(sys_locale::get_locale);
    locale.is_some_and(|locale| !matches!(locale.split(['.', '_']).next(), Some("C" | "POSIX" | "") | None))
}

#[cfg(test)]
mod tests {
    use super::of_variables;
    use workbench::lang::Lang;

    #[test]
    fn the_environment_goes_before_the_system() {
        let of = |set: &[(&str, &str)], system: &str| {
            let variable =
                |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            of_variables(variable, || Some(system.to_owned()))
        };
        assert_eq!(of(&[], "da-DK"), Lang::Da);
        assert_eq!(of(&[("LANG", "en_GB.UTF-8")], "da-DK"), Lang::En);
        assert_eq!(of(&[("LANGUAGE", "da:en")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LANG", "en_GB.UTF-8"), ("LANGUAGE", "da")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LANGUAGE", "de:da")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LANGUAGE", "sv:nb_NO:da_DK:en")], "en-US"), Lang::Da);
        assert_eq!(of(&[("LANGUAGE", "de:en_GB:da")], "da-DK"), Lang::En);
        assert_eq!(of(&[("LANG", "da_DK.UTF-8"), ("LANGUAGE", "de:fr")], "da-DK"), Lang::En);
        assert_eq!(of(&[("LC_ALL", "C.UTF-8"), ("LANGUAGE", "da")], "da-DK"), Lang::En);
    }
}
