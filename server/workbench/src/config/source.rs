//! The text of a `referent.toml`: where each key stands, and complaints that say so.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::complaint::complaint;
use crate::problem::Problem;

/// A file of settings.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// What it is called in a complaint.
    pub(crate) name: String,
    pub text: String,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// By path: `lint.select[2]`, `lint.severity.dates/weekday`.
    places: BTreeMap<String, Place>,
}

/// Where a key and its value stand, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
}

/// What is wrong with a file of settings; boxed, since it is large and rare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(pub Box<Fault>);

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file; empty when it is not a file that is wrong, but what was asked for beside it.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// The bytes that are wrong, when they are known.
    pub range: Option<Range<usize>>,
    /// Line and column from 1.
    pub place: Option<(usize, usize)>,
    /// What is wrong, without the place.
    pub problem: Problem,
    /// What else is wrong with the settings, as far as it can be told before this is mended.
    pub more: Vec<Fault>,
    /// Is nothing else looked for: a list is so long that each reading of it is work?
    pub alone: bool,
}

impl Fault {
    /// This fault and those besides it, each alone.
    pub fn each(mut self) -> Vec<Self> {
        let more = std::mem::take(&mut self.more);
        std::iter::once(self).chain(more).collect()
    }

    /// What is wrong, with the place.
    fn told(self) -> Problem {
        let place = self.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        if self.name.is_empty() { self.problem } else { self.problem.at(&format!("{}{place}", self.name)) }
    }
}

impl ConfigError {
    /// What is wrong with a file as a whole, which `problem` names.
    pub fn of_file(path: &Path, problem: Problem) -> Self {
        let (path, name) = (path.to_owned(), String::new());
        Self(Box::new(Fault {
            path,
            name,
            range: None,
            place: None,
            problem,
            more: Vec::new(),
            alone: false,
        }))
    }

    /// Is it no file of settings that is wrong, but what was asked for beside it?
    pub fn is_beside(&self) -> bool {
        self.0.path.as_os_str().is_empty()
    }
}

impl From<ConfigError> for Problem {
    fn from(ConfigError(fault): ConfigError) -> Self {
        let mut all = fault.each().into_iter().map(Fault::told);
        let first = all.next().unwrap_or_else(|| Self::internal("config"));
        all.fold(first, Self::and)
    }
}

