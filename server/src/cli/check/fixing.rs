//! `--fix` and `--diff`: what is mended in a file, and what of it is written.

use std::collections::BTreeMap;
use std::io::{IsTerminal, stdout};

use documents::Format;
use files::{Named, Origin};
use rules::document::Document;
use rules::lint::{Applicability, Fix};
use rules::privacy::{HIDDEN, Mask, Secrets, Shown, shown};
use rules::repair::repair;
use rules::text::{TextRange, TextSize};
use similar::TextDiff;
use workbench::problem::Problem;

use super::Job;
use crate::args::FixArgs;
use crate::cli::examine::Examined;

/// What is done about findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// They are told.
    Report,
    /// Fixes at least as safe as this are made.
    Fix(Applicability),
    /// Fixes at least as safe as this are shown.
    Diff(Applicability),
}

impl Mode {
    /// As `args` ask for.
    pub(super) fn new(args: &FixArgs) -> Self {
        let least = if args.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        match (args.diff, args.fix) {
            (true, _) => Self::Diff(least),
            (false, true) => Self::Fix(least),
            (false, false) => Self::Report,
        }
    }
}

/// What was mended in one file.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// How many fixes of each rule.
    pub(super) made: BTreeMap<&'static str, usize>,
    /// What goes to standard output: a difference, or the text that came from standard input.
    pub(super) output: Option<Vec<u8>>,
}

/// Mends `examined` as `job` asks for; after `--fix` it holds the mended text.
pub(super) fn mend(examined: &mut Examined, file: &Named, job: &Job<'_>) -> Result<Mended, Problem> {
    let (least, writes) = match job.mode {
        Mode::Report => return Ok(Mended::default()),
        Mode::Fix(least) => (least, true),
        Mode::Diff(least) => (least, false),
    };
    if let Some(extracted) = &examined.filter.extracted {
        let found = job.findings(&examined.filter, &examined.document, &file.name).diagnostics;
        let mends = |fix: &Fix| fix.applicability >= least;
        return match found.iter().any(|found| found.fixes.iter().any(mends)) {
            true => Err(unwritten(&file.name, extracted.format)),
            false => Ok(Mended::default()),
        };
    }
    let before = examined.document.text();
    let counted = |document: &Document, _| job.findings(&examined.filter, document, &file.name).diagnostics;
    let repaired = repair(examined.document.engine(), before, least, &counted)
        .map_err(|error| unsettled(&file.name, &error.rules))?;
    let mut mended = Mended { made: repaired.made, output: None };
    if !writes {
        mended.output = Some(difference(&file.name, before, &repaired.text, job)?.into_bytes());
        return Ok(mended);
    }
    match &file.origin {
        Origin::Stdin => {
            let bytes = files::encoded(&repaired.text, examined.encoding);
            mended.output = Some(bytes.unwrap_or_else(|| repaired.text.clone().into_bytes()));
        }
        Origin::File(path) | Origin::Found(path) if repaired.text != before => {
            files::replace(path, &file.name, before, &repaired.text, examined.encoding)?;
        }
        Origin::File(_) | Origin::Found(_) => {}
    }
    examined.document = Document::new(examined.document.engine().clone(), repaired.text);
    Ok(mended)
}

/// What is written when `examined` could not be mended: an editor that pipes its text through must get it back.
pub(super) fn untouched(examined: &Examined, file: &Named, job: &Job<'_>) -> Mended {
    let is_text = examined.filter.extracted.is_none();
    let piped = matches!(job.mode, Mode::Fix(_)) && file.origin == Origin::Stdin && is_text;
    let text = || files::encoded(examined.document.text(), examined.encoding);
    Mended { output: if piped { text() } else { None }, ..Mended::default() }
}

fn unwritten(name: &str, format: Format) -> Problem {
    let (da, en) = match format {
        Format::Docx => (
            ", eller lav en kopi med rettelserne som sporede ændringer med --annotate",
            ", or make a copy with the fixes as tracked changes by --annotate",
        ),
        _ => ("", ""),
    };
    Problem::new(
        format!("{name} er ikke rettet: kun tekst kan rettes her; ret i det program, filen kommer fra{da}"),
        format!(
            "{name} was not fixed: only text can be fixed here; mend it in the program it comes from{en}"
        ),
    )
}

fn unsettled(name: &str, rules: &[&str]) -> Problem {
    let rules = rules.join(", ");
    Problem::new(
        format!("{name} er ikke rettet: rettelserne fra {rules} falder ikke til ro (meld det gerne)"),
        format!("{name} was not fixed: the fixes of {rules} do not settle (please report it)"),
    )
}

/// The difference: on a terminal with what is private hidden, else as `patch` takes it, which is refused where it would
/// repeat a private number that nobody asked for.
fn difference(name: &str, before: &str, after: &str, job: &Job<'_>) -> Result<String, Problem> {
    if before == after {
        return Ok(String::new());
    }
    let exact = unified(name, before, after);
    if job.args.fixing.allow_private {
        return Ok(exact);
    }
    let hidden = unified(&shown(name), &masked(before), &masked(after));
    if stdout().is_terminal() {
        return Ok(hidden);
    }
    let n_hidden = |diff: &str| diff.matches(HIDDEN).count();
    if n_hidden(&unified(name, &masked(before), &masked(after))) > n_hidden(&exact)
        || !Secrets::of(&body(&exact)).is_empty()
        || *shown(name) != *name
    {
        return Err(private(name));
    }
    Ok(exact)
}

/// `text` as a terminal may show it.
fn masked(text: &str) -> Shown {
    let secrets = Secrets::of(text);
    Mask::by_form(text, &secrets).excerpt(TextRange::up_to(TextSize::of(text)))
}

/// The lines of `diff` without the names of the file.
fn body(diff: &str) -> String {
    diff.lines().skip(2).map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n").collect()
}

fn private(name: &str) -> Problem {
    Problem::new(
        format!(
            "{name}: forskellen ville gentage et privat nummer; se den på en skærm, eller sig også --allow-private"
        ),
        format!(
            "{name}: the difference would repeat a private number; look at it on a terminal, or say --allow-private too"
        ),
    )
}

/// The difference as `patch` takes it.
fn unified(name: &str, before: &str, after: &str) -> String {
    let name = name.replace(char::is_control, "\u{fffd}");
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}
