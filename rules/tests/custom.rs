//! What custom rules find, and what is wrong with them.

use std::panic::catch_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rules::clock::Clock;
use rules::document::{Document, Engine};
use rules::lint::custom::{Definition, LONGEST, Matcher, Scope, rule};
use rules::lint::{Applicability, Note, Settings, Severity};
use rules::syntax::SectionKind;

fn definition(matcher: Matcher) -> Definition {
    Definition {
        name: "ord".to_owned(),
        matcher,
        message: Note::new("Skriv det på dansk", "Write it in Danish"),
        replacement: Some(("møde".to_owned(), Applicability::Safe)),
        severity: Severity::Warning,
        scope: Vec::new(),
        ok: vec!["mødet".to_owned()],
        bad: vec!["et meeting".to_owned()],
    }
}

fn words() -> Matcher {
    Matcher::Words(vec!["meeting".to_owned(), "call".to_owned()])
}

fn found(definition: &Definition, text: &str) -> Vec<String> {
    let rule = rule(definition).expect("a rule");
    let settings = Settings::new(vec![(rule, rule.severity)]);
    let document = Document::new(Arc::new(Engine { settings, ..Engine::default() }), text.to_owned());
    let found = document.diagnostics();
    found.iter().map(|found| format!("{} > {}", &text[found.range], found.fixes[0].edits[0].text())).collect()
}

const TEXT: &str = "Byrådet\n\n1. Et call\n\nBeslutning\n\nMeeting i maj; se meeting@fjordby.dk.\n";

#[test]
fn words_are_whole_and_keep_their_capital() {
    assert_eq!(found(&definition(words()), TEXT), ["call > møde", "Meeting > Møde"]);
}

#[test]
fn a_scope_leaves_the_rest_alone() {
    let titles = Definition { scope: vec![Scope::Titles], ..definition(words()) };
    assert_eq!(found(&titles, TEXT), ["call > møde"]);
    let decisions = Definition { scope: vec![Scope::Section(SectionKind::Decision)], ..definition(words()) };
    assert_eq!(found(&decisions, TEXT), ["Meeting > Møde"]);
    let head = Definition { scope: vec![Scope::Head], ..definition(words()) };
    assert!(found(&head, TEXT).is_empty());
}

#[test]
fn comments_are_not_read() {
    let text = "Byrådet\n\n1. Plan\n\n<!-- et call -->\n\nBeslutning\n\nGodkendt.\n";
    assert!(found(&definition(words()), text).is_empty());
}

#[test]
fn a_rule_that_takes_too_long_gives_up() {
    static LATE: AtomicU64 = AtomicU64::new(0);
    let rule = rule(&definition(words())).expect("a rule");
    let settings = Settings::new(vec![(rule, rule.severity)]);
    let clock = Clock::new(|| LATE.fetch_add(LONGEST / 2, Ordering::Relaxed));
    let engine = Arc::new(Engine { settings, clock, ..Engine::default() });
    let read = |text: &str| catch_unwind(|| Document::new(engine.clone(), text.to_owned())).is_ok();
    assert!(read("Byrådet\n\n1. Et call\n") && !read("Byrådet\n\n1. Et call, et call og et call\n"));
}

#[test]
fn equal_definitions_are_one_rule() {
    let first = rule(&definition(words())).expect("a rule");
    assert!(std::ptr::eq(first, rule(&definition(words())).expect("a rule")));
}

#[test]
fn what_cannot_be_used_is_told_by_its_key() {
    let error = |definition: &Definition| rule(definition).expect_err("a fault");
    let pattern = |pattern: &str| definition(Matcher::Pattern(pattern.to_owned()));
    assert_eq!(error(&pattern("(meeting")).key, "pattern");
    assert_eq!(error(&pattern("x*")).key, "pattern");
    assert_eq!(error(&pattern("(?:meeting){1000000}")).key, "pattern");
    assert_eq!(error(&pattern("møde")).key, "ok");
    assert_eq!(error(&pattern("udvalg")).key, "bad");
    let circle =
        Definition { replacement: Some(("a call".to_owned(), Applicability::Safe)), ..definition(words()) };
    assert_eq!(error(&circle).index, Some(0));
}
