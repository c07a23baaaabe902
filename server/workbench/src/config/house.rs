//! House styles that settings name: built in, in a file of their own, or written among the settings.

use std::path::Path;
use std::sync::Arc;

use rules::house::{House, HouseError, HouseFile, Houses};

use super::Lender;
use super::complaint::known_complaint;
use crate::foreign::danish;
use crate::lang::Lang;
use crate::problem::Problem;

/// The house called `style`, or the one written in that file, whose path counts from `folder` and which `lender` reads.
pub(super) fn named(
    style: &str,
    folder: &Path,
    lender: &dyn Lender,
    houses: &mut Houses,
) -> Result<Arc<House>, Problem> {
    if let Some(house) = houses.get(style) {
        return Ok(house.clone());
    }
    if !style.contains(['/', '\\']) && !style.ends_with(".toml") {
        return Err(unknown_style(style, houses));
    }
    let text = lender.style(folder, Path::new(style), style)?;
    houses.add(style, &text).map_err(|error| broken_style(&error, &text, houses))
}

/// The house that is written among the settings of the file `name`; a complaint comes with its key.
pub(super) fn inline(
    name: &str,
    written: &HouseFile,
    houses: &mut Houses,
) -> Result<Arc<House>, (String, Problem)> {
    if let Some(base) = written.base().filter(|base| houses.get(base).is_none()) {
        return Err(("style.extends".to_owned(), unknown_style(base, houses)));
    }
    houses.add_file(name, written.clone()).map_err(|error| {
        let key = format!("style.{}", error.key.unwrap_or("extends"));
        (key, what_is_wrong(&error))
    })
}

/// What is wrong with a style, without the place.
fn what_is_wrong(error: &HouseError) -> Problem {
    let message = error.message.trim();
    let known = || known_complaint(message).unwrap_or_else(|| Problem::new(danish(message), message));
    error.danish.as_ref().map_or_else(known, |danish| Problem::new(danish.clone(), message))
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

fn broken_style(error: &HouseError, text: &str, houses: &Houses) -> Problem {
    let line = error
        .span
        .as_ref()
        .and_then(|span| text.get(..span.start))
        .map(|before| before.matches('\n').count() + 1);
    let place = line.map_or(error.file.clone(), |line| format!("{}:{line}", error.file));
    let written = toml::from_str::<HouseFile>(text).ok();
    let base = written.as_ref().and_then(HouseFile::base).filter(|base| houses.get(base).is_none());
    let why = base.map_or_else(|| what_is_wrong(error), |base| unknown_style(base, houses));
    Problem::new(
        format!("husstilen {place} kan ikke bruges: {}", why.text(Lang::Da)),
        format!("the house style {place} cannot be used: {}", why.text(Lang::En)),
    )
}
