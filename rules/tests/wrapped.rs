//! A sentence that goes on over a line end is read as on one line: nothing is found, and nothing mended, that is not so there.
#![allow(clippy::disallowed_methods, reason = "the texts are read from disk; the core itself reads nothing")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::{Applicability, Severity};

/// The groups of rules that read sentences.
const GROUPS: [&str; 2] = ["spelling", "typography"];

/// What is found or would be mended, by place: a line end in place of a space moves nothing.
type Found = BTreeSet<(usize, usize, &'static str, bool)>;

/// Right sentences, each a trap: one on a line.
fn right() -> Vec<&'static str> {
    include_str!("right.txt").lines().filter(|line| !line.starts_with("# ")).collect()
}

/// The sentences that the rules are judged by, right and wrong, without their marks.
fn judged() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/judged");
    let mut all = Vec::new();
    for group in GROUPS {
        let mut files: Vec<_> = std::fs::read_dir(folder.join(group)).expect("a folder").collect();
        files.sort_by_key(|file| file.as_ref().expect("a file").path());
        for file in files {
            let text = std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8");
            let prose = text.lines().take_while(|line| !line.starts_with("## "));
            all.extend(prose.filter_map(|line| line.get(2..)).map(|line| line.replace(['«', '»'], "")));
        }
    }
    all
}

/// The sentences, each as the case of an item, so that none bears on another.
fn meeting(paragraphs: &[String]) -> String {
    let mut text = "Byrådet\n4. april 2022 kl. 17.00\n\n".to_owned();
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let _ = write!(
            text,
            "{}. Havnen\n\nSagsfremstilling\n\n{paragraph}\n\nBeslutning\n\nGodkendt.\n\n",
            n + 1
        );
    }
    text
}

fn found(text: &str) -> Found {
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let all = document.diagnostics();
    let own = all.iter().filter(|found| GROUPS.contains(&found.rule.group()));
    own.filter(|found| found.severity > Severity::Hint)
        .map(|found| {
            let safe = found.fixes.iter().any(|fix| fix.applicability == Applicability::Safe);
            (found.range.start().into(), found.range.end().into(), found.rule.name, safe)
        })
        .collect()
}

/// `line` with a line end in place of its space number `n`, counted around.
fn broken(line: &str, n: usize) -> String {
    let spaces: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
    let Some(at) = spaces.get(n % spaces.len().max(1)) else { return line.to_owned() };
    format!("{}\n{}", &line[..*at], &line[at + 1..])
}

/// `line` filled to a width, as a mail program does.
fn filled(line: &str, width: usize) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in line.split(' ') {
        let len = word.chars().count();
        let breaks = column > 0 && column + len >= width;
        if !text.is_empty() {
            text.push(if breaks { '\n' } else { ' ' });
        }
        column = if breaks { len } else { column + len + 1 };
        text.push_str(word);
    }
    text
}

/// What is found in the broken sentences and not in the whole ones.
fn assert_nothing_new(lines: &[String], wrapped: &[String]) {
    const AT_ONCE: usize = 25;
    for (lines, wrapped) in lines.chunks(AT_ONCE).zip(wrapped.chunks(AT_ONCE)) {
        assert_nothing_new_in(lines, wrapped);
    }
}

fn assert_nothing_new_in(lines: &[String], wrapped: &[String]) {
    let (whole, broken) = (meeting(lines), meeting(wrapped));
    let known = found(&whole);
    let new: Vec<_> = found(&broken)
        .into_iter()
        // What is told of the same words by another rule is nothing new, unless it would be mended now.
        .filter(|(start, end, _, safe)| {
            !known.iter().any(|known| known.0 < *end && *start < known.1 && known.3 >= *safe)
        })
        .map(|(start, end, rule, safe)| {
            let from = broken[..start].rfind("\n\n").map_or(0, |at| at + 2);
            let to = broken[end..].find("\n\n").map_or(broken.len(), |at| end + at);
            format!("{rule} (safe: {safe}) at {:?} in {:?}", &broken[start..end], &broken[from..to])
        })
        .collect();
    assert!(new.is_empty(), "{new:#?}");
}

fn all_lines() -> Vec<String> {
    // Signs at the beginning of a line and quotations mean something else on two lines.
    let marks = |c: char| matches!(c, '\\' | '"' | '”' | '“' | '»' | '‘' | '’' | '>' | ':' | '-' | '–' | '#');
    let listed = include_str!("untouched.txt").lines().chain(right()).map(str::to_owned);
    listed.chain(judged()).filter(|line| !line.contains(marks) && !line.starts_with("Bilag")).collect()
}

#[test]
fn right_sentences_are_right() {
    let told = |line: &&str| !found(&meeting(&[(*line).to_owned()])).is_empty();
    let wrong: Vec<&str> = right().into_iter().filter(told).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right().len() >= 200, "{}", right().len());
}

#[test]
fn a_line_end_at_any_space_makes_nothing_new() {
    const MOST_SPACES: usize = 12;
    let lines = all_lines();
    for n in 0..MOST_SPACES {
        let wrapped: Vec<String> = lines.iter().map(|line| broken(line, n)).collect();
        assert_nothing_new(&lines, &wrapped);
    }
}

#[test]
fn filled_paragraphs_have_nothing_new() {
    let lines = all_lines();
    for width in [24, 32, 40, 48, 56, 64, 72] {
        let wrapped: Vec<String> = lines.iter().map(|line| filled(line, width)).collect();
        assert_nothing_new(&lines, &wrapped);
    }
}
