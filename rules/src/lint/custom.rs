//! Rules that a municipality writes itself, as `[[custom]]` in `referent.toml`.
//!
//! A custom rule is a pattern or a list of words with a message. It becomes a [`Rule`] like those of the catalog, so
//! that settings, reports and suppressions need not know the difference. Rules live as long as the program; each
//! distinct definition is made once, however often a configuration is read, so that an editor that reads it after each
//! change of the file takes no more memory than its distinct rules do. One search runs in time linear in the text; all
//! of them together may still take its square, so a rule that takes too long gives up.

use std::sync::{LazyLock, Mutex, PoisonError};

use regex::{Captures, Regex, RegexBuilder};
use rustc_hash::FxHashMap;

use super::diagnostic::{Note, Severity};
use super::findings::Findings;
use super::fix::Applicability;
use super::rule::{Check, Example, Fixes, Rule, Text};
use super::view::PartView;
use crate::clock::Clock;
use crate::syntax::{Class, SectionKind};
use crate::text::edit::Edit;
use crate::text::{TextRange, range};
use crate::zones::{Zone, ZoneSet};

/// The group of every custom rule.
pub const GROUP: &str = "custom";

/// A compiled pattern takes no more memory than this, in bytes.
const LARGEST: usize = 1 << 20;

/// So long, in milliseconds, a rule may look through one part of the minutes; others take less than one.
const LONGEST: u64 = 1000;

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
    regex: Regex,
    message: Text,
    replacement: Option<(&'static str, Applicability)>,
    scope: Vec<Scope>,
    /// Words are no words inside addresses; a pattern says for itself where it holds.
    words: bool,
}

static KNOWN: LazyLock<Mutex<FxHashMap<Definition, &'static Rule>>> = LazyLock::new(Mutex::default);

/// The rule that `definition` makes.
///
/// # Errors
/// A pattern that cannot be used, or an example that does not hold.
pub fn rule(definition: &Definition) -> Result<&'static Rule, CustomError> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rule) = known.get(definition) {
        return Ok(rule);
    }
    let regex = compiled(&definition.matcher)?;
    let kept = |words: &str| -> &'static str { Box::leak(words.into()) };
    let message = Text { da: kept(&definition.message.da), en: kept(&definition.message.en) };
    let custom = Custom {
        regex,
        message,
        replacement: definition.replacement.as_ref().map(|(words, safety)| (kept(words), *safety)),
        scope: definition.scope.clone(),
        words: matches!(definition.matcher, Matcher::Words(_)),
    };
    custom.prove(definition)?;
    let bad = definition.bad.first().cloned().unwrap_or_default();
    let rule = Rule {
        name: kept(&format!("{GROUP}/{}", definition.name)),
        summary: message,
        why: message,
        source: "",
        severity: definition.severity,
        on: true,
        fixes: match definition.replacement {
            None => Fixes::None,
            Some((_, Applicability::Safe)) => Fixes::Safe,
            Some((_, Applicability::Unsafe)) => Fixes::Unsafe,
        },
        zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
        options: &[],
        example: Example { house: "generel", before: kept(&bad), after: kept(&custom.replaced(&bad)) },
        check: Check::Custom(Box::leak(Box::new(custom))),
    };
    let rule: &'static Rule = Box::leak(Box::new(rule));
    known.insert(definition.clone(), rule);
    Ok(rule)
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

impl Custom {
    /// Reports each match in the scope of the rule.
    ///
    /// # Panics
    /// When that takes too long by the `clock`: the rule gives up, and whoever lent the clock leaves it out.
    pub(crate) fn check(&self, view: &PartView<'_>, findings: &mut Findings, clock: Clock) {
        let begun = clock.now();
        for captures in self.regex.captures_iter(view.text) {
            assert!(clock.now() - begun <= LONGEST, "the pattern takes too long");
            let Some(found) = captures.get(0).filter(|found| !found.is_empty()) else { continue };
            let at = range(found.start(), found.end());
            if !self.reaches(view, at) || is_comment(view, at) || (self.words && view.is_opaque(at)) {
                continue;
            }
            let report = findings.report(at, self.message);
            if let Some((_, safety)) = self.replacement {
                let words = self.instead(&captures, found.as_str());
                let title = Note::new(format!("Skriv \"{words}\""), format!("Write \"{words}\""));
                report.fix(title, safety, vec![Edit::replace(at, words)]);
            }
        }
    }

    fn reaches(&self, view: &PartView<'_>, at: TextRange) -> bool {
        let within = |scope: &Scope| match (scope, view.item) {
            (Scope::Head, item) => item.is_none(),
            (_, None) => false,
            (Scope::Titles, Some(item)) => item.title.is_some_and(|title| title.contains_range(at)),
            (Scope::Section(kind), Some(item)) => {
                item.sections_of(*kind).any(|section| section.body.contains_range(at))
            }
        };
        self.scope.is_empty() || self.scope.iter().any(within)
    }

    /// What to write in the place of a match.
    fn instead(&self, captures: &Captures<'_>, found: &str) -> String {
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

    fn replaced(&self, text: &str) -> String {
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

/// Does `at` touch an HTML comment? The reason for a suppression may quote what is suppressed.
fn is_comment(view: &PartView<'_>, at: TextRange) -> bool {
    let mut blocks = view.placed_blocks();
    blocks.any(|(start, block)| {
        block.class == Class::Comment && TextRange::at(start, block.len).contains(at.start())
    })
}

#[cfg(test)]
mod tests;
