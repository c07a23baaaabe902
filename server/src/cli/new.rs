//! `referent new`: a skeleton of an agenda or of minutes in a house style.

use std::path::Path;

use rules::document::Document;
use rules::minutes::Stage;
use workbench::draft::{self, Meeting};
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::sink::{Kind, deliver};
use super::{Exit, settings};
use crate::args::{ConfigArgs, NewArgs, SelectionArgs, named};

/// Writes what `args` ask for.
pub(super) fn run(args: &NewArgs, lang: Lang) -> anyhow::Result<Exit> {
    let nothing = SelectionArgs { select: Vec::new(), ignore: Vec::new() };
    let nearest = ConfigArgs { config: None, isolated: args.isolated, profile: None };
    let resolver = settings::resolver(&nearest, &nothing, &args.document);
    let output = named(args.output.as_deref());
    let target = output.or(args.from.as_deref()).unwrap_or(Path::new("-"));
    let located = resolver.locate(target).map_err(Problem::from)?;
    let engine = located.config.engine(&located.name);
    let text = match &args.from {
        Some(path) => {
            let source = files::read_or_stdin(path, &files::name(path), located.config.limits)?;
            files::says_something(&source, &files::name(path))?;
            let ranks = source.ranks();
            draft::of_agenda(&Document::with_ranks(engine, source.text, ranks))
        }
        None => {
            let house = engine.house.clone().unwrap_or_else(|| engine.houses.general().clone());
            let stage = engine.stage.unwrap_or(Stage::Agenda);
            draft::skeleton(&house, stage, &meeting(args)?)
        }
    };
    deliver(output, &text, Kind::Text, lang)?;
    Ok(Exit::Clean)
}

fn meeting(args: &NewArgs) -> Result<Meeting, Problem> {
    let items = args.items.as_deref().map(files::read_lines).transpose()?;
    if let (Some(path), Some([])) = (&args.items, items.as_deref()) {
        let name = files::name(path);
        return Err(Problem::new(
            format!("{name} er tom; skriv punkternes titler i den, en på hver linje"),
            format!("{name} is empty; write the titles of the items in it, one a line"),
        ));
    }
    Ok(Meeting {
        committee: args.committee.clone(),
        date: args.date,
        time: args.time,
        place: args.place.clone(),
        first: args.first,
        items: items.unwrap_or_default().iter().map(|line| draft::title(line).to_owned()).collect(),
    })
}
