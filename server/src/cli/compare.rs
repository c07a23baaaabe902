//! `referent compare`: what the minutes changed in what the agenda recommended.

mod page;

use std::path::Path;
use std::sync::Arc;

use files::settings::{Asked, Resolver};
use rules::compare::Comparison;
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::minutes::Stage;
use rules::privacy::shown;
use serde::Serialize;
use workbench::compared::{self, Compared};
use workbench::config::Overlay;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::Exit;
use super::private::shown_json;
use super::sink::{Kind, deliver};
use crate::args::{CompareArgs, Comparing, named};

/// The comparison as programs read it.
#[derive(Serialize)]
struct Json<'a> {
    version: u32,
    agenda: &'a str,
    minutes: &'a str,
    #[serde(flatten)]
    comparison: &'a Comparison,
    summary: Summary,
}

/// What it all comes to, for a script that must react.
#[derive(Serialize)]
struct Summary {
    recommendation_changed: bool,
    decided_otherwise: bool,
    left_open: bool,
}

/// Compares the two documents that `args` name.
pub(super) fn run(args: &CompareArgs, lang: Lang) -> anyhow::Result<Exit> {
    if [&args.agenda, &args.minutes].iter().all(|path| path.as_path() == Path::new("-")) {
        return Err(Problem::new(
            "standard input kan kun være det ene af de to dokumenter; nævn en fil for det andet",
            "standard input can be only one of the two documents; name a file for the other",
        )
        .into());
    }
    let (agenda, lang) = read(args, &args.agenda, Stage::Agenda, lang)?;
    let (minutes, lang) = read(args, &args.minutes, Stage::Minutes, lang)?;
    let comparison = Comparison::new(&agenda, &minutes);
    let (before, after) = (files::name(&args.agenda), files::name(&args.minutes));
    let compared = Compared { agenda: &before, minutes: &after, comparison: &comparison };
    let text = match args.format {
        Comparing::Text => compared::text(&compared, lang),
        Comparing::Html => page::html(&compared, lang),
        Comparing::Json => {
            let summary = Summary {
                recommendation_changed: comparison.changes_recommendation(),
                decided_otherwise: comparison.decides_otherwise(),
                left_open: comparison.leaves_open(),
            };
            let json =
                Json { version: 1, agenda: &before, minutes: &after, comparison: &comparison, summary };
            serde_json::to_string_pretty(&json)? + "\n"
        }
    };
    let is_json = matches!(args.format, Comparing::Json);
    let text = if is_json { shown_json(&text) } else { shown(&text) };
    let kind = if matches!(args.format, Comparing::Html) { Kind::Page } else { Kind::Text };
    deliver(named(args.output.as_deref()), &text, kind, lang)?;
    Ok(if comparison.changes_recommendation() { Exit::Findings } else { Exit::Clean })
}

fn read(args: &CompareArgs, path: &Path, stage: Stage, lang: Lang) -> anyhow::Result<(Document, Lang)> {
    let overlay = Overlay { style: args.style.clone(), stage: Some(stage), ..Overlay::default() };
    let located = Resolver::new(Asked::Nearest, overlay).locate(path).map_err(Problem::from)?;
    let lang = args.texts.lang.or(located.config.language).unwrap_or(lang);
    let reading =
        Engine { settings: Settings::new(Vec::new()), ..(*located.config.engine(&located.name)).clone() };
    let name = files::name(path);
    let source = files::read_or_stdin(path, &name, located.config.limits)?;
    files::says_something(&source, &name)?;
    let ranks = source.ranks();
    Ok((Document::with_ranks(Arc::new(reading), source.text, ranks), lang))
}
