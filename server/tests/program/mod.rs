//! Runs the program in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Every format of `check`.
#[allow(dead_code, reason = "not every test target reports")]
pub(crate) const FORMATS: [&str; 11] = [
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "html",
];

/// The program, to be run in `folder`, with nothing of the environment that it listens to.
pub(crate) fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_referent"));
    program.current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "C");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "LC_MESSAGES", "LANG", "COLUMNS"] {
        program.env_remove(name);
    }
    program
}

/// The folder of the samples and sessions.
#[allow(dead_code, reason = "not every test target reads them")]
pub(crate) fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

/// An empty folder for one test.
#[allow(dead_code, reason = "not every test target writes")]
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a writable target folder");
    folder
}
