//! `referent publish`: a copy of minutes that is fit to publish.

mod refused;
mod told;
mod word;

use std::path::Path;
use std::sync::Arc;

pub(super) use refused::{quoted, why};
pub(super) use word::is_marked_beside;

use documents::{Format, Taken};
use files::Source;
use files::settings::{Asked, Resolver};
use rules::document::Engine;
use rules::privacy::Secrets;
use rules::publish::{Allowed, Publication};
use workbench::config::Overlay;
use workbench::findings::Encoding;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::Exit;
use super::sink::{Sink, written};
use crate::args::{Listing, PublishArgs};
use crate::complaints::say;

/// A copy, and what is not in it.
struct Published {
    bytes: Vec<u8>,
    publication: Publication,
    /// What was taken out beside the text; a text has nothing there.
    taken: Option<Taken>,
}

/// Writes the copy that `args` ask for.
pub(super) fn run(args: &PublishArgs, lang: Lang) -> anyhow::Result<Exit> {
    let name = files::name(&args.file);
    is_free(&args.output)?;
    let overlay = Overlay { style: args.style.clone(), ..Overlay::default() };
    let located = Resolver::new(Asked::Nearest, overlay).locate(&args.file).map_err(Problem::from)?;
    let lang = args.texts.lang.or(located.config.language).unwrap_or(lang);
    let source = files::read_or_stdin(&args.file, &name, located.config.limits)?;
    files::says_something(&source, &name)?;
    let published = published(&source, &located.config.engine(&located.name), args, &name)?;
    let copy = files::Begun::new(&args.output, &published.bytes)?;
    // What was taken out is told, or there is no copy.
    if args.format == Listing::Json {
        let mut sink = Sink::stdout(false);
        sink.write(&told::json(&published, &name, &files::name(&args.output))?)?;
        sink.close()?;
    }
    for line in told::lines(&published, &name, lang) {
        if let Err(error) = say(&line) {
            println!("referent: {}", files::unwritable("standard error", &error).text(lang));
            return Ok(Exit::Failed);
        }
    }
    copy.settle()?;
    written(&files::name(&args.output), lang);
    Ok(Exit::Clean)
}

/// Can the copy go to `output`: is nothing there yet, and is its name one that may be published?
fn is_free(output: &Path) -> Result<(), Problem> {
    let name = files::name(output);
    if output == Path::new("-") {
        return Err(Problem::new(
            "kopien skrives i en fil; giv den et navn efter -o",
            "the copy is written to a file; give it a name behind -o",
        ));
    }
    if files::lies_at(output) || output.is_dir() {
        return Err(Problem::new(
            format!("{name} findes allerede; flyt den, eller giv kopien et andet navn"),
            format!("{name} exists already; move it, or give the copy another name"),
        ));
    }
    let file_name = output.file_name().unwrap_or_default().to_string_lossy();
    if !Secrets::of(&file_name).is_empty() {
        return Err(Problem::new(
            format!("{name} ligner et CPR-nummer; giv kopien et andet navn"),
            format!("{name} looks like a CPR number; give the copy another name"),
        ));
    }
    Ok(())
}

fn published(
    source: &Source,
    engine: &Arc<Engine>,
    args: &PublishArgs,
    name: &str,
) -> Result<Published, Problem> {
    // What can be no copy is told before what would have to be changed in it.
    if source.extracted.as_ref().is_some_and(|extracted| extracted.format != Format::Docx) {
        return Err(no_copy(name));
    }
    if source.extracted.is_some() && args.file == Path::new("-") {
        return Err(Problem::new(
            "kopien af et Word-dokument skrives ud fra filen; giv dens navn i stedet for \"-\"",
            "the copy of a Word document is made from the file; give its name in place of \"-\"",
        ));
    }
    let publication = Publication::new(engine, &source.text, source.ranks(), &allowed(args));
    if !publication.refusals.is_empty() {
        return Err(refused::problem(&publication.refusals, name));
    }
    match &source.extracted {
        None => {
            files::is_text_name(&args.output)?;
            let bytes = text(&publication.text, source.encoding, name)?;
            Ok(Published { bytes, publication, taken: None })
        }
        Some(extracted) => {
            let (bytes, taken) = word::copy(args, name, engine, &publication, &source.text, extracted)?;
            Ok(Published { bytes, publication, taken: Some(taken) })
        }
    }
}

fn no_copy(name: &str) -> Problem {
    Problem::new(
        format!(
            "{name} kan ikke blive til en kopi; gem dokumentet som .docx, eller hent det ind som tekst med referent import"
        ),
        format!(
            "{name} cannot become a copy; save the document as .docx, or make text of it with referent import"
        ),
    )
}

fn text(text: &str, encoding: Encoding, name: &str) -> Result<Vec<u8>, Problem> {
    files::encoded(text, encoding).ok_or_else(|| {
        Problem::new(
            format!("{name} er Windows-1252 og kan ikke rumme kopien; gem den som UTF-8 først"),
            format!("{name} is Windows-1252 and cannot hold the copy; save it as UTF-8 first"),
        )
    })
}

/// What a person has looked at.
fn allowed(args: &PublishArgs) -> Allowed {
    match &args.allow_closed {
        None => Allowed::Nothing,
        Some(lines) if lines.0.is_empty() => Allowed::Doubtful,
        Some(lines) => Allowed::Lines(lines.0.clone()),
    }
}
