//! The flags about rules and documents, checked: what every text of a run is read and linted with.

use std::path::Path;
use std::sync::Arc;

use rules::document::Engine;
use rules::house::{House, HouseError, Houses};
use rules::lint::{Selection, Settings, UnknownName};

use crate::args::{DocumentArgs, SelectionArgs};
use crate::files;
use crate::problem::Problem;

/// The engine for a run that lints.
pub(super) fn linting(document: &DocumentArgs, selection: &SelectionArgs) -> Result<Engine, Problem> {
    let trimmed = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect();
    let selection = Selection {
        select: trimmed(&selection.select),
        ignore: trimmed(&selection.ignore),
        severity: Vec::new(),
    };
    let settings = Settings::new(&selection).map_err(|error| unknown_rule(&error))?;
    engine(document, settings)
}

/// The engine for a run that only reads.
pub(super) fn reading(document: &DocumentArgs) -> Result<Engine, Problem> {
    engine(document, Settings { rules: Vec::new() })
}

fn engine(document: &DocumentArgs, settings: Settings) -> Result<Engine, Problem> {
    let mut houses = Houses::standard();
    let house = document.style.as_deref().map(|style| house(style, &mut houses)).transpose()?;
    Ok(Engine { houses, settings, house, stage: document.stage.map(Into::into), ..Engine::default() })
}

/// The house called `style`, or the one written in that file.
fn house(style: &str, houses: &mut Arc<Houses>) -> Result<Arc<House>, Problem> {
    if let Some(house) = houses.get(style) {
        return Ok(house.clone());
    }
    if !style.contains(['/', '\\']) && !style.ends_with(".toml") {
        return Err(unknown_style(style, houses));
    }
    let source = files::read(Path::new(style), style)?;
    Arc::make_mut(houses).add(style, &source.text).map_err(|error| broken_style(&error, &source.text))
}

fn unknown_style(style: &str, houses: &Houses) -> Problem {
    let names: Vec<&str> = houses.iter().map(|house| house.name.as_str()).collect();
    let (da, en) = match houses.nearest(style) {
        Some(name) => (format!("mente du \"{name}\"?"), format!("did you mean \"{name}\"?")),
        None => (format!("der er {}", names.join(", ")), format!("there are {}", names.join(", "))),
    };
    Problem::new(
        format!("ingen husstil hedder \"{style}\"; {da}"),
        format!("no house style is called \"{style}\"; {en}"),
    )
}

fn broken_style(error: &HouseError, text: &str) -> Problem {
    let line = error
        .span
        .as_ref()
        .and_then(|span| text.get(..span.start))
        .map(|before| before.matches('\n').count() + 1);
    let place = line.map_or(error.file.clone(), |line| format!("{}:{line}", error.file));
    // What is wrong inside the file is said in the words of the format, which are English.
    let message =
        error.message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    Problem::new(
        format!("husstilen {place} kan ikke bruges: {message}"),
        format!("the house style {place} cannot be used: {message}"),
    )
}

/// A name that is neither a rule nor a group.
pub(super) fn unknown_rule(error: &UnknownName) -> Problem {
    let name = &error.name;
    let (da, en) = match error.nearest {
        Some(nearest) => (format!("mente du \"{nearest}\"?"), format!("did you mean \"{nearest}\"?")),
        None => ("se dem med \"referent rules\"".to_owned(), "see them with \"referent rules\"".to_owned()),
    };
    Problem::new(
        format!("ingen regel eller gruppe hedder \"{name}\"; {da}"),
        format!("no rule or group is called \"{name}\"; {en}"),
    )
}
