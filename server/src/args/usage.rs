//! What is said of a call that gets no further, in Danish: what is wrong with it, or help; clap says it in English.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use rules::privacy::{Secrets, printable, shown};
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::danish::finished;

/// Ends the program with what `error` of a Danish command line says: help that was asked for, or what is wrong.
pub(super) fn end(error: &Error) -> ! {
    // Nobody is left to be told that a stream is closed.
    let _ = match danish(error) {
        Some(words) => std::io::stderr().lock().write_all(shown(&words).as_bytes()),
        None => {
            let help = finished(&error.render().ansi().to_string());
            match error.use_stderr() {
                true => anstream::stderr().write_all(help.as_bytes()),
                false => anstream::stdout().write_all(help.as_bytes()),
            }
        }
    };
    std::process::exit(error.exit_code())
}

/// Ends the program with what clap says of `error`; a private number or a sign that rewrites the terminal is not repeated.
pub(super) fn end_in_english(mut error: Error) -> ! {
    mask(&mut error);
    let words = error.render().to_string();
    let changes = |words: &str| words.chars().any(|c| !c.is_ascii() && printable(c) != c);
    if error.use_stderr() && (changes(&words) || !Secrets::of(&words).is_empty()) {
        let _ = std::io::stderr().lock().write_all(shown(&words).as_bytes());
        std::process::exit(error.exit_code())
    }
    error.exit()
}

/// Puts what may be shown of each word of the call in its place.
fn mask(error: &mut Error) {
    let masked = |word: &String| shown(word).to_string();
    let known: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(word) => Some((kind, ContextValue::String(masked(word)))),
            ContextValue::Strings(words) => {
                Some((kind, ContextValue::Strings(words.iter().map(masked).collect())))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in known {
        error.insert(kind, value);
    }
}

/// The words of `error` in Danish; none where clap's own are to stand: help that was asked for, and what is rare.
fn danish(error: &Error) -> Option<String> {
    let mut words = format!("fejl: {}", fault(error)?);
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(nearest) = nearest.into_iter().find_map(|kind| first(error, kind)) {
        let _ = write!(words, "; mente du \"{nearest}\"?");
    } else if let (ErrorKind::UnknownArgument, true) =
        (error.kind(), error.get(ContextKind::Suggested).is_some())
    {
        let name = first(error, ContextKind::InvalidArg)?;
        let _ = write!(words, "; er det en fil, skrives den \"./{name}\"");
    }
    if let Some(ContextValue::Strings(values)) = error.get(ContextKind::ValidValue)
        && !values.is_empty()
    {
        let _ = write!(words, "\n  [mulige værdier: {}]", values.join(", "));
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        let _ = write!(words, "\n\n{}", finished(&usage.to_string()));
    }
    words.push_str("\n\nSe mere med \"--help\".\n");
    Some(words)
}

fn fault(error: &Error) -> Option<String> {
    let argument = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    match (error.kind(), argument) {
        (ErrorKind::InvalidSubcommand, _) => {
            Some(format!("ukendt kommando \"{}\"", first(error, ContextKind::InvalidSubcommand)?))
        }
        (ErrorKind::UnknownArgument, Some(flag)) if flag.starts_with('-') => {
            Some(format!("ukendt flag \"{flag}\""))
        }
        (ErrorKind::UnknownArgument, Some(word)) => Some(format!("\"{word}\" er ét argument for meget")),
        (ErrorKind::InvalidValue, Some(argument)) if value.is_empty() => {
            Some(format!("\"{argument}\" mangler sin værdi"))
        }
        (ErrorKind::InvalidValue, Some(argument)) => {
            Some(format!("\"{argument}\" kan ikke være \"{value}\""))
        }
        (ErrorKind::ValueValidation, Some(argument)) => {
            let why = error.source().and_then(|source| source.downcast_ref::<Problem>());
            let why = why.map(|problem| format!(": {}", problem.text(Lang::Da))).unwrap_or_default();
            Some(format!("\"{argument}\" kan ikke være \"{value}\"{why}"))
        }
        (ErrorKind::TooManyValues, Some(argument)) => {
            Some(format!("\"{argument}\" tager ingen værdi, men fik \"{value}\""))
        }
        (ErrorKind::ArgumentConflict, Some(argument)) => {
            let other = first(error, ContextKind::PriorArg)?;
            Some(if other == argument {
                format!("\"{argument}\" må kun stå én gang")
            } else {
                format!("\"{argument}\" og \"{other}\" kan ikke bruges sammen")
            })
        }
        (ErrorKind::MissingRequiredArgument, Some(argument)) => Some(format!("der mangler {argument}")),
        _ => None,
    }
}

/// What `error` knows of `kind`, the first where there are several.
fn first(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => words.first().cloned(),
        _ => None,
    }
}

