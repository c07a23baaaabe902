//! Short invented texts, each with what must be told and what must not: precision and recall of every rule.
//!
//! The texts stand in `tests/judged/`, one file a rule, and the score in `tests/judged/table.txt`; read its difference
//! when a rule changes. What a text marks with «…» must be found, and everything else must not.
#![allow(clippy::disallowed_methods, reason = "the texts are read from disk; the core itself reads nothing")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use expect_test::expect_file;
use rules::catalog::rule;
use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lint::{Diagnostic, Rule, Severity, gather};
use rules::text::{TextRange, range};

/// One text and what it is about.
struct Case {
    /// The rule of its file.
    rule: &'static Rule,
    text: String,
    house: Option<String>,
    /// Where something must be told; empty in a text that is right.
    told: Vec<TextRange>,
}

/// What the texts say of one rule.
#[derive(Default)]
struct Score {
    n_faulty: usize,
    n_innocent: usize,
    marked: usize,
    caught: usize,
    wrong: usize,
    notes: Vec<String>,
}

#[test]
fn each_rule_is_as_good_as_its_table_says() {
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    let cases = cases();
    for case in &cases {
        judge(case, &mut scores);
    }
    let mut table =
        format!("{} texts\n\n{:34} faulty innocent told wrong precision recall\n", cases.len(), "rule");
    let mut total = Score::default();
    for (name, score) in &scores {
        row(&mut table, name, score);
        for note in &score.notes {
            let _ = writeln!(table, "    {note}");
        }
        total.marked += score.marked;
        total.caught += score.caught;
        total.wrong += score.wrong;
        total.n_faulty += score.n_faulty;
        total.n_innocent += score.n_innocent;
    }
    row(&mut table, "all", &total);
    expect_file![folder().join("table.txt")].assert_eq(&table);
    assert!(precision(&total) >= 0.95 && recall(&total) >= 0.95, "the table has fallen:\n{table}");
}

#[test]
fn there_are_enough_texts_of_both_kinds() {
    let mut counts: BTreeMap<&'static str, [usize; 2]> = BTreeMap::new();
    let cases = cases();
    for case in &cases {
        counts.entry(case.rule.name).or_default()[usize::from(case.told.is_empty())] += 1;
    }
    for (name, [faulty, innocent]) in counts {
        assert!(faulty >= 5 && innocent >= 5, "{name} has {faulty} faulty and {innocent} innocent texts");
    }
    assert!(cases.len() >= 400, "{} texts", cases.len());
}

