//! Recorded sessions: commands with what they write, run again in a folder of their own.
//!
//! A session is lines `$ referent …`, each followed by what the command wrote and its exit status, and lines `# …` that
//! say what is shown. Every session has its own copy of `tests/cli/input`, so its commands may write. Of a shell it
//! knows what is needed: `NAME=value` before the program, words in quotation marks, `< FILE`, `| grep WORDS`, and the
//! commands `cat FILE` (which indents what it shows), `ls FOLDER` and `rm FILE`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::program::{program, scratch, tests};

/// The session `name` with what its commands do now.
pub(crate) fn replayed(name: &str, session: &str) -> String {
    let folder = scratch(&format!("session-{name}"));
    copy(&tests().join("cli/input"), &folder);
    let mut replayed = String::new();
    for line in session.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            replayed.push_str(&format!("# {comment}\n"));
        } else if let Some(command) = line.strip_prefix("$ ") {
            replayed.push_str(&format!("$ {command}\n{}\n", answer(command, &folder)));
        }
    }
    replayed
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the input is part of the repository") {
        let from = entry.expect("a readable folder").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        if from.is_dir() {
            fs::create_dir(&to).expect("a writable target folder");
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a writable target folder");
        }
    }
}

/// What a command does when it stands in `folder`.
fn answer(command: &str, folder: &Path) -> String {
    if let Some(path) = command.strip_prefix("cat ") {
        let text = fs::read_to_string(folder.join(path)).expect("an earlier command wrote it");
        return shown(&text).lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect();
    }
    if let Some(path) = command.strip_prefix("ls ") {
        let entries = fs::read_dir(folder.join(path)).expect("a folder of the input");
        let mut names: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        names.sort();
        let name = |path: &PathBuf| format!("{}\n", path.file_name().unwrap_or_default().to_string_lossy());
        return names.iter().map(name).collect();
    }
    if let Some(path) = command.strip_prefix("rm ") {
        fs::remove_file(folder.join(path)).expect("a file of the input");
        return String::new();
    }
    let (command, wanted) = command.split_once(" | grep ").unwrap_or((command, ""));
    let (command, stdin) =
        command.split_once(" < ").map_or((command, None), |(command, file)| (command, Some(file)));
    let (variables, arguments) = command.split_once("referent").expect("a command of the program");
    let mut program = program(folder);
    program.args(words(arguments));
    program.envs(variables.split_whitespace().filter_map(|variable| variable.split_once('=')));
    if let Some(file) = stdin {
        program.stdin(File::open(folder.join(file)).expect("a file of the input"));
    }
    let output = program.output().expect("the program was built");
    let report = String::from_utf8(output.stdout).expect("reports are UTF-8");
    let mut answer: String = report.split_inclusive('\n').filter(|line| line.contains(wanted)).collect();
    if !output.stderr.is_empty() {
        answer.push_str(&format!("--- stderr\n{}", String::from_utf8_lossy(&output.stderr)));
    }
    format!("{}--- exit {}\n", shown(&answer), output.status.code().unwrap_or(-1))
}

/// The words of a command; a space in quotation marks parts none.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (n, part) in command.trim().split('"').enumerate() {
        if n % 2 == 1 {
            words.last_mut().expect("there is always one").push_str(part);
            continue;
        }
        for (n, piece) in part.split(' ').enumerate() {
            if n > 0 {
                words.push(String::new());
            }
            words.last_mut().expect("there is always one").push_str(piece);
        }
    }
    words
}

fn shown(text: &str) -> String {
    text.replace('\x1b', "␛").replace('\r', "␍")
}
