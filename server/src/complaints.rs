//! What is said on standard error when a run cannot go on, or goes on without something.

use std::io::Write;

use rules::privacy::shown;
use workbench::lang::Lang;
use workbench::problem::Problem;

/// Says in `lang` what `error` is, and all that was found with it.
pub(crate) fn complain_of(error: &anyhow::Error, lang: Lang) {
    match error.downcast_ref::<Problem>() {
        Some(problem) => problem.each().for_each(|problem| complain(problem.text(lang))),
        None => complain(&format!("{error:#}")),
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
