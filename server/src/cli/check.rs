//! `referent check`: lints every file and writes the report as the files are done.

mod annotate;
mod apart;
mod collector;
mod fixing;
mod folder;
mod idle;
mod timings;
mod watch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use files::baseline::read_baseline;
use files::clock;
use files::find::{self, Wanted};
use files::settings::Resolver;
use files::{Named, Origin, STDIN};
use rayon::iter::{ParallelBridge, ParallelIterator};
use reports::{Checked, Control, HeldBack, Report, Tally};
use rules::document::Document;
use rules::folder::FolderFinding;
use rules::lint::Diagnostic;
use rules::minutes::Stage;
use workbench::baseline::{Baseline, Known};
use workbench::config::FailOn;
use workbench::findings::{FindingFilter, Prints};
use workbench::guard::guarded;
use workbench::lang::Lang;
use workbench::passages::passages;
use workbench::problem::Problem;

use annotate::Target;
pub(super) use apart::{apart, apart_from_settings, replaceable};
use collector::{Collector, Outcome};
use fixing::Mode;
use timings::Timings;

use super::examine::Examined;
use super::sink::{Sink, colors};
use super::{Exit, settings};
use crate::args::{CheckArgs, Color, InputArgs, named};

/// What every file of the run is checked with.
struct Job<'a> {
    args: &'a CheckArgs,
    resolver: Arc<Resolver>,
    report: Report,
    mode: Mode,
    baseline: Option<Baseline>,
    /// More warnings than this are too many.
    max_warnings: Option<usize>,
    timings: Option<Mutex<Timings>>,
    /// Where copies with the findings go.
    annotate: Option<annotate::Target>,
    /// What documents show together with the others of their folder, by name.
    of_folder: BTreeMap<String, Vec<FolderFinding>>,
}

impl Job<'_> {
    /// The findings in `document`, which is called `name`, that no baseline knows, with their fingerprints where the
    /// report shows them: they cost as much as many rules.
    fn findings(&self, filter: &FindingFilter, document: &Document, name: &str) -> Found {
        let shown = self.baseline.is_some() || !self.report.format.is_for_people;
        let counted = filter.weigh(document, name, if shown { Prints::Asked } else { Prints::Spared });
        let mut new = Found { suppressed: counted.suppressed, ..Found::default() };
        for named in counted.findings {
            match self.baseline.as_ref().map_or(Known::No, |baseline| baseline.knows(name, &named)) {
                Known::Yes => new.known += 1,
                known => {
                    new.disregarded += usize::from(known == Known::Disregarded);
                    new.diagnostics.push(Arc::unwrap_or_clone(named.diagnostic));
                    new.fingerprints.push(named.fingerprint);
                }
            }
        }
        new
    }

    /// Is standard output taken by the text or by a difference?
    fn takes_output(&self, files: &[Named]) -> bool {
        match self.mode {
            Mode::Report => false,
            Mode::Fix(_) => files.iter().any(|file| file.origin == Origin::Stdin),
            Mode::Diff(_) => true,
        }
    }
}

/// What was found in one file.
#[derive(Debug, Default)]
struct Found {
    /// What is reported.
    diagnostics: Vec<Diagnostic>,
    /// Its fingerprints, in the same order.
    fingerprints: Vec<String>,
    /// Findings that the baseline holds back.
    known: usize,
    /// Findings of the baseline that no baseline can hold back.
    disregarded: usize,
    /// Findings that are suppressed.
    suppressed: usize,
}

/// Checks what `args` name.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> anyhow::Result<Exit> {
    if args.fixing.unsafe_fixes && !args.fixing.fix && !args.fixing.diff {
        return Err(Problem::new(
            "--unsafe-fixes siger hvilke rettelser; sig også --fix eller --diff",
            "--unsafe-fixes says which fixes; say --fix or --diff too",
        )
        .into());
    }
    if args.watch { watch::run(args, lang) } else { once(args, lang) }
}

