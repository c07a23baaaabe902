//! The list of known findings, where it lies.

use std::path::Path;

use workbench::baseline::Baseline;
use workbench::limits::Limits;
use workbench::paths::folder_of;
use workbench::problem::Problem;

use crate::{lies_at, name, read};

/// The folder of the list at `path`, with a slash, as names have it; nothing for the working folder.
pub fn folder_named(path: &Path) -> String {
    match name(folder_of(path)).as_str() {
        "." => String::new(),
        folder => format!("{folder}/"),
    }
}

/// Reads the list at `path`.
///
/// # Errors
/// That it is not there, cannot be read, or is no such list.
pub fn read_baseline(path: &Path) -> Result<Baseline, Problem> {
    let name = name(path);
    if !lies_at(path) {
        return Err(Problem::new(
            format!("{name} findes ikke; lav den først: referent baseline write"),
            format!("{name} does not exist; make it first: referent baseline write"),
        ));
    }
    Baseline::read(&read(path, &name, Limits::default())?.text, &name, folder_named(path))
}