/// The language that is asked for in words that are no good call as a whole.
pub(super) fn lang(words: impl IntoIterator<Item = OsString>) -> Option<Lang> {
    let words: Vec<String> = words
        .into_iter()
        .filter_map(|word| word.into_string().ok())
        .take_while(|word| word != "--")
        .collect();
    let apart = words.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let joined = words.iter().filter_map(|word| word.strip_prefix("--lang="));
    apart.chain(joined).find_map(Lang::named)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{danish, lang};
    use crate::args::Args;
    use workbench::lang::Lang;

    #[track_caller]
    fn check(call: &str, words: &str) {
        let error = Args::try_parse_from(call.split(' ')).expect_err("a wrong call");
        let said = danish(&error).expect("Danish words");
        assert_eq!(said.lines().next(), Some(words));
        assert_eq!(error.exit_code(), 2);
    }

    #[test]
    fn what_is_wrong_is_named_with_the_nearest_that_is_right() {
        check("referent chek", "fejl: ukendt kommando \"chek\"; mente du \"check\"?");
        check("referent check --fromat json", "fejl: ukendt flag \"--fromat\"; mente du \"--format\"?");
        check("referent check -z", "fejl: ukendt flag \"-z\"; er det en fil, skrives den \"./-z\"");
        check("referent outline a b", "fejl: \"b\" er ét argument for meget");
        check(
            "referent check --format jsn",
            "fejl: \"--format <FORMAT>\" kan ikke være \"jsn\"; mente du \"json\"?",
        );
    }

    #[test]
    fn values_that_are_missing_or_no_values_are_told() {
        check("referent check --format", "fejl: \"--format <FORMAT>\" mangler sin værdi");
        check("referent check --quiet=ja", "fejl: \"--quiet\" tager ingen værdi, men fik \"ja\"");
        check(
            "referent new --time 24.00",
            "fejl: \"--time <TIME>\" kan ikke være \"24.00\": det klokkeslæt findes ikke; det sidste er 23.59, skrevet som 17.30 eller 17:30",
        );
        check("referent explain", "fejl: der mangler <RULE>");
    }

    #[test]
    fn what_cannot_stand_together_is_told() {
        check("referent check --fix --diff", "fejl: \"--fix\" og \"--diff\" kan ikke bruges sammen");
        check(
            "referent new --from a --items b",
            "fejl: \"--from <AGENDA|->\" og \"--items <FILE|->\" kan ikke bruges sammen",
        );
        check("referent rules --format json --format text", "fejl: \"--format <FORMAT>\" må kun stå én gang");
    }

    #[test]
    fn help_is_left_to_clap() {
        for call in ["referent", "referent --help", "referent config"] {
            let error = Args::try_parse_from(call.split(' ')).expect_err("no command");
            assert_eq!(danish(&error), None);
        }
    }

    #[test]
    fn the_language_is_seen_in_a_wrong_call() {
        let of = |call: &str| lang(call.split(' ').map(Into::into));
        assert_eq!(of("check --lang da --fromat"), Some(Lang::Da));
        assert_eq!(of("check --lang=en --fromat"), Some(Lang::En));
        assert_eq!(of("check --lang sv"), None);
        assert_eq!(of("check -- --lang da"), None);
    }
}
