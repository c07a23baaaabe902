//! `referent import`: a draft in Markdown from a Word document, a LibreOffice document, a web page or a PDF.

mod draft;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::Extracted;
use rules::document::{Document, Engine};
use rules::lint::Settings;

use super::Exit;
use super::private;
use super::sink::Sink;
use crate::args::ImportArgs;
use crate::config::{Asked, Overlay, Resolver};
use crate::files;
use crate::lang::Lang;
use crate::passages::passages;
use crate::problem::{Problem, complain};

/// Writes a draft of each file that `args` name.
pub(super) fn run(args: &ImportArgs, lang: Lang) -> anyhow::Result<Exit> {
    if args.files.len() > 1 && args.output.is_none() {
        return Err(Problem::new(
            "der er flere filer; sig med -o, hvilken mappe udkastene skal ligge i",
            "there are several files; say with -o which folder the drafts go to",
        )
        .into());
    }
    let mut exit = Exit::Clean;
    for path in &args.files {
        if let Err(problem) = import(path, args.output.as_deref(), lang) {
            complain(problem.text(lang));
            exit = Exit::Failed;
        }
    }
    Ok(exit)
}

fn import(path: &Path, folder: Option<&Path>, lang: Lang) -> Result<(), Problem> {
    let name = files::name(path);
    // Whatever is there already is not worth reading the document for.
    let target = folder.map(|folder| target(path, folder)).transpose()?;
    let located = Resolver::new(Asked::Nearest, Overlay::default()).locate(path)?;
    let source = files::read_or_stdin(path, &name, located.config.limits)?;
    let ranks = source.ranks();
    let Some(extracted) = source.extracted else {
        return Err(Problem::new(format!("{name} er allerede tekst"), format!("{name} is text already")));
    };
    let settings = Settings { rules: Vec::new() };
    let engine = Engine { settings, ..(*located.config.engine(&located.name)).clone() };
    let text = draft::draft(&Document::with_ranks(Arc::new(engine), source.text, ranks), &extracted);
    match target {
        Some(target) => files::put(&target, &text)?,
        None => write(&text)?,
    }
    left_out(&name, &extracted, lang);
    if let Some(told) = private::carried(private::count(&text), lang) {
        complain(&format!("{name}: {told}"));
    }
    Ok(())
}

/// Where the draft of the document at `path` goes.
fn target(path: &Path, folder: &Path) -> Result<PathBuf, Problem> {
    let folder_name = files::name(folder);
    if folder.exists() && !folder.is_dir() {
        return Err(Problem::new(
            format!("{folder_name} er en fil og ingen mappe; nævn en anden"),
            format!("{folder_name} is a file and no folder; name another one"),
        ));
    }
    files::make_folder(folder)?;
    let stem = path.file_stem().filter(|stem| *stem != "-").unwrap_or("import".as_ref());
    let mut file = stem.to_owned();
    file.push(".md");
    let target = folder.join(file);
    if target.exists() {
        let name = files::name(&target);
        return Err(Problem::new(
            format!("{name} findes allerede; flyt den, eller vælg en anden mappe"),
            format!("{name} exists already; move it, or choose another folder"),
        ));
    }
    Ok(target)
}

fn write(text: &str) -> Result<(), Problem> {
    let mut sink = Sink::stdout(false);
    let written = sink.write(text).and_then(|()| sink.close());
    written.map_err(|error| Problem::new(error.to_string(), error.to_string()))
}

/// Says what stood beside the text and is not in the draft.
fn left_out(name: &str, extracted: &Extracted, lang: Lang) {
    for unread in &extracted.unread {
        let (da, en) = documents::findings::unread::named(unread);
        complain(&format!("{name}: {}", lang.pick(&da, &en)));
    }
    if let Some(passages) = passages(extracted, lang) {
        complain(&format!("{name}: {} {passages}", lang.pick("ikke taget med:", "left out:")));
    }
}
