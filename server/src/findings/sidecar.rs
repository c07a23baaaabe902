//! The file beside a plain-text document that says what is not to be reported in it: in plain text a comment would be
//! published.

use std::path::{Path, PathBuf};

use rules::lint::Rule;

use crate::config::{ConfigError, Sidecar, Source, Suppression, overlay_error};
use crate::files;

/// What is put after the name of the document: "april.txt.referent-ignore.toml".
const ENDING: &str = ".referent-ignore.toml";

/// What the file beside the document at `path` suppresses; `name` is what the document is called.
///
/// # Errors
/// A file that cannot be used.
pub(crate) fn sidecar(
    path: &Path,
    name: &str,
    rules: &[&'static Rule],
) -> Result<Vec<Suppression>, ConfigError> {
    let beside = sidecar_of(path);
    if !beside.is_file() {
        return Ok(Vec::new());
    }
    let name = format!("{name}{ENDING}");
    suppressions(&beside, &name, files::read(&beside, &name).map_err(overlay_error)?.text, rules)
}

/// What `text`, the file at `beside`, suppresses; `name` is what that file is called.
///
/// # Errors
/// A file that cannot be used.
pub(crate) fn suppressions(
    beside: &Path,
    name: &str,
    text: String,
    rules: &[&'static Rule],
) -> Result<Vec<Suppression>, ConfigError> {
    let (source, written) = Source::read::<Sidecar>(beside, name, text)?;
    let mut all = Vec::new();
    for (n, entry) in written.suppress.iter().enumerate() {
        all.push(Suppression::new(&source, &format!("suppress[{n}]"), entry, rules)?);
    }
    Ok(all)
}

/// Can `text` be read as such a file?
pub(crate) fn can_be_read(text: &str) -> bool {
    Source::read::<Sidecar>(Path::new(""), "", text.to_owned()).is_ok()
}

/// The file beside the document at `path`, whether it is there or not.
pub(crate) fn sidecar_of(path: &Path) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ENDING);
    PathBuf::from(beside)
}
