//! What a municipality looks for: a pattern or a list of words, compiled and proved by its examples.

use regex::{Captures, Regex, RegexBuilder};

use super::super::fix::Applicability;
use super::super::severity::Severity;
use super::super::words::{Note, Text};
use syntax::SectionKind;

/// A compiled pattern takes no more memory than this, in bytes.
const LARGEST: usize = 1 << 20;

/// A custom rule as it is written, with its defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Definition {
    /// "custom/NAME" without the group.
    pub name: String,
    /// What is looked for.
    pub matcher: Matcher,
    /// What is wrong with it.
    pub message: Note,
    /// What to write instead; in a pattern's, "$1" is the first group.
    pub replacement: Option<(String, Applicability)>,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is looked for; everywhere when empty.
    pub scope: Vec<Scope>,
    /// Texts that must not be found.
    pub ok: Vec<String>,
    /// Texts that must be found.
    pub bad: Vec<String>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Matcher {
    /// A regular expression.
    Pattern(String),
    /// Whole words, in capitals or not.
    Words(Vec<String>),
}

/// A part of the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Before the first item.
    Head,
    /// The titles of items.
    Titles,
    /// What stands in sections of this kind.
    Section(SectionKind),
}

/// Why a definition cannot be used: the key, and what is wrong with it, in Danish and English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {}", note.en)]
pub struct CustomError {
    /// "pattern", "words", "replacement", "ok" or "bad".
    pub key: &'static str,
    /// The place in the list that `key` is.
    pub index: Option<usize>,
    /// What is wrong.
    pub note: Note,
}

/// What a custom rule looks for, compiled.
#[derive(Debug)]
pub struct Custom {
    pub(super) regex: Regex,
    pub(super) message: Text,
    pub(super) replacement: Option<(&'static str, Applicability)>,
    pub(super) scope: Vec<Scope>,
    /// Words are no words inside addresses; a pattern says for itself where it holds.
    pub(super) words: bool,
}

impl Custom {
    /// What `definition` looks for, proved by its examples; `kept` keeps words as long as the program lives.
    ///
    /// # Errors
    /// A pattern that cannot be used, or an example that does not hold.
    pub(super) fn new(definition: &Definition, kept: fn(&str) -> &'static str) -> Result<Self, CustomError> {
        let custom = Self {
            regex: compiled(&definition.matcher)?,
            message: Text { da: kept(&definition.message.da), en: kept(&definition.message.en) },
            replacement: definition.replacement.as_ref().map(|(words, safety)| (kept(words), *safety)),
            scope: definition.scope.clone(),
            words: matches!(definition.matcher, Matcher::Words(_)),
        };
        custom.prove(definition)?;
        Ok(custom)
    }

    /// What to write in the place of a match.
    pub(super) fn instead(&self, captures: &Captures<'_>, found: &str) -> String {
        let replacement = self.replacement.map_or("", |(words, _)| words);
        let mut words = String::new();
        if self.words {
            words.push_str(replacement);
        } else {
            captures.expand(replacement, &mut words);
        }
        // A word at the start of a sentence keeps its capital.
        let capital = self.words && found.starts_with(char::is_uppercase);
        match words.chars().next().filter(|_| capital) {
            Some(first) => first.to_uppercase().chain(words.chars().skip(1)).collect(),
            None => words,
        }
    }

    pub(super) fn replaced(&self, text: &str) -> String {
        if self.replacement.is_none() {
            return text.to_owned();
        }
        self.regex
            .replace_all(text, |captures: &Captures<'_>| self.instead(captures, &captures[0]))
            .into_owned()
    }

    /// The first group that the replacement names and the pattern does not have: "2" of "$2", "1kr" of "$1kr".
    fn unknown_group(&self) -> Option<&'static str> {
        let (words, _) = self.replacement.filter(|_| !self.words)?;
        let mut parts = words.split('$').skip(1);
        while let Some(part) = parts.next() {
            let name = match part.strip_prefix('{').and_then(|part| part.split_once('}')) {
                Some((name, _)) => name,
                None => {
                    &part[..part.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(part.len())]
                }
            };
            let known = match name.parse::<usize>() {
                Ok(number) => number < self.regex.captures_len(),
                Err(_) => self.regex.capture_names().flatten().any(|known| known == name),
            };
            match name {
                // "$$" is the sign itself.
                "" => drop(parts.next()),
                _ if !known => return Some(name),
                _ => {}
            }
        }
        None
    }

    /// Do the examples hold?
    fn prove(&self, definition: &Definition) -> Result<(), CustomError> {
        if let Some(name) = self.unknown_group() {
            return Err(CustomError {
                key: "replacement",
                index: None,
                note: Note::new(
                    format!(
                        "mønsteret har ingen gruppe \"{name}\"; skriv ${{1}}, når der følger et bogstav eller tal"
                    ),
                    format!(
                        "the pattern has no group \"{name}\"; write ${{1}} where a letter or digit follows"
                    ),
                ),
            });
        }
        let wrong = |key, index, da: String, en: String| {
            Err(CustomError { key, index: Some(index), note: Note::new(da, en) })
        };
        for (i, ok) in definition.ok.iter().enumerate() {
            if let Some(found) = self.regex.find(ok) {
                let found = found.as_str();
                return wrong(
                    "ok",
                    i,
                    format!("reglen finder \"{found}\" i et eksempel, der er rigtigt"),
                    format!("the rule finds \"{found}\" in an example that is right"),
                );
            }
        }
        for (i, bad) in definition.bad.iter().enumerate() {
            if !self.regex.is_match(bad) {
                return wrong(
                    "bad",
                    i,
                    "reglen finder intet i et eksempel, der er forkert".to_owned(),
                    "the rule finds nothing in an example that is wrong".to_owned(),
                );
            }
            if self.replacement.is_some() && self.regex.is_match(&self.replaced(bad)) {
                let after = self.replaced(bad);
                return wrong(
                    "bad",
                    i,
                    format!("reglen finder stadig noget, når eksemplet er rettet til \"{after}\""),
                    format!("the rule still finds something when the example is mended to \"{after}\""),
                );
            }
        }
        Ok(())
    }
}

fn compiled(matcher: &Matcher) -> Result<Regex, CustomError> {
    let (key, pattern) = match matcher {
        Matcher::Pattern(pattern) => ("pattern", pattern.clone()),
        Matcher::Words(words) => {
            let words: Vec<String> = words.iter().map(|word| regex::escape(word.trim())).collect();
            ("words", format!(r"(?i)\b(?:{})\b", words.join("|")))
        }
    };
    let wrong = |da: String, en: String| CustomError { key, index: None, note: Note::new(da, en) };
    let regex =
        RegexBuilder::new(&pattern).size_limit(LARGEST).dfa_size_limit(LARGEST).build().map_err(|error| {
            let reason = reason(&error);
            wrong(
                format!("mønsteret kan ikke bruges: {reason}"),
                format!("the pattern cannot be used: {reason}"),
            )
        })?;
    if regex.is_match("") {
        return Err(wrong(
            "mønsteret passer på ingenting, og dermed overalt".to_owned(),
            "the pattern matches nothing at all, and so everywhere".to_owned(),
        ));
    }
    Ok(regex)
}

/// The last line of what the crate says: the others draw the pattern over several lines.
fn reason(error: &regex::Error) -> String {
    let words = error.to_string();
    let last = words.lines().last().unwrap_or_default();
    last.trim().trim_start_matches("error: ").to_owned()
}
