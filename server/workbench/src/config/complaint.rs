//! What the reader of TOML complains of, in the words of somebody who writes settings.

use serde_json::Value;

use super::schema::SCHEMA;
use crate::foreign::danish;
use crate::problem::Problem;

/// What the parser says, in our words where it says something common.
pub(super) fn complaint(message: &str) -> Problem {
    let message =
        message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let other = || {
        Problem::new(format!("kan ikke læses: {}", danish(&message)), format!("cannot be read: {message}"))
    };
    known_complaint(&message).unwrap_or_else(other)
}

/// The same in one line, where it is about a key or the kind of a value.
pub(super) fn known_complaint(message: &str) -> Option<Problem> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let word = quoted.next().unwrap_or_default();
    let known: Vec<&str> = quoted.collect();
    if message.starts_with("unknown field") {
        let (da, en) = elsewhere(word, &known).unwrap_or_else(|| advice(word, &known));
        return Some(Problem::new(
            format!("nøglen \"{word}\" findes ikke her; {da}"),
            format!("there is no key \"{word}\" here; {en}"),
        ));
    }
    if message.starts_with("unknown variant") {
        let (da, en) = advice(word, &known);
        return Some(Problem::new(
            format!("\"{word}\" kan ikke stå her; {da}"),
            format!("\"{word}\" cannot stand here; {en}"),
        ));
    }
    if message.starts_with("missing field") {
        let (da, en) = (format!("nøglen \"{word}\" mangler"), format!("the key \"{word}\" is missing"));
        return Some(Problem::new(da, en));
    }
    let wrong_kind = message.starts_with("invalid type") || message.starts_with("invalid value");
    let kind = message.split_once(", expected ").map(|(_, kind)| kind).filter(|_| wrong_kind);
    // What one of some words is read from.
    let kind = kind.or(message.strip_prefix("wanted "));
    if let Some((da, en)) = kind.and_then(kind_of) {
        return Some(Problem::new(format!("her skal stå {da}"), format!("here must stand {en}")));
    }
    None
}

/// Where in `referent.toml` the key `word` belongs, when it is one.
fn elsewhere(word: &str, known: &[&str]) -> Option<(String, String)> {
    // What lies beside a document takes suppressions and nothing else; overrides take no limits of a whole run.
    if known.contains(&"suppress") && !known.contains(&"lint") {
        return Some((
            "her står kun [[suppress]]; indstillinger står i referent.toml".to_owned(),
            "only [[suppress]] stands here; settings stand in referent.toml".to_owned(),
        ));
    }
    let schema: Value = serde_json::from_str(SCHEMA).ok()?;
    let top = schema["properties"].as_object()?;
    if top.contains_key(word) {
        let da = "den hører til øverst, før den første linje med [ ]";
        return Some((da.to_owned(), "it belongs at the top, before the first line with [ ]".to_owned()));
    }
    let has = |about: &Value| {
        let definition = about["$ref"].as_str()?.rsplit('/').next()?;
        schema["$defs"][definition]["properties"].get(word)
    };
    let (table, _) = top.iter().find(|(_, about)| has(about).is_some())?;
    if table == "lint" && known.contains(&"select") {
        return Some((
            "den gælder hele gennemgangen og står under [lint] selv, ikke i [[overrides]]".to_owned(),
            "it is about the whole run and stands under [lint] itself, not in [[overrides]]".to_owned(),
        ));
    }
    Some((format!("den hører til under [{table}]"), format!("it belongs under [{table}]")))
}

/// What the parser calls a kind of value, in the words of somebody who writes settings.
fn kind_of(kind: &str) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        "a string" | "string or table" => ("ord i anførselstegn", "words in quotation marks"),
        "a sequence" => ("en liste: [ … ]", "a list: [ … ]"),
        "exactly 1 element, found 0 elements" | "exactly 1 element, more than 1 element" => {
            ("ord i anførselstegn", "words in quotation marks")
        }
        "a character" => ("ét tegn i anførselstegn", "one sign in quotation marks"),
        "a boolean" => ("true eller false", "true or false"),
        "usize" | "u64" | "u32" | "u16" | "u8" => ("et helt tal, 0 eller mere", "a whole number, 0 or more"),
        "struct Member" => ("{ name = \"…\", party = \"…\" }", "{ name = \"…\", party = \"…\" }"),
        "struct Party" => ("{ letter = \"…\", name = \"…\" }", "{ letter = \"…\", name = \"…\" }"),
        "a map" => ("en tabel: { … }", "a table: { … }"),
        table if table.starts_with("struct ") => ("en tabel: { … }", "a table: { … }"),
        _ => return None,
    })
}

/// The nearest of the `known` names, or all of them.
fn advice(word: &str, known: &[&str]) -> (String, String) {
    let nearest = rules::text::near::nearest(word, known.iter().copied());
    match nearest.filter(|(distance, known)| *distance * 2 <= known.chars().count()) {
        Some((_, nearest)) => (format!("mente du \"{nearest}\"?"), format!("did you mean \"{nearest}\"?")),
        None => (format!("der er {}", known.join(", ")), format!("there are {}", known.join(", "))),
    }
}
