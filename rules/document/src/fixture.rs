//! Tests of rules: a text, and under its lines what should be found there.
//!
//! `^^^ message` under a line marks a finding by its characters; the message is compared with the start of the Danish
//! one, and may be left out. What is not marked must not be found. Every check also proves that the document typed in
//! two halves gives the same findings as the document read at once.

use std::sync::Arc;

use crate::{Document, Engine};
use house::Houses;
use lint::{Diagnostic, Names, Options, Rule, Settings, Value};
use text::edit::{Edit, Edits};
use text::lines::{Lines, Unit};
use text::size;

/// An agenda item with the points of its recommendation and what was decided on them.
pub fn item(points: &str, decision: &str) -> String {
    format!("1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n{points}\nBeslutning\n\n{decision}")
}

/// Checks `marked` against `rule` alone, in the general style.
#[track_caller]
pub fn check(rule: &'static Rule, marked: &str) {
    check_in("generel", rule, marked);
}

/// Checks `marked` against `rule` alone, in the style `house`.
#[track_caller]
pub fn check_in(house: &str, rule: &'static Rule, marked: &str) {
    check_against(&engine(house, rule), rule, marked);
}

/// Checks `marked` against `rule` alone, with its option `name` set to `value`.
#[track_caller]
pub fn check_with(rule: &'static Rule, name: &str, value: Value, marked: &str) {
    check_against(&with_option(rule, name, value), rule, marked);
}

/// Checks `marked` against `rule` alone, where the configuration gives `names`.
#[track_caller]
pub fn check_named(rule: &'static Rule, names: Names, marked: &str) {
    check_against(&Engine { names: Arc::new(names), ..engine("generel", rule) }, rule, marked);
}

#[track_caller]
fn check_against(engine: &Engine, rule: &'static Rule, marked: &str) {
    let (text, expected) = unmark(marked);
    let document = Document::new(Arc::new(engine.clone()), text.clone());
    let found: Vec<Mark> = document.diagnostics().iter().map(|diagnostic| mark(&text, diagnostic)).collect();
    let same = found.len() == expected.len()
        && found.iter().zip(&expected).all(|(found, expected)| {
            found.line == expected.line
                && found.columns == expected.columns
                && found.message.starts_with(&expected.message)
        });
    assert!(same, "{}\nexpected {expected:#?}\nfound {found:#?}\nin\n{text}", rule.name);
    check_halves(engine, &text, &document);
}

/// Applies the first fix of every finding of `rule` to `before` and compares with `after`, which must be clean.
#[track_caller]
pub fn check_fix(rule: &'static Rule, before: &str, after: &str) {
    check_fix_in("generel", rule, before, after);
}

/// As [`check_fix`], in the style `house`.
#[track_caller]
pub fn check_fix_in(house: &str, rule: &'static Rule, before: &str, after: &str) {
    check_fix_against(&engine(house, rule), rule, before, after);
}

/// As [`check_fix`], with the option `name` of the rule set to `value`.
#[track_caller]
pub fn check_fix_with(rule: &'static Rule, name: &str, value: Value, before: &str, after: &str) {
    check_fix_against(&with_option(rule, name, value), rule, before, after);
}

#[track_caller]
fn check_fix_against(engine: &Engine, rule: &'static Rule, before: &str, after: &str) {
    let (before, after) = (before.trim_start_matches('\n'), after.trim_start_matches('\n'));
    let diagnostics = |text: &str| Document::new(Arc::new(engine.clone()), text.to_owned()).diagnostics();
    let found = diagnostics(before);
    assert!(!found.is_empty(), "{} finds nothing in\n{before}", rule.name);
    let edits = found
        .iter()
        .flat_map(|diagnostic| diagnostic.fixes.first().map(|fix| fix.edits.clone()).unwrap_or_default());
    let edits = Edits::new(edits.collect()).expect("fixes that do not overlap");
    assert_eq!(edits.apply(before).as_deref(), Some(after));
    let left = diagnostics(after);
    assert!(
        left.iter().all(|diagnostic| diagnostic.fixes.is_empty()),
        "a second run of {} changes more: {left:#?}",
        rule.name
    );
}

/// A document that is linted by `rule` alone.
pub fn document(house: &str, rule: &'static Rule, text: &str) -> Document {
    Document::new(Arc::new(engine(house, rule)), text.to_owned())
}

fn engine(house: &str, rule: &'static Rule) -> Engine {
    let houses = Houses::standard();
    let house = houses.get(house).expect("a built-in style").clone();
    let settings = Settings::new(vec![(rule, rule.severity)]);
    Engine { houses, settings, house: Some(house), ..Engine::default() }
}

fn with_option(rule: &'static Rule, name: &str, value: Value) -> Engine {
    let mut options = Options::default();
    let option = rule.options.iter().find(|option| option.name == name).expect("an option of the rule");
    options.set(rule.name, option, value).expect("a value that it takes");
    Engine { options: Arc::new(options), ..engine("generel", rule) }
}

#[track_caller]
fn check_halves(engine: &Engine, text: &str, whole: &Document) {
    let middle = text::lines::floor_boundary(text, text.len() / 2);
    let mut typed = Document::new(Arc::new(engine.clone()), text[..middle].to_owned());
    typed.edit(&Edit::insert(size(&text[..middle]), &text[middle..])).expect("an edit at the end");
    assert_eq!(typed.diagnostics(), whole.diagnostics(), "typed in halves");
    assert_eq!(typed.minutes(), whole.minutes(), "typed in halves");
}

#[derive(Debug)]
struct Mark {
    /// From 1.
    line: u32,
    /// Characters of the line, from and to.
    columns: (u32, u32),
    message: String,
}

fn mark(text: &str, diagnostic: &Diagnostic) -> Mark {
    let lines = Lines::new(text);
    let start = lines.position(text, diagnostic.range.start(), Unit::Char);
    let end = lines.position(text, diagnostic.range.end(), Unit::Char);
    let to = if end.line == start.line { end.col } else { start.col };
    Mark {
        line: start.line + 1,
        columns: (start.col, to.max(start.col)),
        message: diagnostic.note.da.to_string(),
    }
}

/// The text without its marks, and the marks.
fn unmark(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut line = 0;
    for row in marked.strip_prefix('\n').unwrap_or(marked).split_inclusive('\n') {
        let trimmed = row.trim_start_matches(' ');
        if trimmed.starts_with('^') {
            let from = (row.len() - trimmed.len()) as u32;
            let carets = trimmed.bytes().take_while(|b| *b == b'^').count() as u32;
            let message = trimmed.trim_start_matches('^').trim().to_owned();
            marks.push(Mark { line, columns: (from, from + carets), message });
        } else {
            text.push_str(row);
            line += 1;
        }
    }
    marks.sort_by_key(|mark| (mark.line, mark.columns));
    (text, marks)
}

#[cfg(test)]
mod tests {
    use super::unmark;

    #[test]
    fn marks_are_taken_out_of_the_text() {
        let (text, marks) = unmark("\nøre at\n    ^^ her\nslut\n");
        assert_eq!(text, "øre at\nslut\n");
        assert_eq!((marks[0].line, marks[0].columns, marks[0].message.as_str()), (1, (4, 6), "her"));
    }
}