#[test]
fn no_two_texts_differ_only_by_names_or_numbers() {
    let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for case in cases() {
        // Names have capitals and numbers digits; what is left is the text.
        let left: Vec<String> = case
            .text
            .split_whitespace()
            .filter(|word| !word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            .map(str::to_owned)
            .collect();
        if left.len() > 30 {
            *seen.entry((case.rule.name, left.join(" "))).or_default() += 1;
        }
    }
    let twice: Vec<_> = seen.into_iter().filter(|(_, count)| *count > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

fn row(table: &mut String, name: &str, score: &Score) {
    let _ = writeln!(
        table,
        "{name:34} {:6} {:8} {:4} {:5} {:9.3} {:6.3}",
        score.n_faulty,
        score.n_innocent,
        score.caught,
        score.wrong,
        precision(score),
        recall(score)
    );
}

fn precision(score: &Score) -> f64 {
    let told = score.caught + score.wrong;
    if told == 0 { 1.0 } else { score.caught as f64 / told as f64 }
}

fn recall(score: &Score) -> f64 {
    if score.marked == 0 { 1.0 } else { score.caught as f64 / score.marked as f64 }
}

/// Counts what is found in a text, for the rule of its file and for every other that speaks.
fn judge(case: &Case, scores: &mut BTreeMap<&'static str, Score>) {
    let houses = Houses::standard();
    let house = case.house.as_deref().map(|name| houses.get(name).expect("a built-in style").clone());
    let document = Document::new(Arc::new(Engine { house, ..Engine::default() }), case.text.clone());
    let mut found = document.diagnostics();
    gather(&mut found);
    let own = scores.entry(case.rule.name).or_default();
    own.n_faulty += usize::from(!case.told.is_empty());
    own.n_innocent += usize::from(case.told.is_empty());
    own.marked += case.told.len();
    for &place in &case.told {
        // One place, one finding: a sister of the rule may tell what it stands for.
        let is_told = |found: &&Diagnostic| found.rule.group() == case.rule.group() && touches(found, place);
        if found.iter().any(|found| is_told(&found)) {
            own.caught += 1;
        } else {
            own.notes.push(format!("missed \"{}\" in {}", &case.text[place], excerpt(&case.text, place)));
        }
    }
    for finding in found {
        let marked = case.told.iter().any(|&place| touches(&finding, place));
        let loud = finding.severity >= Severity::Warning.min(finding.rule.severity);
        let counts = loud && (finding.rule == case.rule || finding.severity >= Severity::Warning);
        if counts && !marked {
            let note = format!(
                "wrong: {} at \"{}\" in {}",
                finding.note.da,
                &case.text[finding.range],
                excerpt(&case.text, finding.range)
            );
            let score = scores.entry(finding.rule.name).or_default();
            score.wrong += 1;
            score.notes.push(note);
        }
    }
}

/// Does a finding, or one of its other places, lie at `place`?
fn touches(found: &Diagnostic, place: TextRange) -> bool {
    let others = found.related.iter().filter(|_| found.habit.is_some()).map(|related| related.range);
    std::iter::once(found.range).chain(others).any(|range| range.intersect(place).is_some())
}

/// The line around a place.
fn excerpt(text: &str, place: TextRange) -> String {
    let start = text[..usize::from(place.start())].rfind('\n').map_or(0, |at| at + 1);
    text[start..].lines().next().unwrap_or_default().to_owned()
}

fn cases() -> Vec<Case> {
    let folder = folder();
    let mut cases = Vec::new();
    for group in sorted(&folder).into_iter().filter(|path| path.is_dir()) {
        for path in sorted(&group) {
            let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
            let name = format!("{}/{}", name(&group), name(&path));
            let rule = rule(&name).unwrap_or_else(|| panic!("no rule is called {name}"));
            read(rule, &std::fs::read_to_string(&path).expect("UTF-8"), &mut cases);
        }
    }
    cases
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/judged")
}

fn sorted(folder: &PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// Reads the cases of one file.
fn read(rule: &'static Rule, file: &str, cases: &mut Vec<Case>) {
    let is_heading = |line: &str| line.starts_with("## told ") || line.starts_with("## silent ");
    let mut sections: Vec<(&str, String)> = Vec::new();
    for line in file.split_inclusive('\n') {
        match sections.last_mut() {
            _ if is_heading(line) => sections.push((line.trim_end(), String::new())),
            Some((_, body)) => body.push_str(line),
            None => {
                let (told, sentence) = line.split_at_checked(2).expect("\"+ \" or \"- \" and a sentence");
                cases.push(case(rule, "prose", None, sentence, told == "+ "));
            }
        }
    }
    for (heading, body) in sections {
        let mut words = heading.split(' ').skip(1);
        let (told, frame, house) = (words.next(), words.next().expect("a frame"), words.next());
        cases.push(case(rule, frame, house.map(str::to_owned), &body, told == Some("told")));
    }
}

fn case(rule: &'static Rule, frame: &str, house: Option<String>, body: &str, told: bool) -> Case {
    let marked = match frame {
        "prose" => format!(
            "Plan- og Teknikudvalget\n15. april 2026 kl. 15.00\n\n1. Cykelsti\n\nSagsfremstilling\n\n{}\n\nIndstilling\n\n\
             Forvaltningen indstiller,\n\n1. at sagen godkendes.\n\nBeslutning\n\nGodkendt.\n",
            body.trim_end_matches('\n')
        ),
        "decide" => {
            let (points, decision) = body.split_once("->\n").expect("\"->\" before the decision");
            format!(
                "Plan- og Teknikudvalget\n15. april 2026 kl. 15.00\n\n1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n\
                 {points}\nBeslutning\n\n{decision}"
            )
        }
        "whole" => body.to_owned(),
        _ => panic!("no frame is called {frame}"),
    };
    let (text, places) = unmarked(&marked);
    assert_eq!(told, !places.is_empty(), "marks in {text}");
    Case { rule, text, house, told: places }
}

/// The text without its marks, and what stood between them.
fn unmarked(marked: &str) -> (String, Vec<TextRange>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for (at, part) in marked.split('«').enumerate() {
        if at == 0 {
            text.push_str(part);
            continue;
        }
        let (inner, rest) = part.split_once('»').expect("» after «");
        let start = text.len();
        text.push_str(inner);
        places.push(range(start, text.len()));
        text.push_str(rest);
    }
    (text, places)
}
