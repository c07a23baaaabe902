//! `[[custom]]` as written, to rules of the library.

use rules::lint::custom::{self, Definition, Matcher};
use rules::lint::{Applicability, Note, Rule, Severity};
use rules::privacy::{Secrets, shown};

use super::source::{ConfigError, Source};
use super::written::{Custom, Message, Part, Safety, Scope};
use crate::foreign::danish;
use crate::problem::Problem;

/// The rule that entry number `n` of `source` makes; `None` when it is switched off.
pub(super) fn rule(
    source: &Source,
    n: usize,
    written: &Custom,
) -> Result<Option<&'static Rule>, ConfigError> {
    let key = |name: &str| format!("custom[{n}].{name}");
    check_name(written).map_err(|problem| source.error(&key("name"), problem))?;
    let matcher = matcher(written).map_err(|problem| source.error(&key("name"), problem))?;
    let severity = match written.severity {
        None => Severity::Warning,
        Some(level) => match level.severity() {
            Some(severity) => severity,
            None => return Ok(None),
        },
    };
    let definition = Definition {
        name: written.name.clone(),
        matcher,
        message: match &written.message {
            Message::One(words) => Note::new(told(words), told(words)),
            Message::Both(both) => Note::new(told(&both.da), told(&both.en)),
        },
        replacement: written.replacement.clone().map(|words| (words, safety(written.fix))),
        severity,
        scope: written.scope.iter().copied().map(scope).collect(),
        ok: written.ok.clone(),
        bad: written.bad.clone(),
    };
    custom::rule(&definition).map(Some).map_err(|error| {
        let place = error.index.map_or(key(error.key), |i| key(&format!("{}[{i}]", error.key)));
        // Why a pattern cannot be read is said in English by who reads it.
        let da = match error.note.da.split_once(": ") {
            Some((what, why)) => format!("{what}: {}", danish(why)),
            None => error.note.da.into_owned(),
        };
        source.error(&place, Problem::new(da, error.note.en))
    })
}

/// The words of a message, as every report may show them.
fn told(words: &str) -> String {
    shown(words).into()
}

fn check_name(written: &Custom) -> Result<(), Problem> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let private = !Secrets::of(&written.name).is_empty();
    if !written.name.is_empty() && written.name.chars().all(allowed) && !private {
        return Ok(());
    }
    Err(Problem::new(
        "en regels navn er små bogstaver a-z, tal og bindestreger",
        "the name of a rule is small letters a-z, digits and hyphens",
    ))
}

fn matcher(written: &Custom) -> Result<Matcher, Problem> {
    match (&written.pattern, &written.words) {
        (Some(pattern), None) => Ok(Matcher::Pattern(pattern.clone())),
        (None, Some(words)) if words.iter().any(|word| !word.trim().is_empty()) => {
            Ok(Matcher::Words(words.iter().filter(|word| !word.trim().is_empty()).cloned().collect()))
        }
        _ => Err(Problem::new(
            "en regel har enten \"pattern\" eller \"words\"",
            "a rule has either \"pattern\" or \"words\"",
        )),
    }
}

fn safety(safety: Option<Safety>) -> Applicability {
    match safety {
        Some(Safety::Safe) => Applicability::Safe,
        Some(Safety::Unsafe) | None => Applicability::Unsafe,
    }
}

fn scope(scope: Scope) -> custom::Scope {
    match scope {
        Scope::Part(Part::Head) => custom::Scope::Head,
        Scope::Part(Part::Titles) => custom::Scope::Titles,
        Scope::Section(kind) => custom::Scope::Section(kind),
    }
}
