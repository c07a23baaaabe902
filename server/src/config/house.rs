//! House styles that settings name: built in, in a file of their own, or written among the settings.

use std::path::Path;
use std::sync::Arc;

use rules::house::{House, HouseError, HouseFile, Houses};

use crate::files;
use crate::problem::Problem;

/// The house called `style`, or the one written in that file, whose path counts from `folder`.
pub(super) fn named(style: &str, folder: &Path, houses: &mut Houses) -> Result<Arc<House>, Problem> {
    if let Some(house) = houses.get(style) {
        return Ok(house.clone());
    }
    if !style.contains(['/', '\\']) && !style.ends_with(".toml") {
        return Err(unknown_style(style, houses));
    }
    let source = files::read(&folder.join(style), style)?;
    houses.add(style, &source.text).map_err(|error| broken_style(&error, &source.text))
}

/// The house that is written among the settings of the file `name`.
pub(super) fn inline(name: &str, written: &HouseFile, houses: &mut Houses) -> Result<Arc<House>, Problem> {
    houses.add_file(name, written.clone()).map_err(|error| Problem::new(error.message.clone(), error.message))
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
