//! `referent import`: a draft in Markdown from a Word document, a LibreOffice document, a web page or a PDF.

mod draft;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::Extracted;
use files::settings::{Asked, Resolver};
use rules::document::{Document, Engine};
use rules::lint::Settings;
use workbench::config::Overlay;
use workbench::lang::Lang;
use workbench::passages::passages;
use workbench::problem::Problem;

use super::Exit;
use super::private;
use super::sink::{Sink, written};
use crate::args::ImportArgs;
use crate::complaints::complain;

/// Writes a draft of each file that `args` name.
pub(super) fn run(args: &ImportArgs, lang: Lang) -> anyhow::Result<Exit> {
    if args.files.len() > 1 && args.output.is_none() {
        return Err(Problem::new(
            "der er flere filer; sig med -o, hvilken mappe udkastene skal ligge i",
            "there are several files; say with -o which folder the drafts go to",
        )
        .into());
    }
    if let Some((one, other)) = same_name(&args.files) {
        let (one, other) = (files::name(one), files::name(other));
        return Err(Problem::new(
            format!("{one} og {other} giver udkast med samme navn; hent dem hver for sig, og giv hvert udkast et navn med -o"),
            format!("the drafts of {one} and {other} have one name; import them one by one, and name each draft with -o"),
        )
        .into());
    }
    let mut exit = Exit::Clean;
    for path in &args.files {
        let output = args.output.as_deref().map(|output| Place::of(output, args.files.len()));
        if let Err(problem) = output.transpose().and_then(|output| import(path, output, lang)) {
            complain(problem.text(lang));
            exit = Exit::Failed;
        }
    }
    Ok(exit)
}

/// Where drafts go.
#[derive(Clone, Copy)]
enum Place<'a> {
    /// Each under its own name.
    Folder(&'a Path),
    /// The only one there is.
    File(&'a Path),
}

/// Endings of a file: those of a draft, and those that are refused, since a draft is text. Any other name is that of a folder.
const NAMES: [&str; 14] = [
    "md",
    "markdown",
    "txt",
    "referat",
    "dagsorden",
    "docx",
    "docm",
    "doc",
    "odt",
    "rtf",
    "pdf",
    "html",
    "htm",
    "xhtml",
];

/// The first two of `files` whose drafts would go to one file of a folder.
fn same_name(files: &[PathBuf]) -> Option<(&Path, &Path)> {
    files.iter().enumerate().find_map(|(at, file)| {
        let other = files[..at].iter().find(|other| other.file_stem() == file.file_stem())?;
        Some((other.as_path(), file.as_path()))
    })
}

impl<'a> Place<'a> {
    /// What `output` means for `n_files` documents: the name of a draft, as everywhere else, or a folder.
    fn of(output: &'a Path, n_files: usize) -> Result<Self, Problem> {
        let is_draft =
            output.extension().is_some_and(|end| NAMES.iter().any(|name| end.eq_ignore_ascii_case(name)));
        match is_draft && !output.is_dir() {
            true if n_files == 1 => Ok(Self::File(output)),
            true => {
                let name = files::name(output);
                Err(Problem::new(
                    format!("{name} er navnet på ét udkast, og der er {n_files} dokumenter; nævn en mappe"),
                    format!(
                        "{name} is the name of one draft, and there are {n_files} documents; name a folder"
                    ),
                ))
            }
            false => Ok(Self::Folder(output)),
        }
    }
}

fn import(path: &Path, place: Option<Place<'_>>, lang: Lang) -> Result<(), Problem> {
    let name = files::name(path);
    // Whatever is there already is not worth reading the document for.
    let target = place.map(|place| target(path, place)).transpose()?;
    let located = Resolver::new(Asked::Nearest, Overlay::default()).locate(path)?;
    let source = files::read_or_stdin(path, &name, located.config.limits)?;
    let ranks = source.ranks();
    let Some(extracted) = source.extracted else {
        return Err(Problem::new(format!("{name} er allerede tekst"), format!("{name} is text already")));
    };
    let settings = Settings::new(Vec::new());
    let engine = Engine { settings, ..(*located.config.engine(&located.name)).clone() };
    let text = draft::draft(&Document::with_ranks(Arc::new(engine), source.text, ranks), &extracted);
    match target {
        Some(target) => {
            if let Some(Place::Folder(folder)) = place {
                files::make_folder(folder)?;
            }
            files::put(&target, &text)?;
            written(&files::name(&target), lang);
        }
        None => write(&text)?,
    }
    left_out(&name, &extracted, lang);
    if let Some(told) = private::carried(private::count(&text), lang) {
        complain(&format!("{name}: {told}"));
    }
    Ok(())
}

/// Where the draft of the document at `path` goes.
fn target(path: &Path, place: Place<'_>) -> Result<PathBuf, Problem> {
    match place {
        Place::File(target) => free(target.to_owned()),
        Place::Folder(folder) => in_folder(path, folder),
    }
}

fn in_folder(path: &Path, folder: &Path) -> Result<PathBuf, Problem> {
    let folder_name = files::name(folder);
    if folder.exists() && !folder.is_dir() {
        return Err(Problem::new(
            format!("{folder_name} er en fil og ingen mappe; nævn en anden"),
            format!("{folder_name} is a file and no folder; name another one"),
        ));
    }
    let stem = path.file_stem().filter(|stem| *stem != "-").unwrap_or("import".as_ref());
    let mut file = stem.to_owned();
    file.push(".md");
    free(folder.join(file))
}

/// `target`, where nothing lies yet.
fn free(target: PathBuf) -> Result<PathBuf, Problem> {
    if target.exists() {
        let name = files::name(&target);
        return Err(Problem::new(
            format!("{name} findes allerede; flyt den, eller vælg et andet sted"),
            format!("{name} exists already; move it, or choose another place"),
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
