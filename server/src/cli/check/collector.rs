//! Writes what the threads have done, in the order of the files, and counts it.

use std::collections::{BTreeMap, HashSet};
use std::sync::PoisonError;

use reports::{Tally, Unread};
use rules::privacy::shown;
use workbench::problem::Problem;

use crate::args::named;
use crate::cli::Exit;
use crate::cli::in_order::InOrder;
use crate::cli::progress::{self, Progress, Quiet};
use crate::cli::sink::{Sink, written};
use crate::complaints::complain;

use super::Job;
use super::fixing::{Mended, Mode};

/// What came of one file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Its part of the report; `None` when it could not be checked.
    pub(super) part: Option<String>,
    /// Its findings, counted.
    pub(super) tally: Tally,
    /// Why it could not be checked, or not by all rules, or not be mended.
    pub(super) problems: Vec<Problem>,
    /// What it is called, for one that could not be checked.
    pub(super) name: String,
    /// Why it was passed over, which fails nothing as long as another file is checked.
    pub(super) passed_over: Option<Problem>,
    /// How many of them make the exit status 1.
    pub(super) failing: usize,
    /// Was it read?
    pub(super) checked: bool,
    /// Findings of the baseline that no baseline can hold back.
    pub(super) disregarded: usize,
    /// What its settings switch off of privacy.
    pub(super) silenced: Vec<&'static str>,
    /// What was mended in it.
    pub(super) mended: Mended,
    /// What else is said of it on standard error.
    pub(super) notes: Vec<String>,
}

