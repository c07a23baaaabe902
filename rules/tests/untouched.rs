//! A list of texts that no safe fix changes, each as the case of an item in minutes.

use std::collections::HashMap;
use std::sync::Arc;

use rules::document::Engine;
use rules::lint::Applicability;
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
