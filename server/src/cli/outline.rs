//! `referent outline`: the agenda of one document, as a tree or as JSON.

mod tree;

use std::path::Path;
use std::sync::Arc;

use rules::document::Document;
use rules::outline::Outline;
use serde::Serialize;

use super::sink::{Sink, colors};
use super::{Exit, engine};
use crate::args::{Color, Listing, OutlineArgs};
use crate::files;
use crate::lang::Lang;

/// The outline as programs read it.
#[derive(Serialize)]
struct Json<'a> {
    version: u32,
    path: &'a str,
    #[serde(flatten)]
    outline: &'a Outline,
}

/// Writes the outline of the document that `args` name.
pub(super) fn run(args: &OutlineArgs, lang: Lang) -> anyhow::Result<Exit> {
    let engine = Arc::new(engine::reading(&args.document)?);
    let name = files::name(&args.path);
    let source =
        if args.path == Path::new("-") { files::read_stdin(&name)? } else { files::read(&args.path, &name)? };
    let outline = Outline::new(&Document::new(engine, source.text));
    let color = args.format == Listing::Text && colors(Color::Auto);
    let text = match args.format {
        Listing::Text => tree::text(&outline, lang, color),
        Listing::Json => {
            serde_json::to_string_pretty(&Json { version: 1, path: &name, outline: &outline })? + "\n"
        }
    };
    let mut sink = Sink::stdout(color);
    sink.write(&text)?;
    sink.close()?;
    Ok(Exit::Clean)
}
