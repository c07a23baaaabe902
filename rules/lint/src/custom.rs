//! Rules that a municipality writes itself, as `[[custom]]` in `referent.toml`.
//!
//! A custom rule is a pattern or a list of words with a message. It becomes a [`Rule`] like those of the catalog, so
//! that settings, reports and suppressions need not know the difference. Rules live as long as the program; each
//! distinct definition is made once, however often a configuration is read, so that an editor that reads it after each
//! change of the file takes no more memory than its distinct rules do. One search runs in time linear in the text; all
//! of them together may still take its square, so a rule that takes too long gives up.

pub(super) mod pattern;

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::fix::Applicability;
use super::rule::{Check, Example, Findings, Fixes, Rule};
use super::view::PartView;
use super::words::Note;
use syntax::Class;
use text::clock::Clock;
use text::edit::Edit;
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub use pattern::{Custom, CustomError, Definition, Matcher, Scope};

/// The group of every custom rule.
pub const GROUP: &str = "custom";

/// At most this long, in milliseconds, a rule may look through one part of the minutes; others take less than one.
pub const LONGEST: u64 = 1000;

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
    let custom = Custom::new(definition, kept)?;
    let bad = definition.bad.first().cloned().unwrap_or_default();
    let rule = Rule {
        name: kept(&format!("{GROUP}/{}", definition.name)),
        summary: custom.message,
        why: custom.message,
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

fn kept(words: &str) -> &'static str {
    Box::leak(words.into())
}

/// Reports each match in the scope of the rule.
///
/// # Panics
/// When that takes too long by the `clock`: the rule gives up, and whoever lent the clock leaves it out.
pub fn check(custom: &Custom, view: &PartView<'_>, findings: &mut Findings, clock: Clock) {
    let begun = clock.now();
    for captures in custom.regex.captures_iter(view.text) {
        assert!(clock.now() - begun <= LONGEST, "the pattern takes too long");
        let Some(found) = captures.get(0).filter(|found| !found.is_empty()) else { continue };
        let at = range(found.start(), found.end());
        if !reaches(custom, view, at) || is_comment(view, at) || (custom.words && view.is_opaque(at)) {
            continue;
        }
        let report = findings.report(at, custom.message);
        if let Some((_, safety)) = custom.replacement {
            let words = custom.instead(&captures, found.as_str());
            let title = Note::new(format!("Skriv \"{words}\""), format!("Write \"{words}\""));
            report.fix(title, safety, vec![Edit::replace(at, words)]);
        }
    }
}

fn reaches(custom: &Custom, view: &PartView<'_>, at: TextRange) -> bool {
    let within = |scope: &Scope| match (scope, view.item) {
        (Scope::Head, item) => item.is_none(),
        (_, None) => false,
        (Scope::Titles, Some(item)) => item.title.is_some_and(|title| title.contains_range(at)),
        (Scope::Section(kind), Some(item)) => {
            item.sections_of(*kind).any(|section| section.body.contains_range(at))
        }
    };
    custom.scope.is_empty() || custom.scope.iter().any(within)
}

/// Does `at` touch an HTML comment? The reason for a suppression may quote what is suppressed.
fn is_comment(view: &PartView<'_>, at: TextRange) -> bool {
    let mut blocks = view.placed_blocks();
    blocks.any(|(start, block)| {
        block.class == Class::Comment && TextRange::at(start, block.len).contains(at.start())
    })
}
