//! `referent baseline`: findings that are known, and so not reported.
//!
//! The file holds fingerprints and the names of rules, sorted, and nothing of the texts.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use files::baseline::{folder_named, read_baseline};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rules::document::Engine;
use rules::privacy::{HIDDEN, shown};
use workbench::baseline::{Baseline, is_never_known};
use workbench::guard::guarded;
use workbench::lang::Lang;
use workbench::named::Named;
use workbench::problem::Problem;

use super::examine::Examined;
use super::progress::{self, Progress, Quiet};
use super::{Exit, check, settings};
use crate::args::{BaselineArgs, BaselineCommand};
use crate::complaints::complain;

/// Does what `command` asks for.
pub(super) fn run(command: &BaselineCommand, lang: Lang) -> anyhow::Result<Exit> {
    match command {
        BaselineCommand::Write(args) => {
            // A list of another version, or one that was harmed, is not written over either.
            let ours = |head: &str| head.trim().is_empty() || read_baseline(&args.baseline).is_ok();
            let Some(looked) = look(args, lang)? else { return Ok(Exit::Failed) };
            check::replaceable("--baseline", &args.baseline, args.force, ours)?;
            let n_private: usize = looked.values().map(|looked| looked.private).sum();
            let found = looked.into_iter().map(|(name, looked)| (name, looked.prints));
            let files = found.filter(|(_, prints)| !prints.is_empty()).collect();
            let found = Baseline::new(folder_named(&args.baseline), files);
            files::put(&args.baseline, &found.text())?;
            say(&found, args, lang);
            say_private(n_private, lang);
            Ok(Exit::Clean)
        }
        BaselineCommand::Prune(args) => {
            let mut known = read_baseline(&args.baseline)?;
            let Some(looked) = look(args, lang)? else { return Ok(Exit::Failed) };
            let looked = looked.into_iter().map(|(name, looked)| (known.key(&name), looked)).collect();
            let before = known.count();
            prune(&mut known, &looked, workbench::paths::folder_of(&args.baseline));
            files::put(&args.baseline, &known.text())?;
            let gone = before - known.count();
            eprintln!("{}: {gone}", lang.pick("taget ud", "taken out"));
            say(&known, args, lang);
            Ok(Exit::Clean)
        }
    }
}

/// What a look at one file gave.
struct Looked {
    /// The rule of each finding by its fingerprint.
    prints: BTreeMap<String, String>,
    /// Errors about privacy and personal numbers, which no baseline takes in.
    private: usize,
    /// What it was linted with, which says what rules ran.
    engine: Arc<Engine>,
}

impl Looked {
    /// Is the finding there no more? Of a rule that did not run nobody can tell.
    fn misses(&self, print: &str, rule: &str) -> bool {
        !self.prints.contains_key(print) && self.engine.settings.rules.iter().any(|(ran, _)| ran.name == rule)
    }
}

/// Takes out of `known` what the look at each file found no more, and files that are gone.
fn prune(known: &mut Baseline, looked: &BTreeMap<String, Looked>, folder: &Path) {
    known.files.retain(|name, prints| {
        match looked.get(name) {
            Some(looked) => prints.retain(|print, rule| !looked.misses(print, rule)),
            // A file that was not checked keeps its findings, as long as it is there.
            None if folder.join(name).exists() || Path::new(name).exists() || name.contains(HIDDEN) => {}
            None => prints.clear(),
        }
        !prints.is_empty()
    });
}

/// Looks at every file that `args` name; `None` when one cannot be read, which was told: nothing is known of its findings,
/// so the list stays as it is.
fn look(args: &BaselineArgs, lang: Lang) -> Result<Option<BTreeMap<String, Looked>>, Problem> {
    let resolver = settings::resolver(&args.config, &args.selection, &args.document);
    let first = args.paths.first().map(AsRef::as_ref);
    let lang = settings::lang(&args.document, &*settings::leading(&resolver, first)?, lang);
    let inputs = check::inputs(&args.paths, &args.input, &resolver)?;
    check::apart("--baseline", &args.baseline, &inputs.files)?;
    let lists = [args.input.files_from.as_deref()];
    check::apart_from_settings("--baseline", &args.baseline, &inputs.files, &resolver, &lists)?;
    let mut looked = BTreeMap::new();
    let mut problems = inputs.problems;
    let progress = Mutex::new(Progress::new(inputs.files.len(), Quiet::No));
    let one = |file: &files::Named| {
        let examine = || {
            let examined = Examined::new(file, &resolver)?;
            // What is found is not all there is, so nothing of it is known for certain.
            if let Some(left_out) = examined.left_out.first() {
                return Err(left_out.clone());
            }
            let (private, others): (Vec<_>, Vec<_>) =
                examined.count(&file.name).into_iter().partition(|named| is_never_known(&named.diagnostic));
            Ok(Looked { prints: prints(others), private: private.len(), engine: examined.filter.engine })
        };
        let found = guarded(examine).unwrap_or_else(|place| Err(Problem::internal_in(&file.name, &place)));
        progress.lock().unwrap_or_else(PoisonError::into_inner).step();
        found
    };
    let found: Vec<_> = inputs.files.par_iter().map(one).collect();
    progress::clear();
    for (file, found) in inputs.files.iter().zip(found) {
        match found {
            Err(problem) if file.is_passed_over(&problem) => complain(problem.text(lang)),
            Err(problem) => problems.push(problem),
            Ok(found) => drop(looked.insert(file.name.clone(), found)),
        }
    }
    if looked.is_empty() && problems.is_empty() {
        problems.push(Problem::new("ingen fil at gennemgå", "no file matched"));
    }
    if problems.is_empty() {
        return Ok(Some(looked));
    }
    let name = files::name(&args.baseline);
    problems.push(Problem::new(format!("{name} er ikke skrevet"), format!("{name} was not written")));
    problems.iter().flat_map(Problem::each).for_each(|problem| complain(problem.text(lang)));
    Ok(None)
}

/// The rule of each finding by its fingerprint.
fn prints(findings: Vec<Named>) -> BTreeMap<String, String> {
    let prints = findings.into_iter();
    prints.map(|named| (named.fingerprint, named.diagnostic.rule.name.to_owned())).collect()
}

/// Says what was not written down.
fn say_private(n: usize, lang: Lang) {
    if n > 0 {
        let words = Problem::new(
            format!(
                "ikke taget med: {n} fund om privatliv, som skal rettes eller undtages ved navn og med en grund"
            ),
            format!(
                "not taken in: {n} about privacy that must be mended, or suppressed by name and with a reason"
            ),
        );
        complain(words.text(lang));
    }
}

fn say(baseline: &Baseline, args: &BaselineArgs, lang: Lang) {
    let (n, name) = (baseline.count(), files::name(&args.baseline));
    let found = match n {
        1 => lang.pick("kendt fund", "known finding"),
        _ => lang.pick("kendte fund", "known findings"),
    };
    eprintln!("{}: {n} {found}", shown(&name));
}
