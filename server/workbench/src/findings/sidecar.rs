//! The file beside a plain-text document that says what is not to be reported in it: in plain text a comment would be
//! published.

use std::path::{Path, PathBuf};

use rules::lint::Rule;

use crate::config::{ConfigError, Sidecar, Source, Suppression};
use crate::problem::Problem;

/// What is put after the name of the document: "april.txt.referent-ignore.toml".
const ENDING: &str = ".referent-ignore.toml";

/// At most this many entries: more were never written by hand.
const MOST_ENTRIES: usize = 1000;

/// What `text`, the file at `beside`, suppresses; `name` is what that file is called.
///
/// # Errors
/// A file that cannot be used.
pub fn suppressions(
    beside: &Path,
    name: &str,
    text: String,
    rules: &[&'static Rule],
) -> Result<Vec<Suppression>, ConfigError> {
    let (source, written) = Source::read::<Sidecar>(beside, name, text)?;
    if written.suppress.len() > MOST_ENTRIES {
        let n = written.suppress.len();
        let problem = Problem::new(
            format!("her er {n} undtagelser, og der kan være {MOST_ENTRIES}; slet dem, der ikke bruges"),
            format!(
                "here are {n} suppressions, and there can be {MOST_ENTRIES}; delete those that are not used"
            ),
        );
        return Err(source.key_error("suppress", problem));
    }
    let mut all = Vec::new();
    for (n, entry) in written.suppress.iter().enumerate() {
        all.push(Suppression::new(&source, &format!("suppress[{n}]"), entry, rules)?);
    }
    Ok(all)
}

/// Can `text` be read as such a file?
pub fn can_be_read(text: &str) -> bool {
    Source::read::<Sidecar>(Path::new(""), "", text.to_owned()).is_ok()
}

/// What the file beside the document called `name` is called.
pub fn beside_name(name: &str) -> String {
    format!("{name}{ENDING}")
}

/// The file beside the document at `path`, whether it is there or not.
pub fn sidecar_of(path: &Path) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ENDING);
    PathBuf::from(beside)
}