/// Checks once.
fn once(args: &CheckArgs, lang: Lang) -> anyhow::Result<Exit> {
    let resolver = settings::resolver(&args.config, &args.selection, &args.document);
    let leading =
        settings::leading(&resolver, args.paths.first().map(AsRef::as_ref)).map_err(Problem::from)?;
    let lang = settings::lang(&args.document, &leading, lang);
    let mut found = inputs(&args.paths, &args.input, &resolver)?;
    let output = named(args.output.output.as_deref());
    // The report of an earlier run may lie among the files.
    if let Some(output) = output.filter(|output| reports::is_report(&files::head(output))) {
        found
            .files
            .retain(|file| !matches!(&file.origin, Origin::Found(path) if files::are_same(path, output)));
    }
    // Where settings are broken every file of their folder is found, so that this is told. What is only read takes the place of none.
    let known = args.baseline.as_deref().filter(|path| resolver.locate(path).is_ok());
    for (flag, path) in [("--output", output), ("--baseline", known)] {
        path.map_or(Ok(()), |path| apart(flag, path, &found.files))?;
    }
    if let Some(output) = output {
        let lists = [args.input.files_from.as_deref(), args.baseline.as_deref()];
        apart_from_settings("--output", output, &found.files, &resolver, &lists)?;
        replaceable("--output", output, args.output.force, reports::is_own)?;
    }
    let mut job = Job {
        args,
        resolver,
        report: Report { format: reports::format_of(args.output.format, output), lang, color: false },
        mode: Mode::new(&args.fixing),
        baseline: args.baseline.as_deref().map(read_baseline).transpose()?,
        max_warnings: args.status.max_warnings.or(leading.max_warnings),
        timings: args.timings.then(Mutex::default),
        annotate: None,
        of_folder: BTreeMap::new(),
    };
    // What is mended is another text than the one that was compared.
    if matches!(job.mode, Mode::Report) {
        job.of_folder = folder::findings(&found.files, &job.resolver);
    }
    job.annotate = args.annotate.as_deref().map(|path| Target::new(path, &found.files)).transpose()?;
    let sink = open(&mut job, &found)?;
    let mut collector = Collector::new(sink, found.files.len(), &job);
    for problem in &found.problems {
        collector.unfound(problem);
    }
    if let Some(note) = found.note() {
        collector.left_out(&note);
    }
    if let Some(note) = found.unread() {
        collector.foreign(&note);
    }
    if let Some(note) = found.passed_note().filter(|_| !args.output.quiet) {
        collector.note(&note);
    }
    if let Some(note) = job
        .baseline
        .as_ref()
        .and_then(|baseline| baseline.names_none_of(found.files.iter().map(|file| file.name.as_str())))
    {
        collector.note(&note);
    }
    let mut collector = check_all(found.files, &job, collector)?;
    if args.input.files_from.is_none() && !args.output.quiet {
        for note in idle::suppressions(&job.resolver, &args.paths) {
            collector.note(&note);
        }
    }
    collector.finish()
}

/// Where the report goes, with or without colours.
fn open(job: &mut Job<'_>, found: &find::Found) -> Result<Sink, Problem> {
    let args = job.args;
    match named(args.output.output.as_deref()) {
        Some(path) => {
            job.report.color = args.output.color == Color::Always;
            Sink::file(path)
        }
        None if job.takes_output(&found.files) => {
            job.report.color = args.output.color == Color::Always;
            Ok(Sink::stderr())
        }
        None => {
            job.report.color = colors(args.output.color);
            Ok(Sink::stdout(job.report.color))
        }
    }
}

/// The files to check.
pub(super) fn inputs(
    paths: &[PathBuf],
    input: &InputArgs,
    resolver: &Arc<Resolver>,
) -> Result<find::Found, Problem> {
    let stdin = Path::new(STDIN);
    let mut paths = paths.to_vec();
    if paths.iter().any(|path| path == stdin) {
        return only_stdin(&paths, input);
    }
    match &input.files_from {
        Some(list) => paths.extend(files::read_list(list)?),
        None if paths.is_empty() => paths.push(PathBuf::from(".")),
        None => {}
    }
    Ok(find::find(&paths, Wanted::new(&input.include, &input.exclude, resolver.clone())?))
}

fn only_stdin(paths: &[PathBuf], input: &InputArgs) -> Result<find::Found, Problem> {
    if paths.len() > 1 || input.files_from.is_some() {
        return Err(Problem::new(
            "\"-\" kan ikke stå sammen med filer; gennemgå dem hver for sig",
            "\"-\" cannot stand beside files; check them separately",
        ));
    }
    let name = input.stdin_filename.clone().unwrap_or_else(|| STDIN.to_owned());
    Ok(find::Found { files: vec![Named { name, origin: Origin::Stdin }], ..find::Found::default() })
}

