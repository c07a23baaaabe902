//! How far a long run has come, on a terminal only.

use std::io::{IsTerminal, Write, stderr};
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
    shown: bool,
}

impl Progress {
    /// Counts to `n_files`, where somebody can see it.
    pub(super) fn new(n_files: usize, quiet: Quiet) -> Self {
        let seen = quiet == Quiet::No && stderr().is_terminal();
        Self { n_files, done: 0, due: seen.then(|| Instant::now() + PATIENCE), shown: false }
    }

    /// One more file is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let Some(due) = self.due.filter(|due| *due <= Instant::now()) else { return };
        self.due = Some(due.max(Instant::now()) + PAUSE);
        self.shown = true;
        // Progress that cannot be shown is no reason to stop.
        let _ = write!(stderr(), "\r{} {} / {} ", bar(self.done, self.n_files), self.done, self.n_files);
    }

    /// Takes the number off the screen, so that something else can be written.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(stderr(), "\r\x1b[K");
        }
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
