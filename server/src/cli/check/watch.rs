//! `--watch`: checks again whenever a file is saved, on a clean screen.

use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use workbench::lang::Lang;
use workbench::problem::Problem;

use notify::{ErrorKind, Event, EventKind, RecursiveMode, Watcher};

use super::once;
use crate::args::CheckArgs;
use crate::cli::Exit;
use crate::complaints::complain_of;

/// Editors save in several steps; after the last of them it is quiet for so long.
const QUIET: Duration = Duration::from_millis(100);

/// Checks until it is interrupted.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> anyhow::Result<Exit> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Problem::new("standard input kan ikke følges", "standard input cannot be watched").into());
    }
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(|error| unwatched(".", &error))?;
    for folder in folders(&args.paths) {
        let failed = |error| unwatched(&files::name(&folder), &error);
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    loop {
        clear();
        // A fault in the settings is told, and mended by the next change.
        if let Err(error) = once(args, lang) {
            complain_of(&error, lang);
        }
        if !args.output.quiet {
            waits(lang);
        }
        if wait(&events).is_none() {
            return Ok(Exit::Failed);
        }
    }
}

fn unwatched(name: &str, error: &notify::Error) -> Problem {
    let (da, en) = match error.kind {
        ErrorKind::PathNotFound => ("mappen findes ikke".to_owned(), "no such folder".to_owned()),
        ErrorKind::MaxFilesWatch => {
            ("den har for mange mapper".to_owned(), "it has too many folders".to_owned())
        }
        _ => (error.to_string(), error.to_string()),
    };
    Problem::new(format!("{name} kan ikke følges: {da}"), format!("cannot watch {name}: {en}"))
}

/// The folders to watch; of a file, the folder it lies in, since editors replace files.
fn folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let folder = |path: &PathBuf| {
        let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
        folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
    };
    let mut folders: Vec<PathBuf> = paths.iter().map(folder).collect();
    if folders.is_empty() {
        folders.push(PathBuf::from("."));
    }
    folders.sort();
    folders.dedup();
    folders
}

/// Waits for a change and for the quiet after it; `None` when nothing can change any more.
fn wait(events: &Receiver<notify::Result<Event>>) -> Option<()> {
    while !events.recv().ok()?.is_ok_and(|event| changes(&event)) {}
    while events.recv_timeout(QUIET).is_ok() {}
    Some(())
}

/// Does `event` change anything but the report itself, which may go to a file that is watched?
fn changes(event: &Event) -> bool {
    let is_report = |path: &PathBuf| {
        ["/dev/stdout", "/dev/stderr"].iter().any(|out| files::are_same(path, Path::new(out)))
    };
    !matches!(event.kind, EventKind::Access(_))
        && (event.paths.is_empty() || !event.paths.iter().all(is_report))
}

/// Says that it waits, and how to stop; where no screen is cleared, the line also parts the runs.
fn waits(lang: Lang) {
    eprintln!(
        "{}\n",
        lang.pick(
            "-- venter på, at en fil bliver gemt; stop med Ctrl+C --",
            "-- waiting for a file to be saved; stop with Ctrl+C --"
        )
    );
}

/// An empty screen, where there is one.
fn clear() {
    if stdout().is_terminal() {
        // A screen that cannot be cleared is no reason to stop.
        let _ = write!(stdout(), "\x1b[2J\x1b[3J\x1b[H").and_then(|()| stdout().flush());
    }
}
