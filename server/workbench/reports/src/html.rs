//! The report as one page for the browser, which needs nothing beside it: no script, no font, no picture.
//!
//! The documents stand in the order of their names; the overview, which counts them all, is last in the page and
//! beside or above the documents on the screen.

mod agenda;
mod document;
mod finding;
mod overview;
pub(super) mod parts;
mod sentence;
mod verdict;

use workbench::lang::Lang;

use super::{Checked, Tally};

/// What stands before the first file.
pub(super) fn opening(lang: Lang) -> &'static str {
    lang.pick(DANISH, ENGLISH)
}

const DANISH: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"da\">\n<head>\n",
    "<title>Gennemgang af referater og dagsordener</title>\n",
    include_str!("html/head.html"),
    "<style>\n",
    include_str!("html/page.css"),
    "</style>\n</head>\n<body>\n",
    "<a class=\"skip\" href=\"#overview\">Gå til overblikket</a>\n",
    "<header class=\"masthead\"><h1>Gennemgang af referater og dagsordener</h1></header>\n",
    "<div class=\"page\">\n<main>\n",
);

const ENGLISH: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n",
    "<title>Review of minutes and agendas</title>\n",
    include_str!("html/head.html"),
    "<style>\n",
    include_str!("html/page.css"),
    "</style>\n</head>\n<body>\n",
    "<a class=\"skip\" href=\"#overview\">Go to the overview</a>\n",
    "<header class=\"masthead\"><h1>Review of minutes and agendas</h1></header>\n",
    "<div class=\"page\">\n<main>\n",
);

/// The part of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    document::article(checked, lang)
}

/// What stands after the last file.
pub(super) fn closing(tally: &Tally, lang: Lang) -> String {
    let overview = overview::aside(tally, lang);
    let made = lang.pick("Skrevet af referent", "Written by referent");
    let version = env!("CARGO_PKG_VERSION");
    format!("</main>\n{overview}</div>\n<footer><p>{made} {version}</p></footer>\n</body>\n</html>\n")
}