/// Takes outcomes in any order.
pub(super) struct Collector<'a> {
    job: &'a Job<'a>,
    /// Findings that make the exit status 1.
    failing: usize,
    /// Findings of the baseline that no baseline can hold back.
    disregarded: usize,
    /// What is switched off of privacy, and in how many files.
    silenced: BTreeMap<&'static str, usize>,
    /// Fixes of each rule, and the files they were made in.
    fixed: BTreeMap<&'static str, usize>,
    n_fixed: usize,
    /// Each complaint is made once: a broken file of settings concerns many documents.
    said: HashSet<Problem>,
    sink: Sink,
    in_order: InOrder<Outcome>,
    progress: Progress,
    tally: Tally,
    failed: bool,
    /// Some file was no file to pass over.
    looked_at: bool,
    /// Files that were read.
    n_checked: usize,
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
            failing: 0,
            disregarded: 0,
            silenced: BTreeMap::new(),
            fixed: BTreeMap::new(),
            n_fixed: 0,
            said: HashSet::new(),
            sink,
            in_order: InOrder::new(),
            progress,
            tally: Tally::default(),
            failed: false,
            looked_at: false,
            n_checked: 0,
            begun: false,
            broken: None,
        };
        if !new.shows_difference() {
            new.write(job.report.opening());
        }
        new
    }

    /// Takes the outcome of file number `n`.
    pub(super) fn take(&mut self, n: usize, outcome: Outcome) {
        for due in self.in_order.take(n, outcome) {
            self.put(due);
        }
        self.progress.step();
    }

    /// Says that something that was named could not be looked at.
    pub(super) fn unfound(&mut self, problem: &Problem) {
        self.complain(problem);
        self.not_read(None, problem, true);
    }

    /// Says which files nobody has read, though nobody named them.
    pub(super) fn foreign(&mut self, note: &Problem) {
        if !self.job.args.output.quiet {
            self.note(note);
        }
        self.not_read(None, note, false);
    }

    fn not_read(&mut self, path: Option<&str>, why: &Problem, fails: bool) {
        let why = shown(why.text(self.job.report.lang));
        self.tally.not_read.push(Unread { path: path.map(str::to_owned), why, fails });
    }

    /// Says that something could not be done.
    pub(super) fn complain(&mut self, problem: &Problem) {
        self.failed = true;
        problem.each().for_each(|problem| self.say_once(problem));
    }

    fn say_once(&mut self, problem: &Problem) {
        if self.said.insert(problem.clone()) {
            self.say(problem.text(self.job.report.lang));
        }
    }

    /// Says what is worth knowing and fails nothing.
    pub(super) fn note(&mut self, note: &Problem) {
        self.say(note.text(self.job.report.lang));
    }

    /// Says what was named and is left out; with nothing else to check, the run is done all the same.
    pub(super) fn left_out(&mut self, note: &Problem) {
        self.looked_at = true;
        if !self.job.args.output.quiet {
            self.note(note);
        }
    }

    /// Ends the report, and says what the run comes to.
    pub(super) fn finish(mut self) -> anyhow::Result<Exit> {
        if !self.shows_difference() {
            let closing = self.job.report.closing(&self.tally);
            self.write(&closing);
        }
        progress::clear();
        if !self.failed && !self.looked_at {
            self.complain(&Problem::new("ingen fil at gennemgå", "no file matched"));
        }
        let exit = self.exit();
        let broken = self.broken.take();
        if self.n_checked > 0 || !self.failed {
            self.sink.close()?;
            self.say_written();
        } else {
            // What lies there says more than a report on nothing.
            self.sink.flush()?;
        }
        if let Some(error) = broken {
            return Err(error);
        }
        let output = &self.job.args.output;
        if output.statistics {
            eprint!("{}", self.tally.statistics());
        }
        if let Some(timings) = &self.job.timings {
            eprint!("{}", timings.lock().unwrap_or_else(PoisonError::into_inner).text());
        }
        if !output.quiet {
            self.say_fixed();
        }
        if !self.shows_difference() {
            self.say_counted();
        }
        Ok(exit)
    }

    /// Says which file the report is in.
    fn say_written(&self) {
        let output = &self.job.args.output;
        if let Some(path) = named(output.output.as_deref()).filter(|_| !output.quiet) {
            written(&files::name(path), self.job.report.lang);
        }
    }

    /// Says what was found, and always what was held back: a report that holds something back is no clean one.
    fn say_counted(&mut self) {
        let lang = self.job.report.lang;
        let baseline = self.job.args.baseline.as_deref().map(files::name).unwrap_or_default();
        match self.disregarded {
            0 => {}
            n => self.note(&Problem::new(
                format!("en baseline kan ikke holde fejl om privatliv tilbage, og {baseline} rummer {n}"),
                format!("no baseline can hold back errors about privacy, and {baseline} holds {n}"),
            )),
        }
        for (what, n) in std::mem::take(&mut self.silenced) {
            self.note(&switched_off(what, n, self.n_checked));
        }
        match self.tally.held_back.words(lang) {
            _ if !self.job.args.output.quiet => eprintln!("{}", self.tally.summary(lang)),
            Some(words) => eprintln!("{words}"),
            None => {}
        }
    }

    fn put(&mut self, outcome: Outcome) {
        for note in &outcome.notes {
            self.say(note);
        }
        for problem in &outcome.problems {
            self.complain(problem);
        }
        match &outcome.passed_over {
            Some(why) if !self.job.args.output.quiet => self.note(why),
            Some(_) => {}
            None => self.looked_at = true,
        }
        if let Some(bytes) = &outcome.mended.output {
            self.pass_on(bytes);
        }
        self.n_fixed += usize::from(!outcome.mended.made.is_empty());
        for (rule, n) in &outcome.mended.made {
            *self.fixed.entry(rule).or_default() += n;
        }
        self.failing += outcome.failing;
        self.n_checked += usize::from(outcome.checked);
        self.disregarded += outcome.disregarded;
        for what in &outcome.silenced {
            *self.silenced.entry(what).or_default() += 1;
        }
        let unread = outcome.problems.first().filter(|_| !outcome.checked);
        let unread = unread.map(|why| {
            self.not_read(Some(&outcome.name), why, true);
            self.tally.not_read.last().map(|unread| self.job.report.unread(unread)).unwrap_or_default()
        });
        let unread = unread.filter(|_| !self.shows_difference());
        let Some(part) = outcome.part.as_ref().or(unread.as_ref()) else { return };
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
        let too_many = || self.job.max_warnings.is_some_and(|most| self.tally.warnings > most);
        let fails = match self.shows_difference() {
            true => self.n_fixed > 0,
            false => self.failing > 0 || too_many(),
        };
        if fails && !self.job.args.status.exit_zero { Exit::Findings } else { Exit::Clean }
    }

    fn shows_difference(&self) -> bool {
        matches!(self.job.mode, Mode::Diff(_))
    }

    /// Says what was fixed: "3 fixed in 1 file", and one line for each rule.
    fn say_fixed(&self) {
        let lang = self.job.report.lang;
        let n: usize = self.fixed.values().sum();
        let (fixed, none) = match self.job.mode {
            Mode::Report => return,
            Mode::Fix(_) => (lang.pick("rettet i", "fixed in"), lang.pick("intet rettet", "nothing fixed")),
            Mode::Diff(_) => (
                lang.pick("ville blive rettet i", "would be fixed in"),
                lang.pick("intet at rette", "nothing to fix"),
            ),
        };
        if n == 0 && self.failed {
            // Why is told already.
            return;
        }
        if n == 0 {
            eprintln!("{none}");
            return;
        }
        let files = if self.n_fixed == 1 { lang.pick("fil", "file") } else { lang.pick("filer", "files") };
        eprintln!("{n} {fixed} {} {files}", self.n_fixed);
        for (rule, n) in &self.fixed {
            eprintln!("{n:7}  {rule}");
        }
    }

    /// Writes to standard output what stands there in the place of the report.
    fn pass_on(&mut self, bytes: &[u8]) {
        progress::clear();
        let mut output = Sink::stdout(false);
        let written = output.write_bytes(bytes).and_then(|()| output.close());
        if self.broken.is_none() {
            self.broken = written.err();
        }
    }

    fn say(&mut self, words: &str) {
        progress::clear();
        complain(words);
    }

    fn write(&mut self, text: &str) {
        if !text.is_empty() && self.broken.is_none() {
            // On a terminal the number of files done stands where the report goes on.
            progress::clear();
            self.broken = self.sink.write(text).err();
        }
    }
}

/// "privacy-reglerne er slået fra", a group or a rule, in `n` of the files that were read.
fn switched_off(what: &str, n: usize, of: usize) -> Problem {
    let (da, en) = match what.contains('/') {
        true => (format!("{what} er slået fra"), format!("{what} is switched off")),
        false => (format!("{what}-reglerne er slået fra"), format!("the {what} rules are switched off")),
    };
    match n < of {
        true => Problem::new(format!("{da} i {n} af {of} filer"), format!("{en} in {n} of {of} files")),
        false => Problem::new(da, en),
    }
}
