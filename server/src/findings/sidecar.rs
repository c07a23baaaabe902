//! The file beside a plain-text document that says what is not to be reported in it: in plain text a comment would be
//! published.

use std::path::{Path, PathBuf};

use rules::lint::Rule;

use crate::config::{Sidecar, Source, Suppression};
use crate::files;
use crate::problem::Problem;

/// What is put after the name of the document: "april.txt.referent-ignore.toml".
const ENDING: &str = ".referent-ignore.toml";

/// What the file beside the document at `path` suppresses; `name` is what the document is called.
pub(crate) fn sidecar(path: &Path, name: &str, rules: &[&'static Rule]) -> Result<Vec<Suppression>, Problem> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ENDING);
    let beside = PathBuf::from(beside);
    if !beside.is_file() {
        return Ok(Vec::new());
    }
    let name = format!("{name}{ENDING}");
    let text = files::read(&beside, &name)?.text;
    let (source, written) = Source::read::<Sidecar>(&beside, &name, text)?;
    let mut all = Vec::new();
    for (n, entry) in written.suppress.iter().enumerate() {
        all.push(Suppression::new(&source, &format!("suppress[{n}]"), entry, rules)?);
    }
    Ok(all)
}
