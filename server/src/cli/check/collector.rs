//! Writes what the threads have done, in the order of the files, and counts it.

use crate::args::FailOn;
use crate::cli::Exit;
use crate::cli::in_order::InOrder;
use crate::cli::progress::{Progress, Quiet};
use crate::cli::sink::Sink;
use crate::problem::{Problem, complain};
use crate::report::Tally;

use super::Job;

/// What came of one file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Its part of the report; `None` when it could not be checked.
    pub(super) part: Option<String>,
    /// Its findings, counted.
    pub(super) tally: Tally,
    /// Why it could not be checked.
    pub(super) problem: Option<Problem>,
    /// What else is said of it on standard error.
    pub(super) notes: Vec<String>,
}

/// Takes outcomes in any order.
pub(super) struct Collector<'a> {
    job: &'a Job<'a>,
    sink: Sink,
    in_order: InOrder<Outcome>,
    progress: Progress,
    tally: Tally,
    failed: bool,
    /// A file's part of the report is written.
    begun: bool,
    /// The report could not be written.
    broken: Option<anyhow::Error>,
}

impl<'a> Collector<'a> {
    /// Waits for `n_files` outcomes.
    pub(super) fn new(sink: Sink, n_files: usize, job: &'a Job<'a>) -> Self {
        let quiet = if job.args.output.quiet { Quiet::Yes } else { Quiet::No };
        let progress = Progress::new(n_files, quiet);
        let mut new = Self {
            job,
            sink,
            in_order: InOrder::new(),
            progress,
            tally: Tally::default(),
            failed: false,
            begun: false,
            broken: None,
        };
        new.write(job.report.opening());
        new
    }

    /// Takes the outcome of file number `n`.
    pub(super) fn take(&mut self, n: usize, outcome: Outcome) {
        for due in self.in_order.take(n, outcome) {
            self.put(due);
        }
        self.progress.step();
    }

    /// Says that something could not be done.
    pub(super) fn complain(&mut self, problem: &Problem) {
        self.failed = true;
        self.say(problem.text(self.job.report.lang));
    }

    /// Ends the report, and says what the run comes to.
    pub(super) fn finish(mut self) -> anyhow::Result<Exit> {
        let closing = self.job.report.closing(&self.tally);
        self.write(&closing);
        self.progress.clear();
        let exit = self.exit();
        let broken = self.broken.take();
        self.sink.close()?;
        if let Some(error) = broken {
            return Err(error);
        }
        let output = &self.job.args.output;
        if output.statistics {
            eprint!("{}", self.tally.statistics());
        }
        if !output.quiet {
            eprintln!("{}", self.tally.summary(self.job.report.lang));
        }
        Ok(exit)
    }

    fn put(&mut self, outcome: Outcome) {
        for note in &outcome.notes {
            self.say(note);
        }
        if let Some(problem) = &outcome.problem {
            self.complain(problem);
        }
        let Some(part) = &outcome.part else { return };
        if self.begun && !part.is_empty() {
            self.write(self.job.report.between());
        }
        self.begun |= !part.is_empty();
        self.write(part);
        self.tally.add(&outcome.tally);
    }

    fn exit(&self) -> Exit {
        if self.failed { Exit::Failed } else { self.verdict() }
    }

    fn verdict(&self) -> Exit {
        let (status, tally) = (&self.job.args.status, &self.tally);
        let failing = match status.fail_on {
            FailOn::Error => tally.errors,
            FailOn::Warning => tally.errors + tally.warnings,
            FailOn::Info => tally.errors + tally.warnings + tally.infos,
            FailOn::Never => 0,
        };
        let too_many = status.max_warnings.is_some_and(|most| tally.warnings > most);
        if (failing > 0 || too_many) && !status.exit_zero { Exit::Findings } else { Exit::Clean }
    }

    fn say(&mut self, words: &str) {
        self.progress.clear();
        complain(words);
    }

    fn write(&mut self, text: &str) {
        if !text.is_empty() && self.broken.is_none() {
            // On a terminal the number of files done stands where the report goes on.
            self.progress.clear();
            self.broken = self.sink.write(text).err();
        }
    }
}
