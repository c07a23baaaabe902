//! How far a long run has come, on a terminal only.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The number changes no more often than this.
const PAUSE: Duration = Duration::from_millis(100);

/// The length of the bar in characters.
const WIDTH: usize = 30;

/// Counts the files that are done.
#[derive(Debug)]
pub(super) struct Progress {
    n_files: usize,
    done: usize,
    due: Option<Instant>,
}

/// Does a number stand on the screen? A run that is interrupted must know it.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Takes the number off the screen, if there is one.
pub(crate) fn clear() {
    if SHOWN.swap(false, Ordering::Relaxed) {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}

impl Progress {
    /// Counts to `n_files`, where somebody can see it.
    pub(super) fn new(n_files: usize, quiet: Quiet) -> Self {
        // What calls itself dumb, as the shells in editors do, cannot take a line back.
        let dumb = std::env::var_os("TERM").is_some_and(|name| name == "dumb");
        let seen = quiet == Quiet::No && stderr().is_terminal() && !dumb;
        Self { n_files, done: 0, due: seen.then(|| Instant::now() + PATIENCE) }
    }

    /// One more file is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let Some(due) = self.due.filter(|due| *due <= Instant::now()) else { return };
        self.due = Some(due.max(Instant::now()) + PAUSE);
        SHOWN.store(true, Ordering::Relaxed);
        // Progress that cannot be shown is no reason to stop.
        let _ = write!(stderr(), "\r{} {} / {} ", bar(self.done, self.n_files), self.done, self.n_files);
    }
}

/// How much of `n_files` is done, drawn.
fn bar(done: usize, n_files: usize) -> String {
    let filled = done * WIDTH / n_files.max(1);
    "█".repeat(filled) + &"░".repeat(WIDTH.saturating_sub(filled))
}

/// Is everything but complaints kept off standard error?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quiet {
    /// Yes.
    Yes,
    /// No.
    No,
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_fills_from_the_left_and_never_grows() {
        assert_eq!(bar(0, 3), "░".repeat(30));
        assert_eq!(bar(1, 3), "█".repeat(10) + &"░".repeat(20));
        assert_eq!(bar(3, 3), "█".repeat(30));
        assert_eq!(bar(0, 0).chars().count(), 30);
    }
}