fn check_all<'a>(
    files: Vec<Named>,
    job: &'a Job<'a>,
    collector: Collector<'a>,
) -> anyhow::Result<Collector<'a>> {
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    let asked = job.args.jobs.map(usize::from);
    let jobs = asked.unwrap_or(available).min(files.len());
    let collector = Mutex::new(collector);
    let check = |(n, file): (usize, Named)| {
        let outcome = check_file(&file, job);
        collector.lock().unwrap_or_else(PoisonError::into_inner).take(n, outcome);
    };
    if jobs <= 1 && asked != Some(1) {
        // A document that is alone is divided among the processors if it is long.
        files.into_iter().enumerate().for_each(check);
    } else {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs.max(1))
            .build()
            .context("cannot start threads")?;
        // A bridge hands the files out in their order, so that little has to wait for its turn.
        pool.install(|| files.into_iter().enumerate().par_bridge().for_each(check));
    }
    Ok(collector.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn check_file(file: &Named, job: &Job<'_>) -> Outcome {
    let failed = |problem| Outcome { problems: vec![problem], name: file.name.clone(), ..Outcome::default() };
    let check = || match Examined::new(file, &job.resolver) {
        Ok(examined) => check_text(file, examined, job),
        Err(problem) if file.is_passed_over(&problem) => {
            Outcome { passed_over: Some(problem), ..Outcome::default() }
        }
        Err(problem) => failed(problem),
    };
    guarded(check).unwrap_or_else(|place| failed(Problem::internal_in(&file.name, &place)))
}

fn check_text(file: &Named, mut examined: Examined, job: &Job<'_>) -> Outcome {
    let problems = std::mem::take(&mut examined.left_out);
    let rules_gave_up = !problems.is_empty();
    let silenced = std::mem::take(&mut examined.silenced);
    examined.filter.of_folder = job.of_folder.get(&file.name).cloned().unwrap_or_default();
    let mut outcome = Outcome { problems, silenced, checked: true, ..Outcome::default() };
    let name = file.name.as_str();
    if let Some(timings) = &job.timings {
        timings.lock().unwrap_or_else(PoisonError::into_inner).measure(&examined.document);
    }
    // A rule may bear the text and not what it becomes.
    let mended = guarded(|| fixing::mend(&mut examined, file, job))
        .unwrap_or_else(|place| Err(Problem::internal_in(name, &place)));
    let mended = mended.unwrap_or_else(|problem| {
        outcome.problems.push(problem);
        fixing::untouched(&examined, file, job)
    });
    let document = &examined.document;
    if job.args.verbose {
        outcome.notes.push(format!("{name}: {}", reading(document, job.report.lang)));
    }
    let source = examined.filter.extracted.as_deref();
    let Found { mut diagnostics, fingerprints, known, disregarded, suppressed } =
        job.findings(&examined.filter, document, name);
    let held_back = HeldBack { baseline: known, suppressed };
    outcome.disregarded = disregarded;
    if let Some(target) = &job.annotate {
        match annotate::write(target, file, document, &diagnostics, job.report.lang) {
            Ok(note) => outcome.notes.push(note),
            Err(problem) => outcome.problems.push(problem),
        }
    }
    let mut untold = false;
    if let Some(source) = source {
        let is_told = diagnostics.iter().any(|found| found.rule.name == "document/not-read");
        untold = !is_told && !source.unread.is_empty();
        outcome.notes.extend(source.unread.iter().filter(|_| job.args.verbose || untold).map(|unread| {
            let (da, en) = documents::findings::unread::named(unread);
            format!("{name}: {}", job.report.lang.pick(&da, &en))
        }));
        let beside = passages(source, job.report.lang).filter(|_| job.args.verbose);
        outcome.notes.extend(beside.map(|beside| {
            let (da, en) = ("uden for teksten:", "outside the text:");
            format!("{name}: {} {beside}", job.report.lang.pick(da, en))
        }));
        // No document is written to, and an edit of the text would be made in its bytes.
        diagnostics.iter_mut().for_each(|diagnostic| diagnostic.fixes.clear());
    }
    outcome.tally = Tally::of_file(&diagnostics, held_back);
    outcome.tally.unread = usize::from(untold || rules_gave_up);
    if job.report.format.is_filed {
        outcome.tally.name(name, document);
    }
    outcome.failing = failing(&outcome.tally, job.args.status.fail_on.or(examined.fail_on));
    outcome.mended = mended;
    if !matches!(job.mode, Mode::Diff(_)) {
        let (diagnostics, fingerprints) = (&diagnostics, &fingerprints);
        let control = (job.report.format.is_filed).then(|| {
            let bytes = files::bytes_of(file);
            Control::new(document, bytes.as_deref(), job.args.config.profile.as_deref(), clock::now())
        });
        let control = control.as_ref();
        let checked = Checked { path: name, document, source, control, diagnostics, fingerprints, held_back };
        outcome.part = Some(job.report.file(&checked));
    }
    outcome
}

/// How many findings make the exit status 1.
fn failing(tally: &Tally, fail_on: Option<FailOn>) -> usize {
    match fail_on.unwrap_or(FailOn::Error) {
        FailOn::Error => tally.errors,
        FailOn::Warning => tally.errors + tally.warnings,
        FailOn::Info => tally.errors + tally.warnings + tally.infos,
        FailOn::Hint => tally.errors + tally.warnings + tally.infos + tally.hints,
        FailOn::Never => 0,
    }
}

/// Which style and stage a document is held to, and why.
fn reading(document: &Document, lang: Lang) -> String {
    let (engine, choice) = (document.engine(), document.choice());
    let asked = lang.pick("valgt", "asked for");
    let why = match (&engine.house, choice.signs.as_slice()) {
        (Some(_), _) => asked.to_owned(),
        (None, []) => lang.pick("ingen anden passer", "no other fits").to_owned(),
        (None, signs) => format!("{} {}", lang.pick("kendt på", "known by"), signs.join(", ")),
    };
    let stage = match document.context().stage {
        Stage::Agenda => lang.pick("dagsorden", "agenda"),
        Stage::Minutes => lang.pick("referat", "minutes"),
    };
    let found = if engine.stage.is_some() { asked } else { lang.pick("efter teksten", "by its text") };
    format!("{} {} ({why}), {stage} ({found})", lang.pick("husstil", "style"), choice.house.name)
}
