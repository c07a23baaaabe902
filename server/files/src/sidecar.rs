//! Reads the file beside a document that says what is not to be reported in it.

use std::path::Path;

use rules::lint::Rule;
use workbench::config::{ConfigError, Suppression, overlay_error};
use workbench::findings::{beside_name, sidecar_of, suppressions};
use workbench::paths::folder_of;

use crate::{Rooms, lies_at, side};

/// What the file beside the document at `path` suppresses; `name` is what the document is called. A link must
/// lead to one of `rooms`, or to where the document lies.
///
/// # Errors
/// A file that cannot be used.
pub fn sidecar(
    path: &Path,
    name: &str,
    rooms: &Rooms,
    rules: &[&'static Rule],
) -> Result<Vec<Suppression>, ConfigError> {
    let beside = sidecar_of(path);
    if !lies_at(&beside) {
        return Ok(Vec::new());
    }
    let name = beside_name(name);
    let folder = folder_of(&beside);
    let written = beside.file_name().map_or(beside.as_path(), Path::new);
    let text = side(folder, written, &name, &rooms.and(folder)).map_err(overlay_error)?.text;
    suppressions(&beside, &name, text, rules)
}
