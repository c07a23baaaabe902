//! The list of findings that are known: what the command line writes, and what it and the server hold back.

use std::collections::BTreeMap;

use rules::lint::{Diagnostic, Severity};
use rules::privacy::shown;
use serde::{Deserialize, Serialize};

use crate::named::{self, hash};
use crate::problem::Problem;

/// What the file is called unless another name is given.
pub const NAME: &str = "referent-baseline.json";

/// The known findings of each file: the name of the rule by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    /// By the name of the file.
    pub files: BTreeMap<String, BTreeMap<String, String>>,
    /// The folder that it lies in and that the names count from, as the names of this run have it: "2026/".
    #[serde(skip)]
    folder: String,
}

/// Is `diagnostic` an error about privacy? Nothing hides one without naming it.
pub fn is_private_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.group() == "privacy" && diagnostic.severity == Severity::Error
}

/// Is `diagnostic` one that no baseline takes in? A personal number that is more than suspected is none that may be forgotten,
/// whatever severity the settings give it.
pub fn is_never_known(diagnostic: &Diagnostic) -> bool {
    let is_number = diagnostic.rule.name == "privacy/cpr-number" && diagnostic.severity > Severity::Hint;
    is_number || is_private_error(diagnostic)
}

/// What a baseline says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is known, and not reported.
    Yes,
    /// It is in the baseline, but an error about privacy or a personal number is reported until it is mended.
    Disregarded,
    /// It is new.
    No,
}

/// The only form there has been.
const VERSION: u32 = 1;

impl Baseline {
    /// Reads `text`, the list that lies in `folder` and is called `name` in a complaint.
    ///
    /// # Errors
    /// That it is no such list, or of another version.
    pub fn read(text: &str, name: &str, folder: String) -> Result<Self, Problem> {
        let broken = |da: String, en: String| {
            Problem::new(format!("{name} er ingen baseline: {da}"), format!("{name} is no baseline: {en}"))
        };
        // Editors of Windows begin a file with a mark of its encoding.
        let text = text.trim_start_matches('\u{feff}');
        let mut read: Self = serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            broken(
                format!(
                    "linje {line}, tegn {column} er ikke, hvad \"referent baseline write\" skriver; skriv den igen med --force"
                ),
                format!(
                    "line {line}, column {column} is not what \"referent baseline write\" writes; write it again with --force"
                ),
            )
        })?;
        read.folder = folder;
        if read.version != VERSION {
            let version = read.version;
            return Err(broken(
                format!("version {version} kendes ikke"),
                format!("version {version} is not known"),
            ));
        }
        Ok(read)
    }

    /// Is the finding `named` in the file called `name` known?
    pub fn knows(&self, name: &str, named: &named::Named) -> Known {
        let known = [self.key(name), name.to_owned()];
        let known = known.iter().filter_map(|key| self.files.get(key));
        match known.into_iter().any(|known| known.contains_key(&named.fingerprint)) {
            true if is_never_known(&named.diagnostic) => Known::Disregarded,
            true => Known::Yes,
            false => Known::No,
        }
    }

    /// A list of the findings in `files`, which go by their names, to be written to `folder`.
    pub fn new(folder: String, files: BTreeMap<String, BTreeMap<String, String>>) -> Self {
        let mut new = Self { version: VERSION, folder, ..Self::default() };
        for (name, prints) in files {
            new.files.entry(new.key(&name)).or_default().extend(prints);
        }
        new
    }

    /// What the file called `name` is called in the list: its path from the list's own folder, so that the list holds in
    /// whatever folder the program is run. A private number in it is hidden, and a few digits of its hash tell it from
    /// other paths that look the same then; so few that thousands of numbers have the same.
    pub fn key(&self, name: &str) -> String {
        let path = name.strip_prefix(&*self.folder).unwrap_or(name);
        let shown = shown(path).to_string();
        if shown == path { shown } else { format!("{shown} #{:04x}", hash(path) & 0xffff) }
    }

    /// That the list names none of the files called `names`, where it names any: then it is not the list of them.
    pub fn names_none_of<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<Problem> {
        let mut names = names.into_iter().peekable();
        let is_named = |name: &str| self.files.contains_key(&self.key(name)) || self.files.contains_key(name);
        let strange = !self.files.is_empty() && names.peek().is_some() && !names.any(is_named);
        strange.then(|| {
            Problem::new(
                "baseline nævner ingen af de filer, der gennemgås, og holder intet tilbage; stierne i den regnes fra den \
                 mappe, den ligger i",
                "the baseline names none of the files that are checked and holds nothing back; its paths count from the \
                 folder it lies in",
            )
        })
    }

    /// The list as it is written to a file.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).expect("maps with text keys can always be written as JSON") + "\n"
    }

    /// How many findings are known.
    pub fn count(&self) -> usize {
        self.files.values().map(BTreeMap::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Baseline;

    #[test]
    fn folders_that_look_the_same_when_masked_stay_two() {
        let list = Baseline { folder: "b/".to_owned(), ..Baseline::default() };
        let keys = ["b/sag 041066-1233/r.md", "b/sag 041066-1234/r.md", "b/sag 051066-1233/r.md"]
            .map(|name| list.key(name));
        assert!(keys.iter().all(|key| key.starts_with("sag ••••••-••••/r.md #") && !key.contains("1233")));
        assert!(keys[0] != keys[1] && keys[0] != keys[2] && keys[1] != keys[2]);
        assert_eq!(list.key("b/2024/r.md"), "2024/r.md");
        let written = Baseline::new(
            "b/".to_owned(),
            ["b/sag 041066-1233/r.md", "b/sag 041066-1234/r.md"]
                .map(|name| (name.to_owned(), [("0".to_owned(), "rule".to_owned())].into()))
                .into(),
        );
        assert_eq!(written.files.len(), 2);
    }
}
