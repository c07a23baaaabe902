//! What is said on standard error when a run cannot go on, or goes on without something.

use std::borrow::Cow;
use std::io::Write;

use rules::privacy::shown;
use workbench::lang::Lang;
use workbench::problem::Problem;

/// The words of `error` in `lang`, as far as it has any.
pub(crate) fn text(error: &anyhow::Error, lang: Lang) -> Cow<'_, str> {
    match error.downcast_ref::<Problem>() {
        Some(problem) => problem.text(lang).into(),
        None => format!("{error:#}").into(),
    }
}

/// Says `words` on standard error, on one line.
pub(crate) fn complain(words: &str) {
    // Nobody is left to be told that standard error is closed.
    let _ = say(words);
}

/// The same where what is said must arrive.
pub(crate) fn say(words: &str) -> std::io::Result<()> {
    let line = shown(&words.replace(char::is_control, " "));
    writeln!(std::io::stderr().lock(), "referent: {line}")
}