impl Source {
    /// Reads `text`, which lies at `path`.
    pub(crate) fn read<T: DeserializeOwned>(
        path: &Path,
        name: &str,
        text: String,
    ) -> Result<(Self, T), ConfigError> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let (path, name) = (path.to_owned(), name.to_owned());
        let mut new = Self { path, name, text, lines, places: BTreeMap::new() };
        let written = toml::from_str(&new.text)
            .map_err(|error| new.error_at(error.span(), complaint(error.message())))?;
        new.places = places(&new.text).unwrap_or_default();
        Ok((new, written))
    }

    /// A complaint about the value of `key`.
    pub(crate) fn error(&self, key: &str, problem: Problem) -> ConfigError {
        self.error_at(self.places.get(key).map(|place| place.value.clone()), problem)
    }

    /// A complaint about `key` itself.
    pub(crate) fn key_error(&self, key: &str, problem: Problem) -> ConfigError {
        self.error_at(self.places.get(key).map(|place| place.key.clone()), problem)
    }

    /// A complaint about the list `key`, which is so long that nothing else is looked for.
    pub(super) fn too_long(&self, key: &str, problem: Problem) -> ConfigError {
        let mut error = self.key_error(key, problem);
        error.0.alone = true;
        error
    }

    /// The line of `key`, from 1, and its value as it is written.
    pub(crate) fn value(&self, key: &str) -> Option<(usize, &str)> {
        let place = self.places.get(key)?;
        Some((self.line(place.key.start), self.text.get(place.value.clone())?))
    }

    /// The bytes of the value of `key`.
    pub(super) fn range(&self, key: &str) -> Option<Range<usize>> {
        self.places.get(key).map(|place| place.value.clone())
    }

    /// The bytes of `key` itself.
    pub(super) fn key_range(&self, key: &str) -> Option<Range<usize>> {
        self.places.get(key).map(|place| place.key.clone())
    }

    /// The keys of the table or list `name` that hold no table themselves, in the order of their names.
    pub(crate) fn keys_below(&self, name: &str) -> Vec<String> {
        let below =
            |key: &str, name: &str| key.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', '[']));
        let keys = self.places.keys().filter(|key| below(key, name));
        // A list of plain values is shown as one.
        let plain = |key: &&String| {
            !self.places.keys().any(|other| below(other, key) && other[key.len()..].contains('.'))
        };
        let listed = |key: &&String| {
            key.ends_with(']') && self.text[self.places[*key].value.clone()].starts_with(['"', '\''])
        };
        keys.filter(plain).filter(|key| !listed(key)).cloned().collect()
    }

    fn error_at(&self, range: Option<Range<usize>>, problem: Problem) -> ConfigError {
        let place = range.as_ref().map(|range| self.place(range.start));
        ConfigError(Box::new(Fault {
            path: self.path.clone(),
            name: self.name.clone(),
            range,
            place,
            problem,
            more: Vec::new(),
            alone: false,
        }))
    }

    /// The line of `offset`, from 1.
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// Line and column of `offset`, from 1.
    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let before = self.text.get(self.lines[line - 1]..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

/// Where each key of `text` stands; none where it is no TOML.
pub(super) fn places(text: &str) -> Option<BTreeMap<String, Place>> {
    let table = DeTable::parse(text).ok()?;
    let mut places = BTreeMap::new();
    add_table(&mut places, "", table.get_ref());
    Some(places)
}

fn add_table(places: &mut BTreeMap<String, Place>, path: &str, table: &DeTable<'_>) {
    for (key, value) in table {
        let name = key.get_ref();
        let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        add(places, path, key.span(), value);
    }
}

fn add(places: &mut BTreeMap<String, Place>, path: String, key: Range<usize>, value: &Spanned<DeValue<'_>>) {
    match value.get_ref() {
        DeValue::Table(table) => add_table(places, &path, table),
        DeValue::Array(array) => {
            for (i, element) in array.iter().enumerate() {
                add(places, format!("{path}[{i}]"), element.span(), element);
            }
        }
        _ => {}
    }
    places.insert(path, Place { key, value: value.span() });
}

#[cfg(test)]
mod tests {
    use super::Source;
    use crate::config::written::RawConfig;
    use crate::lang::Lang;
    use crate::problem::Problem;
    use std::path::Path;

    fn read(text: &str) -> Result<(Source, RawConfig), Problem> {
        Source::read(Path::new("/x/referent.toml"), "referent.toml", text.to_owned()).map_err(Into::into)
    }

    fn fault(text: &str) -> String {
        read(text).expect_err("a fault").to_string()
    }

    #[test]
    fn a_fault_is_told_with_its_place_and_the_nearest_name() {
        let said = |text| fault(text);
        assert_eq!(
            said("\n[lint]\nselct = []\n"),
            "referent.toml:3:1: there is no key \"selct\" here; did you mean \"select\"?"
        );
        assert_eq!(
            said("[lint.severity]\ndates = \"warn\"\n"),
            "referent.toml:2:9: \"warn\" cannot stand here; did you mean \"warning\"?"
        );
        assert_eq!(
            said("select = []\n"),
            "referent.toml:1:1: there is no key \"select\" here; it belongs under [lint]"
        );
        assert_eq!(
            said("[lint]\nstyle = \"odense\"\n"),
            "referent.toml:2:1: there is no key \"style\" here; it belongs at the top, before the first line with [ ]"
        );
        assert_eq!(said("[[custom]]\nname = \"x\"\n"), "referent.toml:1:1: the key \"message\" is missing");
        assert!(
            said("[style]\nname = \"x\"\npionts = 3\n")
                .starts_with("referent.toml:3:1: there is no key \"pionts\" here; did")
        );
        assert!(
            said("[[custom]]\nname = \"x\"\nmessage = \"y\"\nscope = [\"haed\"]\n")
                .starts_with("referent.toml:4:")
        );
        assert!(said("x = [\n").starts_with("referent.toml:"));
        let overriding = said("[[overrides]]\nfiles = [\"a\"]\nlint = { fail-on = \"info\" }\n");
        assert!(overriding.ends_with("not in [[overrides]]"), "{overriding}");
        assert_eq!(
            said("[names]\nmembers = [\"Bo Berg\"]\n"),
            "referent.toml:2:12: here must stand { name = \"…\", party = \"…\" }"
        );
        for wrong in [
            "stage = 3",
            "language = true",
            "[lint]\nfail-on = 3",
            "[lint.severity]\ndates = [\"off\"]",
            "[[custom]]\nname = \"a\"\nfix = true",
            "[style]\nname = \"x\"\n[style.points]\nmarker = 3",
        ] {
            let told = read(wrong).expect_err("no word").text(Lang::Da).to_owned();
            assert!(told.contains("her skal stå ord i anførselstegn"), "{wrong}: {told}");
        }
        for (wrong, right) in
            [("[lint]\nmax-warnings = -1", "a whole number"), ("[files]\nexclude = \"x\"", "a list")]
        {
            assert!(said(wrong).contains(right), "{wrong}");
        }
    }

    #[test]
    fn the_settings_in_the_documentation_are_some() {
        let page = include_str!("../../../README.md");
        let start = page.find("```toml\n").expect("settings") + "```toml\n".len();
        let text = &page[start..start + page[start..].find("```").expect("their end")];
        let (_, written) = read(text).unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(written.custom.len() + written.suppress.len() + written.overrides.len(), 3);
    }

    #[test]
    fn keys_are_found_again() {
        let (source, _) = read(
            "[lint]\nselect = [\"dates\",\n  \"names\"]\n[lint.severity]\n\"dates/weekday\" = \"off\"\n",
        )
        .expect("settings");
        assert_eq!(source.value("lint.select[1]"), Some((3, "\"names\"")));
        assert_eq!(source.value("lint.severity.dates/weekday"), Some((5, "\"off\"")));
    }

    #[test]
    fn a_day_is_written_with_or_without_quotation_marks() {
        for day in ["2026-12-31", "\"2026-12-31\""] {
            let text = format!("[[suppress]]\nrule = \"dates\"\nreason = \"x\"\nuntil = {day}\n");
            let (_, written) = read(&text).expect("settings");
            assert_eq!(written.suppress[0].until.expect("a day").0.to_string(), "2026-12-31");
        }
        assert!(
            fault("[[suppress]]\nrule = \"dates\"\nreason = \"x\"\nuntil = \"i morgen\"\n")
                .contains("no day")
        );
    }
}
