//! Runs the program in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Every format of `check`, as the program itself names them to one who asks for another.
#[allow(dead_code, reason = "not every test target reports")]
pub(crate) fn formats() -> Vec<String> {
    let asked = program(&tests())
        .args(["check", "--format", "?", "minutes"])
        .output()
        .expect("the program was built");
    let words = String::from_utf8(asked.stderr).expect("text");
    let (_, list) = words.split_once("[possible values: ").expect("the formats are named");
    let (list, _) = list.split_once(']').expect("the list ends");
    let formats: Vec<String> = list.split(", ").map(str::to_owned).collect();
    assert!(formats.len() > 10, "{words}");
    formats
}

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
