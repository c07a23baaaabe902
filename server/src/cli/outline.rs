//! `referent outline`: the agenda of one document, as a tree or as JSON.

mod tree;
mod why;

use std::sync::Arc;

use files::settings::{Asked, Resolver};
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::outline::{Outline, candidates};
use rules::privacy::shown;
use serde::Serialize;
use workbench::config::Overlay;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::Exit;
use super::sink::{Kind, Sink, colors, deliver};
use super::{headed, settings};
use crate::args::{Color, Listing, OutlineArgs, named};

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
    let overlay = Overlay {
        style: args.document.style.clone(),
        stage: args.document.stage.map(Into::into),
        ..Overlay::default()
    };
    let located = Resolver::new(Asked::Nearest, overlay).locate(&args.path).map_err(Problem::from)?;
    let lang = settings::lang(&args.document, &located.config, lang);
    let reading =
        Engine { settings: Settings::new(Vec::new()), ..(*located.config.engine(&located.name)).clone() };
    let engine = Arc::new(reading);
    let name = files::name(&args.path);
    let source = files::read_or_stdin(&args.path, &name, located.config.limits)?;
    files::says_something(&source, &name)?;
    let ranks = source.ranks();
    let document = Document::with_ranks(engine, source.text, ranks);
    let mut outline = Outline::new(&document);
    let meeting = headed::meeting(&document, source.extracted.as_deref());
    outline.committee = outline.committee.or_else(|| meeting.committee.as_deref().map(shown));
    outline.date = outline.date.or(meeting.date);
    let told = if args.why { candidates(&document) } else { Vec::new() };
    let output = named(args.output.as_deref());
    let color = args.format == Listing::Text && output.is_none() && colors(Color::Auto);
    let text = match args.format {
        Listing::Text => {
            let why = if args.why { why::text(&told, lang) } else { String::new() };
            tree::text(&outline, lang, color) + &why
        }
        Listing::Json => {
            let json = Json { version: 1, path: &name, outline: &outline };
            let text = if args.why { why::json(&json, &told) } else { serde_json::to_string_pretty(&json) };
            reports::unchanging(text?) + "\n"
        }
    };
    if output.is_some() {
        deliver(output, &text, Kind::Text, lang)?;
        return Ok(Exit::Clean);
    }
    let mut sink = Sink::stdout(color);
    sink.write(&text)?;
    sink.close()?;
    Ok(Exit::Clean)
}
