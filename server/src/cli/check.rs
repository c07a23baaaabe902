//! `referent check`: lints every file and writes the report as the files are done.

mod collector;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use rayon::iter::{ParallelBridge, ParallelIterator};
use rules::document::{Document, Engine};
use rules::minutes::Stage;

use collector::{Collector, Outcome};

use super::sink::{Sink, colors};
use super::{Exit, engine};
use crate::args::{CheckArgs, Color};
use crate::files::{self, Encoding, Found, Globs, Named, Origin, Source};
use crate::guard::guarded;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::report::{Checked, Report, Tally};

/// What to call standard input where nothing else is said.
const STDIN: &str = "-";

/// What every file of the run is checked with.
struct Job<'a> {
    args: &'a CheckArgs,
    engine: Arc<Engine>,
    report: Report,
}

/// Checks what `args` name.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> anyhow::Result<Exit> {
    let engine = Arc::new(engine::linting(&args.document, &args.selection)?);
    let mut found = inputs(args)?;
    // The report of an earlier run may lie among the files.
    if let Some(output) = args.output.output.as_deref().map(files::name) {
        found.files.retain(|file| file.name != output);
    }
    let (sink, color) = open(args)?;
    let report = Report { format: args.output.format, lang, color };
    let job = Job { args, engine, report };
    let mut collector = Collector::new(sink, found.files.len(), &job);
    for problem in &found.problems {
        collector.complain(problem);
    }
    let collector = check_all(found.files, &job, collector)?;
    collector.finish()
}

fn open(args: &CheckArgs) -> Result<(Sink, bool), Problem> {
    match &args.output.output {
        Some(path) => Ok((Sink::file(path)?, args.output.color == Color::Always)),
        None => {
            let color = colors(args.output.color);
            Ok((Sink::stdout(color), color))
        }
    }
}

/// The files to check.
fn inputs(args: &CheckArgs) -> Result<Found, Problem> {
    let stdin = Path::new(STDIN);
    let mut paths = args.paths.clone();
    if paths.iter().any(|path| path == stdin) {
        return only_stdin(args);
    }
    match &args.input.files_from {
        Some(list) => paths.extend(files::read_list(list)?),
        None if paths.is_empty() => paths.push(PathBuf::from(".")),
        None => {}
    }
    Ok(files::find(&paths, Globs::new(&args.input.include, &args.input.exclude)?))
}

fn only_stdin(args: &CheckArgs) -> Result<Found, Problem> {
    if args.paths.len() > 1 || args.input.files_from.is_some() {
        return Err(Problem::new(
            "\"-\" kan ikke stå sammen med filer; gennemgå dem hver for sig",
            "\"-\" cannot stand beside files; check them separately",
        ));
    }
    let name = args.input.stdin_filename.clone().unwrap_or_else(|| STDIN.to_owned());
    Ok(Found { files: vec![Named { name, origin: Origin::Stdin }], problems: Vec::new() })
}

fn check_all<'a>(
    files: Vec<Named>,
    job: &'a Job<'a>,
    collector: Collector<'a>,
) -> anyhow::Result<Collector<'a>> {
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = job.args.jobs.map_or(available, usize::from).min(files.len());
    let collector = Mutex::new(collector);
    let check = |(n, file): (usize, Named)| {
        let outcome = check_file(&file, job);
        collector.lock().unwrap_or_else(PoisonError::into_inner).take(n, outcome);
    };
    if jobs <= 1 {
        files.into_iter().enumerate().for_each(check);
    } else {
        let pool =
            rayon::ThreadPoolBuilder::new().num_threads(jobs).build().context("cannot start threads")?;
        // A bridge hands the files out in their order, so that little has to wait for its turn.
        pool.install(|| files.into_iter().enumerate().par_bridge().for_each(check));
    }
    Ok(collector.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn check_file(file: &Named, job: &Job<'_>) -> Outcome {
    match files::read_named(file) {
        Ok(source) => guarded(|| check_text(&file.name, source, job)).unwrap_or_else(|place| Outcome {
            problem: Some(Problem::internal_in(&file.name, &place)),
            ..Outcome::default()
        }),
        Err(problem) => Outcome { problem: Some(problem), ..Outcome::default() },
    }
}

fn check_text(name: &str, source: Source, job: &Job<'_>) -> Outcome {
    let lang = job.report.lang;
    let mut notes = Vec::new();
    if source.encoding == Encoding::Windows1252 && !job.args.output.quiet {
        let words = lang.pick("er ikke UTF-8; læst som Windows-1252", "is not UTF-8; read as Windows-1252");
        notes.push(format!("{name} {words}"));
    }
    let document = Document::new(job.engine.clone(), source.text);
    if job.args.verbose {
        notes.push(format!("{name}: {}", reading(&document, lang)));
    }
    let diagnostics = document.diagnostics();
    let part = job.report.file(&Checked { path: name, document: &document, diagnostics: &diagnostics });
    Outcome { part: Some(part), tally: Tally::of_file(&diagnostics), problem: None, notes }
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
