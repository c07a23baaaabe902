//! The list of findings that are known: what the command line writes, and what it and the server hold back.

use std::collections::BTreeMap;
use std::path::Path;

use rules::lint::{Diagnostic, Severity};
use serde::{Deserialize, Serialize};

use crate::files::{self, Limits};
use crate::problem::Problem;
use crate::report::Named;

/// What the file is called unless another name is given.
pub(crate) const NAME: &str = "referent-baseline.json";

/// The known findings of each file: the name of the rule by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Baseline {
    version: u32,
    /// By the name of the file.
    pub(crate) files: BTreeMap<String, BTreeMap<String, String>>,
}

/// Is `diagnostic` an error about privacy? Nothing hides one without naming it.
pub(crate) fn is_private_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.group() == "privacy" && diagnostic.severity == Severity::Error
}

/// What a baseline says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It is known, and not reported.
    Yes,
    /// It is in the baseline, but an error about privacy is reported until it is mended.
    Disregarded,
    /// It is new.
    No,
}

/// The only form there has been.
const VERSION: u32 = 1;

impl Baseline {
    /// Reads the baseline at `path`.
    pub(crate) fn read(path: &Path) -> Result<Self, Problem> {
        let name = files::name(path);
        let text = files::read(path, &name, Limits::default())?.text;
        let broken = |da: String, en: String| {
            Problem::new(format!("{name} er ingen baseline: {da}"), format!("{name} is no baseline: {en}"))
        };
        let read: Self = serde_json::from_str(&text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            broken(format!("linje {line}, tegn {column} kan ikke læses"), error.to_string())
        })?;
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
    pub(crate) fn knows(&self, name: &str, named: &Named) -> Known {
        match self.files.get(name).is_some_and(|known| known.contains_key(&named.fingerprint)) {
            true if is_private_error(&named.diagnostic) => Known::Disregarded,
            true => Known::Yes,
            false => Known::No,
        }
    }

    /// A list of the findings in `files`.
    pub(crate) fn new(files: BTreeMap<String, BTreeMap<String, String>>) -> Self {
        Self { version: VERSION, files }
    }

    /// The list as it is written to a file.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(self).expect("maps with text keys can always be written as JSON") + "\n"
    }

    /// How many findings are known.
    pub(crate) fn count(&self) -> usize {
        self.files.values().map(BTreeMap::len).sum()
    }
}
