//! A list of texts that no safe fix changes, each as the case of an item in minutes.

use std::collections::HashMap;
use std::sync::Arc;

use rules::catalog::RULES;
use rules::document::Engine;
use rules::lint::{Applicability, Fixes, Settings};
use rules::repair::repair;

/// The texts, as their list writes them.
fn texts() -> Vec<&'static str> {
    include_str!("untouched.txt").lines().filter(|line| !line.starts_with("# ")).collect()
}

/// What a line of the list stands for.
fn written(line: &str) -> String {
    line.replace("\\\\", "\u{1}").replace("\\n", "\n").replace("\\t", "\t").replace('\u{1}', "\\")
}

fn meeting(text: &str) -> String {
    format!(
        "Byrådet\n4. april 2022 kl. 17.00\n\n1. Havnen\n\nSagsfremstilling\n\nSagen er ny.\n\n{text}\n\nDet er \
         sådan.\n\nBeslutning\n\nGodkendt.\n"
    )
}

#[test]
fn safe_fixes_leave_them_alone() {
    let engine = Arc::new(Engine::default());
    let mut changed = Vec::new();
    for line in texts() {
        let text = meeting(&written(line));
        let mended =
            repair(&engine, &text, Applicability::Safe, &|_, found| found).expect("fixes that settle");
        if mended.text != text {
            changed.push((line, mended.made));
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
}

#[test]
fn there_are_two_hundred_and_no_two_alike() {
    let texts = texts();
    assert!(texts.len() >= 200, "{}", texts.len());
    let mut seen: HashMap<String, &str> = HashMap::new();
    for text in texts {
        let other = seen.insert(pattern(text), text);
        assert_eq!(other, None, "like {text}");
    }
}

/// `text` without what names and numbers make different: each word with a capital within is "N", each number "0".
fn pattern(text: &str) -> String {
    let words = text.split(' ').enumerate().map(|(i, word)| match word.chars().next() {
        Some(c) if c.is_uppercase() && i > 0 => "N".to_owned(),
        _ => word.replace(|c: char| c.is_ascii_digit(), "0"),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Rules that are about words themselves; all others may change signs, spaces and capitals alone.
const OF_WORDS: &[&str] = &[
    "at-points/doubled-at",
    "at-points/lead-word",
    "dates/format",
    "decisions/body",
    "names/committee",
    "references/law",
    "spelling/known-error",
    "spelling/verb-form",
    "structure/heading-form",
    "structure/misspelt-heading",
    "typography/abbreviation",
    "typography/repeated-word",
];

/// What stands in `text` as letters and digits, small.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of `text` that turn its meaning round.
fn negations(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words
        .filter(|word| ["ikke", "ingen", "intet", "aldrig", "hverken", "uden", "ej"].contains(&word.as_str()))
        .collect()
}

/// The digits of `text`; a date may be written with its month in words.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn a_safe_fix_changes_words_only_where_its_rule_is_about_words() {
    let mut changed = Vec::new();
    for &rule in RULES.iter().filter(|rule| matches!(rule.fixes, Fixes::Safe)) {
        let settings = Settings::new(vec![(rule, rule.severity)]);
        let engine = Arc::new(Engine { settings, ..Engine::default() });
        for example in RULES.iter().map(|rule| rule.example.before) {
            let mended = repair(&engine, example, Applicability::Safe, &|_, found| found)
                .expect("fixes that settle")
                .text;
            let same_words = OF_WORDS.contains(&rule.name) || letters(example) == letters(&mended);
            let same_digits = rule.name == "dates/format" || digits(example) == digits(&mended);
            if !same_words || !same_digits || negations(example) != negations(&mended) {
                changed.push((rule.name, example, mended));
            }
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
}
